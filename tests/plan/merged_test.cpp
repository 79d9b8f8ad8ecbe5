// Tables that only formats with merged cells have: built by hand.
#include "plan/plan_case.hpp"
#include "read/builder.hpp"

BOOST_AUTO_TEST_SUITE(plan_merged)

using namespace plan_case;
using namespace plancheck;

namespace {

struct Cell {
    const char* text;
    std::uint16_t column = 0;
    std::uint16_t span = 1;
    std::uint32_t rows = 1;
};

class Maker {
public:
    Maker() : builder_("plan.docx", Format::docx, limits_) {}

    void heading(const char* text) { leaf(BlockKind::heading, text, 1); }
    void paragraph(const char* text) { leaf(BlockKind::paragraph, text, 0); }
    void table(const std::vector<std::vector<Cell>>& rows, bool marked = true) {
        builder_.open(BlockKind::table);
        bool first = marked;
        for (const auto& row : rows) {
            builder_.open(BlockKind::row, 0, first ? mark::header_row : 0);
            first = false;
            for (const Cell& cell : row) {
                builder_.open(BlockKind::cell);
                builder_.cell(cell.column, cell.span, cell.rows);
                // "?Enter …" is what a control shows.
                const bool asks = *cell.text == '?';
                leaf(BlockKind::paragraph, cell.text + (asks ? 1 : 0), 0, asks ? mark::placeholder : 0);
                builder_.close();
            }
            builder_.close();
        }
        builder_.close();
    }
    Document finish() { return builder_.finish(); }

private:
    Limits limits_;
    Builder builder_;

    void leaf(BlockKind kind, const char* text, std::uint8_t level, std::uint16_t marks = 0) {
        builder_.open(kind, level, marks);
        builder_.text(text);
        builder_.close();
    }
};

std::string efforts(const std::vector<std::vector<Cell>>& rows, bool marked = true) {
    Maker make;
    make.heading("III. Priority actions");
    make.table({{{"No."}, {"Priority action", 1}, {"Timeline", 2}}, {{"1"}, {"Inventory", 1}, {"2025", 2}}, {{"2"}, {"Collection", 1}, {"2026", 2}}});
    make.heading("IV. Partner efforts and timelines");
    make.table(rows, marked);
    make.heading("V. Opportunities");
    make.paragraph("None.");
    const Case one(make.finish(), "en");
    return dump_items(one.plan, "effort");
}

}  // namespace

BOOST_AUTO_TEST_CASE(cells_merged_over_rows_hold_for_each) {
    BOOST_TEST(efforts({{{"Action"}, {"Activity", 1}, {"Timeline", 2}, {"Contact", 3}},
                        {{"1", 0, 1, 2}, {"Survey", 1}, {"2025", 2}, {"office@lake.example.org", 3, 1, 3}},
                        {{"Database", 1}, {"2026", 2}},
                        {{"2"}, {"Points", 1}, {"2027", 2}}}) ==
               "effort-1 certain \"\" Survey | action=reference:1 timeline=date:2025 contact=email:office@lake.example.org | action-1\n"
               "effort-2 certain \"\" Database | action=reference:1 timeline=date:2026 contact=email:office@lake.example.org | action-1\n"
               "effort-3 certain \"\" Points | action=reference:2 timeline=date:2027 contact=email:office@lake.example.org | action-2\n");
}

BOOST_AUTO_TEST_CASE(a_ditto_mark_repeats_the_cell_above) {
    BOOST_TEST(efforts({{{"Action"}, {"Activity", 1}, {"Timeline", 2}, {"Cost (USD)", 3}, {"Contact", 4}},
                        {{"1"}, {"Survey", 1}, {"2025", 2}, {"100", 3}, {"office@lake.example.org", 4}},
                        {{"\""}, {"Database", 1}, {"– ″ –", 2}, {"\"", 3}, {"〃", 4}},
                        {{"2"}, {"Points", 1}, {"2027", 2}, {"200", 3}, {"''", 4}}}) ==
               "effort-1 certain \"\" Survey | action=reference:1 timeline=date:2025 cost=money:100 USD contact=email:office@lake.example.org | action-1\n"
               "effort-2 certain \"\" Database | action=reference:1 timeline=date:2025 cost=text:\" contact=email:office@lake.example.org | action-1\n"
               "effort-3 certain \"\" Points | action=reference:2 timeline=date:2027 cost=money:200 USD contact=email:office@lake.example.org | action-2\n");
}

BOOST_AUTO_TEST_CASE(a_word_for_the_cell_above_repeats_it) {
    BOOST_TEST(efforts({{{"Action"}, {"Activity", 1}, {"Timeline", 2}, {"Cost (USD)", 3}, {"Contact", 4}},
                        {{"1"}, {"Survey", 1}, {"2025", 2}, {"100", 3}, {"office@lake.example.org", 4}},
                        {{"2"}, {"Database", 1}, {"Same as above", 2}, {"ditto", 3}, {"(idem.)", 4}}}) ==
               "effort-1 certain \"\" Survey | action=reference:1 timeline=date:2025 cost=money:100 USD contact=email:office@lake.example.org | action-1\n"
               "effort-2 certain \"\" Database | action=reference:2 timeline=date:2025 cost=text:ditto contact=email:office@lake.example.org | action-2\n");
}

BOOST_AUTO_TEST_CASE(an_own_cell_merged_over_rows_is_one_item) {
    BOOST_TEST(efforts({{{"Action"}, {"Activity", 1}, {"Partner", 2}, {"Timeline", 3}},
                        {{"1"}, {"Survey", 1, 1, 2}, {"Lake Institute", 2}, {"2025", 3}},
                        {{"2"}, {"Clear Network", 2}, {"2026", 3}}}) ==
               "effort-1 certain \"\" Survey | action=reference:1,reference:2 partner=organisation:Lake Institute,organisation:Clear Network "
               "timeline=date:2025,date:2026 | action-1 action-2\n");
}

BOOST_AUTO_TEST_CASE(group_rows_belong_to_the_rows_below) {
    BOOST_TEST(efforts({{{"Activity"}, {"Timeline", 1}, {"Tel.", 2}},
                        {{"Priority action 1: Inventory", 0, 3}},
                        {{"Survey"}, {"2025", 1}, {"022 555 01 01", 2}},
                        {{"Database"}, {"2026", 1}, {"", 2}},
                        {{"Priority action 2: Collection", 0, 3}},
                        {{"Points"}, {"2027", 1}, {"022 555 01 02", 2}},
                        {{"Total"}, {"", 1}, {"", 2}}}) ==
               "effort-1 certain \"\" Survey | action=reference:Priority action 1: Inventory timeline=date:2025 contact=telephone:0225550101 | action-1\n"
               "effort-2 certain \"\" Database | action=reference:Priority action 1: Inventory timeline=date:2026 contact! | action-1\n"
               "effort-3 certain \"\" Points | action=reference:Priority action 2: Collection timeline=date:2027 contact=telephone:0225550102 | action-2\n");
}

BOOST_AUTO_TEST_CASE(heads_in_two_rows_below_a_title_row) {
    BOOST_TEST(efforts({{{"Table 1. Efforts of the partners", 0, 4}},
                        {{"Activity", 0, 1, 2}, {"Period", 1, 2}, {"Cost (thousand USD)", 3, 1, 2}},
                        {{"Start", 1}, {"End", 2}},
                        {{"Survey"}, {"2025", 1}, {"2026", 2}, {"1.5", 3}}},
                       false) == "effort-1 certain \"\" Survey | timeline=date:2025,date:2026 cost=money:1500 USD\n");
}

// As layouts make them: a column between others that holds nothing, twice as many columns as begin, a row of heads whose cells
// all reach over the next one, rows without text.
BOOST_AUTO_TEST_CASE(columns_and_rows_that_nobody_sees) {
    const std::string seen = "effort-1 certain \"A-1\" Survey of lakes | number=text:A-1 action=reference:1 timeline=date:2025 | action-1\n"
                             "effort-2 certain \"A-2\" Database of mines | number=text:A-2 action=reference:2 timeline=date:2026 | action-2\n";
    BOOST_TEST(efforts({{{"Activity"}, {"Description", 1}, {"Priority action", 2}, {"Timeline", 3}}, {{"A-1"}, {"Survey of lakes", 1}, {"1", 2}, {"2025", 3}}, {{"A-2"}, {"Database of mines", 1}, {"2", 2}, {"2026", 3}}}) == seen);
    BOOST_TEST(efforts({{{""}, {"Activity", 1}, {"Description", 2}, {"Priority action", 3}, {"Timeline", 4}}, {{""}, {"A-1", 1}, {"Survey of lakes", 2}, {"1", 3}, {"2025", 4}}, {{""}, {"A-2", 1}, {"Database of mines", 2}, {"2", 3}, {"2026", 4}}}) == seen);
    BOOST_TEST(efforts({{{"Activity", 1, 2}, {"Description", 3, 2}, {"Priority action", 5, 2}, {"Timeline", 7, 2}}, {{"A-1", 1, 2}, {"Survey of lakes", 3, 2}, {"1", 5, 2}, {"2025", 7, 2}}, {{"A-2", 1, 2}, {"Database of mines", 3, 2}, {"2", 5, 2}, {"2026", 7, 2}}}) == seen);
    BOOST_TEST(efforts({{{"Activity", 0, 1, 2}, {"Description", 1, 1, 2}, {"Priority action", 2, 1, 2}, {"Timeline", 3, 1, 2}}, {}, {{"A-1"}, {"Survey of lakes", 1}, {"1", 2}, {"2025", 3}}, {{""}, {"", 1}, {"", 2}, {"", 3}}, {{"A-2"}, {"Database of mines", 1}, {"2", 2}, {"2026", 3}}}) == seen);
}

// Codes number the efforts also where the heads stand once more.
BOOST_AUTO_TEST_CASE(heads_that_stand_again) {
    const std::vector<Cell> heads = {{"Activity"}, {"Description", 1}, {"Timeline", 2}};
    BOOST_TEST(efforts({heads, {{"A-1"}, {"Survey of lakes", 1}, {"2025", 2}}, heads, {{"A-2"}, {"Database of mines", 1}, {"2026", 2}}}, false) ==
               "effort-1 certain \"A-1\" Survey of lakes | number=text:A-1 timeline=date:2025\n"
               "effort-2 certain \"A-2\" Database of mines | number=text:A-2 timeline=date:2026\n");
}

// What a control asks for is no answer.
BOOST_AUTO_TEST_CASE(cells_that_were_not_filled_in) {
    BOOST_TEST(efforts({{{"Activity"}, {"Timeline", 1}, {"Contact", 2}}, {{"Survey"}, {"2025", 1}, {"?Enter text here.", 2}}}) == "effort-1 certain \"\" Survey | timeline=date:2025 contact!\n");
}

// A cell merged over all rows is read once; items stay those of the rows.
BOOST_AUTO_TEST_CASE(a_cell_merged_over_twenty_thousand_rows) {
    std::vector<std::vector<Cell>> rows = {{{"Activity"}, {"Timeline", 1}, {"Contact", 2}}, {{"Survey"}, {"2025", 1}, {"office@lake.example.org", 2, 1, 20000}}};
    for (int i = 1; i < 20000; ++i) rows.push_back({{"Survey"}, {"2025", 1}});
    const std::string text = efforts(rows);
    BOOST_TEST(std::count(text.begin(), text.end(), '\n') == 20000);
    BOOST_TEST(text.ends_with("effort-20000 certain \"\" Survey | timeline=date:2025 contact=email:office@lake.example.org\n"));
}

BOOST_AUTO_TEST_SUITE_END()

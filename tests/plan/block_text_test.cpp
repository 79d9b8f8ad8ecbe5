// The values of a part of a block are found in what was folded and searched for all of the text; they are those that the
// part alone would give, and so are the terms in it.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "plan/block_text.hpp"
#include "plan/plan_case.hpp"
#include "text/utf8.hpp"

BOOST_AUTO_TEST_SUITE(block_text)

using namespace plancheck;

namespace {

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

constexpr std::uint32_t masks[] = {want_all, want_all | want_names, want_all | want_names | in_contact_field | in_telephone_field, want_all | in_time_field,
                                   want_all | in_money_field, want_money | want_unset | in_money_field, want_contacts | in_contact_field, want_contacts | want_names | in_contact_field,
                                   want_names | want_unset, want_money, want_recurrence | want_references};

// Parts as sections, cells and sentences are cut: at white space and at signs.
void compare(const std::string& name, const std::string& tag, const std::string& bytes, std::size_t& parts, std::size_t& values) {
    const Document document = read(bytes, name);
    const Language& language = *Languages::built_in().find(tag);
    const BlockText text(document, language);
    for (std::uint32_t block = 0; block < document.main_end; ++block) {
        const Span all = document.blocks[block].text;
        const std::string_view words = document.view(all);
        std::vector<std::uint32_t> cuts{all.begin, all.end};
        for (std::size_t at = 0; at < words.size(); at += decode(words, at).size)
            if (constexpr ByteSet signs{" .,;:()/-'\n\xC2\xE2\xE3\xEF\xD8"}; signs.find(words.substr(at, 1)) == 0) cuts.push_back(all.begin + static_cast<std::uint32_t>(at));
        std::sort(cuts.begin(), cuts.end());
        // All of a short one, of a long one every cut with some of the next.
        for (std::size_t from = 0; from < cuts.size(); ++from)
            for (std::size_t to = from + 1; to < cuts.size(); to += 1 + (to - from) * (to - from) / 4) {
                const Span part{cuts[from], cuts[to]};
                // A value at the end of a text takes the white space behind it along.
                if (document.view(part) != trimmed(document.view(part))) continue;
                const std::uint32_t mask = masks[(from * 7 + to + block) % std::size(masks)];
                const std::vector<Value> here = text.values(block, part, language, mask);
                ++parts;
                values += here.size();
                if (const auto piece = text.part(block, part))
                    for (const TermIndex* index : {&language.words, &language.connectors, &language.negations})
                        if (text.find(*index, *piece) != index->find(*piece)) BOOST_ERROR(name << ", block " << block << ", terms of: " << *piece);
                if (here == find_values(document.view(part), language, mask)) continue;
                BOOST_ERROR(name << ", block " << block << ", mask " << mask << ": " << document.view(part));
            }
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_values_of_a_part_are_those_it_has_alone) {
    for (const auto& [name, tag] : {std::pair("products-en.md", "en"), std::pair("waste-fr.md", "fr"), std::pair("gold-es.md", "es"),
                                    std::pair("supply-storage-ru.md", "ru"), std::pair("chlor-alkali-ar.md", "ar"), std::pair("coal-zh.md", "zh")}) {
        std::size_t parts = 0, values = 0;
        compare(name, tag, bytes_of(std::string("../examples/plans/") + name), parts, values);
        BOOST_TEST(parts > 1000);
        BOOST_TEST(values > 100);
    }
}

BOOST_AUTO_TEST_CASE(a_part_that_is_no_part_of_its_block_is_read_as_it_stands) {
    const Document document = read("From 2025 to 2027.\n\nIt costs 300 USD.\n", "plan.md");
    const Language& language = *Languages::built_in().find("en");
    const BlockText text(document, language);
    const Span whole{document.blocks[0].text.begin, document.blocks[1].text.end};
    BOOST_TEST(text.values(0, whole, language, want_all | in_money_field).size() == 3);
    BOOST_TEST(text.values(1, document.blocks[0].text, language, want_all | in_time_field).size() == 1);
}

BOOST_AUTO_TEST_SUITE_END()

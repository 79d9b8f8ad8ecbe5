// Word files whose XML is made to break its reader: declarations, depth, width, spans and merges beyond all measure.
#include "hostile.hpp"

BOOST_AUTO_TEST_SUITE(markup)

using namespace hostile;

namespace {

std::string bad(std::string_view rest) { return "docx: unreadable; read/damaged part=word/document.xml reason=" + std::string(rest); }

std::string cell(std::string_view properties, std::string_view text) {
    return "<w:tc><w:tcPr>" + std::string(properties) + "</w:tcPr>" + paragraph(text) + "</w:tc>";
}

}  // namespace

BOOST_AUTO_TEST_CASE(declarations_and_entities) {
    const std::string part = main_part(paragraph("&lol9;"));
    refused(package_of("<!DOCTYPE w:document>" + main_part(paragraph("A plan"))).bytes(), "plan.docx", bad("doctype line=1 column=1"), "read/damaged");
    std::string laughs = "<!DOCTYPE x [<!ENTITY lol0 'lol'>";
    for (int i = 1; i < 10; ++i) laughs += "<!ENTITY lol" + std::to_string(i) + " '" + times(10, "&lol" + std::to_string(i - 1) + ";") + "'>";
    refused(package_of(laughs + "]>" + part).bytes(), "plan.docx", bad("doctype line=1 column=1"), "read/damaged");
    refused(package_of("<!DOCTYPE x SYSTEM 'file:///etc/passwd'>" + part).bytes(), "plan.docx", bad("doctype line=1 column=1"), "read/damaged");
    refused(package_of(part).bytes(), "plan.docx", bad("reference line=1 column=" + std::to_string(part.find('&') + 1)), "read/damaged");
}

BOOST_AUTO_TEST_CASE(characters_that_xml_forbids) {
    const auto column = [](std::string_view text) { return std::to_string(main_part(paragraph(text)).find("plan") + 5); };
    refused(docx(paragraph(std::string("plan\0", 5))), "plan.docx", bad("character line=1 column=" + column("plan")), "read/damaged");
    refused(docx(paragraph("plan\x01")), "plan.docx", bad("character line=1 column=" + column("plan")), "read/damaged");
    refused(docx(paragraph("plan&#1;")), "plan.docx", bad("character line=1 column=" + column("plan")), "read/damaged");
    refused(docx(paragraph("plan&#xD800;")), "plan.docx", bad("character line=1 column=" + column("plan")), "read/damaged");
    for (const char* wrong : {"plan\xFF", "plan\xC0\x80", "plan\xED\xA0\x80", "plan\xF4\x90\x80\x80", "plan\xE2\x82"})
        refused(docx(paragraph(wrong)), "plan.docx", bad("encoding line=1 column=" + column("plan")), "read/damaged");
}

BOOST_AUTO_TEST_CASE(depth) {
    for (const std::string name : {"w:p", "w:tbl", "w:sdt", "w:sdtContent", "mc:AlternateContent", "w:ins", "x"})
        for (const std::size_t deep : {std::size_t{300}, std::size_t{100000}})
            refused(docx(times(deep, "<" + name + ">") + times(deep, "</" + name + ">")), "plan.docx",
                    "docx: unreadable; read/limit limit=nesting value=257 allowed=256", "read/limit");
    // Never closed.
    refused(package_of(times(300000, "<a>")).bytes(), "plan.docx", "docx: unreadable; read/limit limit=nesting value=257 allowed=256", "read/limit");
    // As deep as is allowed, of what makes the reader keep most.
    const std::string table = "<w:tbl><w:tr><w:tc>";
    const std::string tables = times(83, table) + paragraph("A plan") + times(83, "</w:tc></w:tr></w:tbl>");
    BOOST_TEST(told(docx(tables)) == "docx: 250 blocks");
    const std::string choice = "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice>";
    const std::string choices = times(120, choice) + times(20000, "<w:x/>") + times(120, "</mc:Choice></mc:AlternateContent>");
    BOOST_TEST(told(docx("<w:p>" + choices + "</w:p>" + paragraph("A plan"))) == "docx: 1 blocks");
}

BOOST_AUTO_TEST_CASE(attributes) {
    std::string many = "<w:p";
    for (int i = 0; i < 100000; ++i) many += " a" + std::to_string(i) + "=''";
    refused(docx(many + "/>"), "plan.docx", "docx: unreadable; read/limit limit=attributes value=1025 allowed=1024", "read/limit");
    const std::string twice = main_part("<w:p w:a='' w:b='' w:a=''/>");
    refused(package_of(twice).bytes(), "plan.docx", bad("duplicate-attribute line=1 column=" + std::to_string(twice.rfind("w:a") + 1)), "read/damaged");
}

BOOST_AUTO_TEST_CASE(a_million_elements) {
    BOOST_TEST(told(docx(paragraph("A plan") + times(1000000, "<w:p/>"))) == "docx: 1 blocks");
    refused(docx(times(5000000, "<a/>")), "plan.docx", "docx: unreadable; read/limit limit=elements value=4194305 allowed=4194304", "read/limit");
}

BOOST_AUTO_TEST_CASE(spans_beyond_measure) {
    const std::string row = "<w:tr>" + cell("<w:gridSpan w:val='1000000000'/>", "A") + cell("<w:gridSpan w:val='-5'/>", "B") +
                            cell("<w:gridSpan w:val='99999999999999999999'/>", "C") + "</w:tr>";
    const Document document = plancheck::read(docx("<w:tbl>" + times(100, row) + "</w:tbl>"), "plan.docx");
    BOOST_TEST(told(document) == "docx: 701 blocks");
    for (const plancheck::Block& block : document.blocks) {
        if (block.kind != plancheck::BlockKind::cell) continue;
        BOOST_TEST(block.column_span <= 1000);
        BOOST_TEST(block.column + block.column_span <= 2001);
    }
    BOOST_TEST(told(docx("<w:tbl><w:tr><w:trPr><w:gridBefore w:val='4000000000'/></w:trPr>" + cell("", "A") + "</w:tr></w:tbl>")) == "docx: 4 blocks");
    // More columns than a column number holds.
    const std::string wide = "<w:tbl><w:tr>" + times(70000, "<w:tc><w:p/></w:tc>") + cell("", "A plan") + "</w:tr></w:tbl>";
    BOOST_TEST(told(docx(wide)) == "docx: 70004 blocks");
}

BOOST_AUTO_TEST_CASE(numbers_and_levels_beyond_measure) {
    for (const std::string value : {"-1", "9", "2147483648", "99999999999999999999", "x", ""}) {
        const std::string item = "<w:p><w:pPr><w:outlineLvl w:val='" + value + "'/><w:numPr><w:ilvl w:val='" + value + "'/><w:numId w:val='" + value +
                                 "'/></w:numPr></w:pPr><w:r><w:sym w:char='" + value + "' w:font='Symbol'/><w:t>A plan</w:t></w:r></w:p>";
        BOOST_TEST(told(docx(item)) == "docx: 1 blocks");
    }
}

BOOST_AUTO_TEST_CASE(labels_and_targets_that_multiply) {
    // A label of a million signs and a link of a million bytes, each used by a thousand paragraphs.
    support::ZipWriter zip = package_of(main_part(
        times(1000, "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:hyperlink r:id='r1' "
                    "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><w:r><w:t>A plan</w:t></w:r></w:hyperlink></w:p>")));
    zip.add("word/numbering.xml", "<w:numbering xmlns:w=\"" + word_space + "\"><w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='999999'/>"
                                  "<w:numFmt w:val='upperLetter'/><w:lvlText w:val='" + times(500000, "%1") + "'/></w:lvl></w:abstractNum>"
                                  "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num></w:numbering>");
    zip.add("word/_rels/document.xml.rels",
            "<Relationships><Relationship Id='n' Type='x/numbering' Target='numbering.xml'/><Relationship Id='r1' Type='x/hyperlink' TargetMode='External' "
            "Target='http://plan.example/" + times(1000000, "a") + "'/></Relationships>");
    const Document document = plancheck::read(zip.bytes(), "plan.docx");
    BOOST_TEST(told(document) == "docx: 1000 blocks");
    BOOST_TEST(document.labels.size() <= 1000u * 1024u);
    BOOST_TEST(document.links.size() == 0u);
}

BOOST_AUTO_TEST_CASE(cells_by_the_million) {
    // 1,000,000 cells are read; the next one is the limit. Rows of 100.
    const std::string row = "<w:tr>" + times(100, "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>") + "</w:tr>";
    const std::string few_elements = "<w:tr>" + times(100, "<w:tc/>") + "</w:tr>";
    BOOST_TEST(told(docx("<w:tbl>" + times(9000, few_elements) + times(1000, row) + "</w:tbl>")) ==
               "docx: " + std::to_string(1 + 10000 + 1000000 + 100000) + " blocks");
    refused(docx("<w:tbl>" + times(10000, few_elements) + "<w:tr><w:tc/></w:tr></w:tbl>"), "plan.docx",
            "docx: unreadable; read/limit limit=cells value=1000001 allowed=1000000", "read/limit");
}

BOOST_AUTO_TEST_CASE(a_cost_merged_over_a_thousand_rows) {
    std::string rows = "<w:tr>" + cell("", "Action") + cell("", "Partner") + cell("", "Timeline") + cell("", "Cost") + cell("", "Contact") + "</w:tr>";
    for (int i = 1; i <= 1000; ++i) {
        const std::string n = std::to_string(i);
        rows += "<w:tr>" + cell("", "Action " + n) + cell("", "Partner " + n) + cell("", "2025-2027") +
                cell(i == 1 ? "<w:vMerge w:val='restart'/>" : "<w:vMerge/>", i == 1 ? "USD 150,000" : "") + cell("", "office" + n + "@plan.example") + "</w:tr>";
    }
    const std::string plan = docx(paragraph("Business plan of the mercury waste area") + heading("I. Summary of the issue") + paragraph("Mercury waste.") +
                                  heading("II. Objective of the partnership area") + paragraph("Less waste.") + heading("III. Priority actions") +
                                  paragraph("1. Count it.") + heading("IV. Partner efforts and timelines") + "<w:tbl>" + rows + "</w:tbl>" +
                                  heading("V. Opportunities") + paragraph("Some."));
    const plancheck::Report report = validator().validate(plan, "plan.docx");
    BOOST_TEST(report.requirements.size() == 83u);
    std::size_t efforts = 0, costs = 0;
    for (const plancheck::ReportItem& item : report.items) {
        if (item.kind != "effort") continue;
        ++efforts;
        for (const plancheck::ReportField& field : item.fields) costs += field.name == "cost" && !field.values.empty() && field.values[0].value == "150000 USD";
    }
    BOOST_TEST(efforts == 1000u);
    BOOST_TEST(costs == 1000u);
}

BOOST_AUTO_TEST_SUITE_END()

// A Word file of five parts. Headings are the style "heading 1" with its outline level, and numbered by a list that the
// style carries, as Word makes them itself; header rows repeat on every page.
#include "write/blank.hpp"
#include "write/package_writer.hpp"

namespace plancheck {
namespace {

constexpr std::string_view xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view word_names = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

// Direction of a paragraph and of a run.
std::string_view paragraph_direction(const Blank& blank) { return blank.right_to_left ? "<w:bidi/>" : ""; }
std::string_view run_direction(const Blank& blank) { return blank.right_to_left ? "<w:rPr><w:rtl/></w:rPr>" : ""; }

std::string paragraph(const Blank& blank, std::string_view style, std::string_view text) {
    std::string out = "<w:p><w:pPr>";
    if (!style.empty()) out += "<w:pStyle w:val=\"" + std::string(style) + "\"/>";
    out += paragraph_direction(blank);
    out += "</w:pPr>";
    if (!text.empty()) {
        out += "<w:r>";
        out += run_direction(blank);
        out += "<w:t xml:space=\"preserve\">" + xml_text(text) + "</w:t></w:r>";
    }
    return out + "</w:p>";
}

std::string table(const Blank& blank, const std::vector<std::string>& heads) {
    constexpr std::size_t text_width = 9638;  // twentieths of a point: A4 without margins of 2 cm
    const std::string width = std::to_string(text_width / heads.size());
    std::string out = "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/>";
    if (blank.right_to_left) out += "<w:bidiVisual/>";
    out += "<w:tblW w:w=\"" + std::to_string(text_width) + "\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>";
    for (std::size_t i = 0; i < heads.size(); ++i) out += "<w:gridCol w:w=\"" + width + "\"/>";
    out += "</w:tblGrid>";
    const auto row = [&](bool header) {
        out += "<w:tr><w:trPr><w:cantSplit/>";
        if (header) out += "<w:tblHeader/>";
        else out += "<w:trHeight w:val=\"567\"/>";
        out += "</w:trPr>";
        for (const std::string& head : heads)
            out += "<w:tc><w:tcPr><w:tcW w:w=\"" + width + "\" w:type=\"dxa\"/>" + (header ? "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E7ECF1\"/>" : "") +
                   "</w:tcPr>" + paragraph(blank, header ? "TableHead" : "TableText", header ? head : std::string()) + "</w:tc>";
        out += "</w:tr>";
    };
    row(true);
    for (std::size_t i = 0; i < blank.rows; ++i) row(false);
    return out + "</w:tbl>";
}

std::string document(const Blank& blank) {
    std::string out(xml_head);
    out += "<w:document" + std::string(word_names) + "><w:body>" + paragraph(blank, "Title", blank.title);
    for (const BlankSection& section : blank.sections) {
        out += paragraph(blank, "Heading1", blank.number_format.empty() ? section.numeral + section.title : section.title);
        if (!section.prompt.empty()) out += paragraph(blank, "Prompt", section.prompt);
        for (const auto& heads : section.tables) out += table(blank, heads);
        out += paragraph(blank, "", "");
    }
    return out + "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" "
                 "w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>" +
           std::string(paragraph_direction(blank)) + "</w:sectPr></w:body></w:document>\n";
}

std::string style(std::string_view id, std::string_view name, std::string_view rest) {
    return "<w:style w:type=\"paragraph\" w:styleId=\"" + std::string(id) + "\"><w:name w:val=\"" + std::string(name) + "\"/>" + std::string(rest) +
           "</w:style>";
}

std::string styles(const Blank& blank) {
    const std::string language = xml_text(blank.language);
    std::string out(xml_head);
    out += "<w:styles" + std::string(word_names) +
           "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:eastAsia=\"SimSun\" w:cs=\"Arial\"/>"
           "<w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/><w:lang w:val=\"" + language + "\" w:eastAsia=\"" + language + "\" w:bidi=\"" + language +
           "\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>"
           "</w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>";
    out += style("Title", "Title",
                 "<w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:qFormat/><w:pPr><w:spacing w:after=\"360\"/></w:pPr>"
                 "<w:rPr><w:b/><w:bCs/><w:sz w:val=\"36\"/><w:szCs w:val=\"36\"/></w:rPr>");
    std::string numbering;
    if (!blank.number_format.empty()) numbering = "<w:numPr><w:numId w:val=\"1\"/></w:numPr>";
    out += style("Heading1", "heading 1",
                 "<w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:qFormat/><w:pPr><w:keepNext/>" + numbering +
                     "<w:spacing w:before=\"360\" w:after=\"120\"/><w:outlineLvl w:val=\"0\"/></w:pPr>"
                     "<w:rPr><w:b/><w:bCs/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/></w:rPr>");
    out += style("Prompt", "Prompt", "<w:basedOn w:val=\"Normal\"/><w:qFormat/><w:rPr><w:i/><w:iCs/><w:color w:val=\"5B636B\"/></w:rPr>");
    out += style("TableText", "Table Text",
                 "<w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr><w:spacing w:before=\"40\" w:after=\"40\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr>"
                 "<w:rPr><w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/></w:rPr>");
    out += style("TableHead", "Table Head", "<w:basedOn w:val=\"TableText\"/><w:qFormat/><w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr>");
    out += "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr><w:tblCellMar>"
           "<w:left w:w=\"108\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
           "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>";
    for (const char* side : {"top", "left", "bottom", "right", "insideH", "insideV"})
        out += "<w:" + std::string(side) + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808890\"/>";
    return out + "</w:tblBorders></w:tblPr></w:style></w:styles>\n";
}

std::string numbering(const Blank& blank) {
    return std::string(xml_head) + "<w:numbering" + std::string(word_names) +
           "><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"multilevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" +
           xml_text(blank.number_format) + "\"/><w:pStyle w:val=\"Heading1\"/><w:suff w:val=\"" + (blank.space_after_number() ? "space" : "nothing") + "\"/><w:lvlText w:val=\"" + xml_text(blank.number_text) +
           "\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"0\" w:firstLine=\"0\"/></w:pPr></w:lvl></w:abstractNum>"
           "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>\n";
}

}  // namespace

std::string blank_docx(const Blank& blank) {
    constexpr std::string_view relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    constexpr std::string_view types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    const bool numbered = !blank.number_format.empty();
    const auto part_type = [&](std::string_view part) {
        const std::string_view type = part == "document" ? "document.main" : part;
        return "<Override PartName=\"/word/" + std::string(part) + ".xml\" ContentType=\"" + std::string(types) + std::string(type) + "+xml\"/>";
    };
    const auto relation = [&](std::string_view id, std::string_view kind, std::string_view target) {
        return "<Relationship Id=\"" + std::string(id) + "\" Type=\"" + std::string(relations) + std::string(kind) + "\" Target=\"" + std::string(target) + "\"/>";
    };
    const std::string relationships = std::string(xml_head) + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    std::vector<PackagePart> parts;
    parts.push_back({"[Content_Types].xml", std::string(xml_head) +
                                                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
                                                "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
                                                "ContentType=\"application/xml\"/>" +
                                                part_type("document") + part_type("styles") + (numbered ? part_type("numbering") : std::string()) + "</Types>\n"});
    parts.push_back({"_rels/.rels", relationships + relation("rId1", "officeDocument", "word/document.xml") + "</Relationships>\n"});
    parts.push_back({"word/document.xml", document(blank)});
    parts.push_back({"word/styles.xml", styles(blank)});
    if (numbered) parts.push_back({"word/numbering.xml", numbering(blank)});
    parts.push_back({"word/_rels/document.xml.rels", relationships + relation("rId1", "styles", "styles.xml") +
                                                         (numbered ? relation("rId2", "numbering", "numbering.xml") : std::string()) + "</Relationships>\n"});
    return write_package(parts);
}

}  // namespace plancheck

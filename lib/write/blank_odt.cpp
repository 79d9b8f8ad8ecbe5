// An OpenDocument text of four parts. Headings are numbered by the outline style, tables repeat their header rows.
#include "write/blank.hpp"
#include "write/package_writer.hpp"

namespace plancheck {
namespace {

constexpr std::string_view odt_head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr std::string_view odt_names =
    " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
    " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""
    " office:version=\"1.3\"";

// OpenDocument's spelling of the number formats that languages use for sections.
std::string_view format_of(std::string_view ooxml) {
    if (ooxml == "upperRoman") return "I";
    if (ooxml == "chineseCounting" || ooxml == "chineseCountingThousand") return "一, 二, 三, ...";
    return "1";
}

std::string table(const Blank& blank, const std::vector<std::string>& heads, std::size_t number) {
    std::string out = "<table:table table:name=\"Table" + std::to_string(number) + "\" table:style-name=\"Grid\"><table:table-column table:number-columns-repeated=\"" +
                      std::to_string(heads.size()) + "\"/><table:table-header-rows><table:table-row table:style-name=\"Row\">";
    for (const std::string& head : heads)
        out += "<table:table-cell table:style-name=\"HeadCell\"><text:p text:style-name=\"TableHead\">" + xml_text(head) + "</text:p></table:table-cell>";
    out += "</table:table-row></table:table-header-rows>";
    for (std::size_t row = 0; row < blank.rows; ++row) {
        out += "<table:table-row table:style-name=\"Row\">";
        for (std::size_t column = 0; column < heads.size(); ++column)
            out += "<table:table-cell table:style-name=\"Cell\"><text:p text:style-name=\"TableText\"/></table:table-cell>";
        out += "</table:table-row>";
    }
    return out + "</table:table>";
}

std::string content(const Blank& blank) {
    std::string out(odt_head);
    const std::string direction = blank.right_to_left ? " style:writing-mode=\"rl-tb\"" : "";
    out += "<office:document-content" + std::string(odt_names) +
           "><office:automatic-styles><style:style style:name=\"Grid\" style:family=\"table\"><style:table-properties style:width=\"17cm\" table:align=\"margins\" table:border-model=\"collapsing\"" +
           direction +
           "/></style:style><style:style style:name=\"Row\" style:family=\"table-row\"><style:table-row-properties style:min-row-height=\"1cm\" "
           "fo:keep-together=\"always\"/></style:style>";
    for (const bool head : {true, false})
        out += "<style:style style:name=\"" + std::string(head ? "HeadCell" : "Cell") +
               "\" style:family=\"table-cell\"><style:table-cell-properties fo:border=\"0.5pt solid #808890\" fo:padding=\"0.1cm\"" +
               (head ? " fo:background-color=\"#e7ecf1\"" : "") + "/></style:style>";
    out += "</office:automatic-styles><office:body><office:text><text:p text:style-name=\"Title\">" + xml_text(blank.title) + "</text:p>";
    std::size_t tables = 0;
    for (const BlankSection& section : blank.sections) {
        out += "<text:h text:style-name=\"Heading_20_1\" text:outline-level=\"1\">" +
               xml_text(blank.number_format.empty() ? section.numeral + section.title : section.title) + "</text:h>";
        if (!section.prompt.empty()) out += "<text:p text:style-name=\"Prompt\">" + xml_text(section.prompt) + "</text:p>";
        for (const auto& heads : section.tables) out += table(blank, heads, ++tables);
        out += "<text:p text:style-name=\"Standard\"/>";
    }
    return out + "</office:text></office:body></office:document-content>\n";
}

std::string paragraph_style(std::string_view name, std::string_view attributes, std::string_view paragraph, std::string_view text) {
    return "<style:style style:name=\"" + std::string(name) + "\" style:family=\"paragraph\" " + std::string(attributes) + "><style:paragraph-properties " +
           std::string(paragraph) + "/><style:text-properties " + std::string(text) + "/></style:style>";
}

// Size, weight and slant for each of the three kinds of script that the format keeps apart.
std::string font(std::string_view size, bool bold, bool italic, std::string_view rest = {}) {
    std::string out;
    for (const char* script : {"", "-asian", "-complex"}) {
        const std::string prefix = *script == '\0' ? "fo:" : "style:";
        out += prefix + "font-size" + script + "=\"" + std::string(size) + "\" ";
        if (bold) out += prefix + "font-weight" + script + "=\"bold\" ";
        if (italic) out += prefix + "font-style" + script + "=\"italic\" ";
    }
    return out + std::string(rest);
}

std::string odt_styles(const Blank& blank) {
    const std::string language = xml_text(blank.language);
    const std::string mode = blank.right_to_left ? "style:writing-mode=\"rl-tb\" fo:text-align=\"right\"" : "style:writing-mode=\"lr-tb\"";
    std::string out(odt_head);
    out += "<office:document-styles" + std::string(odt_names) + "><office:styles><style:default-style style:family=\"paragraph\"><style:paragraph-properties "
           "fo:margin-bottom=\"0.2cm\" fo:line-height=\"115%\" " + mode + "/><style:text-properties fo:font-family=\"Calibri, Carlito, sans-serif\" "
           "style:font-family-asian=\"SimSun\" style:font-family-complex=\"Arial\" fo:language=\"" + language + "\" style:language-asian=\"" + language +
           "\" style:language-complex=\"" + language + "\" " + font("11pt", false, false) + "/></style:default-style>";
    out += paragraph_style("Standard", "style:class=\"text\"", "", "");
    out += paragraph_style("Title", "style:parent-style-name=\"Standard\" style:class=\"chapter\"", "fo:margin-bottom=\"0.6cm\"", font("18pt", true, false));
    out += paragraph_style("Heading_20_1", "style:display-name=\"Heading 1\" style:parent-style-name=\"Standard\" style:next-style-name=\"Standard\" "
                           "style:default-outline-level=\"1\" style:class=\"text\"",
                           "fo:margin-top=\"0.6cm\" fo:margin-bottom=\"0.2cm\" fo:keep-with-next=\"always\"", font("14pt", true, false));
    out += paragraph_style("Prompt", "style:parent-style-name=\"Standard\"", "", font("11pt", false, true, "fo:color=\"#5b636b\""));
    out += paragraph_style("TableText", "style:parent-style-name=\"Standard\"", "fo:margin-bottom=\"0cm\"", font("10pt", false, false));
    out += paragraph_style("TableHead", "style:parent-style-name=\"TableText\"", "", font("10pt", true, false));
    if (!blank.number_format.empty()) {
        const std::size_t at = blank.number_text.find("%1");
        out += "<text:outline-style style:name=\"Outline\"><text:outline-level-style text:level=\"1\" style:num-format=\"" +
               std::string(format_of(blank.number_format)) + "\" style:num-prefix=\"" + xml_text(blank.number_text.substr(0, at)) + "\" style:num-suffix=\"" +
               xml_text(blank.number_text.substr(at + 2)) +
               "\"><style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\"><style:list-level-label-alignment "
               "text:label-followed-by=\"" + (blank.space_after_number() ? "space" : "nothing") + "\"/></style:list-level-properties></text:outline-level-style></text:outline-style>";
    }
    return out + "</office:styles><office:automatic-styles><style:page-layout style:name=\"Page\"><style:page-layout-properties fo:page-width=\"21cm\" "
                 "fo:page-height=\"29.7cm\" fo:margin-top=\"2cm\" fo:margin-bottom=\"2cm\" fo:margin-left=\"2cm\" fo:margin-right=\"2cm\" " +
           std::string(blank.right_to_left ? "style:writing-mode=\"rl-tb\"" : "style:writing-mode=\"lr-tb\"") +
           "/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name=\"Standard\" "
           "style:page-layout-name=\"Page\"/></office:master-styles></office:document-styles>\n";
}

}  // namespace

std::string blank_odt(const Blank& blank) {
    constexpr std::string_view type = "application/vnd.oasis.opendocument.text";
    std::string manifest(odt_head);
    manifest += "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">"
                "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" manifest:media-type=\"" + std::string(type) + "\"/>";
    for (const char* part : {"content.xml", "styles.xml"})
        manifest += "<manifest:file-entry manifest:full-path=\"" + std::string(part) + "\" manifest:media-type=\"text/xml\"/>";
    manifest += "</manifest:manifest>\n";
    return write_package({{"mimetype", std::string(type), true}, {"content.xml", content(blank)}, {"styles.xml", odt_styles(blank)}, {"META-INF/manifest.xml", manifest}});
}

}  // namespace plancheck

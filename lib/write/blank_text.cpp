// Blank plans that are text: Markdown, and HTML that any word processor opens: where one passes over styles of cells and
// over what "start" means, attributes draw the tables, and a side is named.
#include "write/blank.hpp"
#include "write/html_parts.hpp"

namespace plancheck {
namespace {

// What Markdown would take for its own.
std::string plain(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (std::string_view("\\`*_{}[]<>|#").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

}  // namespace

std::string blank_markdown(const Blank& blank) {
    std::string out = "# " + plain(blank.title) + "\n";
    for (const BlankSection& section : blank.sections) {
        out += "\n## " + plain(section.numeral) + plain(section.title) + "\n";
        if (!section.prompt.empty()) out += '\n' + plain(section.prompt) + '\n';
        for (const auto& heads : section.tables) {
            std::string rule = "|", empty = "|";
            out += "\n|";
            for (const std::string& head : heads) {
                out += ' ' + plain(head) + " |";
                rule += "---|";
                empty += "  |";
            }
            out += '\n' + rule + '\n';
            for (std::size_t row = 0; row < blank.rows; ++row) out += empty + '\n';
        }
    }
    return out;
}

std::string blank_html(const Blank& blank) {
    std::string out = "<!DOCTYPE html>\n<html lang=\"" + html_text(blank.language) + "\" dir=\"" + (blank.right_to_left ? "rtl" : "ltr") +
                      "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + html_text(blank.title) +
                      "</title>\n<style>body{max-width:50rem;margin:2rem auto;padding:0 1rem;font-family:sans-serif;line-height:1.5}"
                      "table{width:100%;border-collapse:collapse}th,td{height:1.8em;padding:.2rem .5rem;border:1px solid #888}"
                      "h1,h2,p,th,td{text-align:" + (blank.right_to_left ? "right" : "left") + "}p.prompt{color:#666;font-style:italic}</style>\n</head>\n<body>\n<h1>" +
                      html_text(blank.title) + "</h1>\n";
    for (const BlankSection& section : blank.sections) {
        out += "<h2>" + html_text(section.numeral + section.title) + "</h2>\n";
        if (!section.prompt.empty()) out += "<p class=\"prompt\">" + html_text(section.prompt) + "</p>\n";
        if (section.tables.empty()) out += "<p><br></p>\n";
        for (const auto& heads : section.tables) {
            out += "<table border=\"1\" width=\"100%\">\n<thead><tr>";
            for (const std::string& head : heads) out += "<th>" + html_text(head) + "</th>";
            out += "</tr></thead>\n<tbody>\n";
            for (std::size_t row = 0; row < blank.rows; ++row) {
                out += "<tr>";
                for (std::size_t column = 0; column < heads.size(); ++column) out += "<td></td>";
                out += "</tr>\n";
            }
            out += "</tbody>\n</table>\n";
        }
    }
    return out + "</body>\n</html>\n";
}

}  // namespace plancheck

// What sites and word processors write otherwise in HTML for the same page changes nothing: each whole plan of
// gmp-annex2/not-a-fault/ is made HTML, and that again as Word, Google Docs and sites write it.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "plancheck.hpp"
#include "support/same_findings.hpp"

BOOST_AUTO_TEST_SUITE(written_in_html)

namespace {

using namespace plancheck;

enum class Way { plain, site, google, word };

class Writer {
public:
    Writer(const Document& document, Way way) : document_(document), way_(way) {}

    std::string page() {
        blocks(0, document_.main_end);
        return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>x</title></head><body>" + body_ + "</body></html>";
    }

private:
    const Document& document_;
    Way way_;
    std::string body_;

    static std::string escaped(std::string_view text) {
        std::string made;
        for (const char c : text) {
            if (c == '&') made += "&amp;";
            else if (c == '<') made += "&lt;";
            else if (c == '\n') made += "<br>";
            else made += c;
        }
        return made;
    }

    // A site hides addresses from those who gather them.
    std::string words(std::string_view text) const {
        std::string made = escaped(text);
        if (way_ != Way::site) return made;
        for (std::size_t at = made.find('@'); at != made.npos; at = made.find('@', at + 1)) {
            constexpr std::string_view picture = "<img src=\"at.gif\" alt=\"@\">";
            made.replace(at, 1, picture);
            at += picture.size();
        }
        return made;
    }

    std::string bold(std::string_view text) const {
        if (text.empty()) return {};
        return way_ == Way::google ? "<span style=\"font-weight:700;white-space:pre-wrap\">" + words(text) + "</span>" : "<b>" + words(text) + "</b>";
    }

    void leaf(const Block& block) {
        const std::string_view text = document_.view(block.text);
        const std::size_t thick = std::min<std::size_t>(block.bold, text.size());
        const std::string inside = bold(text.substr(0, thick)) + words(text.substr(thick));
        if (block.kind == BlockKind::heading) {
            const std::string tag = "h" + std::to_string(std::min<int>(block.level, 6));
            body_ += "<" + tag + ">" + (way_ == Way::word ? "<a name=\"_Toc1\"><span lang=EN-GB>" + words(text) + "</span></a>" : words(text)) + (way_ == Way::site ? " <a class=\"anchor\" href=\"#x\">#</a>" : "") + "</" + tag + ">\n";
        } else if (block.kind == BlockKind::list_item) {
            item(block, inside);
        } else {
            body_ += (way_ == Way::word ? "<p class=MsoNormal>" : "<p>") + inside + (way_ == Way::word ? "<o:p></o:p></p>\n<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n" : "</p>\n");
        }
    }

    // Each in a list of its own, so that no list has to be closed.
    void item(const Block& block, const std::string& inside) {
        const bool ordered = block.has(mark::ordered);
        const std::string number = std::to_string(block.number), level = std::to_string(block.level + 1), margin = std::to_string(36 * (block.level + 1));
        const std::string label = !ordered ? "·" : block.label.empty() ? number + "." : std::string(document_.label(block));
        const std::string list = "l" + std::to_string(2 * block.list + (ordered ? 1 : 0));
        body_ += "<p class=MsoListParagraph style='margin-left:" + margin + ".0pt;text-indent:-18.0pt;mso-list:" + list + " level" + level + " lfo1'>";
        if (way_ == Way::site && !ordered) body_ += "<span style='mso-list:Ignore'><img width=13 height=13 src=\"a.gif\" alt=\"*\"></span>";
        else body_ += "<![if !supportLists]><span style='mso-list:Ignore'>" + label + "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>";
        body_ += inside + "</p>\n";
    }

    void table(std::uint32_t index) {
        body_ += "<table>";
        bool first = true;
        for (std::uint32_t r = index + 1; r < document_.blocks[index].end; r = document_.blocks[r].end, first = false) {
            const std::string tag = first && way_ != Way::word ? "th" : "td";
            body_ += "<tr>";
            for (std::uint32_t c = r + 1; c < document_.blocks[r].end; c = document_.blocks[c].end) {
                body_ += "<" + tag + " colspan=" + std::to_string(document_.blocks[c].column_span) + " rowspan=" + std::to_string(document_.blocks[c].row_span) + ">";
                blocks(c + 1, document_.blocks[c].end);
                if (way_ == Way::site && first && document_.blocks[c].end > c + 1) body_ += "<span class=sort>▲</span>";
                body_ += "</" + tag + ">";
            }
            body_ += "</tr>\n";
        }
        body_ += "</table>\n";
    }

    void blocks(std::uint32_t begin, std::uint32_t end) {
        for (std::uint32_t i = begin; i < end; i = document_.blocks[i].end) {
            if (document_.blocks[i].kind == BlockKind::table) table(i);
            else if (!document_.blocks[i].text.empty()) leaf(document_.blocks[i]);
        }
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(nothing_changes) {
    struct Called {
        const char* name;
        Way way;
    };
    const std::vector<Called> ways = {{"plain", Way::plain}, {"a site", Way::site}, {"Google Docs", Way::google}, {"Word", Way::word}};
    support::check_ways("plan.html", ways, {}, [](const Document& document, const Called& one) { return Writer(document, one.way).page(); });
}

BOOST_AUTO_TEST_SUITE_END()

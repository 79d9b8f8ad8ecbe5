// Escaping is done here and nowhere else. The style knows light, dark and paper; colours always stand beside a word that
// says the same.
#include "write/html_parts.hpp"

#include "write/phrases.hpp"

namespace plancheck {
namespace {

constexpr std::string_view opening = "\xE2\x81\xA8", closing = "\xE2\x81\xA9";  // U+2068, U+2069

constexpr std::string_view page_style = R"(
:root{color-scheme:light dark;--back:#fff;--text:#1c2024;--faint:#5b636b;--line:#d9dde1;--soft:#f4f6f8;--error:#b3261e;--warning:#8a5a00;--note:#1d5d9b;--good:#256b3a;--link:#1d5d9b}
@media (prefers-color-scheme:dark){:root{--back:#15181b;--text:#e6e9ec;--faint:#a2abb4;--line:#363c42;--soft:#1e2327;--error:#ff8a80;--warning:#f0b64a;--note:#8ac0f5;--good:#7fcf96;--link:#8ac0f5}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem 1.25rem 4rem;max-width:60rem;background:var(--back);color:var(--text);font:16px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic","Noto Sans CJK SC",sans-serif;overflow-wrap:break-word}
a{color:var(--link)}
h1,.document h2{margin:.1rem 0 .25rem;font-size:1.6rem;line-height:1.25}
h2,.document h3{margin:2.25rem 0 .6rem;padding-block-end:.25rem;border-block-end:1px solid var(--line);font-size:1.2rem}
h3,.document h4{margin:1.4rem 0 .5rem;font-size:1rem}
.document h2{padding:0;border:0}.document h4{padding:0;border:0}
p{margin:.35rem 0}
code{font:.85em ui-monospace,"DejaVu Sans Mono",monospace;color:var(--faint)}
pre{margin:.4rem 0;padding:.6rem .8rem;overflow-x:auto;background:var(--soft);border-radius:.3rem;font:.85rem/1.45 ui-monospace,"DejaVu Sans Mono",monospace;white-space:pre-wrap;unicode-bidi:plaintext}
.kicker,.faint{color:var(--faint);font-size:.9rem}
.verdict{margin:1rem 0 .5rem;padding:.7rem 1rem;background:var(--soft);border-inline-start:.4rem solid var(--faint);border-radius:.2rem}
.verdict strong{display:block;font-size:1.15rem}
.verdict.fail,.verdict.unreadable{border-color:var(--error)}.verdict.review{border-color:var(--warning)}.verdict.pass{border-color:var(--good)}
.counts{display:flex;flex-wrap:wrap;gap:.3rem .9rem;margin:.4rem 0 0;padding:0;list-style:none;color:var(--faint);font-size:.92rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:.4rem 0}
dt{color:var(--faint)}
dd{grid-column:2;margin:0;min-width:0}
table{width:100%;border-collapse:collapse;font-size:.95rem}
th,td{padding:.3rem .6rem;text-align:start;vertical-align:top;border-block-end:1px solid var(--line)}
th{color:var(--faint);font-weight:600}
td.over{color:var(--error);font-weight:600}
@media screen and (max-width:40rem){.outline thead{display:none}.outline tr{display:flex;flex-wrap:wrap;gap:0 1rem;padding:.35rem 0;border-block-end:1px solid var(--line)}.outline td{padding:0;border:0}.outline td:first-child{flex-basis:100%;font-weight:600}.outline td:empty{display:none}.outline td[data-head]::before{content:attr(data-head) " ";color:var(--faint);font-weight:400}}
.finding{margin:.7rem 0;padding:.55rem .9rem;border:1px solid var(--line);border-inline-start:.35rem solid var(--faint);border-radius:.25rem;break-inside:avoid}
.finding.error{border-inline-start-color:var(--error)}.finding.warning{border-inline-start-color:var(--warning)}.finding.note{border-inline-start-color:var(--note)}
.finding>p:first-child{margin-block-start:0;font-weight:600}
.finding dl{font-size:.92rem}
.badge{display:inline-block;margin-inline-end:.4rem;padding:0 .5em;border:1px solid currentColor;border-radius:.8em;font-size:.78rem;font-weight:600;vertical-align:.08em;white-space:nowrap}
.badge.error{color:var(--error)}.badge.warning{color:var(--warning)}.badge.note{color:var(--note)}.badge.plain{color:var(--faint)}
blockquote{margin:.4rem 0;padding:.3rem .8rem;background:var(--soft);border-radius:.25rem;white-space:pre-line}
blockquote p{margin:0 0 .2rem}
mark{background:none;color:inherit;font-weight:600;text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.2em}
summary{cursor:pointer;padding:.15rem 0}
.check{margin:.7rem 0;padding:.55rem .9rem;border:1px solid var(--line);border-radius:.25rem}
.check>p:first-child{margin-block-start:0;font-weight:600}
.boxes{display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;margin:.3rem 0;font-size:.95rem}
.boxes input{width:1em;height:1em;margin-inline-end:.35em;vertical-align:-.1em}
ul.plain{margin:.3rem 0;padding-inline-start:1.2rem}
li{margin:.15rem 0}
.documents>.document{margin-block-start:2.5rem;padding-block-start:1.5rem;border-block-start:3px solid var(--line)}
@media print{:root{--back:#fff;--text:#000;--faint:#444;--line:#bbb;--soft:#f6f6f6;--error:#8c1d18;--warning:#6b4600;--note:#174a7c;--good:#1d5730;--link:#000}
body{max-width:none;padding:0;font-size:10pt}h2,h3,h4{break-after:avoid}tr,.check>p{break-inside:avoid}.document{break-before:page}a{text-decoration:none}@page{margin:18mm 16mm}}
)";

}  // namespace

std::string html_text(std::string_view text) {
    const std::string safe = harmless(text);
    std::string out;
    out.reserve(safe.size() + safe.size() / 16);
    for (const char c : safe) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += c;
        }
    }
    return out;
}

std::string html_message(std::string_view text) {
    // Pairs only, and one inside the other at most as deep as they stand: what does not close is no isolate of ours.
    std::size_t depth = 0;
    for (std::size_t at = 0; at + 3 <= text.size(); ++at) {
        if (text.substr(at, 3) == opening) ++depth;
        if (text.substr(at, 3) == closing && depth-- == 0) return html_text(text);
    }
    if (depth != 0) return html_text(text);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t open = std::min(text.find(opening, at), text.size()), close = std::min(text.find(closing, at), text.size());
        const std::size_t end = std::min(open, close);
        out += html_text(text.substr(at, end - at));
        if (end == text.size()) break;
        out += open < close ? "<bdi>" : "</bdi>";
        at = end + opening.size();
    }
    return out;
}

std::string html_bdi(std::string_view text) { return "<bdi>" + html_text(text) + "</bdi>"; }

HtmlWords::HtmlWords(std::string_view tag) : language_(language_of(tag)), say_(language_.tag) {}

std::string HtmlWords::operator()(std::string_view key, std::initializer_list<MessageArgument> arguments) const {
    return html_message(say_(key, arguments));
}

std::string HtmlWords::comma() const { return html_text(say_.comma()); }

std::string HtmlWords::quote(std::string_view text, std::string_view marked) const {
    constexpr std::string_view mark = "#";
    std::string quoted = html_bdi(text);
    if (const std::size_t at = marked.empty() ? text.npos : text.find(marked); at != text.npos && marked.size() < text.size())
        quoted = "<bdi>" + html_text(text.substr(0, at)) + "<mark>" + html_text(marked) + "</mark>" + html_text(text.substr(at + marked.size())) + "</bdi>";
    std::string frame = html_message(say_("quote", {{"text", mark}}));
    const std::string isolated = html_bdi(mark);
    const bool whole = frame.find(isolated) != std::string::npos;
    return frame.replace(std::min(frame.find(whole ? std::string_view(isolated) : mark), frame.size()), whole ? isolated.size() : mark.size(), quoted);
}

std::string HtmlWords::attributes() const {
    return " lang=\"" + html_text(language_.tag) + "\" dir=\"" + (language_.right_to_left ? "rtl" : "ltr") + "\"";
}

std::string html_page(const HtmlWords& words, std::string_view title, std::string_view body) {
    std::string page = "<!DOCTYPE html>\n<html" + words.attributes() +
                       ">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>";
    page += html_text(title);
    page.reserve(page.size() + page_style.size() + body.size() + 100);  // of a batch it is large
    page += "</title>\n<style>";
    page += page_style;
    page += "</style>\n</head>\n<body>\n";
    page += body;
    page += "</body>\n</html>\n";
    return page;
}

}  // namespace plancheck

// PDF, through poppler's pdftohtml in a process of its own: nothing of it is linked, and what it may do is bounded there.
// What it says on standard error tells why it gave nothing. A document whose visible pages hold no text is asked for once
// more with its hidden text, which is where text recognition leaves its result under the picture of a page.
#include "read/pdf.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <utility>

#include "read/child.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

[[noreturn]] void refuse(std::string_view id, std::vector<Argument> arguments = {}) {
    throw Unreadable{{std::string(id), Severity::error, std::move(arguments), Place::none}};
}

[[noreturn]] void damaged() { refuse("read/damaged", {{"reason", std::string("content")}}); }

bool says(std::string_view messages, std::string_view what) { return messages.find(what) != messages.npos; }

std::string answer(std::string_view bytes, const Limits& limits, std::string_view program, bool hidden) {
    if (program.empty()) refuse("read/tool-missing", {{"program", std::string("pdftohtml")}, {"package", std::string("poppler-utils")}});
    std::vector<std::string> arguments{"-xml", "-i", "-stdout"};
    if (hidden) arguments.emplace_back("-hidden");
    // Standard input and, although it is not written, a name for the output.
    arguments.insert(arguments.end(), {"-", "document"});
    ChildResult result = run_child(std::string(program), arguments, bytes, {limits.pdf_seconds, limits.pdf_bytes, limits.part_bytes});
    switch (result.status) {
        case ChildStatus::ended: break;
        case ChildStatus::no_program:
            refuse("read/tool-missing", {{"program", std::string("pdftohtml")}, {"package", std::string("poppler-utils")}});
        case ChildStatus::time: limit_reached("pdf-seconds", limits.pdf_seconds, limits.pdf_seconds);
        case ChildStatus::output: limit_reached("part-bytes", limits.part_bytes + 1, limits.part_bytes);
        case ChildStatus::no_system: limit_reached("pdf-bytes", limits.pdf_bytes, limits.pdf_bytes);
        case ChildStatus::killed:
            if (says(result.messages, "bad_alloc") || says(result.messages, "memory")) limit_reached("pdf-bytes", limits.pdf_bytes, limits.pdf_bytes);
            damaged();
    }
    if (says(result.messages, "Incorrect password") || says(result.messages, "not allowed") || says(result.messages, "copy-protection") ||
        says(result.messages, "security handler"))  // of certificates
        refuse("read/encrypted");
    if (says(result.messages, "Out of memory")) limit_reached("pdf-bytes", limits.pdf_bytes, limits.pdf_bytes);
    if (result.exit_code != 0 || result.output.empty()) damaged();
    return std::move(result.output);
}

bool has_text(const PdfText& text) {
    for (const PdfPage& page : text.pages)
        if (!page.pieces.empty()) return true;
    return false;
}

// Whether most letters are one and the same, or none that anyone could read: an export whose font lacks the letters of the text
// draws the same sign for each and names it after the first one. No text of any language comes near.
bool letters_lost(const PdfText& text) {
    constexpr std::size_t enough = 200;  // letters; below that it may be a form's dotted lines
    std::unordered_map<char32_t, std::size_t> counts;
    std::size_t letters = 0, unknown = 0, most = 0;
    for (const PdfPage& page : text.pages)
        for (const PdfLine& piece : page.pieces)
            for (std::size_t at = 0; at < piece.text.size();) {
                const Decoded d = decode(piece.text, at);
                at += d.size;
                const bool is_unknown = d.code == 0xFFFD || (d.code >= 0xE000 && d.code <= 0xF8FF);
                if (!is_unknown && !is_word_character(d.code)) continue;
                ++letters;
                if (is_unknown) ++unknown;
                else if (d.code >= 0x80) most = std::max(most, ++counts[d.code]);
            }
    return letters >= enough && 2 * std::max(most, unknown) > letters;
}

}  // namespace

void pdf_blocks(std::vector<PdfRows> pages, const PdfText& text, Builder& builder) {
    std::vector<PdfElement> elements;
    std::vector<PdfRow> notes;
    // Places tell tables well whose cells begin at the top and at the left: the order is asked where a document has others.
    const bool middle = std::any_of(pages.begin(), pages.end(), [](const PdfRows& page) {
        const std::vector<PdfOrderedTable> tables = pdf_ordered_tables(page.rows, page.edge, false);
        return std::any_of(tables.begin(), tables.end(), [](const PdfOrderedTable& table) { return table.middle; });
    });
    PdfHeads heads;
    for (PdfRows& page : pages) {
        page.ordered = middle;
        const bool inside = !elements.empty() && !elements.back().table.empty();
        std::vector<PdfElement> own = pdf_layout(page, inside ? elements.back().table.front().edges : std::vector<float>(), heads);
        std::move(own.begin(), own.end(), std::back_inserter(elements));
        std::move(page.notes.begin(), page.notes.end(), std::back_inserter(notes));
    }
    pdf_join_tables(elements);
    pdf_write(elements, notes, text, builder);
}

Document pdf_document(PdfText text, std::string_view name, const Limits& limits) {
    Builder builder(name, Format::pdf, limits);
    std::vector<PdfRows> pages = pdf_rows(text);
    pdf_mark_titles(pages, text.bookmarks);
    pdf_blocks(std::move(pages), text, builder);
    return builder.finish();
}

Document read_pdf(std::string_view bytes, std::string_view name, const Limits& limits, std::string_view program) {
    PdfText text = pdf_pages(answer(bytes, limits, program, false), limits);
    if (text.pages.empty()) damaged();
    if (!has_text(text)) text = pdf_pages(answer(bytes, limits, program, true), limits);
    if (!has_text(text)) refuse("read/no-text");
    if (letters_lost(text)) refuse("read/letters-lost");
    return pdf_document(std::move(text), name, limits);
}

}  // namespace plancheck

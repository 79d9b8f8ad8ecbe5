// The first words of an item become its title; of a partner they end where its contact or description begins.
#include "plan/draft.hpp"

#include <algorithm>

#include "text/attached.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/language.hpp"
#include "text/utf8.hpp"
#include "text/word_kinds.hpp"

namespace plancheck {

namespace {

// "Institute, contact" before a colon: the name without the label, which names what stands behind the colon. After a bare
// space a contact may belong to the name ("National focal point"); an e-mail or telephone never does.
std::string_view without_label(const Language& language, std::string_view text) {
    const Folded folded = fold_mapped(text);
    for (const TermHit& hit : language.words.find(folded.text)) {
        const WordKind kind = kind_of_word(hit.id);
        const bool address = kind == WordKind::email_label || kind == WordKind::telephone_label || kind == WordKind::web_label;
        if (hit.end != folded.text.size() || (!address && kind != WordKind::contact_label && kind != WordKind::address_label)) continue;
        const std::size_t begin = hit.begin - attached_before(language, folded.text, hit.begin);
        const std::string_view before = trimmed(text.substr(0, folded.source_begin(static_cast<std::uint32_t>(begin))));
        if (before.empty()) continue;
        const char32_t last = decode_before(before, before.size()).code;
        const bool parted = std::u32string_view(U",;(،؛，；、（").find(last) != std::u32string_view::npos;
        if (!parted && !address && !is_ideograph(last)) continue;
        const std::string_view name = parted ? trimmed(before.substr(0, before.size() - decode_before(before, before.size()).size)) : before;
        if (name.size() >= 2) return name;
    }
    return text;
}

}  // namespace

std::string title_of(const Search& search, std::string_view words, std::uint32_t bold) {
    std::string_view text = trimmed(words);
    if (bold >= 3 && bold < words.size()) {
        text = trimmed(words.substr(0, bold));
        while (text.ends_with(':') || text.ends_with('.') || text.ends_with("\xE2\x80\x93")) {
            text.remove_suffix(text.ends_with(':') || text.ends_with('.') ? 1 : 3);
            text = trimmed(text);
        }
    } else if (search.spec().like == "partner") {
        // The name ends where its contact or description begins.
        std::size_t end = text.size();
        for (const std::string_view stop : {": ", " : ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " - ", "; ", " ; ", "\t", "\n", "：", "；", "。"})
            if (const std::size_t at = text.find(stop); at != std::string_view::npos && at >= 2) end = std::min(end, at);
        const std::string_view rest = trimmed(text.substr(end));
        const bool labels = rest.starts_with(':') || rest.starts_with("：");
        text = trimmed(text.substr(0, end));
        if (labels) text = without_label(search.reading.language, text);
        if (const std::size_t mail = text.find('@'); mail != std::string_view::npos)
            for (const std::string_view stop : {",", "(", "，", "（"})
                if (const std::size_t at = text.substr(0, std::min(mail, text.size())).rfind(stop); at != std::string_view::npos && at >= 2) {
                    text = trimmed(text.substr(0, at));
                    break;
                }
    }
    while (text.ends_with(';') || text.ends_with(',')) text = trimmed(text.substr(0, text.size() - 1));
    std::string title(cut_at_word(text));
    for (char& c : title)
        if (c == '\n' || c == '\t') c = ' ';
    return title;
}

Draft make_draft(const Search& search, std::uint32_t block, Span words, Confidence confidence) {
    Draft draft;
    draft.item.kind = search.spec().kind;
    draft.item.section = search.section;
    draft.item.block = block;
    draft.item.span = words;
    draft.item.title = title_of(search, search.reading.view(words), 0);
    const Format format = search.reading.document.origin;
    if (format == Format::text || format == Format::pdf) confidence = std::min(confidence, Confidence::high);
    const Block& own = search.reading.document.blocks[block];
    if (own.has(mark::doubtful) && own.kind != BlockKind::cell) confidence = Confidence::low;
    draft.item.confidence = confidence;
    return draft;
}

}  // namespace plancheck

// The unit in which a name and its contact belong together is a table row; outside tables a list item or paragraph with
// the lines that continue it.
#include "checks/shared/contact_places.hpp"

#include <algorithm>

#include "plan/block_text.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"
#include "text/punctuation.hpp"

namespace plancheck {

bool reaches(std::string_view type) noexcept {
    return type == "email" || type == "telephone" || type == "web" || type == "masked" || type == "address";
}

namespace {

bool holds_contact(const Plan& plan, std::uint32_t begin, std::uint32_t end, const Language& language) {
    const Document& document = plan.document();
    for (std::uint32_t i = begin; i < end; ++i) {
        const Block& block = document.blocks[i];
        if (block.text.empty()) continue;
        for (const Value& value : plan.block_text->values(i, language, want_contacts))
            if (reaches(name(value.type))) return true;
        const auto link = std::lower_bound(document.links.begin(), document.links.end(), block.text.begin,
                                           [](const Link& one, std::uint32_t at) { return one.text.begin < at; });
        if (link != document.links.end() && link->text.begin < block.text.end &&
            (link->target.starts_with("mailto:") || link->target.starts_with("tel:")))
            return true;
    }
    return false;
}

}  // namespace

std::vector<ContactPlace> contact_places(const Context& context, const std::vector<Scope>& scopes) {
    const Document& document = context.document();
    const Language* language = context.language();
    if (language == nullptr) language = context.languages.find(context.form().default_language);
    std::vector<ContactPlace> places;
    for (const Scope& scope : scopes) {
        for (std::uint32_t i = scope.begin; i < scope.end;) {
            const Block& block = document.blocks[i];
            if (block.kind == BlockKind::table) {
                ++i;
                continue;
            }
            std::uint32_t end = std::max(block.end, i + 1);
            if (block.kind == BlockKind::list_item || block.kind == BlockKind::heading)
                while (end < scope.end && document.blocks[end].has(mark::continued)) ++end;
            if (holds_contact(context.plan, i, end, *language)) {
                ContactPlace place;
                place.block = i;
                for (std::uint32_t k = i; k < end; ++k)
                    if (!document.blocks[k].text.empty()) {
                        if (place.span.end == 0) place.span = document.blocks[k].text;
                        place.span.end = document.blocks[k].text.end;
                        if (!place.folded.empty()) place.folded.push_back('\n');
                        place.folded.append(context.plan.block_text->holds(k) ? std::string(context.plan.block_text->folded(k)) : fold(document.view(document.blocks[k].text)));
                    }
                places.push_back(std::move(place));
            }
            i = end;
        }
    }
    return places;
}

namespace {

// Runs of word characters; an ideograph is one by itself, because a name may begin and end at any.
template <class Take>
void each_word(std::string_view folded, Take&& take) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= folded.size();) {
        const Decoded c = decode(folded, at);
        const bool ideograph = is_ideograph(c.code);
        if (c.size == 0 || ideograph || !is_word_character(c.code)) {
            if (at > begin) take(folded.substr(begin, at - begin));
            if (c.size == 0) return;
            if (ideograph) take(folded.substr(at, c.size));
            begin = at + c.size;
        }
        at += c.size;
    }
}

bool names(std::string_view folded, std::string_view name) {
    const char32_t first = decode(name, 0).code, last = decode_before(name, name.size()).code;
    for (std::size_t at = folded.find(name); at != std::string_view::npos; at = folded.find(name, at + 1)) {
        const Decoded before = decode_before(folded, at), after = decode(folded, at + name.size());
        if ((before.size == 0 || is_word_border(before.code, first)) && (after.size == 0 || is_word_border(last, after.code))) return true;
    }
    return false;
}

}  // namespace

ContactNames::ContactNames(const std::vector<ContactPlace>& places) : places_(places) {
    for (std::uint32_t i = 0; i < places.size(); ++i)
        each_word(places[i].folded, [&](std::string_view word) {
            auto& with = words_[word];
            if (with.empty() || with.back() != i) with.push_back(i);
        });
}

// Whole words are asked for, so a place that names somebody holds each word of the name: the rarest is looked up.
const ContactPlace* ContactNames::naming(std::string_view folded_name) const {
    if (folded_name.size() < 3) return nullptr;
    const std::vector<std::uint32_t>* rarest = nullptr;
    bool missing = false;
    each_word(folded_name, [&](std::string_view word) {
        const auto with = words_.find(word);
        missing = missing || with == words_.end();
        if (!missing && (rarest == nullptr || with->second.size() < rarest->size())) rarest = &with->second;
    });
    if (missing || rarest == nullptr) return nullptr;
    for (const std::uint32_t i : *rarest)
        if (names(places_[i].folded, folded_name)) return &places_[i];
    return nullptr;
}

}  // namespace plancheck

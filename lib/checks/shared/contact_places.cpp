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

const ContactPlace* naming(const std::vector<ContactPlace>& places, std::string_view folded_name) {
    if (folded_name.size() < 3) return nullptr;
    for (const ContactPlace& place : places)
        for (std::size_t at = place.folded.find(folded_name); at != std::string::npos; at = place.folded.find(folded_name, at + 1)) {
            const Decoded before = decode_before(place.folded, at), after = decode(place.folded, at + folded_name.size());
            if ((before.size == 0 || is_word_border(before.code, decode(folded_name, 0).code)) &&
                (after.size == 0 || is_word_border(decode_before(folded_name, folded_name.size()).code, after.code)))
                return &place;
        }
    return nullptr;
}

}  // namespace plancheck

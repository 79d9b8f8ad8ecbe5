// The unit in which a name and its contact belong together is a table row; outside tables a list item or paragraph with
// the lines that continue it.
#include "checks/shared/contact_places.hpp"

#include <algorithm>

#include "plan/block_text.hpp"
#include "text/characters.hpp"
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
        bool found = false;
        plan.block_text->each_value(i, language, want_contacts, [&](const Value& value) { found = found || reaches(name(value.type)); });
        if (found) return true;
        if (document.links.empty()) continue;
        const auto link = std::lower_bound(document.links.begin(), document.links.end(), block.text.begin,
                                           [](const Link& one, std::uint32_t at) { return one.text.begin < at; });
        if (link != document.links.end() && link->text.begin < block.text.end &&
            (link->target.starts_with("mailto:") || link->target.starts_with("tel:")))
            return true;
    }
    return false;
}

using NameInBlock = std::pair<std::uint32_t, Span>;

// Of partners, where they stand: in order.
std::vector<NameInBlock> names_by_block(const Context& context) {
    std::vector<NameInBlock> names;
    for (const Item& item : context.plan.items)
        if (context.form().is_like(item.kind, "partner") && item.span.size() != 0) names.emplace_back(item.block, item.span);
    std::sort(names.begin(), names.end(), [](const NameInBlock& a, const NameInBlock& b) { return a.first != b.first ? a.first < b.first : a.second.begin < b.second.begin; });
    return names;
}

class ContactUnits {
public:
    explicit ContactUnits(const Context& context) : context_(context), document_(context.document()), language_(context.language()), names_(names_by_block(context)) {}

    void find(const Scope& scope) {
        // What stands behind the title of a section in its own paragraph.
        if (scope.glued_block != Where::nowhere && !scope.glued.empty()) take_names(scope.glued_block, scope.glued, 1);
        std::uint32_t rows_end = 0;  // of the table in which rows are units; those of a frame or form are none
        for (std::uint32_t i = scope.begin; i < scope.end;) {
            const Block& block = document_.blocks[i];
            if (block.kind == BlockKind::table && !context_.outline().frames_text(i)) rows_end = block.end;
            if (block.kind == BlockKind::table || ((block.kind == BlockKind::row || block.kind == BlockKind::cell) && i >= rows_end)) {
                ++i;
                continue;
            }
            const std::uint32_t end = unit_end(i, scope.end);
            const bool named = block.kind == BlockKind::paragraph && end == i + 1 && take_names(i, block.text, 2);
            if (!named && holds_contact(context_.plan, i, end, language_)) add(i, end);
            i = end;
        }
    }

    std::vector<ContactPlace> take() { return std::move(places_); }

private:
    const Context& context_;
    const Document& document_;
    const Language& language_;
    const std::vector<NameInBlock> names_;
    std::vector<ContactPlace> places_;
    std::string made_;

    std::uint32_t unit_end(std::uint32_t i, std::uint32_t scope_end) const {
        const Block& block = document_.blocks[i];
        std::uint32_t end = std::max(block.end, i + 1);
        if (block.kind == BlockKind::list_item || block.kind == BlockKind::heading)
            while (end < scope_end && document_.blocks[end].has(mark::continued)) ++end;
        return end;
    }

    // "Governments: Ministry A, a@…; Ministry B": each name in a block has what stands behind it. Whether there are so many.
    bool take_names(std::uint32_t block, Span whole, std::size_t least) {
        const auto [first, last] = std::equal_range(names_.begin(), names_.end(), NameInBlock{block, {}}, [](const NameInBlock& a, const NameInBlock& b) { return a.first < b.first; });
        if (static_cast<std::size_t>(last - first) < least) return false;
        for (auto one = first; one != last; ++one) {
            const Span span{one->second.begin, one + 1 != last ? (one + 1)->second.begin : whole.end};
            const std::vector<Value> values = context_.plan.block_text->values(block, span, language_, want_contacts);
            if (std::any_of(values.begin(), values.end(), [](const Value& value) { return reaches(name(value.type)); })) places_.push_back({block, span, fold(document_.view(span))});
        }
        return true;
    }

    void add(std::uint32_t begin, std::uint32_t end) {
        ContactPlace& place = places_.emplace_back();
        place.block = begin;
        for (std::uint32_t k = begin; k < end; ++k) {
            const Span text = document_.blocks[k].text;
            if (text.empty()) continue;
            if (place.span.end == 0) place.span = text;
            place.span.end = text.end;
            if (!place.folded.empty()) place.folded.push_back('\n');
            place.folded.append(folded_text(context_.plan, k, made_));
        }
    }
};

}  // namespace

std::vector<ContactPlace> contact_places(const Context& context, const std::vector<Scope>& scopes) {
    ContactUnits units(context);
    for (const Scope& scope : scopes) units.find(scope);
    return units.take();
}

ContactNames::ContactNames(const std::vector<ContactPlace>& places, std::size_t names) : places_(places) {
    for (const ContactPlace& place : places) {
        begins_.push_back(static_cast<std::uint32_t>(text_.size()));
        text_.append(place.folded).push_back('\n');
    }
    index_.emplace(text_, names);
}

const ContactPlace* ContactNames::naming(const std::string& name) {
    if (name.size() < 3) return nullptr;
    const auto [known, fresh] = known_.try_emplace(name, nullptr);
    if (!fresh) return known->second;
    const char32_t begin = decode(name, 0).code, end = decode_before(name, name.size()).code;
    std::size_t first = text_.size();
    index_->any(name, [&](std::size_t at) {
        const Decoded before = decode_before(text_, at), after = decode(text_, at + name.size());
        if ((before.size == 0 || is_word_border(before.code, begin)) && is_word_border(end, after.code)) first = std::min(first, at);
        return false;
    });
    if (first != text_.size())
        known->second = &places_[static_cast<std::size_t>(std::upper_bound(begins_.begin(), begins_.end(), first) - begins_.begin()) - 1];
    return known->second;
}

}  // namespace plancheck

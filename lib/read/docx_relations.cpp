// Types are compared by their last word, which transitional and strict files share.
#include "read/docx_relations.hpp"

#include <algorithm>
#include <utility>

#include "read/docx_names.hpp"

namespace plancheck::docx {

Relations::Relations(FlatXml xml) : xml_(std::move(xml)) {
    for (XmlNode at = xml_.root().first_child(); at; at = at.next_sibling()) {
        const auto type = attribute(at, "Type"), target = attribute(at, "Target");
        if (!type || !target) continue;
        const auto slash = type->rfind('/');
        in_order_.push_back({attribute(at, "Id").value_or(std::string_view()),
                             slash == type->npos ? *type : type->substr(slash + 1), *target,
                             attribute(at, "TargetMode") == "External"});
    }
    by_id_ = in_order_;
    std::stable_sort(by_id_.begin(), by_id_.end(), [](const Relation& a, const Relation& b) { return a.id < b.id; });
}

const Relation* Relations::find(std::string_view id) const noexcept {
    const auto at = std::lower_bound(by_id_.begin(), by_id_.end(), id,
                                     [](const Relation& r, std::string_view i) { return r.id < i; });
    return at != by_id_.end() && at->id == id ? &*at : nullptr;
}

const Relation* Relations::of_kind(std::string_view kind) const noexcept {
    const auto at = std::find_if(in_order_.begin(), in_order_.end(),
                                 [&](const Relation& r) { return !r.external && r.kind == kind; });
    return at == in_order_.end() ? nullptr : &*at;
}

std::string part_name(std::string_view from, std::string_view target) {
    std::string made;
    if (!target.starts_with('/') && !target.starts_with('\\')) {
        const auto slash = from.rfind('/');
        if (slash != from.npos) made = from.substr(0, slash);
    }
    for (std::size_t at = 0; at <= target.size();) {
        auto end = target.find_first_of("/\\", at);
        if (end == target.npos) end = target.size();
        const std::string_view step = target.substr(at, end - at);
        at = end + 1;
        if (step.empty() || step == ".") continue;
        if (step == "..") {
            const auto slash = made.rfind('/');
            made.resize(slash == made.npos ? 0 : slash);
        } else {
            if (!made.empty()) made += '/';
            made += step;
        }
    }
    return made;
}

std::string relations_name(std::string_view part) {
    const auto slash = part.rfind('/');
    const std::string_view folder = slash == part.npos ? std::string_view() : part.substr(0, slash + 1);
    return std::string(folder) + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
}

}  // namespace plancheck::docx

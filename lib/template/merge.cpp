// A template that extends another one says only what differs. Its elements are taken into the other's tree: one with the
// key of an element that is there changes it, attribute by attribute and text by text; another one is added; <remove>
// takes one away. Every node keeps the place it has in its own source, so that a fault is told where it was typed. Pairs of
// elements still to be joined wait in a list; nothing recurses.
#include "template/merge.hpp"

#include <algorithm>
#include <new>
#include <sstream>

#include "plancheck/error.hpp"
#include "template/known_checks.hpp"
#include "template/names.hpp"
#include "template/parse.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_chain = 8;

// The next node of a walk in document order below `top`, or none.
pugi::xml_node next(pugi::xml_node node, pugi::xml_node top) {
    if (node.first_child()) return node.first_child();
    while (node != top && !node.next_sibling()) node = node.parent();
    return node == top ? pugi::xml_node() : node.next_sibling();
}

void place_all(TemplateSource& source, pugi::xml_node top, std::uint32_t origin) {
    for (pugi::xml_node node = top; node; node = next(node, top))
        if (node.type() == pugi::node_element) source.place(node, origin, node.offset_debug() - 1);
}

// Elements that are found again by an attribute.
struct Keyed {
    std::string_view element, key;
};
constexpr Keyed keyed[] = {{"section", "key"}, {"item", "kind"}, {"field", "name"},    {"vocabulary", "id"},
                           {"term", "key"},    {"clause", "id"}, {"requirement", "id"}};
constexpr std::string_view lists[] = {"sections", "items", "vocabularies", "clauses", "requirements", "guidance"};
// What <remove> may name, and the list it stands in.
constexpr std::pair<std::string_view, std::string_view> removable[] = {
    {"section", "sections"}, {"item", "items"}, {"vocabulary", "vocabularies"}, {"clause", "clauses"}, {"requirement", "requirements"}};

std::string_view key_of(std::string_view element) {
    for (const Keyed& one : keyed)
        if (one.element == element) return one.key;
    return {};
}

class Merger {
public:
    Merger(TemplateSource& source, pugi::xml_node base, pugi::xml_node own) : source_(source), base_(base), own_(own) {}

    void run() {
        base_.remove_attribute("edition-from");  // it is of the base's edition
        for (const pugi::xml_attribute attribute : own_.attributes())
            if (attribute.name() != "extends"sv) set(base_, attribute.name(), attribute.value());
        source_.place_as(base_, own_);
        for (const pugi::xml_node child : own_.children("remove")) source_.attempt([&] { remove(child); });
        for (const pugi::xml_node child : own_.children()) {
            if (child.type() != pugi::node_element || child.name() == "remove"sv) continue;
            const bool list = std::find(std::begin(lists), std::end(lists), child.name()) != std::end(lists);
            const pugi::xml_node known = base_.child(child.name());
            if (list && known) open_.emplace_back(known, child);
            else take(base_, child);
        }
        while (!open_.empty()) {
            const auto [to, from] = open_.back();
            open_.pop_back();
            join(to, from);
        }
        drop_other_languages();
        if (renumber_) {
            unsigned number = 0;
            for (const pugi::xml_node section : base_.child("sections").children("section")) set(section, "number", std::to_string(++number).c_str());
        }
    }

private:
    TemplateSource& source_;
    pugi::xml_node base_, own_;
    std::vector<std::pair<pugi::xml_node, pugi::xml_node>> open_;
    bool renumber_ = false;

    static void set(pugi::xml_node node, const char* name, const char* value) {
        pugi::xml_attribute attribute = node.attribute(name);
        if (!attribute) attribute = node.append_attribute(name);
        if (!attribute.set_value(value)) throw std::bad_alloc();
    }

    pugi::xml_node copy(pugi::xml_node to, pugi::xml_node from, pugi::xml_node before, bool behind = false) {
        pugi::xml_node made = !before ? to.append_copy(from) : behind ? to.insert_copy_after(from, before) : to.insert_copy_before(from, before);
        if (!made) throw std::bad_alloc();
        pugi::xml_node a = made, b = from;
        for (; a && b; a = next(a, made), b = next(b, from))
            if (a.type() == pugi::node_element) source_.place_as(a, b);
        return made;
    }

    void replace(pugi::xml_node known, pugi::xml_node from) {
        pugi::xml_node parent = known.parent();
        copy(parent, from, known, true);
        parent.remove_child(known);
    }

    static pugi::xml_node find(pugi::xml_node parent, pugi::xml_node like, std::string_view attribute) {
        const std::string_view wanted = like.attribute(std::string(attribute).c_str()).value();
        for (const pugi::xml_node child : parent.children(like.name()))
            if (child.attribute(std::string(attribute).c_str()).value() == wanted) return child;
        return {};
    }

    void join(pugi::xml_node to, pugi::xml_node from) {
        for (const pugi::xml_attribute attribute : from.attributes()) set(to, attribute.name(), attribute.value());
        source_.place_as(to, from);
        const bool requirement = from.name() == "requirement"sv;
        bool check_changed = false;
        std::vector<std::string_view> examples;
        for (const pugi::xml_node child : from.children()) {
            if (child.type() != pugi::node_element) continue;
            const std::string_view name = child.name();
            if (requirement && known_check(name) != nullptr) {
                if (!check_changed && !to.child(child.name())) {
                    // Another check takes the place of the one that was there, with all its parameters.
                    for (pugi::xml_node old = to.first_child(); old;) {
                        const pugi::xml_node after = old.next_sibling();
                        if (old.type() == pugi::node_element && known_check(old.name()) != nullptr) to.remove_child(old);
                        old = after;
                    }
                    check_changed = true;
                }
                if (const pugi::xml_node known = find(to, child, "lang")) open_.emplace_back(known, child);
                else copy(to, child, {});
            } else if (name == "passes" || name == "fails") {
                if (std::find(examples.begin(), examples.end(), name) == examples.end()) {
                    while (to.remove_child(child.name())) {}
                    examples.push_back(name);
                }
                copy(to, child, {});
            } else {
                take(to, child);
            }
        }
    }

    void take(pugi::xml_node to, pugi::xml_node child) {
        const std::string_view name = child.name();
        if (const std::string_view key = key_of(name); !key.empty()) {
            if (const pugi::xml_node known = find(to, child, key)) {
                open_.emplace_back(known, child);
                return;
            }
            pugi::xml_node before;
            if (const std::string_view wanted = child.attribute("before").value(); !wanted.empty()) {
                for (const pugi::xml_node other : to.children(child.name()))
                    if (other.attribute(std::string(key).c_str()).value() == wanted) before = other;
                if (!before) source_.tell(child, "nothing to stand before: '" + std::string(wanted) + "'");
            }
            copy(to, child, before).remove_attribute("before");
            renumber_ = renumber_ || (name == "section" && to == base_.child("sections"));
            return;
        }
        if (to.name() == "guidance"sv) {
            copy(to, child, {});
            return;
        }
        pugi::xml_node known = find(to, child, "lang");
        if (!known) {
            copy(to, child, {}).remove_attribute("add");
        } else if (name == "text" && to.name() == "requirement"sv) {
            open_.emplace_back(known, child);
        } else if (child.attribute("add").as_bool()) {
            const std::string both = std::string(known.child_value()) + " · " + child.child_value();
            known.text().set(both.c_str());
        } else {
            replace(known, child);
        }
    }

    void remove(pugi::xml_node node) {
        source_.allow_attributes(node, {"section", "item", "vocabulary", "clause", "requirement", "reason"});
        const std::string reason(source_.required(node, "reason"));
        for (const auto& [what, list] : removable) {
            const pugi::xml_attribute id = node.attribute(what.data());
            if (!id) continue;
            pugi::xml_node parent = base_.child(list.data()), found;
            const std::string key(key_of(what));
            std::vector<std::string_view> known;
            for (const pugi::xml_node one : parent.children(what.data())) {
                known.emplace_back(one.attribute(key.c_str()).value());
                if (known.back() == id.value()) found = one;
            }
            if (!found) source_.refuse_name(node, "nothing to remove, unknown " + std::string(what) + ":", id.value(), known);
            pugi::xml_node said = parent.insert_child_before(pugi::node_comment, found);
            std::string words = " removed: " + std::string(what) + ' ' + id.value() + ", because " + reason + ' ';
            for (std::size_t at = words.find("--"); at != std::string::npos; at = words.find("--")) words.erase(at, 1);
            if (!said || !said.set_value(words.c_str())) throw std::bad_alloc();
            const std::string removed = id.value();
            parent.remove_child(found);
            if (what == "section") renumber_ = true;
            if (what == "requirement") forget("needs", removed);
            if (what == "section") forget("sections", removed);
            return;
        }
        source_.refuse(node, "<remove> names nothing: section, item, vocabulary, clause or requirement");
    }

    // A requirement that is gone cannot fail, and nobody looks in a section that is gone.
    void forget(const char* attribute, const std::string& id) {
        for (const pugi::xml_node node : base_.child("requirements").children("requirement")) {
            pugi::xml_attribute list = node.attribute(attribute);
            if (!list) continue;
            std::string kept;
            for (const std::string_view entry : split_words(list.value())) {
                if (entry.substr(0, entry.find_first_of("[(")) == id) continue;
                kept.append(kept.empty() ? "" : " ").append(entry);
            }
            if (kept.empty() && attribute == "needs"sv) pugi::xml_node(node).remove_attribute(list);
            else if (!list.set_value(kept.c_str())) throw std::bad_alloc();
        }
    }

    // What the base says in languages that the template does not list.
    void drop_other_languages() {
        const auto languages = split_words(base_.attribute("languages").value());
        for (pugi::xml_node node = base_.first_child(); node;) {
            pugi::xml_node after = next(node, base_);
            const std::string_view tag = node.attribute("lang").value();
            if (!tag.empty() && std::find(languages.begin(), languages.end(), tag) == languages.end()) {
                after = node;
                while (after && after != base_ && !after.next_sibling()) after = after.parent();
                after = after == base_ ? pugi::xml_node() : after.next_sibling();
                node.parent().remove_child(node);
            }
            node = after;
        }
    }
};

}  // namespace

TemplateTree::TemplateTree(TemplateSource& source, std::string_view xml) : own_(xml) {
    pugi::xml_node root = parse_source(source, xml, "template", document_, 0);
    if (!root.attribute("extends")) return;
    extends_ = source.required(root, "extends");
    std::vector<pugi::xml_document> chain(1);
    place_all(source, root, 0);
    std::vector<pugi::xml_node> roots{root};
    std::vector<std::string> ids{std::string(source.required(root, "id"))};
    while (roots.back().attribute("extends")) {
        const std::string id = roots.back().attribute("extends").value();
        if (std::find(ids.begin(), ids.end(), id) != ids.end() || ids.size() > longest_chain)
            source.refuse(roots.back(), "a template cannot be built on itself: '" + id + "'");
        const std::vector<std::string> there = built_in_templates();
        if (std::find(there.begin(), there.end(), id) == there.end())
            source.refuse_name(roots.back(), "no built-in template to extend:", id, std::vector<std::string_view>(there.begin(), there.end()));
        const std::string_view base = built_in_template_xml(id);
        const std::uint32_t origin = source.add(base, id);
        chain.emplace_back();
        bases_.insert(0, base);
        roots.push_back(parse_source(source, base, "template", chain.back(), origin));
        place_all(source, roots.back(), origin);
        ids.push_back(id);
    }
    pugi::xml_node merged = roots.back();
    for (std::size_t i = roots.size() - 1; i-- > 0;) Merger(source, merged, roots[i]).run();
    pugi::xml_document whole = std::move(chain.back());
    // `roots.front()` stands in document_, which lives until all of it was copied.
    document_ = std::move(whole);
}

std::string TemplateTree::print() const {
    std::ostringstream out;
    document_.save(out, "  ", pugi::format_indent, pugi::encoding_utf8);
    return std::move(out).str();
}

}  // namespace plancheck

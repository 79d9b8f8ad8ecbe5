// Word writes paths of one form, "/ns0:plan[1]/ns0:area[1]/@name": steps are followed by local name and place, and a path that
// says more is not followed.
#include "read/docx_binding.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace plancheck::docx {

namespace {

constexpr std::size_t longest_value = 65536;

std::string lowered(std::string_view text) {
    std::string made(text);
    for (char& c : made)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return made;
}

/// The element that the step names among `node` and its later siblings; null: there is none, or the step says more than that.
XmlNode step_to(XmlNode node, std::string_view step) {
    std::uint32_t place = 1;
    if (const auto open = step.find('['); open != step.npos) {
        const std::string_view inside = step.substr(open + 1);
        const auto [end, error] = std::from_chars(inside.data(), inside.data() + inside.size(), place);
        if (error != std::errc() || std::string_view(end, inside.data() + inside.size()) != "]") return {};
        step = step.substr(0, open);
    }
    for (; node; node = node.next_sibling())
        if (node.is_element() && local(node.name()) == local(step) && --place == 0) return node;
    return {};
}

std::string text_inside(XmlNode node) {
    std::string made;
    for (XmlNode at = node.following(node); at && made.size() <= longest_value; at = at.following(node))
        if (!at.is_element()) made += at.text();
    return made;
}

std::optional<std::string> value_at(XmlNode root, std::string_view path) {
    if (path.size() < 2 || path[0] != '/') return std::nullopt;
    XmlNode at = root;
    for (std::size_t begin = 1;;) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view step = path.substr(begin, end - begin);
        if (step.starts_with('@')) {
            const auto found = end == path.size() ? attribute(at, local(step.substr(1))) : std::nullopt;
            return found ? std::optional<std::string>(*found) : std::nullopt;
        }
        if (step == "text()" && end == path.size()) return text_inside(at);
        at = step_to(begin == 1 ? root : at.first_child(), step);
        if (!at) return std::nullopt;
        if (end == path.size()) return text_inside(at);
        begin = end + 1;
    }
}

/// What the list of a control shows for a value.
std::string_view entry_of(XmlNode list, std::string_view wanted) {
    for (XmlNode at = list.first_child(); at; at = at.next_sibling()) {
        if (local(at.name()) != "listItem" || attribute(at, "value") != wanted) continue;
        return attribute(at, "displayText").value_or(wanted);
    }
    return wanted;
}

}  // namespace

void Stores::add(std::string_view id, FlatXml xml) {
    if (!full() && xml.ok()) stores_.push_back({lowered(id), std::move(xml)});
}

std::optional<std::string> Stores::shown(XmlNode properties) const {
    XmlNode binding, list;
    bool plain = false;
    for (XmlNode at = properties.first_child(); at; at = at.next_sibling()) {
        const std::string_view name = local(at.name());
        if (name == "dataBinding") binding = at;
        if (name == "text") plain = true;
        if (name == "dropDownList" || name == "comboBox") list = at;
    }
    if (!binding || !(plain || list)) return std::nullopt;
    const std::string id = lowered(attribute(binding, "storeItemID").value_or(std::string_view()));
    const auto store = std::find_if(stores_.begin(), stores_.end(), [&](const Store& one) { return one.id == id; });
    if (store == stores_.end()) return std::nullopt;
    auto found = value_at(store->xml.root(), attribute(binding, "xpath").value_or(std::string_view()));
    if (!found || found->empty() || found->size() > longest_value) return std::nullopt;
    if (list) found = std::string(entry_of(list, *found));
    return found;
}

}  // namespace plancheck::docx

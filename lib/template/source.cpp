// Places come from the offsets that the parser keeps, looked up in a table of line ends made once. Suggestions are the
// nearest known name by edit distance, if it is near enough for a slip of the finger.
#include "template/source.hpp"

#include <algorithm>
#include <charconv>

#include "text/fold.hpp"
#include "text/likeness.hpp"
#include "text/one_line.hpp"
#include "text/term_forms.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

constexpr std::string_view joint = " · ";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_blank(std::string_view text) { return std::all_of(text.begin(), text.end(), is_space); }

std::string_view nearest(std::string_view wrong, Names known) {
    const auto most = static_cast<unsigned>(std::clamp<std::size_t>(wrong.size() / 3, 1, 4));
    std::string_view best;
    unsigned least = most + 1;
    for (const std::string_view candidate : known) {
        const unsigned distance = edit_distance(wrong, candidate, most);
        if (distance >= least) continue;
        least = distance;
        best = candidate;
    }
    return best;
}

// In one line, as messages are.
std::string quoted(std::string_view text) {
    std::string line;
    for (const char c : cut_at_word(text)) line.push_back(is_space(c) ? ' ' : c);
    return "'" + line + "'";
}

std::vector<std::string_view> split_synonyms(std::string_view all) {
    std::vector<std::string_view> list;
    for (std::size_t at = 0;;) {
        const std::size_t end = all.find(joint, at);
        list.push_back(all.substr(at, end - at));
        if (end == std::string_view::npos) return list;
        at = end + joint.size();
    }
}

bool notation_holds(std::string_view synonym, std::vector<std::string>& forms) {
    constexpr std::string_view dot = "·", gap = "…";
    if (synonym.empty() || synonym.starts_with(dot) || synonym.ends_with(dot) || synonym.starts_with(gap)) return false;
    constexpr ByteSet notation{"{}()|*"};
    if (notation.find(synonym) == std::string_view::npos) return true;
    forms.clear();
    return expand_term(synonym, false, forms) && std::none_of(forms.begin(), forms.end(), [&](const std::string& form) {
               return is_blank(form) || form.find_first_not_of(" *") == std::string::npos || form.starts_with(gap);
           });
}

}  // namespace

TemplateSource::TemplateSource(std::string_view xml, std::string_view name) { add(xml, name.empty() ? "template" : name); }

std::uint32_t TemplateSource::add(std::string_view xml, std::string_view name) {
    Origin origin{xml, std::string(name), {}};
    for (std::size_t at = xml.find('\n'); at != std::string_view::npos; at = xml.find('\n', at + 1))
        origin.line_ends.push_back(static_cast<std::uint32_t>(at));
    origins_.push_back(std::move(origin));
    return static_cast<std::uint32_t>(origins_.size() - 1);
}

void TemplateSource::place(pugi::xml_node node, std::uint32_t origin, std::ptrdiff_t offset) {
    placed_[node.hash_value()] = {origin, offset};
}

void TemplateSource::place_as(pugi::xml_node copy, pugi::xml_node original) {
    if (const auto known = placed_.find(original.hash_value()); known != placed_.end()) {
        const Offset at = known->second;
        placed_[copy.hash_value()] = at;
    }
}

TemplateFault TemplateSource::place_at(std::uint32_t origin, std::ptrdiff_t offset) const {
    const Origin& from = origins_[origin];
    TemplateFault place{from.name, 0, 0, {}};
    if (offset < 0) return place;
    const auto at = std::min(static_cast<std::size_t>(offset), from.xml.size());
    const auto line = std::lower_bound(from.line_ends.begin(), from.line_ends.end(), static_cast<std::uint32_t>(at));
    const std::size_t begin = line == from.line_ends.begin() ? 0 : *(line - 1) + std::size_t{1};
    place.line = static_cast<std::uint32_t>(line - from.line_ends.begin()) + 1;
    place.column = 1;
    for (const char c : from.xml.substr(begin, at - begin))
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++place.column;
    return place;
}

// The parser gives the offset of an element's name, behind its '<'.
TemplateFault TemplateSource::place_of(pugi::xml_node node) const {
    while (node && node.type() != pugi::node_element) node = node.parent();
    if (const auto known = placed_.find(node.hash_value()); known != placed_.end()) return place_at(known->second.origin, known->second.offset);
    return place_at(0, node.offset_debug() - 1);
}

void TemplateSource::note(TemplateFault place, const std::string& message) const {
    constexpr std::size_t most = 1000;  // nobody reads more
    place.message = message;
    if (faults_.size() < most) faults_.push_back(std::move(place));
}

void TemplateSource::tell(pugi::xml_node node, const std::string& message) const { note(place_of(node), message); }

void TemplateSource::refuse_at(std::ptrdiff_t offset, const std::string& message, std::uint32_t origin) const {
    note(place_at(origin, offset), message);
    throw Refused();
}

void TemplateSource::refuse(pugi::xml_node node, const std::string& message) const {
    tell(node, message);
    throw Refused();
}

void TemplateSource::tell_name(pugi::xml_node node, const std::string& message, std::string_view wrong, Names known) const {
    std::string text = message + " " + quoted(wrong);
    const std::string_view best = nearest(wrong, known);
    if (!best.empty()) text += "; did you mean " + quoted(best) + "?";
    tell(node, text);
}

void TemplateSource::refuse_name(pugi::xml_node node, const std::string& message, std::string_view wrong, Names known) const {
    tell_name(node, message, wrong, known);
    throw Refused();
}

void TemplateSource::allow_attributes(pugi::xml_node node, std::initializer_list<std::string_view> names) const {
    for (pugi::xml_attribute attribute = node.first_attribute(); attribute; attribute = attribute.next_attribute()) {
        const std::string_view name = attribute.name();
        if (std::find(names.begin(), names.end(), name) == names.end())
            tell_name(node, "unknown attribute of <" + std::string(node.name()) + ">:", name, Names(names.begin(), names.size()));
        for (pugi::xml_attribute other = node.first_attribute(); other != attribute; other = other.next_attribute())
            if (name == other.name()) tell(node, "attribute " + quoted(name) + " stands twice");
    }
}

void TemplateSource::allow_children(pugi::xml_node node, Names names) const {
    for (const pugi::xml_node child : node.children()) {
        if (child.type() == pugi::node_element) {
            const std::string_view name = child.name();
            if (std::find(names.begin(), names.end(), name) == names.end())
                tell_name(child, "unknown element in <" + std::string(node.name()) + ">:", name, names);
        } else if (child.type() != pugi::node_comment && !is_blank(child.value())) {
            tell(node, "text between the elements of <" + std::string(node.name()) + ">: " + quoted(child.value()));
        }
    }
}

std::string_view TemplateSource::required(pugi::xml_node node, const char* attribute) const {
    const pugi::xml_attribute found = node.attribute(attribute);
    if (!found) refuse(node, "<" + std::string(node.name()) + "> lacks its attribute " + quoted(attribute));
    const std::string_view value = found.value();
    if (is_blank(value)) refuse(node, "attribute " + quoted(attribute) + " of <" + std::string(node.name()) + "> is empty");
    return value;
}

std::string_view TemplateSource::optional(pugi::xml_node node, const char* attribute, std::string_view otherwise) const {
    return node.attribute(attribute) ? required(node, attribute) : otherwise;
}

bool TemplateSource::yes_no(pugi::xml_node node, const char* attribute, bool otherwise) const {
    const std::string_view value = optional(node, attribute, otherwise ? "yes" : "no");
    if (value != "yes" && value != "no") refuse(node, quoted(attribute) + " is neither yes nor no: " + quoted(value));
    return value == "yes";
}

std::uint32_t TemplateSource::number(pugi::xml_node node, const char* attribute, std::optional<std::uint32_t> otherwise) const {
    if (otherwise && !node.attribute(attribute)) return *otherwise;
    const std::string_view value = required(node, attribute);
    std::uint32_t number = 0;
    const auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (fault != std::errc() || end != value.data() + value.size() || number > 1'000'000)
        refuse(node, quoted(attribute) + " is no number from 0 to 1000000: " + quoted(value));
    return number;
}

std::string TemplateSource::id(pugi::xml_node node, const char* attribute, bool path) const {
    const std::string_view value = required(node, attribute);
    for (const char c : value) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || (path && c == '/')) continue;
        refuse(node, quoted(attribute) + " may hold only a-z, 0-9 and hyphens: " + quoted(value));
    }
    return std::string(value);
}

void TemplateSource::refuse_empty(pugi::xml_node node) const { refuse(node, "<" + std::string(node.name()) + "> is empty"); }

std::string TemplateSource::raw_text(pugi::xml_node node) const {
    std::string text;
    for (const pugi::xml_node child : node.children()) {
        if (child.type() == pugi::node_element) refuse(child, "unknown element in <" + std::string(node.name()) + ">: " + quoted(child.name()));
        if (child.type() != pugi::node_comment) text += child.value();
    }
    if (is_blank(text)) refuse_empty(node);
    return text;
}

std::string TemplateSource::text(pugi::xml_node node) const {
    const pugi::xml_node only = node.first_child();
    if (only.type() != pugi::node_pcdata || only.next_sibling()) return in_one_line(raw_text(node));
    const std::string text = in_one_line(only.value());
    if (text.empty()) refuse_empty(node);
    return text;
}

std::string TemplateSource::lines(pugi::xml_node node) const {
    const std::string text = raw_text(node);
    std::vector<std::string_view> lines;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(std::string_view(text).substr(at, end - at));
        at = end + 1;
    }
    while (is_blank(lines.back())) lines.pop_back();
    std::size_t first = 0;
    while (is_blank(lines[first])) ++first;
    std::size_t indent = std::string::npos;
    // Text may begin right behind the tag: such a line has no indentation to judge by.
    for (std::size_t i = std::max<std::size_t>(first, 1); i < lines.size(); ++i)
        if (!is_blank(lines[i])) indent = std::min(indent, lines[i].find_first_not_of(' '));
    std::string joined;
    for (std::size_t i = first; i < lines.size(); ++i) {
        std::string_view line = i == 0 ? lines[i] : lines[i].substr(std::min(indent, lines[i].size()));
        while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
        if (i != first) joined.push_back('\n');
        joined += line;
    }
    return joined;
}

std::string TemplateSource::terms(pugi::xml_node node) const {
    std::string all = text(node);
    if (proved) return all;
    std::vector<std::string> forms;
    for (const std::string_view synonym : split_synonyms(all))
        if (synonym.size() > longest_term && fold(synonym).size() > longest_term)
            tell(node, "a term of more than " + std::to_string(longest_term) + " bytes in <" + std::string(node.name()) + ">; make two of it: " + quoted(synonym));
        else if (!notation_holds(synonym, forms)) tell(node, "malformed term " + quoted(synonym) + " in <" + node.name() + ">");
    return all;
}

std::vector<std::string> TemplateSource::synonyms(pugi::xml_node node) const {
    const std::string all = terms(node);
    const std::vector<std::string_view> parts = split_synonyms(all);
    return {parts.begin(), parts.end()};
}

std::string_view TemplateSource::language(pugi::xml_node node) const {
    const std::string_view tag = required(node, "lang");
    if (std::find(languages.begin(), languages.end(), tag) == languages.end()) {
        const std::vector<std::string_view> known(languages.begin(), languages.end());
        refuse_name(node, "language that the template does not list:", tag, known);
    }
    return tag;
}

void TemplateSource::add(pugi::xml_node node, std::string text, Localized& to) const {
    const std::string_view tag = language(node);
    if (!to.exactly(tag).empty()) refuse(node, "<" + std::string(node.name()) + "> stands twice for language " + quoted(tag));
    to.texts.emplace_back(tag, std::move(text));
}

void TemplateSource::complete(pugi::xml_node node, const Localized& text, std::string_view what) const {
    for (const std::string& tag : languages)
        if (text.exactly(tag).empty())
            tell(node, "<" + std::string(node.name()) + "> lacks " + std::string(what) + " in language " + quoted(tag));
}

}  // namespace plancheck

// The form of a bank is that of banks/en.xml; a bank that lacks something is refused when it is loaded, by name.
#include "mutants/bank.hpp"

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>
#include <stdexcept>

namespace mutants {

namespace {

std::string words(const pugi::xml_node& node) {
    std::istringstream in(node.text().get());
    std::string text, word;
    while (in >> word) text += (text.empty() ? "" : " ") + word;
    return text;
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    std::string part;
    std::istringstream in{std::string(text)};
    while (std::getline(in, part, separator))
        if (!part.empty()) parts.push_back(part);
    return parts;
}

Phrases phrases(const pugi::xml_node& parent, const char* name) {
    Phrases found;
    for (const pugi::xml_node node : parent.children(name)) {
        // Paragraphs of a longer text are separated by <p/>.
        std::string text;
        for (const pugi::xml_node part : node.children()) {
            if (part.type() == pugi::node_pcdata) {
                std::istringstream in(part.value());
                std::string word;
                bool first = true;
                while (in >> word) {
                    text += (first ? "" : " ") + word;
                    first = false;
                }
            } else {
                text += "\n\n";
            }
        }
        found.push_back({text, std::string_view(node.attribute("held").value()) == "yes"});
    }
    return found;
}

Slot slot(const pugi::xml_node& node) {
    Slot made;
    made.name = node.attribute("name").value();
    made.section = node.attribute("section").value();
    made.serves = split(node.attribute("serves").value(), ' ');
    made.phrases = phrases(node, "phrase");
    for (const pugi::xml_node one : node.children("denial")) made.denials.push_back(words(one));
    for (const pugi::xml_node one : node.children("against")) made.against.push_back(words(one));
    if (made.phrases.empty()) throw std::runtime_error("slot without phrases: " + made.name);
    return made;
}

Theme theme(const pugi::xml_node& node) {
    Theme made;
    made.area = node.attribute("area").value();
    made.titles = phrases(node, "title");
    made.issues = phrases(node, "issue");
    for (const pugi::xml_node one : node.children("objective")) made.objectives.push_back({words(one), one.attribute("vague").value()});
    for (const pugi::xml_node one : node.children("action")) made.actions.push_back({words(one), one.attribute("objective").as_uint()});
    for (const pugi::xml_node one : node.children("effort"))
        made.efforts.push_back({words(one), one.attribute("partner").value(), one.attribute("timeline").value(), one.attribute("cost").value(),
                                one.attribute("target").value(), one.attribute("milestone").value(), one.attribute("action").as_uint()});
    for (const pugi::xml_node one : node.children("opportunity")) made.opportunities.push_back({words(one), one.attribute("objective").as_uint()});
    for (const pugi::xml_node one : node.children("indicator")) made.indicators.push_back({words(one), one.attribute("objective").as_uint()});
    for (const pugi::xml_node one : node.children("linkage"))
        made.linkages.push_back({words(one), std::string_view(one.attribute("kind").value()) == "internal"});
    for (const pugi::xml_node one : node.children("partner"))
        made.partners.push_back({one.attribute("name").value(), one.attribute("acronym").value(), one.attribute("person").value(), one.attribute("email").value()});
    if (made.titles.empty() || made.issues.empty() || made.objectives.size() < 2 || made.actions.size() < 4 || made.efforts.size() < made.actions.size() ||
        made.opportunities.size() < 2 || made.indicators.size() < made.objectives.size() || made.linkages.size() < 2 || made.partners.size() < 3)
        throw std::runtime_error("theme is not complete: " + made.area);
    return made;
}

}  // namespace

Bank load_bank(const std::string& path) {
    pugi::xml_document document;
    const pugi::xml_parse_result parsed = document.load_file(path.c_str(), pugi::parse_default);
    if (!parsed) throw std::runtime_error(path + ": " + parsed.description() + " at byte " + std::to_string(parsed.offset));
    const pugi::xml_node root = document.child("bank");
    Bank bank;
    bank.language = root.attribute("language").value();
    bank.official = root.attribute("official").as_bool();
    bank.too_long = root.attribute("too-long").as_uint(251);
    try {
        for (const pugi::xml_node node : root.children("numerals")) {
            bank.numerals.push_back(split(words(node), '|'));
            if (bank.numerals.back().size() != 10) throw std::runtime_error("not ten numerals: " + words(node));
        }
        for (const pugi::xml_node node : root.children("heading")) bank.headings[node.attribute("section").value()] = phrases(node, "phrase");
        // A label's own white space is written ~, because that of the file means nothing.
        for (const pugi::xml_node node : root.children("label")) {
            Phrases& label = bank.labels[node.attribute("name").value()] = phrases(node, "phrase");
            for (Phrase& phrase : label) std::replace(phrase.text.begin(), phrase.text.end(), '~', ' ');
        }
        for (const pugi::xml_node node : root.children("fault")) bank.faults[node.attribute("name").value()] = words(node);
        for (const pugi::xml_node node : root.children("slot")) bank.slots.push_back(slot(node));
        for (const pugi::xml_node node : root.children("theme")) bank.themes.push_back(theme(node));
        if (bank.numerals.empty() || bank.headings.size() != 10 || bank.themes.empty()) throw std::runtime_error("numerals, headings or themes are missing");
    } catch (const std::runtime_error& error) {
        throw std::runtime_error(path + ": " + error.what());
    }
    return bank;
}

}  // namespace mutants

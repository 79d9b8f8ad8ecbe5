// One strict walk, as templates are loaded: whatever a policy names must be there, so that a slip never leaves a finding
// unsuppressed, or suppressed, in silence.
#include <algorithm>
#include <string>

#include <pugixml.hpp>

#include "plancheck/error.hpp"
#include "report/policy.hpp"
#include "template/loader.hpp"
#include "template/names.hpp"
#include "template/parse.hpp"
#include "template/source.hpp"
#include "text/values.hpp"

namespace plancheck {

using namespace std::string_view_literals;

class Policy::Loader {
public:
    Loader(TemplateSource& source, Template& form, Policy& policy) : source_(source), form_(form), policy_(policy) {}

    void load(pugi::xml_node root) {
        static constexpr std::string_view children[] = {"severity"sv, "off"sv, "accept"sv, "vocabulary"sv};
        source_.allow_attributes(root, {"template"});
        source_.allow_children(root, children);
        const std::string_view wanted = source_.optional(root, "template", form_.id);
        if (wanted != form_.id) source_.refuse(root, "the policy is for the template '" + std::string(wanted) + "', not for '" + form_.id + "'");
        for (const pugi::xml_node node : root.children()) {
            const std::string_view element = node.name();
            if (element == "severity") load_severity(node);
            if (element == "off") load_off(node);
            if (element == "accept") load_acceptance(node);
            if (element == "vocabulary") load_vocabulary(node);
        }
        const bool leaves = std::any_of(form_.requirements.begin(), form_.requirements.end(), [&](const Requirement& requirement) {
            return requirement.decided_by != DecidedBy::reviewer && !is_off(requirement.id);
        });
        if (!leaves) source_.refuse(root, "the policy switches off every requirement that a program can decide, so nothing would be checked");
    }

private:
    bool is_off(std::string_view id) const {
        return std::any_of(policy_.off_.begin(), policy_.off_.end(), [&](const Off& off) { return off.requirement == id; });
    }

    const Requirement& requirement(pugi::xml_node node) const {
        const std::string_view id = source_.required(node, "requirement");
        const Requirement* found = form_.requirement(id);
        if (found == nullptr) source_.refuse_name(node, "unknown requirement:", id, names_of(form_.requirements, &Requirement::id));
        return *found;
    }

    void load_severity(pugi::xml_node node) {
        static constexpr std::string_view severities[] = {"note"sv, "warning"sv, "error"sv};
        source_.allow_attributes(node, {"requirement", "is"});
        const Requirement& of = requirement(node);
        if (of.decided_by == DecidedBy::reviewer) source_.refuse(node, "'" + of.id + "' is decided by a reviewer and has no severity");
        const std::string_view is = source_.required(node, "is");
        const auto severity = severity_from(is);
        if (!severity) source_.refuse_name(node, "unknown severity:", is, severities);
        for (const Weight& other : policy_.weights_)
            if (other.requirement == of.id) source_.refuse(node, "a second severity of '" + of.id + "'");
        source_.text(node);  // the reason, for those who read the policy
        policy_.weights_.push_back({of.id, *severity, source_.line_of(node)});
    }

    void load_off(pugi::xml_node node) {
        source_.allow_attributes(node, {"requirement"});
        const Requirement& of = requirement(node);
        if (is_off(of.id)) source_.refuse(node, "'" + of.id + "' is switched off already");
        policy_.off_.push_back({of.id, source_.text(node)});
    }

    void load_acceptance(pugi::xml_node node) {
        source_.allow_attributes(node, {"requirement", "place", "fingerprint", "until"});
        Acceptance entry;
        entry.line = source_.line_of(node);
        if (node.attribute("fingerprint")) {
            entry.fingerprint = source_.required(node, "fingerprint");
            if (!is_fingerprint(entry.fingerprint)) source_.refuse(node, "no fingerprint of a diagnostic: '" + entry.fingerprint + "'");
            if (node.attribute("place")) source_.refuse(node, "a finding is accepted by fingerprint or by place, not by both");
            if (node.attribute("requirement")) entry.requirement = requirement(node).id;
        } else {
            entry.requirement = requirement(node).id;
            entry.place = source_.required(node, "place");
            check_place(node, entry.place);
        }
        entry.until = source_.optional(node, "until");
        if (!entry.until.empty() && !is_date(entry.until))
            source_.refuse(node, "'until' is no date of the form YYYY-MM-DD: '" + entry.until + "'");
        entry.reason = source_.text(node);
        policy_.accepted_.push_back(std::move(entry));
    }

    static bool is_fingerprint(std::string_view text) {
        const auto all = [](std::string_view part, std::string_view of) { return part.find_first_not_of(of) == std::string_view::npos; };
        if (text.size() < 16 || !all(text.substr(0, 16), "0123456789abcdef")) return false;
        return text.size() == 16 || (text.size() > 17 && text[16] == '-' && all(text.substr(17), "0123456789"));
    }

    static bool is_date(std::string_view text) {
        if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
        for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U})
            if (text[i] < '0' || text[i] > '9') return false;
        return is_calendar_date(text);
    }

    void check_place(pugi::xml_node node, std::string_view place) const {
        const std::string_view head = place.substr(0, place.find('/'));
        if (head == "plan" || head == "front" || head == "annex" || form_.section(head) != nullptr) return;
        std::vector<std::string_view> known = names_of(form_.sections, &SectionSpec::key);
        known.insert(known.end(), {"plan", "front", "annex"});
        source_.refuse_name(node, "unknown place:", head, known);
    }

    // Words are added to a term; a term of one's own has words in each of the template's languages, as in a template.
    void load_vocabulary(pugi::xml_node node) {
        static constexpr std::string_view children[] = {"term"sv};
        source_.allow_attributes(node, {"id"});
        source_.allow_children(node, children);
        const std::string_view id = source_.required(node, "id");
        const auto found = std::find_if(form_.vocabularies.begin(), form_.vocabularies.end(), [&](const Vocabulary& v) { return v.id == id; });
        if (found == form_.vocabularies.end()) source_.refuse_name(node, "unknown vocabulary:", id, names_of(form_.vocabularies, &Vocabulary::id));
        for (const pugi::xml_node child : node.children("term")) load_term(child, *found);
    }

    void load_term(pugi::xml_node node, Vocabulary& vocabulary) {
        static constexpr std::string_view children[] = {"words"sv};
        source_.allow_attributes(node, {"key", "group"});
        source_.allow_children(node, children);
        const std::string key = source_.id(node, "key");
        const auto known = std::find_if(vocabulary.terms.begin(), vocabulary.terms.end(), [&](const Term& t) { return t.key == key; });
        if (known == vocabulary.terms.end()) {
            Term term;
            term.key = key;
            term.group = source_.optional(node, "group");
            for (const pugi::xml_node words : node.children("words")) {
                source_.allow_attributes(words, {"lang", "name"});
                source_.add(words, source_.terms(words), term.synonyms);
                if (words.attribute("name")) term.name.texts.emplace_back(source_.language(words), source_.required(words, "name"));
            }
            source_.complete(node, term.synonyms, "words");
            vocabulary.terms.push_back(std::move(term));
            return;
        }
        if (node.attribute("group")) source_.refuse(node, "'" + key + "' is the template's own term, whose group stays as it is");
        for (const pugi::xml_node words : node.children("words")) {
            source_.allow_attributes(words, {"lang"});
            const std::string_view language = source_.language(words);
            for (auto& [tag, synonyms] : known->synonyms.texts)
                if (tag == language) synonyms += " · " + source_.terms(words);
        }
    }

    TemplateSource& source_;
    Template& form_;
    Policy& policy_;
};

Policy::Policy(std::string_view xml, std::string_view name, Template& form) {
    TemplateSource source(xml, name.empty() ? "policy"sv : name);
    source.languages = form.languages;
    source.attempt([&] {
        pugi::xml_document document;
        Loader(source, form, *this).load(parse_source(source, xml, "policy", document));
    });
    if (source.sound()) return;
    const Error fault = rejected(source.take_faults().front());
    throw Error(Error::Kind::policy_rejected, fault.what(), fault.line());
}

}  // namespace plancheck

// Requirements. The check of a requirement is the element that bears its name; its attributes are the parameters, and a
// further element of the same name with `lang` gives those that differ in a language. Every name that a parameter, a
// scope or a need gives is looked up here, so that a slip in a template is told when it is loaded, not when a document is
// checked.
#include <algorithm>
#include <charconv>

#include "template/known_checks.hpp"
#include "template/loader.hpp"
#include "template/names.hpp"
#include "template/pattern.hpp"
#include "template/xpath_names.hpp"

namespace plancheck {

namespace {

using namespace std::string_view_literals;

struct Clause {
    std::string id;
    Localized text;
};

std::vector<Clause> load_clauses(const TemplateSource& source, pugi::xml_node parent) {
    static constexpr std::string_view children[] = {"clause"sv};
    static constexpr std::string_view grandchildren[] = {"text"sv};
    source.allow_attributes(parent, {});
    source.allow_children(parent, children);
    std::vector<Clause> clauses;
    for (const pugi::xml_node node : parent.children("clause")) {
        source.attempt([&] {
            source.allow_attributes(node, {"id"});
            source.allow_children(node, grandchildren);
            Clause clause{std::string(source.required(node, "id")), {}};
            for (const Clause& other : clauses)
                if (other.id == clause.id) source.refuse(node, "'" + clause.id + "' is there already in <clauses>");
            for (const pugi::xml_node text : node.children("text")) {
                source.attempt([&] {
                    source.allow_attributes(text, {"lang"});
                    source.add(text, source.text(text), clause.text);
                });
            }
            source.complete(node, clause.text, "<text>");
            clauses.push_back(std::move(clause));
        });
    }
    return clauses;
}

class Loader {
public:
    Loader(const TemplateSource& source, Template& form, std::vector<Clause> clauses)
        : source_(source), form_(form), clauses_(std::move(clauses)) {}

    void load(pugi::xml_node node) {
        source_.allow_attributes(node, {"id", "clause", "obligation", "decided-by", "severity", "sections", "needs", "when"});
        Requirement requirement;
        requirement.id = source_.id(node, "id", true);
        source_.locate(node, requirement);
        if (form_.requirement(requirement.id) != nullptr)
            source_.refuse(node, "'" + requirement.id + "' is there already in <requirements>");
        source_.attempt([&] { load_classes(node, requirement); });
        source_.attempt([&] { load_scope(node, requirement); });
        load_children(node, requirement);
        form_.requirements.push_back(std::move(requirement));
        nodes_.push_back(node);
    }

    // Needs may name requirements that stand further down.
    void check_needs() const {
        std::vector<std::vector<std::size_t>> needed(nodes_.size());  // by requirement, those it waits for
        for (std::size_t at = 0; at < nodes_.size(); ++at) {
            const pugi::xml_node node = nodes_[at];
            for (const std::string& entry : form_.requirements[at].needs) {
                const std::optional<Need> need = parse_need(entry);
                if (!need) {
                    source_.tell(node, "malformed entry of needs: '" + entry + "'");
                    continue;
                }
                const Requirement* first = form_.requirement(need->requirement);
                if (first != nullptr) needed[at].push_back(static_cast<std::size_t>(first - form_.requirements.data()));
                else
                    source_.tell_name(node, "unknown requirement in needs:", need->requirement, names_of(form_.requirements, &Requirement::id));
                source_.attempt([&] {
                    if (!need->section.empty()) look_up_section(node, need->section, false);
                    if (!need->kind.empty()) look_up_kind(node, need->kind);
                });
            }
        }
        // What is left when all that waits for nothing, and all that nothing waits for, has been taken away waits for itself.
        std::vector<bool> open(nodes_.size(), true);
        for (bool again = true; again;) {
            again = false;
            std::vector<bool> waited(open.size(), false);
            for (std::size_t at = 0; at < open.size(); ++at)
                if (open[at])
                    for (const std::size_t other : needed[at]) waited[other] = true;
            for (std::size_t at = 0; at < open.size(); ++at) {
                if (!open[at] || (waited[at] && std::any_of(needed[at].begin(), needed[at].end(), [&](std::size_t other) { return open[other]; }))) continue;
                open[at] = false;
                again = true;
            }
        }
        for (std::size_t at = 0; at < open.size(); ++at)
            if (open[at]) source_.tell(nodes_[at], "requirement '" + form_.requirements[at].id + "' needs itself, directly or through what it needs");
    }

private:
    void load_classes(pugi::xml_node node, Requirement& requirement) const {
        static constexpr std::string_view obligations[] = {"must"sv, "should"sv, "suggested"sv, "guideline"sv, "derived"sv};
        static constexpr std::string_view deciders[] = {"machine"sv, "evidence"sv, "reviewer"sv};
        static constexpr std::string_view severities[] = {"note"sv, "warning"sv, "error"sv};
        const std::string_view clause = source_.required(node, "clause");
        const auto known = std::find_if(clauses_.begin(), clauses_.end(), [&](const Clause& c) { return c.id == clause; });
        if (known == clauses_.end()) source_.refuse_name(node, "clause that <clauses> lacks:", clause, names_of(clauses_, &Clause::id));
        requirement.clause = known->id;
        requirement.clause_text = known->text;

        const std::string_view obligation = source_.required(node, "obligation");
        if (const auto value = obligation_from(obligation)) requirement.obligation = *value;
        else source_.refuse_name(node, "unknown obligation:", obligation, obligations);
        const std::string_view decided = source_.required(node, "decided-by");
        if (const auto value = decided_by_from(decided)) requirement.decided_by = *value;
        else source_.refuse_name(node, "unknown value of decided-by:", decided, deciders);

        if (requirement.decided_by == DecidedBy::reviewer) {
            if (node.attribute("severity")) source_.refuse(node, "a requirement that a reviewer decides has no severity");
            return;
        }
        const std::string_view severity = source_.required(node, "severity");
        requirement.severity = severity_from(severity);
        if (!requirement.severity) source_.refuse_name(node, "unknown severity:", severity, severities);
    }

    void load_scope(pugi::xml_node node, Requirement& requirement) const {
        for (const std::string_view key : split_words(source_.required(node, "sections"))) {
            look_up_section(node, key, true);
            requirement.sections.emplace_back(key);
        }
        for (const std::string_view need : split_words(source_.optional(node, "needs"))) requirement.needs.emplace_back(need);
        requirement.when = source_.optional(node, "when");
        const auto conditions = parse_when(requirement.when);
        static constexpr std::string_view known[] = {"as-of"sv, "first-plan"sv, "area=…"sv, "dated>=…"sv, "section=…"sv, "item=…"sv, "language=…"sv, "term=…"sv};
        if (!conditions) source_.refuse_name(node, "malformed condition:", requirement.when, known);
        for (const Condition& condition : *conditions) {
            switch (condition.kind) {
                case Condition::Kind::area:
                    if (const Vocabulary* areas = form_.vocabulary("areas"); areas == nullptr) look_up_vocabulary(node, "areas", false);
                    else look_up_vocabulary(node, "areas/" + std::string(condition.value), true);
                    break;
                case Condition::Kind::section: look_up_section(node, condition.value, false); break;
                case Condition::Kind::item: look_up_kind(node, condition.value); break;
                case Condition::Kind::term: look_up_vocabulary(node, condition.value, true); break;
                case Condition::Kind::language:
                    if (std::find(form_.languages.begin(), form_.languages.end(), condition.value) == form_.languages.end())
                        source_.tell(node, "language that the template does not list: '" + std::string(condition.value) + "'");
                    break;
                case Condition::Kind::as_of:
                case Condition::Kind::dated_from:
                case Condition::Kind::first_plan: break;
            }
        }
    }

    void load_child(pugi::xml_node child, Requirement& requirement) const {
        static constexpr std::string_view fixed[] = {"asks"sv, "evidence"sv, "text"sv};
        const std::string_view element = child.name();
        if (element == "text") {
            load_text(child, requirement);
        } else if (element == "asks" || element == "evidence") {
            source_.allow_attributes(child, {});
            std::string& to = element == "asks" ? requirement.asks_source : requirement.evidence_source;
            if (!to.empty()) source_.refuse(child, "a second <" + std::string(element) + ">");
            to = source_.text(child);
        } else if (const KnownCheck* check = known_check(element)) {
            load_check(child, *check, requirement);
        } else {
            std::vector<std::string_view> names(std::begin(fixed), std::end(fixed));
            for (const KnownCheck& known : known_checks()) names.push_back(known.name);
            source_.refuse_name(child, "unknown check or element in <requirement>:", element, names);
        }
    }

    void load_children(pugi::xml_node node, Requirement& requirement) const {
        for (const pugi::xml_node child : node.children()) {
            if (child.type() != pugi::node_element) continue;
            source_.attempt([&] { load_child(child, requirement); });
        }
        std::vector<std::string_view> present;
        for (const pugi::xml_node child : node.children()) present.emplace_back(child.name());
        source_.allow_children(node, present);

        const auto has = [&](const char* element) { return static_cast<bool>(node.child(element)); };
        if (requirement.check.empty() && !names_a_check(node)) source_.tell(node, "requirement '" + requirement.id + "' names no check");
        if (!has("asks")) source_.tell(node, "requirement '" + requirement.id + "' lacks <asks>");
        if (!has("evidence")) source_.tell(node, "requirement '" + requirement.id + "' lacks <evidence>");
        source_.complete(node, requirement.asks, "a <sentence>");
        if (requirement.decided_by == DecidedBy::evidence) source_.complete(node, requirement.looked_for, "<looked-for>");
        if (requirement.decided_by != DecidedBy::reviewer) source_.complete(node, requirement.help, "<help>");
        if (requirement.check == "assert" || !requirement.finding.empty()) source_.complete(node, requirement.finding, "<finding>");
        expand(node, requirement);
    }

    // Elements that stand where a check should; what is wrong with them was told.
    static bool names_a_check(pugi::xml_node node) {
        return std::any_of(node.begin(), node.end(), [](pugi::xml_node child) {
            const std::string_view name = child.name();
            return child.type() == pugi::node_element && name != "asks" && name != "evidence" && name != "text";
        });
    }

    // Sentences and help may hold the check's parameters; they never change, so they are put in once. What a finding says
    // has arguments that only the check knows.
    void expand(pugi::xml_node node, Requirement& requirement) const {
        std::vector<std::string_view> names;
        for (const Parameter& parameter : requirement.parameters) names.emplace_back(parameter.name);
        for (Localized* const text : {&requirement.asks, &requirement.help, &requirement.looked_for}) {
            const std::vector<std::string> used = check_texts(node, *text, names);
            if (used.empty() || !source_.sound()) continue;
            for (auto& [tag, words] : text->texts) {
                std::vector<std::pair<std::string_view, std::string_view>> values;
                for (const std::string_view name : names) values.emplace_back(name, requirement.parameter(name, tag));
                words = format_pattern(tag, words, values);
            }
        }
        names.insert(names.end(), {"count", "value", "item", "items", "section", "title"});
        check_texts(node, requirement.finding, names);
    }

    // The arguments of a text, which are the same in all languages.
    std::vector<std::string> check_texts(pugi::xml_node node, const Localized& text, const std::vector<std::string_view>& known) const {
        std::vector<std::string> first;
        for (std::size_t i = 0; i < text.texts.size(); ++i) {
            const auto& [tag, words] = text.texts[i];
            std::vector<std::string> used;
            if (words.find('{') != std::string::npos) used = check_pattern(source_, text_in(node, tag), words, known);
            if (i == 0) first = used;
            else if (used != first)
                source_.tell(text_in(node, tag), "a text in language '" + tag + "' has other arguments than in '" + text.texts.front().first + "'");
        }
        return first;
    }

    static pugi::xml_node text_in(pugi::xml_node node, std::string_view tag) {
        for (const pugi::xml_node text : node.children("text"))
            if (text.attribute("lang").value() == tag) return text;
        return node;
    }

    void load_text(pugi::xml_node node, Requirement& requirement) const {
        static constexpr std::string_view children[] = {"sentence"sv, "looked-for"sv, "help"sv, "finding"sv, "passes"sv, "fails"sv};
        source_.allow_attributes(node, {"lang"});
        source_.allow_children(node, children);
        const std::string language(source_.language(node));
        for (const pugi::xml_node child : node.children()) {
            if (child.type() != pugi::node_element) continue;
            const std::string_view element = child.name();
            source_.attempt([&] {
                if (element == "passes" || element == "fails") {
                    source_.allow_attributes(child, {"as-of"});
                    Example example{language, element == "passes", source_.lines(child), std::string(source_.optional(child, "as-of")), {}, 0, 0};
                    source_.locate(child, example);
                    requirement.examples.push_back(std::move(example));
                    return;
                }
                source_.allow_attributes(child, {});
                Localized& to = element == "sentence" ? requirement.asks
                                : element == "help"   ? requirement.help
                                : element == "finding" ? requirement.finding
                                                       : requirement.looked_for;
                if (!to.exactly(language).empty())
                    source_.refuse(child, "<" + std::string(element) + "> stands twice for language '" + language + "'");
                to.texts.emplace_back(language, source_.text(child));
            });
        }
    }

    void load_check(pugi::xml_node node, const KnownCheck& check, Requirement& requirement) const {
        const bool first = requirement.check.empty();
        if (!first && requirement.check != check.name) source_.refuse(node, "a second check of one requirement");
        source_.allow_children(node, {});
        const std::string language = node.attribute("lang") ? std::string(source_.language(node)) : std::string();
        if (first == !language.empty()) source_.refuse(node, first ? "the first element of a check has no lang" : "a second <" + requirement.check + "> without lang");
        requirement.check = check.name;
        for (const pugi::xml_attribute attribute : node.attributes()) {
            source_.attempt([&] { load_parameter(node, attribute, check, language, requirement); });
        }
        for (const auto& [lower, upper] : {std::pair{"min", "max"}, {"min", "review-above"}, {"review-above", "max"}})
            check_bounds(node, requirement, language, lower, upper);
        if (!first) return;
        for (const KnownParameter& parameter : check.parameters)
            if (parameter.required && !node.attribute(std::string(parameter.name).c_str()))
                source_.tell(node, "check " + requirement.check + " lacks its parameter '" + std::string(parameter.name) + "'");
    }

    void load_parameter(pugi::xml_node node, pugi::xml_attribute attribute, const KnownCheck& check, const std::string& language,
                        Requirement& requirement) const {
        const std::string_view name = attribute.name();
        if (name == "lang") return;
        const KnownParameter* parameter = check.parameter(name);
        if (parameter == nullptr) {
            std::vector<std::string_view> names{"lang"};
            for (const KnownParameter& known : check.parameters) names.push_back(known.name);
            source_.refuse_name(node, "unknown parameter of check " + requirement.check + ":", name, names);
        }
        for (const Parameter& other : requirement.parameters)
            if (other.name == name && other.language == language) source_.refuse(node, "parameter '" + other.name + "' stands twice");
        const std::string_view value = source_.required(node, attribute.name());
        check_value(node, *parameter, value);
        requirement.parameters.push_back({std::string(name), std::string(value), language});
    }

    // Two bounds between which nothing lies would accuse every document. A bound that is no number was told.
    void check_bounds(pugi::xml_node node, const Requirement& requirement, std::string_view language, const char* lower, const char* upper) const {
        if (!node.attribute(lower) && !node.attribute(upper)) return;
        double least = 0, most = 0;
        for (const auto& [name, number] : {std::pair{lower, &least}, {upper, &most}}) {
            const std::string_view value = requirement.parameter(name, language);
            const auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), *number);
            if (value.empty() || fault != std::errc() || end != value.data() + value.size()) return;
        }
        if (least > most) source_.tell(node, std::string("parameter '") + lower + "' is more than '" + upper + "'");
    }

    void check_value(pugi::xml_node node, const KnownParameter& parameter, std::string_view value) const {
        const auto refuse = [&](std::string_view what) {
            source_.refuse(node, "parameter '" + std::string(parameter.name) + "' is no " + std::string(what) + ": '" + std::string(value) + "'");
        };
        const auto each = [&](auto look_up) {
            for (const std::string_view word : split_words(value)) look_up(word);
        };
        switch (parameter.type) {
            case ParameterType::text: break;
            case ParameterType::number: {
                std::uint32_t number = 0;
                const auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), number);
                if (fault != std::errc() || end != value.data() + value.size()) refuse("number");
                break;
            }
            case ParameterType::duration:
                if (!is_duration(value)) refuse("duration such as P2Y");
                break;
            case ParameterType::yes_no:
                if (value != "yes" && value != "no") refuse("yes or no");
                break;
            case ParameterType::choice: look_up(node, parameter, value, split_words(parameter.choices)); break;
            case ParameterType::choices:
                each([&](std::string_view word) { look_up(node, parameter, word, split_words(parameter.choices)); });
                break;
            case ParameterType::kind: look_up_kind(node, value); break;
            case ParameterType::kinds: each([&](std::string_view word) { look_up_kind(node, word); }); break;
            case ParameterType::field:
            case ParameterType::fields: each([&](std::string_view word) { look_up(node, parameter, word, all_fields()); }); break;
            case ParameterType::scopes: each([&](std::string_view word) { look_up_section(node, word, true); }); break;
            case ParameterType::vocabulary: look_up_vocabulary(node, value, false); break;
            case ParameterType::vocabularies: each([&](std::string_view word) { look_up_vocabulary(node, word, true); }); break;
            case ParameterType::keys: each([&](std::string_view word) { look_up(node, parameter, word, all_keys()); }); break;
            case ParameterType::severity:
                if (!severity_from(value)) refuse("severity");
                break;
            case ParameterType::decimal:
                if (!is_decimal(value)) refuse("number such as 12 or 0.5");
                break;
            case ParameterType::section: look_up_section(node, value, false); break;
            case ParameterType::xpath:
                for (const XPathFault& fault : xpath_faults(value, form_)) {
                    const std::string what = "parameter '" + std::string(parameter.name) + "': " + fault.message;
                    if (fault.wrong.empty()) source_.tell(node, what);
                    else source_.tell_name(node, what, fault.wrong, fault.known);
                }
                break;
        }
    }

    static bool is_decimal(std::string_view value) {
        const std::size_t point = value.find('.');
        const std::string_view whole = value.substr(0, point), rest = point == std::string_view::npos ? "0"sv : value.substr(point + 1);
        return !whole.empty() && !rest.empty() && whole.size() <= 12 && rest.size() <= 4 &&
               (std::string(whole) + std::string(rest)).find_first_not_of("0123456789") == std::string::npos;
    }

    static bool is_duration(std::string_view value) {
        if (value.size() < 3 || value.front() != 'P' || "YMWD"sv.find(value.back()) == std::string_view::npos) return false;
        value = value.substr(1, value.size() - 2);
        return value.size() < 4 && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
    }

    std::vector<std::string_view> all_fields() const {
        std::vector<std::string_view> names;
        for (const ItemSpec& item : form_.items)
            for (const FieldSpec& field : item.fields) names.push_back(field.name);
        return names;
    }

    std::vector<std::string_view> all_keys() const {
        std::vector<std::string_view> names;
        for (const Vocabulary& vocabulary : form_.vocabularies)
            for (const Term& term : vocabulary.terms) names.push_back(term.key);
        return names;
    }

    void look_up(pugi::xml_node node, const KnownParameter& parameter, std::string_view word, const std::vector<std::string_view>& known) const {
        if (std::find(known.begin(), known.end(), word) == known.end())
            source_.refuse_name(node, "unknown value of parameter '" + std::string(parameter.name) + "':", word, known);
    }

    void look_up_kind(pugi::xml_node node, std::string_view kind) const {
        if (form_.item(kind) == nullptr) source_.refuse_name(node, "unknown kind of item:", kind, names_of(form_.items, &ItemSpec::kind));
    }

    void look_up_section(pugi::xml_node node, std::string_view key, bool scopes) const {
        if (form_.section(key) != nullptr) return;
        std::vector<std::string_view> known = names_of(form_.sections, &SectionSpec::key);
        if (scopes) {
            const auto others = other_scopes();
            if (std::find(others.begin(), others.end(), key) != others.end()) return;
            known.insert(known.end(), others.begin(), others.end());
        }
        source_.refuse_name(node, "unknown section:", key, known);
    }

    void look_up_vocabulary(pugi::xml_node node, std::string_view name, bool terms) const {
        const std::size_t slash = terms ? name.find('/') : std::string_view::npos;
        const Vocabulary* vocabulary = form_.vocabulary(name.substr(0, slash));
        if (vocabulary == nullptr)
            source_.refuse_name(node, "unknown vocabulary:", name.substr(0, slash), names_of(form_.vocabularies, &Vocabulary::id));
        if (slash == std::string_view::npos) return;
        const std::vector<std::string_view> keys = names_of(vocabulary->terms, &Term::key);
        if (std::find(keys.begin(), keys.end(), name.substr(slash + 1)) == keys.end())
            source_.refuse_name(node, "unknown term of vocabulary '" + vocabulary->id + "':", name.substr(slash + 1), keys);
    }

    const TemplateSource& source_;
    Template& form_;
    std::vector<Clause> clauses_;
    std::vector<pugi::xml_node> nodes_;  // of the requirements that were loaded
};

}  // namespace

void load_requirements(const TemplateSource& source, pugi::xml_node root, Template& form) {
    static constexpr std::string_view children[] = {"requirement"sv};
    const pugi::xml_node parent = root.child("requirements");
    source.allow_attributes(parent, {});
    source.allow_children(parent, children);
    Loader loader(source, form, load_clauses(source, root.child("clauses")));
    for (const pugi::xml_node node : parent.children("requirement")) source.attempt([&] { loader.load(node); });
    if (form.requirements.empty() && parent) source.tell(parent, "no requirement");
    loader.check_needs();
}

}  // namespace plancheck

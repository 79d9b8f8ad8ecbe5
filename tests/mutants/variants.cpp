// Every choice is made by a hash of the variant's number and the name of the choice: wording, layout, numerals, order of
// columns. A phrase is taken in turn, so that within some variants each has been used.
#include <algorithm>
#include <stdexcept>

#include "mutants/model.hpp"

namespace mutants {

std::size_t choose(unsigned number, std::string_view what, std::size_t among) {
    if (among == 0) throw std::runtime_error("nothing to choose from: " + std::string(what));
    std::uint32_t hash = 2166136261U;
    for (const char c : what) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return (number + hash % 97 + number / among * (hash % 3)) % among;
}

namespace {

const std::string& pick(const Phrases& phrases, unsigned number, std::string_view what, bool held) {
    std::vector<const Phrase*> fitting;
    for (const Phrase& phrase : phrases)
        if (phrase.held == held) fitting.push_back(&phrase);
    if (fitting.empty())
        for (const Phrase& phrase : phrases)
            if (!phrase.held) fitting.push_back(&phrase);
    return fitting[choose(number, what, fitting.size())]->text;
}

void fill(std::string& text, const std::string& mark, const std::string& with) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + with.size())) text.replace(at, mark.size(), with);
}

constexpr const char* keys[] = {"issue", "objective", "actions", "efforts", "opportunities", "evaluation", "resources", "process", "linkages", "partners"};

}  // namespace

const std::string& Model::label(const std::string& name) const {
    const auto found = bank->labels.find(name);
    if (found == bank->labels.end() || found->second.empty()) throw std::runtime_error("no label " + name);
    return pick(found->second, number, name, held);
}

Part* Model::part(const std::string& key) {
    for (Part& one : parts)
        if (one.key == key) return &one;
    return nullptr;
}

std::string reference(const Model& model, const std::string& label, unsigned number) {
    std::string text = model.label(label);
    fill(text, "{n}", std::to_string(number));
    return text;
}

std::vector<std::string>& sentences_of(Model& model, const Slot& slot) {
    if (slot.section == "front") return model.front;
    Part* part = model.part(slot.section);
    if (part == nullptr) throw std::runtime_error("slot " + slot.name + " is of no section: " + slot.section);
    return slot.name.ends_with("-intro") ? part->before : part->after;
}

Model make_variant(const Bank& bank, unsigned number, bool held) {
    Model model;
    model.bank = &bank;
    model.number = number;
    model.held = held;
    const Theme& theme = bank.themes[number % bank.themes.size()];
    model.area = theme.area;
    model.title = pick(theme.titles, number, "title", held);
    model.date = model.label("date");
    const auto& numerals = bank.numerals[choose(number, "numerals", bank.numerals.size())];
    for (std::size_t i = 0; i < 10; ++i) {
        const auto headings = bank.headings.find(keys[i]);
        if (headings == bank.headings.end() || headings->second.empty()) throw std::runtime_error(std::string("no heading of ") + keys[i]);
        model.parts.push_back({keys[i], numerals[i] == "-" ? "" : numerals[i], pick(headings->second, number, keys[i], held), false, {}, {}});
    }
    model.issue = pick(theme.issues, number, "issue text", held);
    model.objectives = theme.objectives;
    model.actions = theme.actions;
    model.actions.resize(3 + choose(number, "count of actions", std::min<std::size_t>(3, theme.actions.size() - 2)));
    for (const Effort& effort : theme.efforts) {
        if (effort.action > model.actions.size()) continue;
        Model::Line line;
        static_cast<Effort&>(line) = effort;
        line.objective = model.actions[effort.action - 1].objective;
        for (const Partner& partner : theme.partners)
            if (partner.name == line.partner) line.contact = partner.email;
        model.efforts.push_back(line);
    }
    model.opportunities = theme.opportunities;
    model.indicators = theme.indicators;
    model.linkages = theme.linkages;
    for (const Partner& partner : theme.partners)
        for (const Model::Line& effort : model.efforts)
            if (effort.partner == partner.name) {
                model.partners.push_back(partner);
                break;
            }
    model.lead = model.label("lead-line");
    fill(model.lead, "{person}", model.partners.front().person);
    fill(model.lead, "{partner}", model.partners.front().name);
    for (const Slot& slot : bank.slots) {
        const std::string& text = pick(slot.phrases, number, slot.name, held);
        sentences_of(model, slot).push_back(text);
    }
    constexpr Layout objective_layouts[] = {Layout::numbered, Layout::run_in, Layout::bullets, Layout::headings};
    constexpr Layout action_layouts[] = {Layout::numbered, Layout::headings, Layout::bullets, Layout::run_in, Layout::table, Layout::paragraphs};
    constexpr Layout effort_layouts[] = {Layout::table, Layout::headings, Layout::table, Layout::bullets, Layout::table};
    constexpr Layout partner_layouts[] = {Layout::bullets, Layout::table, Layout::numbered};
    model.objectives_as = objective_layouts[choose(number, "layout of objectives", 4)];
    model.actions_as = action_layouts[choose(number, "layout of actions", 6)];
    model.efforts_as = effort_layouts[choose(number, "layout of efforts", 5)];
    model.partners_as = partner_layouts[choose(number, "layout of partners", 3)];
    model.columns = static_cast<unsigned>(choose(number, "order of columns", 3));
    model.contacts_in_efforts = choose(number, "where contacts stand", 4) != 0;
    model.capitals = choose(number, "capitals", 5) == 0;
    return model;
}

}  // namespace mutants

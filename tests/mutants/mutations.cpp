// The first half changes the structure, the second the items, the last the sentences: for every slot of the bank that
// serves requirements it is left out, denied and contradicted.
#include "mutants/mutations.hpp"

#include <algorithm>
#include <deque>
#include <stdexcept>

#include "plancheck/document.hpp"

namespace mutants {

namespace {

class Maker {
public:
    explicit Maker(const Model& good) : good_(good), bank_(*good.bank) {}

    std::deque<Mutant> run() {
        structure();
        words();
        objectives_and_actions();
        efforts();
        evaluation_and_money();
        partners();
        sentences();
        return std::move(made_);
    }

private:
    const Model& good_;
    const Bank& bank_;
    std::deque<Mutant> made_;  // so that a mutant stays where it is while others are added

    std::size_t choose(std::string_view what, std::size_t among) const { return mutants::choose(good_.number, what, among); }
    const std::string& fault(const std::string& name) const {
        const auto found = bank_.faults.find(name);
        if (found == bank_.faults.end()) throw std::runtime_error("no fault " + name + " in the bank of " + bank_.language);
        return found->second;
    }

    Model& add(std::string name, std::string requirement, std::vector<std::string> outcomes, std::string section, std::vector<std::string> also = {}) {
        made_.push_back({std::move(name), good_, std::move(requirement), std::move(outcomes), std::move(section), std::move(also)});
        return made_.back().model;
    }

    void structure() {
        const std::size_t dropped = choose("dropped", 10);
        Model& without = add("drop a section", "plan/sections-present", {"fail"}, good_.parts[dropped].key);
        without.parts.erase(without.parts.begin() + static_cast<std::ptrdiff_t>(dropped));
        renumber(without);
        const std::size_t left = choose("left out, numbers kept", 10);
        Model& kept = add("drop a section, keep the numerals", "plan/sections-present", {"fail"}, good_.parts[left].key);
        kept.parts.erase(kept.parts.begin() + static_cast<std::ptrdiff_t>(left));
        const std::size_t swapped = choose("swapped", 9);
        Model& order = add("swap two sections", "plan/sections-order", {"fail"}, "");
        std::swap(order.parts[swapped], order.parts[swapped + 1]);
        renumber(order);
        const std::size_t twice = 4 + choose("twice", 5);
        Model& again = add("a section twice", "plan/sections-unique", {"fail"}, good_.parts[twice].key);
        Part copy = again.parts[twice];
        copy.before = {fault("sentence")};
        copy.after.clear();
        again.parts.insert(again.parts.begin() + static_cast<std::ptrdiff_t>(twice + 1), copy);
        const std::size_t emptied = choose("emptied", 10);
        add("an empty section", "plan/sections-filled", {"fail"}, good_.parts[emptied].key).parts[emptied].empty = true;
        if (!good_.parts[0].numeral.empty()) {
            const std::size_t wrong = 1 + choose("wrong numeral", 8);
            Model& numeral = add("a numeral that disagrees", "plan/numeral-agrees", {"fail"}, good_.parts[wrong].key, {"plan/section-numerals"});
            numeral.parts[wrong].numeral = numeral.parts[wrong == 2 ? 8 : 2].numeral;
        }
        const std::size_t extra = 1 + choose("extra", 8);
        Model& other = add("a section that the template lacks", "plan/other-sections", {"pass", "fail", "review"}, "");
        other.parts.insert(other.parts.begin() + static_cast<std::ptrdiff_t>(extra), Part{"", "", fault("other-heading"), false, {fault("sentence")}, {}});
    }

    // The numerals that belong to the places, as automatic numbering gives them.
    void renumber(Model& model) const {
        for (std::size_t i = 0; i < model.parts.size(); ++i) model.parts[i].numeral = good_.parts[i].numeral;
    }

    void words() {
        const std::size_t prompted = choose("prompt", 4);
        constexpr const char* places[] = {"resources", "process", "evaluation", "opportunities"};
        add("a prompt is left", "plan/guidance-left", {"fail"}, places[prompted]).part(places[prompted])->after.push_back(fault("prompt"));
        for (const bool far : {false, true}) {
            Model& longer = add(far ? "section I far too long" : "one word too many in section I", "issue/word-limit", {"fail"}, "issue");
            const std::uint32_t least = bank_.too_long + (far ? 60 : 0);
            const std::uint32_t now = plancheck::read(longer.issue, "issue.md").total.words;
            for (std::uint32_t i = now; i < least; ++i) longer.issue += longer.label("space") + fault("filler");
        }
        add("section I without the goal", "issue/importance", {"review"}, "issue", {"plan/goal", "plan/objectives-served", "plan/priorities-served"}).issue = fault("plain-issue");
        add("a day that does not exist", "plan/dates-valid", {"fail"}, "efforts").efforts[choose("day", good_.efforts.size())].timeline = fault("no-date");
        add("a period that runs backwards", "plan/dates-valid", {"fail"}, "efforts").efforts[choose("period", good_.efforts.size())].timeline = fault("backwards");
        add("a broken address", "plan/addresses-valid", {"fail"}, "process").part("process")->after.push_back(fault("address"));
        add("a reference that leads nowhere", "plan/references-resolve", {"fail"}, "opportunities").opportunities[0].text += " " + fault("reference");
        add("an acronym that nothing explains", "plan/acronyms", {"review"}, "").part("process")->after.push_back(fault("acronym"));
        Model& area = add("another area in the front matter", "plan/area-consistent", {"review", "fail"}, "front", {"plan/area"});
        area.front.insert(area.front.begin(), fault("other-area"));
    }

    void objectives_and_actions() {
        const std::size_t vague = choose("vague", good_.objectives.size());
        Model& measure = add("an objective without a measure", "objective/measurable", {"review"}, "objective", {"objective/target", "evaluation/indicators"});
        measure.objectives[vague].text = measure.objectives[vague].vague;
        std::erase_if(measure.indicators, [&](const Served& one) { return one.objective == vague + 1; });
        add("two actions alone", "actions/count", {"fail"}, "actions", {"partners/all-contribute"}).actions.resize(2);
        std::erase_if(made_.back().model.efforts, [](const Model::Line& one) { return one.action > 2; });
        Model& six = add("a sixth action", "actions/count", {"fail"}, "actions", {"efforts/cover-actions", "actions/derive-from-objective"});
        while (six.actions.size() < 6) six.actions.push_back({fault("more-action-" + std::to_string(six.actions.size() - 2)), good_.actions[0].objective});
        Model& stray = add("an action that serves no objective", "actions/derive-from-objective", {"review"}, "actions", {"efforts/linked-to-objectives", "efforts/cover-actions"});
        stray.actions.back() = {fault("stray"), 0};
        for (Model::Line& effort : stray.efforts)
            if (effort.action == stray.actions.size()) effort.objective = 0;
        Model& bare = add("an action without an effort", "efforts/cover-actions", {"review", "fail"}, "", {"partners/all-contribute"});
        const auto action = static_cast<unsigned>(1 + choose("bare action", good_.actions.size()));
        std::erase_if(bare.efforts, [&](const Model::Line& one) { return one.action == action; });
        Model& repeated = add("an opportunity that is an action", "opportunities/not-current", {"fail", "review"}, "opportunities");
        repeated.opportunities[0].text = good_.actions[choose("repeated", good_.actions.size())].text;
        Model& loose = add("an opportunity that serves no objective", "opportunities/linked-to-objectives", {"review"}, "opportunities");
        loose.opportunities[choose("loose", good_.opportunities.size())] = {fault("stray"), 0};
    }

    void efforts() {
        const std::size_t one = choose("effort", good_.efforts.size());
        const bool table = good_.efforts_as == Layout::table;
        Model& alone = add("an effort without a contact", "efforts/contacts", {"fail"}, "efforts", {"partners/named-are-listed", "partners/all-contribute"});
        alone.efforts[one].contact.clear();
        alone.efforts[one].partner = fault("stranger");
        Model& strange = add("an effort of somebody who is not listed", "partners/named-are-listed", {"review", "fail"}, "", {"partners/all-contribute", "efforts/contacts"});
        strange.efforts[one].partner = fault("stranger");
        strange.contacts_in_efforts = true;
        if (table) {
            add("an empty cell for the timeline", "efforts/timelines", {"fail"}, "efforts").efforts[one].timeline.clear();
            Model& nobody = add("an empty cell for the partner", "efforts/partners-named", {"fail"}, "efforts", {"partners/all-contribute"});
            nobody.efforts[one].partner.clear();
            nobody.contacts_in_efforts = true;
            Model& wrong = add("a total off by one", "plan/table-totals", {"fail"}, "efforts");
            wrong.total = good_.efforts.front().cost;
        }
        Model& timeless = add("no effort with a timeline", "efforts/timelines", table ? std::vector<std::string>{"fail"} : std::vector<std::string>{"review"}, "efforts", {"efforts/milestones"});
        Model& free = add("no effort with a cost", "efforts/costs", {"review", "fail"}, "efforts");
        Model& steady = add("no effort with a milestone", "efforts/milestones", {"review"}, "efforts");
        for (std::size_t i = 0; i < good_.efforts.size(); ++i) {
            timeless.efforts[i].timeline.clear();
            timeless.efforts[i].milestone.clear();
            free.efforts[i].cost.clear();
            steady.efforts[i].milestone.clear();
        }
        add("a cost without a currency", "plan/amounts-have-currency", {"fail"}, "efforts").efforts[one].cost = fault("no-currency");
        Model& poor = add("an effort that seeks funds", "resources/funding-needs", {"review"}, "");
        poor.efforts[one].text += poor.label("semicolon") + fault("unfunded");
    }

    void evaluation_and_money() {
        add("no indicator", "evaluation/indicators", {"review"}, "evaluation", {"objective/measurable", "objective/target"}).indicators.clear();
        for (const bool internal : {true, false}) {
            Model& one = add(internal ? "no link with another area" : "no link beyond the Partnership", internal ? "linkages/internal" : "linkages/external", {"review"}, "linkages");
            std::erase_if(one.linkages, [&](const Linkage& linkage) { return linkage.internal == internal; });
        }
    }

    void partners() {
        add("no partner listed", "partners/listed", {"fail"}, "partners", {"partners/lead-is-partner", "partners/contacts", "efforts/contacts"}).partners.clear();
        add("no lead", "partners/lead", {"fail"}, "").lead.clear();
        add("a lead to be named", "partners/lead", {"review"}, "").lead = fault("vacant-lead");
        add("a lead from elsewhere", "partners/lead-is-partner", {"review", "fail"}, "").lead = fault("other-lead");
        add("a mandate of five years", "partners/lead-mandate", {"fail"}, "").lead += good_.label("space") + fault("mandate");
        add("a partner without an effort", "partners/all-contribute", {"review", "fail"}, "").partners.push_back({fault("stranger"), "", fault("person"), "office@elsewhere.example.org"});
    }

    // The requirements that other slots of the section serve as well are touched where several are joined in one sentence.
    void sentences() {
        for (const Slot& slot : bank_.slots) {
            if (slot.serves.empty()) continue;
            const auto change = [&](const std::string& name, const std::string& outcome, const std::string& text) {
                std::vector<std::string> also(slot.serves.begin() + 1, slot.serves.end());
                Model& model = add(name + ": " + slot.name, slot.serves.front(), {outcome}, "", also);
                std::vector<std::string>& place = sentences_of(model, slot);
                const auto found = std::find_if(place.begin(), place.end(), [&](const std::string& sentence) {
                    return std::any_of(slot.phrases.begin(), slot.phrases.end(), [&](const Phrase& one) { return one.text == sentence; });
                });
                if (found == place.end()) throw std::runtime_error("the sentence is not there: " + slot.name);
                if (text.empty()) *found = fault("sentence");
                else *found = text;
            };
            change("left out", "review", "");
            if (!slot.denials.empty()) change("denied", "review", slot.denials[choose(slot.name, slot.denials.size())]);
            if (!slot.against.empty()) change("contradicted", "fail", slot.against[choose(slot.name, slot.against.size())]);
        }
    }
};

}  // namespace

std::deque<Mutant> mutants_of(const Model& good) { return Maker(good).run(); }

}  // namespace mutants

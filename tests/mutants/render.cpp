// Writes a model as Markdown. Words of the layout (heads of columns, labels before a colon) come from the bank; `{n}` and
// `{x}` in them are filled in.
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "mutants/model.hpp"

namespace mutants {

namespace {

class Writer {
public:
    explicit Writer(const Model& model) : model_(model) {}

    std::string run() {
        line("# " + model_.title);
        line(model_.date);
        line(joined(model_.front));
        bool seen[10] = {};
        for (const Part& part : model_.parts) {
            std::string title = part.title;
            if (model_.capitals) {
                icu::UnicodeString upper = icu::UnicodeString::fromUTF8(title).toUpper(icu::Locale::getRoot());
                title.clear();
                upper.toUTF8String(title);
            }
            line("## " + part.numeral + (part.numeral.empty() ? "" : " ") + title);
            if (part.empty) continue;
            line(joined(part.before));
            if (part.key == "evaluation") line(joined(part.after));
            items(part, seen);
            if (part.key != "evaluation") line(joined(part.after));
        }
        return std::move(out_);
    }

private:
    const Model& model_;
    std::string out_;

    void line(const std::string& text) {
        if (!text.empty()) out_ += text + "\n\n";
    }

    std::string joined(const std::vector<std::string>& sentences) const {
        std::string text;
        for (const std::string& sentence : sentences) text += (text.empty() ? "" : model_.label("space")) + sentence;
        return text;
    }

    std::string with(const std::string& label, const std::string& value) const {
        std::string text = model_.label(label);
        const std::size_t at = text.find("{x}");
        return at == std::string::npos ? text + value : text.replace(at, 3, value);
    }

    std::string served(const std::string& text, unsigned objective) const {
        return objective == 0 ? text : text + model_.label("open") + reference(model_, "objective-ref", objective) + model_.label("close");
    }

    std::string mark(Layout layout, std::size_t i) const { return layout == Layout::numbered ? std::to_string(i + 1) + ". " : "- "; }

    void row(const std::vector<std::string>& cells) {
        for (const std::string& cell : cells) out_ += "| " + cell + " ";
        out_ += "|\n";
    }

    void head(const std::vector<std::string>& cells) {
        row(cells);
        for (std::size_t i = 0; i < cells.size(); ++i) out_ += "|---";
        out_ += "|\n";
    }

    void items(const Part& part, bool* seen) {
        const auto first = [&](std::size_t i) {
            const bool fresh = !seen[i];
            seen[i] = true;
            return fresh;
        };
        if (part.key == "issue" && first(0)) line(model_.issue);
        else if (part.key == "objective" && first(1)) objectives();
        else if (part.key == "actions" && first(2)) actions();
        else if (part.key == "efforts" && first(3)) efforts();
        else if (part.key == "opportunities" && first(4)) {
            for (const Served& one : model_.opportunities) out_ += "- " + served(one.text, one.objective) + model_.label("stop") + "\n";
            out_ += "\n";
        } else if (part.key == "evaluation" && first(5) && !model_.indicators.empty()) {
            line("### " + model_.label("indicators"));
            for (std::size_t i = 0; i < model_.indicators.size(); ++i)
                out_ += "- " + reference(model_, "indicator-n", static_cast<unsigned>(i + 1)) + served(model_.indicators[i].text, model_.indicators[i].objective) +
                        model_.label("stop") + "\n";
            out_ += "\n";
        } else if (part.key == "linkages" && first(8)) {
            for (const Linkage& one : model_.linkages) out_ += "- " + one.text + "\n";
            out_ += "\n";
        } else if (part.key == "partners" && first(9)) partners();
    }

    void objectives() {
        for (std::size_t i = 0; i < model_.objectives.size(); ++i) {
            const std::string& text = model_.objectives[i].text;
            const std::string name = reference(model_, "objective-n", static_cast<unsigned>(i + 1));
            switch (model_.objectives_as) {
                case Layout::headings: line("### " + name); line(text); break;
                case Layout::run_in: line("**" + name + "**" + model_.label("colon") + text); break;
                default: out_ += mark(model_.objectives_as, i) + text + "\n";
            }
        }
        out_ += "\n";
    }

    void actions() {
        if (model_.actions_as == Layout::table) head({model_.label("head-number"), model_.label("head-action"), model_.label("head-objective")});
        for (std::size_t i = 0; i < model_.actions.size(); ++i) {
            const Action& action = model_.actions[i];
            const std::string name = reference(model_, "action-n", static_cast<unsigned>(i + 1));
            const std::string serves = action.objective == 0 ? "" : reference(model_, "serves", action.objective);
            switch (model_.actions_as) {
                case Layout::headings: line("### " + name + model_.label("colon") + action.text); line(serves); break;
                case Layout::run_in: line("**" + action.text + model_.label("stop") + "** " + serves); break;
                case Layout::table: row({std::to_string(i + 1), action.text, action.objective == 0 ? "" : reference(model_, "objective-ref", action.objective)}); break;
                case Layout::paragraphs: line(name + model_.label("colon") + served(action.text, action.objective) + model_.label("stop")); break;
                default: out_ += mark(model_.actions_as, i) + served(action.text, action.objective) + model_.label("stop") + "\n";
            }
        }
        out_ += "\n";
    }

    std::string activity(const Model::Line& effort) const {
        std::string text = effort.text;
        if (!effort.target.empty()) text += model_.label("stop") + model_.label("space") + with("target", effort.target);
        if (!effort.milestone.empty()) text += model_.label("stop") + model_.label("space") + with("milestone", effort.milestone);
        return text;
    }

    std::string fields(const Model::Line& effort) const {
        std::string text;
        const auto add = [&](const char* label, const std::string& value) {
            if (!value.empty()) text += (text.empty() ? "" : model_.label("semicolon")) + with(label, value);
        };
        add("partner", effort.partner);
        add("timeline", effort.timeline);
        add("cost", effort.cost);
        if (model_.contacts_in_efforts) add("contact", effort.contact);
        add("target", effort.target);
        add("milestone", effort.milestone);
        return text;
    }

    void efforts() {
        if (model_.efforts_as == Layout::table) {
            effort_table();
            return;
        }
        for (unsigned a = 0; a <= model_.actions.size(); ++a) {
            bool titled = false;
            for (const Model::Line& effort : model_.efforts) {
                if (effort.action != a) continue;
                if (model_.efforts_as == Layout::headings && a != 0 && !titled)
                    line("### " + reference(model_, "action-n", a) + model_.label("colon") + model_.actions[a - 1].text);
                titled = true;
                std::string text = effort.text;
                if (model_.efforts_as == Layout::bullets && a != 0) text += model_.label("open") + reference(model_, "action-ref", a) + model_.label("close");
                out_ += "- " + text + model_.label("semicolon") + fields(effort) + model_.label("stop") + "\n";
            }
            if (titled) out_ += "\n";
        }
    }

    void effort_table() {
        enum Column { action, doing, partner, timeline, cost, contact };
        constexpr Column orders[3][6] = {{action, doing, partner, timeline, cost, contact},
                                         {partner, doing, action, cost, timeline, contact},
                                         {doing, action, timeline, partner, contact, cost}};
        const auto each = [&](auto cell) {
            std::vector<std::string> cells;
            for (const Column column : orders[model_.columns])
                if (column != contact || model_.contacts_in_efforts) cells.push_back(cell(column));
            return cells;
        };
        constexpr const char* heads[] = {"head-action", "head-activity", "head-partner", "head-timeline", "head-cost", "head-contact"};
        head(each([&](Column column) { return model_.label(heads[column]); }));
        for (const Model::Line& effort : model_.efforts)
            row(each([&](Column column) {
                switch (column) {
                    case action: return effort.action == 0 ? std::string() : reference(model_, "action-ref", effort.action);
                    case doing: return activity(effort);
                    case partner: return effort.partner;
                    case timeline: return effort.timeline;
                    case cost: return effort.cost;
                    default: return effort.contact;
                }
            }));
        if (!model_.total.empty())
            row(each([&](Column column) { return column == orders[model_.columns][0] ? model_.label("total") : column == cost ? model_.total : std::string(); }));
        out_ += "\n";
    }

    void partners() {
        line(model_.lead);
        if (model_.partners_as == Layout::table && !model_.partners.empty())
            head({model_.label("head-partner"), model_.label("head-person"), model_.label("head-email")});
        for (std::size_t i = 0; i < model_.partners.size(); ++i) {
            const Partner& one = model_.partners[i];
            const std::string name = one.name + (one.acronym.empty() ? "" : model_.label("open") + one.acronym + model_.label("close"));
            if (model_.partners_as == Layout::table) row({name, one.person, one.email});
            else out_ += mark(model_.partners_as, i) + name + model_.label("colon") + one.person + model_.label("comma") + one.email + "\n";
        }
        out_ += "\n";
    }
};

}  // namespace

std::string render(const Model& model) { return Writer(model).run(); }

}  // namespace mutants

// An expression of XPath 1.0 over the plan's canonical XML, as a template gives it; its names were looked at when the
// template was loaded. `each` picks nodes, and `test` is asked of each of them, so that what is found has a place. The
// cost is bounded before anything is evaluated: the nodes of the tree, to the power that the expression's form allows.
#include <pugixml.hpp>

#include <algorithm>
#include <cmath>

#include "checks/check.hpp"
#include "plan/plan_tree.hpp"
#include "template/xpath_names.hpp"

namespace plancheck {

namespace {

constexpr double most_steps = 2e8;  // some seconds on a slow machine

class Asserted {
public:
    explicit Asserted(const Context& context) : context_(context), plan_(context.plan) {}

    Result run() {
        const std::string test(context_.parameter("test")), each(context_.parameter("each")), value(context_.parameter("value"));
        const XPathUse of_test = xpath_use(test), of_each = xpath_use(each), of_value = xpath_use(value);
        const PlanTree::Tree& tree = context_.tree->tree(of_test.content || of_each.content || of_value.content);
        const std::uint32_t power = std::max(of_test.power, of_value.power) + (each.empty() ? 0 : of_each.power);
        if (std::pow(static_cast<double>(tree.nodes), std::min(power, each.empty() ? power : std::max(power, 2U))) > most_steps) {
            find({}, Outcome::review, "assert.too-large", {});
            return std::move(result_);
        }
        result_.outcome = Outcome::pass;
        const pugi::xpath_query query(test.c_str());
        const pugi::xpath_query shown(value.empty() ? "''" : value.c_str());
        if (each.empty()) {
            ask(tree.plan(), query, shown);
        } else {
            const pugi::xpath_node_set nodes = tree.plan().select_nodes(each.c_str());
            if (nodes.empty()) result_.outcome = Outcome::not_applicable;
            for (const pugi::xpath_node& node : nodes) ask(node.node(), query, shown);
        }
        if (result_.outcome == Outcome::pass && result_.findings.empty() && result_.evidence.empty()) result_.evidence.push_back(looked_at(plan_, "plan"));
        return std::move(result_);
    }

private:
    const Context& context_;
    const Plan& plan_;
    Result result_;

    void ask(pugi::xml_node node, const pugi::xpath_query& query, const pugi::xpath_query& shown) {
        if (!query.evaluate_boolean(node)) {
            const bool doubtful = std::string_view(node.attribute("confidence").value()) == "low";
            find(node, context_.requirement.decided_by == DecidedBy::evidence ? Outcome::review : Outcome::fail, "assert.fails", shown.evaluate_string(node),
                 doubtful ? Confidence::low : Confidence::certain);
        } else if (const Item* item = item_of(node)) {
            result_.show(where_of(*item), Argument{"item", item->id});
        } else if (const Section* section = section_of(node)) {
            result_.show(heading_of(plan_, *section), Argument{"section", section->spec->key});
        }
    }

    const Item* item_of(pugi::xml_node node) const {
        while (node && std::string_view(node.name()) != "item") node = node.parent();
        const std::string_view id = node.attribute("id").value();
        for (const Item& item : plan_.items)
            if (!id.empty() && item.id == id) return &item;
        return nullptr;
    }

    const Section* section_of(pugi::xml_node node) const {
        if (std::string_view(node.name()) != "section") return nullptr;
        return context_.outline().find(node.attribute("key").value());
    }

    void find(pugi::xml_node node, Outcome outcome, const char* message, std::string value, Confidence confidence = Confidence::certain) {
        Finding finding;
        finding.outcome = outcome;
        finding.confidence = confidence;
        finding.message = message;
        finding.subject = document_subject(plan_);
        finding.arguments = {{"test", std::string(context_.parameter("test"))}, {"value", std::move(value)}};
        const Section* section = section_of(node);
        if (section == nullptr && !node.empty() && context_.parameter("each").empty() && !context_.requirement.sections.empty())
            section = context_.outline().find(context_.requirement.sections.front());
        if (const Item* item = item_of(node)) {
            finding.subject = item_subject(plan_, *item);
            finding.where = where_of(*item);
            finding.arguments.push_back({"item", item->title});
        } else if (section != nullptr) {
            finding.subject = section_subject(plan_, *section);
            finding.where = heading_of(plan_, *section);
            finding.arguments.push_back({"section", finding.subject.titles.front()});
        }
        result_.findings.push_back(std::move(finding));
    }
};

}  // namespace

Result check_assert(const Context& context) { return Asserted(context).run(); }

}  // namespace plancheck

#include "support/dump_plan.hpp"

#include <string_view>

using namespace plancheck;

std::string dump_items(const Plan& plan, const std::string& kinds) {
    std::string text;
    for (const Item& item : plan.items) {
        if (!kinds.empty() && (" " + kinds + " ").find(" " + item.kind + " ") == std::string::npos) continue;
        text += item.id + " " + std::string(name(item.confidence)) + " \"" + item.label + "\" " + item.title;
        std::string fields, references;
        for (const Field& field : item.fields) {
            fields += " " + field.name;
            if (field.values.empty() && field.stated) fields += "!";
            for (std::size_t i = 0; i < field.values.size(); ++i)
                fields += (i == 0 ? "=" : ",") + field.values[i].type + ":" + field.values[i].value;
        }
        for (const std::string& id : item.refers_to) references += " " + id;
        if (item.covers_all) references += " *";
        if (!fields.empty() || !references.empty()) text += " |" + fields;
        if (!references.empty()) text += " |" + references;
        text += "\n";
    }
    return text;
}

std::string dump_title_block(const Plan& plan) {
    return plan.title + " | " + plan.area + " | " + plan.date + " | " + plan.period + " | " + plan.status;
}

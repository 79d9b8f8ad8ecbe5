// A plan as its parts, before it is written: variants are made from a bank, mutations change one thing, render() writes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "mutants/bank.hpp"

namespace mutants {

/// How lists of items are laid out. Not every kind has every layout.
enum class Layout : std::uint8_t { numbered, bullets, headings, table, run_in, paragraphs };

struct Part {
    std::string key;      ///< of the section
    std::string numeral;  ///< "IV."; empty: none
    std::string title;
    bool empty = false;   ///< nothing stands under the heading
    std::vector<std::string> before, after;  ///< paragraphs around the items
};

struct Model {
    const Bank* bank = nullptr;
    unsigned number = 0;
    bool held = false;
    std::string area;
    std::string title, date;
    std::vector<std::string> front;
    std::vector<Part> parts;          ///< in the order written; a section may be missing or stand twice
    std::string issue;
    std::vector<Objective> objectives;
    std::vector<Action> actions;
    struct Line : Effort {
        std::string contact;          ///< empty: none is stated
        unsigned objective = 0;       ///< 0: none is stated
    };
    std::vector<Line> efforts;
    std::string total;                ///< of the costs; empty: no such row
    std::vector<Served> opportunities, indicators;
    std::vector<Linkage> linkages;
    std::vector<Partner> partners;
    std::string lead;                 ///< the whole line; empty: none
    Layout objectives_as = Layout::numbered, actions_as = Layout::numbered, efforts_as = Layout::table, partners_as = Layout::bullets;
    unsigned columns = 0;             ///< which order of columns
    bool contacts_in_efforts = true;  ///< else the partner's stands in X alone
    bool capitals = false;            ///< titles of sections in capitals

    const std::string& label(const std::string& name) const;
    Part* part(const std::string& key);
};

/// Variant `number` of the bank; the same number gives the same plan. `held`: with the phrases that were held back.
Model make_variant(const Bank& bank, unsigned number, bool held);

/// The sentences of the section (or of the front matter) that a slot's is one of.
std::vector<std::string>& sentences_of(Model& model, const Slot& slot);

/// The plan in Markdown.
std::string render(const Model& model);

/// A choice that depends on the variant and on what is chosen, so that neighbours differ in many things.
std::size_t choose(unsigned number, std::string_view what, std::size_t among);

/// "Objective 2", "priority action 3", in the bank's words.
std::string reference(const Model& model, const std::string& label, unsigned number);

}  // namespace mutants

// A plan's canonical XML as a tree, for expressions over it. Made when it is first asked for; one document, one thread.
#pragma once

#include <memory>

#include <pugixml.hpp>

#include "plancheck/plan.hpp"

namespace plancheck {

class PlanTree {
public:
    /// Borrows the plan.
    explicit PlanTree(const Plan& plan) : plan_(plan) {}

    struct Tree {
        pugi::xml_document document;
        std::size_t nodes = 0;  ///< elements and attributes

        pugi::xml_node plan() const { return document.document_element(); }
    };
    /// With the document's blocks, or with what was understood alone.
    const Tree& tree(bool content) const;

private:
    const Plan& plan_;
    mutable std::unique_ptr<Tree> trees_[2];
};

}  // namespace plancheck

// The tree is parsed from what to_plan_xml() writes, so that an expression sees exactly what a reader of that file sees.
#include "plan/plan_tree.hpp"

#include <new>

#include "plan/plan_xml.hpp"

namespace plancheck {

const PlanTree::Tree& PlanTree::tree(bool content) const {
    std::unique_ptr<Tree>& made = trees_[content ? 1 : 0];
    if (made) return *made;
    auto tree = std::make_unique<Tree>();
    const std::string xml = content ? to_plan_xml(plan_) : to_canonical_xml(plan_);
    if (tree->document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata_single, pugi::encoding_utf8).status ==
        pugi::status_out_of_memory)
        throw std::bad_alloc();
    const pugi::xml_node top = tree->document.document_element();
    for (pugi::xml_node node = top; node;) {
        ++tree->nodes;
        for (pugi::xml_attribute attribute = node.first_attribute(); attribute; attribute = attribute.next_attribute()) ++tree->nodes;
        if (node.first_child()) {
            node = node.first_child();
            continue;
        }
        while (node != top && !node.next_sibling()) node = node.parent();
        node = node == top ? pugi::xml_node() : node.next_sibling();
    }
    made = std::move(tree);
    return *made;
}

}  // namespace plancheck

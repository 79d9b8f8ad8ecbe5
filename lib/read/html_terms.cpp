// Lists of terms: an item a term. A description that is the only one of its term goes on in the same line, as people type such
// lists ("Lake Institute: office@lake.example.org"); several are paragraphs of the item.
#include "read/html_grid.hpp"
#include "read/html_reader.hpp"

namespace plancheck::html {

void Reader::start_terms(Frame& frame, const Attributes& attributes, const Look& look) {
    if (looked_ > most_looks * markup_.size()) return;
    const TermList kind = list_of_terms(markup_, at_, looked_);
    if (kind == TermList::none) return;
    frame.terms = true;
    frame.joins = kind == TermList::pairs;
    start_list(frame, attributes, look);
}

void Reader::start_term(Frame& frame, const Attributes& attributes, const Look& look) {
    for (std::size_t i = frames_.size(); i-- > 0;) {
        if (frames_[i].name != "dl" && frames_[i].name != "div") return;
        if (frames_[i].name == "div") continue;
        if (!frames_[i].list) return;
        frame.joins = frames_[i].joins;
        if (frame.name == "dt") start_item(attributes, look);
        else state_.item = !state_.note && !in_table();
        return;
    }
}

void Reader::end_term(const Frame& frame) {
    joins_ = frame.name == "dt" && frame.joins && leaf_ && leaf_level_ == 0 && !in_note_;
    if (joins_) gap_ = stopped_ ? " " : ": ";
}

}  // namespace plancheck::html

// Tables of elements that are none by their names, roles or styles: html_grid.hpp tells them.
#include "read/html_grid.hpp"
#include "read/html_reader.hpp"

namespace plancheck::html {

Role Reader::grid_role(Frame& frame, Role role, const Look& look) {
    if (replaying_ || keeping_ != Keeping::nothing || state_.layout || state_.note) return role;
    // A row of boxes, or what ends them.
    if (boxes_left_ != 0 && frames_.size() == boxes_depth_) {
        if (look.boxes) return Role::row;
        end_boxes();
    }
    if (boxes_left_ != 0 && frames_.size() == boxes_depth_ + 1 && frames_.back().role == Role::row) return Role::cell;
    // Inside a cell nothing is a table of this kind.
    if (!frames_.empty()) {
        Frame* above = &frames_.back();
        if (above->columns != 0 && above->name != "dl") return grid_cell(role, *above);
        for (std::size_t i = frames_.size(); i-- > 0 && (frame.name == "dt" || frame.name == "dd");) {
            if (frames_[i].name != "dl" && frames_[i].name != "div") break;
            if (frames_[i].columns != 0) return grid_cell(role, frames_[i]);
        }
    }
    if (!tables_.empty() || looked_ > most_looks * markup_.size()) return role;
    if (frame.name == "dl") {
        if (!is_record(markup_, at_, record_, record_, looked_)) return role;
        frame.columns = 2;
    } else if (look.grid && look.columns >= 2) {
        const Inside inside = look_inside(markup_, at_, looked_);
        if (!inside.plain || inside.end == 0 || inside.children % look.columns != 0 || inside.children < 2U * look.columns) return role;
        frame.columns = look.columns;
    } else if (look.boxes && at_ > looked_ahead_) {
        const std::uint32_t rows = boxes_in_rows(markup_, at_, frame.name, looked_ahead_, looked_);
        if (rows == 0) return role;
        boundary();
        Frame none;
        start_table(none);
        boxes_left_ = rows;
        boxes_depth_ = frames_.size();
        return Role::row;
    } else {
        return role;
    }
    return Role::table;
}

Role Reader::grid_cell(Role role, Frame& grid) {
    if (!grid.table) {
        boundary();
        start_table(grid);
    }
    if (tables_.empty() || tables_.back().cell) return role;
    if (grid.cells++ % grid.columns == 0) start_row();
    return Role::cell;
}

void Reader::end_boxes() {
    boxes_left_ = 0;
    if (!tables_.empty()) end_table();
}

}  // namespace plancheck::html

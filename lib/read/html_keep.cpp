// What is shown later than it is written: the foot of a table, below all other rows; a text box, behind the line that it is
// anchored in. What the parser says of it is kept and said again when its turn has come. Inside of that nothing is kept
// once more, so the cost stays linear; what is longer than any foot or box stays where it is written.
#include <algorithm>
#include <utility>

#include "read/html_reader.hpp"
#include "text/utf8.hpp"

namespace plancheck::html {

namespace {

constexpr std::size_t most_kept = 200'000;

}  // namespace

void Reader::keep(Keeping what, std::string_view name, const Attributes& attributes, std::uint32_t items) {
    keeping_ = what;
    if (what == Keeping::box) {
        Box& box = boxes_.emplace_back();
        box.state = state_;
        box.state.level = 0;
        box.state.item = box.state.label = box.state.title = box.state.preformatted = false;
    }
    keep_start(name, attributes, items);
}

std::vector<Reader::Event>& Reader::kept() noexcept { return keeping_ == Keeping::foot ? tables_.back().foot : boxes_.back().events; }

void Reader::keep_start(std::string_view name, const Attributes& attributes, std::uint32_t items) {
    kept_open_.emplace_back(name);
    Event& event = kept().emplace_back();
    event.kind = Event::Kind::start;
    event.text = name;
    event.items = items;
    for (const auto& [key, value] : attributes) event.attributes.emplace_back(key, value);
    if (kept().size() < most_kept) return;
    const std::vector<Event> events = std::exchange(kept(), {});
    if (keeping_ == Keeping::box) boxes_.pop_back();
    keeping_ = Keeping::nothing;
    kept_open_.clear();
    const std::size_t depth = frames_.size();
    say_again(events);
    // What is still open outlives the events that its name stands in.
    for (std::size_t i = depth; i < frames_.size(); ++i) frames_[i].name = names_.emplace_back(frames_[i].name);
}

bool Reader::keeps_end(std::string_view name) {
    if (keeping_ == Keeping::nothing) return false;
    const auto found = std::find(kept_open_.rbegin(), kept_open_.rend(), name);
    const bool inside = found != kept_open_.rend();
    if (!inside) {
        // One that is open around ends it; any other is none.
        const bool around = std::any_of(frames_.begin(), frames_.end(), [name](const Frame& frame) { return frame.name == name; });
        if (!around) return true;
        kept_open_.clear();
    } else {
        kept_open_.erase(found.base() - 1, kept_open_.end());
        kept().push_back({Event::Kind::end, std::string(name), {}, 0, 0});
    }
    if (kept_open_.empty()) keeping_ = Keeping::nothing;
    return inside;
}

void Reader::replay(const std::vector<Event>& events) {
    const std::size_t depth = frames_.size();
    say_again(events);
    while (frames_.size() > depth) close_frame();
}

void Reader::say_again(const std::vector<Event>& events) {
    const bool outer = std::exchange(replaying_, true);
    for (const Event& event : events) {
        if (event.kind == Event::Kind::text) {
            text(event.text, event.end);
        } else if (event.kind == Event::Kind::end) {
            end(event.text);
        } else {
            Attributes attributes;
            for (const auto& [key, value] : event.attributes) attributes.add(key, value);
            open(event.text, attributes, event.items);
        }
    }
    replaying_ = outer;
}

void Reader::show_boxes() {
    const std::vector<Box> boxes = std::exchange(boxes_, {});
    for (const Box& box : boxes) {
        const bool has_text = std::any_of(box.events.begin(), box.events.end(), [](const Event& event) {
            return event.kind == Event::Kind::text && !trimmed(event.text).empty();
        });
        if (has_text) builder_.open(BlockKind::box);
        const State outer = std::exchange(state_, box.state);
        replay(box.events);
        end_line();
        state_ = outer;
        if (has_text) builder_.close();
    }
}

}  // namespace plancheck::html

// The plan's own XML: of all that it says only <content> and <notes> are read, because outline and items are made from
// them again. What the grammar (lib/write/plan.rng) does not know is told once and passed through: its text still counts.
#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "read/builder.hpp"
#include "read/encoding.hpp"
#include "read/part.hpp"
#include "read/plan_names.hpp"
#include "read/xml.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

enum class Inside : std::uint8_t { flow, table, row, leaf };

// An open element that is a block.
struct Frame {
    pugi::xml_node node;
    Inside inside;
};

// Bytes of so many characters.
std::size_t bytes_of(std::string_view text, std::uint64_t characters) {
    std::size_t at = 0;
    for (; characters != 0 && at < text.size(); --characters) at += decode(text, at).size;
    return at;
}

class PlanReader {
public:
    PlanReader(Builder& builder, const SourceText* source) : builder_(builder) {
        if (source != nullptr) places_.emplace(*source);
    }

    void run(pugi::xml_node root) {
        builder_.origin(format_named(root.attribute("format").value()));
        for (pugi::xml_node child = root.first_child(); child; child = child.next_sibling()) {
            const std::string_view name = local(child);
            if (name == "content") content(child);
            else if (name == "notes") {
                builder_.end_main_text();
                content(child);
            } else if (child.type() == pugi::node_element && name != "section" && name != "item" && name != "annex") {
                damaged(child, "unknown-element");
            }
        }
    }

private:
    Builder& builder_;
    std::optional<Places> places_;
    bool preserve_ = false;
    std::vector<Frame> frames_;
    // The text of a leaf is gathered, as white space and bold type concern all of it.
    struct Mark {
        std::size_t begin, end;
        std::string_view target;
    };
    std::string text_;
    std::vector<Mark> marks_;
    std::vector<std::size_t> open_links_;

    static std::string_view local(pugi::xml_node node) {
        const std::string_view name = node.name();
        const std::size_t colon = name.find(':');
        return colon == name.npos ? name : name.substr(colon + 1);
    }

    Place place(pugi::xml_node node) {
        const std::ptrdiff_t offset = node.offset_debug();
        return places_ && offset > 0 ? places_->at(static_cast<std::size_t>(offset - 1)) : Place{};
    }

    void damaged(pugi::xml_node node, std::string_view reason) {
        const Place at = place(node);
        Notification told = damaged_part("plan", reason, Severity::warning, at.line, at.column);
        told.arguments.push_back({"element", std::string(node.name())});
        builder_.notify(told.id, told.severity, std::move(told.arguments));
    }

    // The value of a number, at most `most`; `otherwise` where it is not given or none.
    std::uint32_t number(pugi::xml_node node, const char* attribute, std::uint32_t otherwise, std::uint32_t most) {
        const std::string_view text = node.attribute(attribute).value();
        if (text.empty()) return otherwise;
        std::uint32_t value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc() || end != text.data() + text.size()) {
            damaged(node, "unknown-value");
            return otherwise;
        }
        return std::min(value, most);
    }

    void content(pugi::xml_node root) {
        preserve_ = std::string_view(root.attribute("xml:space").value()) == "preserve";
        for (XmlCursor at(root); at.next();) {
            if (at.at_text()) {
                add(at.node().value());
            } else if (at.node() == root) {
                continue;
            } else if (at.entering()) {
                enter(at.node());
            } else {
                leave(at.node());
            }
        }
    }

    Inside inside() const { return frames_.empty() ? Inside::flow : frames_.back().inside; }

    void enter(pugi::xml_node node) {
        const std::string_view name = local(node);
        if (name == "link" && inside() == Inside::leaf) {
            open_links_.push_back(marks_.size());
            marks_.push_back({text_.size(), text_.size(), node.attribute("to").value()});
            return;
        }
        const auto kind = block_kind_named(name);
        const bool fits = kind && (*kind == BlockKind::row    ? inside() == Inside::table
                                   : *kind == BlockKind::cell ? inside() == Inside::row
                                                              : inside() == Inside::flow);
        if (!fits) {
            damaged(node, "unknown-element");
            return;
        }
        const bool leaf = *kind == BlockKind::heading || *kind == BlockKind::paragraph || *kind == BlockKind::list_item;
        frames_.push_back({node, leaf ? Inside::leaf : *kind == BlockKind::table ? Inside::table : *kind == BlockKind::row ? Inside::row : Inside::flow});
        std::uint8_t level = 0;
        if (*kind == BlockKind::heading) level = static_cast<std::uint8_t>(std::max(1U, number(node, "level", 1, 9)));
        if (*kind == BlockKind::list_item) level = static_cast<std::uint8_t>(number(node, "level", 0, 255));
        const std::uint32_t index = builder_.open(*kind, level, 0, place(node));
        if (*kind == BlockKind::cell)
            builder_.cell(static_cast<std::uint16_t>(number(node, "column", next_column(), 0xFFFF)),
                          static_cast<std::uint16_t>(std::max(1U, number(node, "columns", 1, 0xFFFF))),
                          std::max(1U, number(node, "rows", 1, 1U << 20)));
        if (leaf) {
            text_.clear();
            marks_.clear();
            open_links_.clear();
            builder_.list(number(node, "list", 0, std::numeric_limits<std::uint32_t>::max()),
                          number(node, "number", 0, std::numeric_limits<std::uint32_t>::max()));
            builder_.label(node.attribute("label").value());
        }
        if (*kind == BlockKind::note) builder_.block(index).number = number(node, "number", 0, std::numeric_limits<std::uint32_t>::max());
        if (const pugi::xml_attribute marks = node.attribute("marks")) set_marks(node, marks.value(), builder_.block(index));
        if (*kind == BlockKind::cell && !columns_.empty()) columns_.back() = builder_.block(index).column + builder_.block(index).column_span;
        if (*kind == BlockKind::row) columns_.push_back(0);
    }

    // A written file says in which column a cell stands; in one typed by hand they follow each other.
    std::vector<std::uint32_t> columns_;
    std::uint32_t next_column() const { return columns_.empty() ? 0 : columns_.back(); }

    void set_marks(pugi::xml_node node, std::string_view names, Block& block) {
        std::uint16_t marks = block.marks & mark::uncounted;
        while (!names.empty()) {
            const std::size_t end = std::min(names.find_first_of(" \t\n"), names.size());
            if (end != 0) {
                const std::uint16_t bit = mark_named(names.substr(0, end));
                if (bit == 0) damaged(node, "unknown-value");
                marks |= bit;
            }
            names.remove_prefix(std::min(end + 1, names.size()));
        }
        block.marks = marks;
    }

    void leave(pugi::xml_node node) {
        if (!open_links_.empty() && local(node) == "link" && inside() == Inside::leaf) {
            marks_[open_links_.back()].end = text_.size();
            open_links_.pop_back();
            return;
        }
        if (frames_.empty() || frames_.back().node != node) return;
        if (frames_.back().inside == Inside::leaf) write(node);
        if (frames_.back().inside == Inside::row) columns_.pop_back();
        frames_.pop_back();
        builder_.close();
    }

    void add(std::string_view piece) {
        if (inside() != Inside::leaf) {
            if (!trimmed(piece).empty()) {
                // Text beside blocks, in a file typed by hand.
                if (inside() != Inside::flow) return;
                builder_.open(BlockKind::paragraph);
                builder_.text(trimmed(piece));
                builder_.close();
            }
            return;
        }
        if (preserve_) {
            text_.append(piece);
            return;
        }
        for (std::size_t at = 0; at < piece.size();) {
            const Decoded c = decode(piece, at);
            const bool white = c.code == ' ' || c.code == '\n' || c.code == '\t' || c.code == '\r';
            if (!white) text_.append(piece, at, c.size);
            else if (!text_.empty() && text_.back() != ' ') text_ += ' ';
            at += c.size;
        }
    }

    void write(pugi::xml_node node) {
        if (!preserve_ && text_.ends_with(' ')) text_.pop_back();
        const std::string_view bold = node.attribute("bold").value();
        const std::size_t bold_end = bold == "all" ? text_.size() : bytes_of(text_, number(node, "bold", 0, std::numeric_limits<std::uint32_t>::max()));
        const std::uint32_t begin = builder_.position();
        builder_.bold(true);
        builder_.text(std::string_view(text_).substr(0, bold_end));
        builder_.bold(false);
        builder_.text(std::string_view(text_).substr(bold_end));
        // Readers meet the end of a link within another one first.
        std::stable_sort(marks_.begin(), marks_.end(), [](const Mark& a, const Mark& b) { return a.end < b.end; });
        for (const Mark& link : marks_)
            builder_.link(begin + static_cast<std::uint32_t>(link.begin),
                          begin + static_cast<std::uint32_t>(std::min(link.end, text_.size())), link.target);
    }
};

}  // namespace

Document read_plan_xml(std::string_view bytes, std::string_view name, Format format, const Limits& limits) {
    Builder builder(name, format, limits);
    Buffer copy(bytes.size());
    bytes.copy(copy.data.get(), bytes.size());
    const XmlTree tree = needed_tree(std::move(copy), "plan", xml_limits(limits), XmlSpace::all);
    // Offsets hold where nothing was converted: then the text is as long as it was.
    SourceText source;
    if (tree.bytes.size == bytes.size()) {
        source.skipped = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
        source.text = bytes.substr(source.skipped);
    }
    PlanReader(builder, source.text.empty() ? nullptr : &source).run(tree.root());
    return builder.finish();
}

}  // namespace plancheck

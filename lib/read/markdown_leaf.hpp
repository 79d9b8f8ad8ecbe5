// The text of one paragraph, heading or cell of Markdown while it is gathered, and what is done to it before it becomes a
// block: attributes in braces, marks of notes and fences of divisions are cut, ends of lines are judged.
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "read/builder.hpp"

namespace plancheck {

/// Gathered piece by piece; offsets are in `text`. Not thread-safe.
class MarkdownLeaf {
public:
    struct Range {
        std::uint32_t begin = 0, end = 0;
    };

    std::string text;
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
    std::size_t offset = nowhere;  ///< of the first piece in the source
    bool flows = false;            ///< no end of a line was meant: a program wrapped them all
    const std::set<std::string_view>* pages = nullptr;  ///< see linked_pages(); outlives the leaf

    void add(std::string_view piece, bool bold);
    /// The same for text that is meant as it is: code, what a backslash escapes, characters from references.
    void add_literal(std::string_view piece, bool bold);
    void soft_break();
    /// Where the next piece stands in the source; kept for the first of each line.
    void place(std::size_t at);
    /// No piece of the line has a place yet.
    bool wants_place() const noexcept { return breaks_.empty() ? offset == nowhere : breaks_.back().next == nowhere; }
    void begin_link() { link_begin_ = position(); }
    /// A text that is the mark of a note is dropped.
    void end_link(std::string_view target);
    /// Text that is struck out is gathered too; what ends as such is cut by cut_struck().
    std::uint32_t begin_struck() const noexcept { return position(); }
    void end_struck(std::uint32_t begin);
    void cut_struck();
    /// Attributes in braces may follow here: after a picture, a link, code.
    void attachable() { attachable_.push_back(position()); }

    /// The identifier where the text is that of a note ("[^1]: …"), which is cut off; empty: it is none.
    std::string take_note();
    /// Where its lines begin, as far as soft breaks end them.
    std::vector<std::uint32_t> line_starts() const;
    /// Takes what stands from `at` on into a leaf of its own.
    MarkdownLeaf split(std::uint32_t at);
    void cut_start(std::uint32_t size);
    /// Cuts and judges; then text is what write() writes.
    void tidy(bool heading);
    /// Adds it to the leaf that is open.
    void write(Builder& builder) const;
    bool blank() const noexcept;
    void clear();

private:
    struct Break {
        std::uint32_t at = 0;
        std::size_t next = nowhere;  ///< where the line after it begins in the source
    };
    struct Link {
        Range range;
        std::string target;
    };

    std::uint32_t position() const noexcept { return static_cast<std::uint32_t>(text.size()); }
    bool literal(std::uint32_t at) const noexcept;
    void cut_attributes(std::vector<Range>& cuts) const;
    void cut_lines(std::vector<Range>& cuts) const;
    void cut_page_links(std::vector<Range>& cuts) const;
    void judge_breaks(std::vector<Range>& cuts);
    void apply(std::vector<Range> cuts);

    std::vector<Range> bold_;      // rising, apart
    std::vector<Range> literals_;  // rising, apart
    std::vector<Range> struck_;
    std::vector<Break> breaks_;
    std::vector<std::uint32_t> attachable_;
    std::vector<Link> links_;
    std::uint32_t link_begin_ = 0;
};

/// The pages that a text links to as notes do ("[[Lake Institute]]"), each more than once: what stands so once may be a prompt.
std::set<std::string_view> linked_pages(std::string_view text);

/// Whether a text is nothing but commands of TeX that make pages or space: "\\newpage", "\\setcounter{page}{1}".
bool is_tex_of_pages(std::string_view text) noexcept;

}  // namespace plancheck

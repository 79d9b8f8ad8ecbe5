// Text that the author was meant to replace: prompts in brackets, text a content control shows in place of an answer,
// filler text, "to be determined" as the whole of a section or item, and the guidance of the template itself, known by
// the hashes of its sequences of eight words.
#include <algorithm>
#include <unordered_map>

#include "checks/check.hpp"
#include "checks/shared/vocabulary.hpp"
#include "template/names.hpp"
#include "plan/block_text.hpp"
#include "text/characters.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

class Leftovers {
public:
    explicit Leftovers(const Context& context)
        : context_(context), plan_(context.plan), document_(plan_.document()),
          bracket_(context.form(), context.list("placeholders"), "bracket"),
          round_(context.form(), context.list("placeholders"), "round"),
          anywhere_(context.form(), context.list("placeholders"), "anywhere"),
          whole_(context.form(), context.list("placeholders"), "whole") {}

    Result run() {
        const TermSet* const sets[] = {&bracket_, &round_, &anywhere_, &whole_};
        const std::vector<const TermPlace*> places = places_of(plan_, sets);
        auto place = places.begin();
        for (std::uint32_t i = 0; i < document_.main_end; ++i) {
            const Block& block = document_.blocks[i];
            while (place != places.end() && (*place)->block < i) ++place;
            if (block.text.empty() || block.has(mark::uncounted)) continue;
            const bool holds_term = place != places.end() && (*place)->block == i;
            if (block.has(mark::placeholder)) add(i, block.text, "leftover-text.control", {});
            else if (holds_term && prompts(i, block)) continue;
            else if (is_blank(document_.view(block.text)) || is_dots(i, document_.view(block.text))) alone(i, block);
            else if (holds_term) only_placeholder(i, block);
        }
        guidance();
        // One block of guidance is one finding.
        std::erase_if(result_.findings, [&](const Finding& finding) {
            return finding.message == "leftover-text.prompt" && std::binary_search(prompts_.begin(), prompts_.end(), finding.where.block);
        });
        std::stable_sort(result_.findings.begin(), result_.findings.end(), [](const Finding& a, const Finding& b) {
            return a.where.span.begin < b.where.span.begin;
        });
        result_.outcome = Outcome::pass;
        if (result_.findings.empty()) result_.evidence.push_back(looked_at(plan_, "plan"));
        return std::move(result_);
    }

private:
    const Context& context_;
    const Plan& plan_;
    const Document& document_;
    TermSet bracket_, round_, anywhere_, whole_;  // terms of the vocabulary by group: where they are left-over text
    std::unordered_map<std::uint32_t, std::uint32_t> items_;  // of one block: size of the largest that begins there
    bool items_known_ = false;
    Result result_;
    std::vector<std::uint32_t> prompts_;  // blocks that hold guidance

    void add(std::uint32_t block, Span span, std::string_view message, std::optional<Severity> severity, bool whole = false) {
        Finding finding;
        finding.severity = severity;
        finding.message = message;
        finding.where = {block, span, false};
        finding.subject = subject(block);
        // Only where it is the whole of a section is it about the section.
        if (finding.subject.kind == "section" && !whole) finding.subject.kind = "block";
        finding.arguments = {{"text", std::string(document_.view({span.begin, std::min(span.end, span.begin + 200)}))}};
        result_.findings.push_back(std::move(finding));
    }

    Subject subject(std::uint32_t block) const {
        const Section* section = section_at(plan_, block);
        return section != nullptr ? section_subject(plan_, *section) : document_subject(plan_);
    }

    // "[insert …]": a word of instruction right behind an opening bracket, and the bracket is closed again.
    bool prompts(std::uint32_t index, const Block& block) {
        const std::string_view text = document_.view(block.text);
        for (const TermPlace* hit : terms_in(plan_, index, block.text, bracket_)) {
            const std::size_t at = hit->span.begin - block.text.begin;
            std::size_t open = at;
            while (open > 0 && text[open - 1] == ' ') --open;
            constexpr std::pair<std::string_view, std::string_view> brackets[] = {{"[", "]"}, {"<", ">"}, {"【", "】"}, {"〔", "〕"}, {"［", "］"}};
            const auto bracket = std::find_if(std::begin(brackets), std::end(brackets), [&](const auto& one) { return text.substr(0, open).ends_with(one.first); });
            if (bracket == std::end(brackets)) {
                if (const Span left = undecided_in_brackets(index, block, *hit); !left.empty()) {
                    add(index, left, "leftover-text.prompt", {}, left.size() + 6 >= text.size() && is_body(index));
                    return true;
                }
                continue;
            }
            std::size_t close = text.find(bracket->second, at);
            if (close == std::string_view::npos) continue;
            open -= bracket->first.size();
            close += bracket->second.size();
            add(index, {block.text.begin + static_cast<std::uint32_t>(open), block.text.begin + static_cast<std::uint32_t>(close)}, "leftover-text.prompt", {},
                close - open + 6 >= text.size() && is_body(index));
            return true;
        }
        // "(please list more here)": round brackets hold much else, so it is all of the paragraph.
        const std::string_view line = trimmed(text);
        const bool in_brackets = (line.starts_with('(') && line.ends_with(')')) || (line.starts_with("（") && line.ends_with("）"));
        for (const TermPlace* hit : in_brackets ? terms_in(plan_, index, block.text, round_) : std::vector<const TermPlace*>()) {
            const std::string_view before = trimmed(document_.view({block.text.begin, hit->span.begin}));
            const bool wide = before == "（" && line.ends_with("）");
            if (!wide && !(before == "(" && line.ends_with(')'))) continue;
            if (line.find(wide ? "）" : ")") + (wide ? 3 : 1) != line.size()) continue;
            add(index, block.text, "leftover-text.prompt", {}, is_body(index));
            return true;
        }
        const auto fillers = terms_in(plan_, index, block.text, anywhere_);
        if (fillers.empty()) return false;
        add(index, fillers.front()->span, "leftover-text.prompt", {}, words(index, index + 1) <= 15 && is_body(index));
        return true;
    }

    // "[place to be completed]": what is still to be written, right before the bracket closes.
    Span undecided_in_brackets(std::uint32_t index, const Block& block, const TermPlace& hit) const {
        constexpr std::size_t longest = 80;  // bytes before it
        const std::string_view text = document_.view(block.text);
        const std::size_t at = hit.span.begin - block.text.begin, end = hit.span.end - block.text.begin;
        if (end >= text.size() || text[end] != ']') return {};
        const auto undecided = terms_in(plan_, index, block.text, whole_);
        if (std::none_of(undecided.begin(), undecided.end(), [&](const TermPlace* place) { return place->span.end == hit.span.end; })) return {};
        const std::size_t open = text.substr(0, at).rfind('[');
        if (open == std::string_view::npos || at - open > longest || text.substr(open, at - open).find(']') != std::string_view::npos) return {};
        return {block.text.begin + static_cast<std::uint32_t>(open), block.text.begin + static_cast<std::uint32_t>(end + 1)};
    }

    // Nothing else stands in the section.
    bool is_body(std::uint32_t index) const {
        const Section* section = section_at(plan_, index);
        return section != nullptr && index >= section->body_begin && section->glued.empty() && section->words.words == words(index, index + 1);
    }

    bool is_whole(Span span, std::uint32_t block) const {
        std::uint32_t covered = 0;
        for (const TermPlace* place : terms_in(plan_, block, span, whole_)) covered = std::max(covered, place->span.size());
        return covered != 0 && covered + 3 >= span.size();
    }

    // "…" as an item; where no word stands in the section, that is told of the section.
    bool is_dots(std::uint32_t index, std::string_view text) const {
        constexpr std::size_t longest = 200;
        if (text.size() > longest || !(text.starts_with('.') || text.starts_with("…"))) return false;
        std::string dots(trimmed(text));
        for (std::size_t at = dots.find("…"); at != std::string::npos; at = dots.find("…", at)) dots.replace(at, std::string_view("…").size(), "...");
        const Section* section = section_at(plan_, index);
        return dots.size() >= 3 && dots.find_first_not_of(". ") == std::string::npos && section != nullptr && section->words.with_letters > 0;
    }

    // "<name>" or "____" and nothing else.
    static bool is_blank(std::string_view text) {
        if (text.size() < 3 || (text[0] != '_' && text[0] != '<')) return false;
        const std::string_view line = trimmed(text);
        if (line[0] == '_') return line.size() >= 3 && line.find_first_not_of("_ ") == std::string_view::npos;
        return fits_in(line, 60) && line.back() == '>' && line.find('>') == line.size() - 1 && is_letter_or_digit(decode(line, 1).code) && line.find_first_of("@:/=") == std::string_view::npos;
    }

    void only_placeholder(std::uint32_t index, const Block& block) {
        if (fits_in(document_.view(block.text), 80) && is_whole(block.text, index)) alone(index, block);
    }

    // "TBD" alone: as the body of a section, or as an item.
    void alone(std::uint32_t index, const Block& block) {
        if (is_body(index)) {
            add(index, block.text, "leftover-text.section", {}, true);
            return;
        }
        if (!items_known_) {
            for (const Item& item : plan_.items)
                if (item.confidence != Confidence::low && item.blocks.size() == 1) {
                    auto& size = items_[item.span.begin];
                    size = std::max(size, item.span.size());
                }
            items_known_ = true;
        }
        if (const auto item = items_.find(block.text.begin); item != items_.end() && item->second >= block.text.size())
            add(index, block.text, "leftover-text.item", {});
    }

    // A run of known sequences in one block is one finding. Blocks of fewer than eight words have no sequence.
    void guidance() {
        const Severity severity = severity_from(context_.parameter("guidance")).value_or(Severity::warning);
        for (const GuidanceLeft& left : plan_.guidance) {
            add(left.block, left.span, "leftover-text.guidance", severity);
            prompts_.push_back(left.block);
        }
        for (const Section& section : plan_.outline->sections)
            if (section.spec != nullptr && section.glued.empty() && only_prompts(section)) voided(section);
    }

    std::uint32_t words(std::uint32_t begin, std::uint32_t end) const { return (document_.before(end) - document_.before(begin)).words; }

    // A row of heads; where none is marked, the first of a table in whose other rows nobody wrote anything.
    bool is_head(std::uint32_t row) const {
        const Block& block = document_.blocks[row];
        if (block.kind != BlockKind::row || block.has(mark::header_row)) return block.kind == BlockKind::row;
        const Block& table = document_.blocks[row - 1];
        return table.kind == BlockKind::table && block.end < table.end && words(block.end, table.end) == 0;
    }

    // All words of a section stand in prompts and in the heads of tables.
    bool only_prompts(const Section& section) const {
        std::uint32_t known = 0;
        bool prompt = false;
        for (const std::uint32_t i : prompts_) {
            if (i < section.body_begin || i >= section.body_end) continue;
            known += words(i, i + 1);
            prompt = true;
        }
        if (!prompt) return false;
        for (std::uint32_t i = section.body_begin; i < section.body_end; ++i)
            if (is_head(i)) known += words(i, document_.blocks[i].end);
        return known >= section.words.words;
    }

    // As with any text that stands in place of a whole section: it weighs as much as the requirement, and nothing else is
    // looked for there.
    void voided(const Section& section) {
        for (Finding& finding : result_.findings) {
            if (finding.message != "leftover-text.guidance" || finding.where.block < section.body_begin || finding.where.block >= section.body_end) continue;
            finding.subject = section_subject(plan_, section);
            finding.severity.reset();
            return;
        }
    }
};

}  // namespace

Result check_leftover_text(const Context& context) { return Leftovers(context).run(); }

}  // namespace plancheck

// A number of words, characters, sentences, paragraphs, items or pages between two bounds, in the sections that the
// requirement names or in the whole plan. What is counted is asked for block by block: headings and tables can be left
// out, notes taken in. Pages are known only where the format fixes them; a word processor's memory of a page is a doubtful
// one, and where there is none a number of words can stand in.
#include <algorithm>
#include <set>

#include "checks/check.hpp"
#include "checks/shared/sentences.hpp"
#include "template/names.hpp"
#include "text/words.hpp"

namespace plancheck {

namespace {

class Limit {
public:
    explicit Limit(const Context& context)
        : context_(context), document_(context.document()), unit_(context.parameter("unit")),
          counting_(counting_from(context.parameter("counting")).value_or(Counting::word_1)) {
        for (const std::string_view word : context.list("without")) (word == "headings" ? headings_ : tables_) = false;
        notes_ = !context.list("with").empty();
        scopes_ = scopes(context.plan, context.requirement.sections);
    }

    Result run() {
        Result result;
        if (scopes_.empty()) return result;
        std::uint32_t least = context_.number("min", 0), most = context_.number("max", 0xFFFFFFFF);
        Confidence confidence = Confidence::certain;
        for (const Scope& scope : scopes_) confidence = std::min(confidence, scope.confidence);
        std::uint32_t count = 0;
        if (unit_ == "pages") {
            const auto pages = pages_in(confidence);
            if (!pages) {
                if (context_.parameter("words-instead").empty()) {
                    result.outcome = Outcome::not_applicable;
                    return result;
                }
                unit_ = "words";
                least = 0;
                most = context_.number("words-instead", 0);
            } else {
                count = *pages;
            }
        }
        if (unit_ != "pages") count = counted();
        const std::uint32_t doubtful = std::min(context_.number("review-above", most), most);
        std::vector<Argument> measured = {{"count", std::int64_t{count}}, {"unit", std::string(unit_)}};
        if (least != 0) measured.push_back({"min", std::int64_t{least}});
        if (most != 0xFFFFFFFF) measured.push_back({"limit", std::int64_t{doubtful}});
        if (unit_ == "words" || unit_ == "characters") measured.push_back({"counting", std::string(name(unit_ == "characters" ? Counting::characters : counting_))});
        result.outcome = Outcome::pass;
        if (count >= least && count <= doubtful) {
            Evidence evidence = looked_at(context_.plan, context_.requirement.sections.front());
            evidence.value.insert(evidence.value.end(), measured.begin(), measured.end());
            result.evidence.push_back(std::move(evidence));
            return result;
        }
        Finding finding;
        finding.confidence = confidence;
        finding.severity = severity_from(context_.parameter("severity"));
        finding.arguments = std::move(measured);
        finding.message = count < least ? "limit.below" : count > most ? "limit.above" : "limit.band";
        if (count >= least && count <= most) finding.outcome = Outcome::review;
        const Section* section = context_.outline().find(context_.requirement.sections.front());
        if (section != nullptr) {
            finding.subject = section_subject(context_.plan, *section);
            finding.where = heading_of(context_.plan, *section);
        } else {
            finding.subject = document_subject(context_.plan);
        }
        result.findings.push_back(std::move(finding));
        return result;
    }

private:
    const Context& context_;
    const Document& document_;
    std::string_view unit_;
    Counting counting_;
    bool headings_ = true, tables_ = true, notes_ = false;
    std::vector<Scope> scopes_;

    // The texts that count, each once.
    template <class Take>
    void each_text(Take&& take) const {
        for (const Scope& scope : scopes_) {
            if (!scope.glued.empty()) take(scope.glued, scope.glued_block);
            for (std::uint32_t i = scope.begin; i < scope.end; ++i) {
                const Block& block = document_.blocks[i];
                if (block.kind == BlockKind::table && !tables_ && !context_.outline().frames_text(i)) {
                    i = block.end - 1;
                    continue;
                }
                if (block.text.empty() || block.has(mark::uncounted) || block.has(mark::contents) || (block.kind == BlockKind::heading && !headings_)) continue;
                take(block.text, i);
            }
        }
        if (!notes_) return;
        for (auto i = document_.main_end; i < document_.blocks.size(); ++i)
            if (!document_.blocks[i].text.empty()) take(document_.blocks[i].text, i);
    }

    std::uint32_t counted() const {
        std::uint32_t count = 0;
        if (unit_ == "items") {
            const std::string_view kind = context_.parameter("kind");
            for (const Item& item : context_.plan.items)
                if (item.kind == kind) ++count;
        } else if (unit_ == "sentences") {
            for (const Scope& scope : scopes_) count += static_cast<std::uint32_t>(sentences(context_, scope, Semicolon::joins).size());
        } else if (unit_ == "paragraphs") {
            each_text([&](Span, std::uint32_t block) { count += document_.blocks[block].kind == BlockKind::paragraph ? 1 : 0; });
        } else {
            const Counting counting = unit_ == "characters" ? Counting::characters : counting_;
            each_text([&](Span span, std::uint32_t) { count += count_words(document_.view(span), counting).words; });
        }
        return count;
    }

    std::optional<std::uint32_t> pages_in(Confidence& confidence) const {
        std::set<std::uint32_t> fixed, remembered;
        for (const Scope& scope : scopes_)
            for (std::uint32_t i = scope.begin; i < scope.end; ++i) {
                if (document_.blocks[i].place.page != 0) fixed.insert(document_.blocks[i].place.page);
                if (document_.blocks[i].place.page_hint != 0) remembered.insert(document_.blocks[i].place.page_hint);
            }
        if (!fixed.empty()) return static_cast<std::uint32_t>(fixed.size());
        if (remembered.empty()) return std::nullopt;
        confidence = Confidence::low;
        return static_cast<std::uint32_t>(remembered.size());
    }
};

}  // namespace

Result check_limit(const Context& context) { return Limit(context).run(); }

}  // namespace plancheck

// What looks like an address is one: every @ stands in a well-formed e-mail address, every www. or scheme begins a web
// address. A masked address is a remark: somebody can be reached, but not from this copy.
#include <algorithm>
#include <iterator>

#include "checks/check.hpp"
#include "plan/block_text.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"

namespace plancheck {

namespace {

bool blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

// Scripts without spaces part an address from their words and signs by nothing, others by a comma of their own.
bool foreign_sign(char32_t code) noexcept {
    return is_ideograph(code) || (code >= 0x3000 && code <= 0x303F) || (code >= 0xFF01 && code <= 0xFF65) || code == 0x060C || code == 0x061B;
}

// The run of characters around `at` that stand without white space between, brackets and closing punctuation left out.
Span token_at(std::string_view text, std::size_t at) {
    std::size_t begin = at, end = at;
    while (begin > 0 && !blank(text[begin - 1]) && std::string_view("<(\"[;,").find(text[begin - 1]) == std::string_view::npos) {
        const Decoded before = decode_before(text, begin);
        if (foreign_sign(before.code)) break;
        begin -= before.size;
    }
    while (end < text.size() && !blank(text[end]) && std::string_view(">)\"];,").find(text[end]) == std::string_view::npos) {
        const Decoded next = decode(text, end);
        if (foreign_sign(next.code)) break;
        end += next.size;
    }
    while (end > begin && std::string_view(".:").find(text[end - 1]) != std::string_view::npos) --end;
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// A narrow cell breaks an address anywhere: "roe@la", and behind it "kes.example.org".
bool goes_on(std::string_view text, std::size_t end) {
    std::size_t next = end;
    while (next < text.size() && blank(text[next])) ++next;
    std::size_t stop = next;
    while (stop < text.size() && !blank(text[stop])) ++stop;
    const std::string_view token = text.substr(next, stop - next);
    return next != end && token.find('.') != std::string_view::npos && token.find_first_of("@,;:()") == std::string_view::npos;
}

// A host with a domain: "http://lake" and "www.lake" lead nowhere.
bool complete(const Value& value) {
    if (value.type != ValueType::web) return !value.ambiguous;
    std::string_view host = std::string_view(value.value).substr(0, value.value.find_first_of("/?#:"));
    if (host.starts_with("www.")) host.remove_prefix(4);
    return host.find('.') != std::string_view::npos;
}

// "http:/lake.example.org", "https:lake.example.org", "http//lake.example.org".
bool lacks_signs(std::string_view text, std::size_t at) {
    if (at > 0 && is_word_character(decode_before(text, at).code)) return false;
    const std::size_t signs = at + (text.substr(at).starts_with("https") ? 5 : 4), host = std::min(text.find_first_not_of(":/", signs), text.size());
    const std::string_view between = text.substr(signs, host - signs);
    if (between == "://" || between.empty() || between == "/" || between.size() > 3 || host == text.size() || !is_word_character(decode(text, host).code)) return false;
    const std::size_t dot = text.find_first_of(". \n\t", host);
    return dot != std::string_view::npos && text[dot] == '.' && is_word_character(decode(text, dot + 1).code);
}

// "@lab": who is spoken to or followed, and no address.
bool is_mention(std::string_view token) { return token.front() == '@' && token.find('.') == token.npos && token.find('@', 1) == token.npos; }

class Addresses {
public:
    explicit Addresses(const Context& context) : plan_(context.plan), document_(plan_.document()), language_(context.language()) { result_.outcome = Outcome::pass; }

    Result check() {
        for (block_ = 0; block_ < document_.main_end; ++block_) {
            text_ = document_.view(block().text);
            if (!may_hold_any()) continue;
            values_ = plan_.block_text->values(block_, language_, want_contacts);
            count();
            find_malformed();
        }
        if (masked_count_ != 0) add_masked();
        Evidence evidence = looked_at(plan_, "plan");
        evidence.value.push_back({"addresses", good_});
        result_.evidence.push_back(std::move(evidence));
        return std::move(result_);
    }

private:
    const Plan& plan_;
    const Document& document_;
    const Language& language_;
    Result result_;
    std::uint32_t block_ = 0;
    std::string_view text_;      // of the block
    std::vector<Value> values_;  // in it
    std::int64_t good_ = 0, masked_count_ = 0;
    Where masked_;  // the first one

    const Block& block() const { return document_.blocks[block_]; }
    Where where(std::uint32_t begin, std::uint32_t end) const { return {block_, {block().text.begin + begin, block().text.begin + end}, false}; }

    bool may_hold_any() const {
        for (const std::string_view sign : {"@", "[", "www.", "://", "http"})
            if (text_.find(sign) != text_.npos) return true;
        return holds_mail(text_, language_);
    }

    void count() {
        for (const Value& value : values_) {
            if (value.type == ValueType::masked) {
                if (masked_count_++ == 0) masked_ = where(value.begin, value.end);
            } else if (value.type != ValueType::telephone && complete(value)) {
                ++good_;
            }
        }
    }

    // Whether what stands there belongs to an address that is whole.
    bool is_good(std::size_t at) const {
        const auto next = std::upper_bound(values_.begin(), values_.end(), at, [](std::size_t place, const Value& value) { return place < value.begin; });
        return next != values_.begin() && at < std::prev(next)->end && complete(*std::prev(next));
    }

    // "office@lake.example,org": behind a comma without a space what a host ends in.
    bool goes_on_behind_comma(std::size_t at) const {
        const std::size_t comma = text_.find_first_of(" ,\n", at);
        if (comma == text_.npos || text_[comma] != ',') return false;
        std::size_t end = comma + 1;
        while (end < text_.size() && text_[end] >= 'a' && text_[end] <= 'z') ++end;
        return std::find(std::begin(known_host_ends), std::end(known_host_ends), text_.substr(comma + 1, end - comma - 1)) != std::end(known_host_ends) && (end == text_.size() || (text_[end] != '@' && !is_word_character(decode(text_, end).code)));
    }

    void find_malformed() {
        const auto each = [&](std::string_view sign, std::size_t step, auto&& is_bad) {
            for (std::size_t at = text_.find(sign); at != text_.npos; at = text_.find(sign, at + step))
                if (is_bad(at)) at = tell(at);
        };
        const auto is_bad = [&](std::size_t at) { return !is_good(at); };
        each("@", 1, [&](std::size_t at) { return !is_good(at) || goes_on_behind_comma(at); });
        each("www.", 1, is_bad);
        each("http", 4, [&](std::size_t at) { return lacks_signs(text_, at); });
        each("://", 1, is_bad);
    }

    // Gives the last place that need not be looked at again: a token is told once, whatever stands in it.
    std::size_t tell(std::size_t at) {
        const Span span = token_at(text_, at);
        const std::string_view token = text_.substr(span.begin, span.size());
        const std::size_t last = span.end > at ? span.end - 1 : at;
        if (token.size() < 4 || is_mention(token)) return last;
        Finding finding;
        finding.message = "addresses-valid.malformed";
        if (may_go_on(token, span.end)) finding.confidence = Confidence::low;
        finding.where = where(span.begin, span.end);
        finding.subject = document_subject(plan_);
        if (const Section* section = section_at(plan_, block_); section != nullptr && block_ >= section->body_begin) finding.subject = section_subject(plan_, *section);
        finding.arguments = {{"text", std::string(cut_at_word(token))}};
        result_.findings.push_back(std::move(finding));
        return last;
    }

    // Where nothing marks what belongs together, the rest may stand elsewhere; a narrow cell of a PDF ends in the host.
    bool may_go_on(std::string_view token, std::size_t end) const {
        const std::size_t sign = token.find('@');
        const bool cut = sign == 0 || sign == token.npos || token.find('.', sign) == token.npos;
        return document_.is_unmarked() && (goes_on(text_, end) || (cut && document_.origin == Format::pdf));
    }

    void add_masked() {
        Finding finding;
        finding.where = masked_;
        finding.outcome = Outcome::pass;
        finding.severity = Severity::note;
        finding.message = "addresses-valid.masked";
        finding.subject = document_subject(plan_);
        finding.arguments = {{"count", masked_count_}};
        result_.findings.push_back(std::move(finding));
    }
};

}  // namespace

Result check_addresses_valid(const Context& context) { return Addresses(context).check(); }

}  // namespace plancheck

// What looks like an address is one: every @ stands in a well-formed e-mail address, every www. or scheme begins a web
// address. A masked address is a remark: somebody can be reached, but not from this copy.
#include <algorithm>
#include <set>
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

}  // namespace

Result check_addresses_valid(const Context& context) {
    const Plan& plan = context.plan;
    const Document& document = plan.document();
    const Language& language = context.language();
    Result result;
    result.outcome = Outcome::pass;
    std::int64_t good = 0;
    std::set<std::string> told;
    Finding masked;
    std::int64_t masked_count = 0;
    for (std::uint32_t i = 0; i < document.main_end; ++i) {
        const Block& block = document.blocks[i];
        const std::string_view text = document.view(block.text);
        if (text.find('@') == std::string_view::npos && text.find('[') == std::string_view::npos && text.find("www.") == std::string_view::npos &&
            text.find("://") == std::string_view::npos && text.find("http") == std::string_view::npos && !holds_mail(text, language))
            continue;
        const auto values = plan.block_text->values(i, language, want_contacts);
        const auto inside = [&](std::size_t at) {
            const auto next = std::upper_bound(values.begin(), values.end(), at, [](std::size_t place, const Value& value) { return place < value.begin; });
            return next != values.begin() && at < std::prev(next)->end && complete(*std::prev(next));
        };
        for (const Value& value : values) {
            if (value.type == ValueType::masked) {
                if (masked_count++ == 0) masked.where = {i, {block.text.begin + value.begin, block.text.begin + value.end}, false};
            } else if (value.type != ValueType::telephone && complete(value)) {
                ++good;
            }
        }
        // Gives the last place that need not be looked at again: a token is told once, whatever stands in it.
        const auto bad = [&](std::size_t at) {
            const Span token = token_at(text, at);
            const std::size_t last = token.end > at ? token.end - 1 : at;
            if (token.size() < 4) return last;
            // "@lab": who is spoken to or followed, and no address.
            if (const std::string_view mention = text.substr(token.begin, token.size()); mention.front() == '@' && mention.find('.') == std::string_view::npos && mention.find('@', 1) == std::string_view::npos) return last;
            Finding finding;
            finding.message = "addresses-valid.malformed";
            const std::string_view address = text.substr(token.begin, token.size()), host = address.substr(std::min(address.find('@'), address.size()));
            const bool cut = host.find('.') == std::string_view::npos || host.size() == address.size();  // where a narrow cell of a PDF ended
            if (document.is_unmarked() && (goes_on(text, token.end) || (cut && document.origin == Format::pdf))) finding.confidence = Confidence::low;
            finding.where = {i, {block.text.begin + token.begin, block.text.begin + token.end}, false};
            finding.subject = document_subject(plan);
            if (const Section* section = section_at(plan, i); section != nullptr && i >= section->body_begin) finding.subject = section_subject(plan, *section);
            finding.arguments = {{"text", std::string(cut_at_word(text.substr(token.begin, token.size())))}};
            result.findings.push_back(std::move(finding));
            return last;
        };
        for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1))
            if (!inside(at)) at = bad(at);
        for (std::size_t at = text.find("www."); at != std::string_view::npos; at = text.find("www.", at + 1))
            if (!inside(at)) at = bad(at);
        for (std::size_t at = text.find("http"); at != std::string_view::npos; at = text.find("http", at + 4))
            if (lacks_signs(text, at)) at = bad(at);
        for (std::size_t at = text.find("://"); at != std::string_view::npos; at = text.find("://", at + 1))
            if (!inside(at)) at = bad(at);
    }
    if (masked_count != 0) {
        masked.outcome = Outcome::pass;
        masked.severity = Severity::note;
        masked.message = "addresses-valid.masked";
        masked.subject = document_subject(plan);
        masked.arguments = {{"count", masked_count}};
        result.findings.push_back(std::move(masked));
    }
    Evidence evidence = looked_at(plan, "plan");
    evidence.value.push_back({"addresses", good});
    result.evidence.push_back(std::move(evidence));
    return result;
}

}  // namespace plancheck

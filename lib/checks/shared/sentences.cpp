// A sentence ends at . ! ? ; or their Arabic and Chinese forms before white space or the end of the block. A full stop
// after one letter or before a lower-case word is an abbreviation ("no. 2", "approx. ten").
#include "checks/shared/sentences.hpp"

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace plancheck {

namespace {

// Bytes that an end of a sentence begins with.
constexpr ByteSet may_end{".!?;\xE3\xEF\xD8"};

void split(std::string_view text, std::uint32_t begin, std::uint32_t block, std::vector<Sentence>& out) {
    std::size_t start = 0;
    const auto end_at = [&](std::size_t end) {
        const std::string_view piece = trimmed(text.substr(start, end - start));
        if (!piece.empty()) {
            const auto at = static_cast<std::uint32_t>(piece.data() - text.data());
            out.push_back({block, {begin + at, begin + at + static_cast<std::uint32_t>(piece.size())}});
        }
        start = end;
    };
    for (std::size_t at = may_end.find(text); at < text.size(); at = may_end.find(text, at)) {
        const Decoded c = decode(text, at);
        at += c.size;
        if (c.code == 0x3002 || c.code == 0xFF1B || c.code == 0xFF01 || c.code == 0xFF1F || c.code == 0x061F || c.code == 0x061B) {
            end_at(at);
            continue;
        }
        if (c.code != '.' && c.code != '!' && c.code != '?' && c.code != ';') continue;
        const Decoded next = decode(text, at);
        if (next.size != 0 && !is_white_space(next.code)) continue;
        if (c.code == '.') {
            std::size_t follow = at;
            while (follow < text.size() && is_white_space(decode(text, follow).code)) follow += decode(text, follow).size;
            const Decoded first = decode(text, follow);
            if (first.size != 0 && is_letter_or_digit(first.code) && !is_upper(first.code) && !is_ideograph(first.code) &&
                first.code < 0x0590)
                continue;
        }
        end_at(at);
    }
    end_at(text.size());
}

}  // namespace

std::vector<Sentence> sentences(const Document& document, const Scope& scope) {
    std::vector<Sentence> found;
    if (scope.glued_block != Where::nowhere) split(document.view(scope.glued), scope.glued.begin, scope.glued_block, found);
    for (std::uint32_t i = scope.begin; i < scope.end; ++i) {
        const Block& block = document.blocks[i];
        if (block.text.empty() || block.kind == BlockKind::heading || block.has(mark::contents) || block.has(mark::uncounted)) continue;
        split(document.view(block.text), block.text.begin, i, found);
    }
    return found;
}

}  // namespace plancheck

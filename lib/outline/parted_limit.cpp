// Only the two lines together are known as a limit, and only without its beginning is the title known as one.
#include "outline/parted_limit.hpp"

#include <string>

#include "text/characters.hpp"
#include "text/fold.hpp"

namespace plancheck {

void join_parted_limit(Candidate& line, std::uint32_t after, std::string_view folded, const Document& document, const TitleIndex& titles) {
    const std::string_view own = document.view(line.title);
    std::size_t open = own.rfind('(');
    if (open == own.npos) open = own.rfind("\xEF\xBC\x88");
    if (open == own.npos || open == 0 || folded.find('(') != folded.npos) return;
    const std::string begun = fold(own.substr(open));
    if (begun.find(')') != begun.npos) return;
    const std::string_view rest = trimmed(own.substr(0, open));
    const std::string note = begun + ' ' + std::string(folded), title = fold(rest);
    for (Option& option : line.options) {
        if (option.body != 0 || !titles.is_limit_note(note, option.spec)) continue;
        line.last_block = after;
        for (const TitleHit& hit : titles.at_start(title, 0))
            if (hit.spec == option.spec && hit.end == title.size() && hit.match > option.match) option.match = hit.match;
        line.title.end = line.title.begin + static_cast<std::uint32_t>(rest.size());
        option.title_end = line.title.end;
        return;
    }
}

}  // namespace plancheck

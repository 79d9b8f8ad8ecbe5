// Letters that a program emboldens itself, since it has no bold font of theirs, come as fonts made of drawings: without a name, of
// a size that is not the type's, several in one word. What they are like is told by the pieces that they touch: spaces, digits and
// signs mostly have a font with a name. What is learnt of a font in one line holds in all.
#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "read/pdf.hpp"

namespace plancheck {

namespace {

struct Dress {
    float size = 0, top = 0, height = 0;  // top: from the piece's own
    std::size_t bold = 0, plain = 0;      // pieces beside it
    bool is_bold() const noexcept { return bold * 3 >= plain && bold != 0; }
};

bool nameless_touch(const PdfLine& a, const PdfLine& b) {
    const float least = std::min(a.height(), b.height());
    return b.left > a.right - 0.2F * least && b.left < a.right + 0.12F * least && std::min(a.bottom, b.bottom) - std::max(a.top, b.top) > 0.6F * least &&
           std::max(a.height(), b.height()) < 2 * least;
}

using NamelessRun = std::vector<PdfLine*>;

// Pieces that touch each other, of which one has no name.
std::vector<NamelessRun> nameless_runs(std::vector<PdfLine>& pieces, std::vector<PdfLine>& blanks) {
    std::vector<NamelessRun> made;
    if (std::none_of(pieces.begin(), pieces.end(), [](const PdfLine& piece) { return piece.nameless != 0; })) return made;
    NamelessRun all, open;
    for (auto* list : {&pieces, &blanks})
        for (PdfLine& piece : *list) all.push_back(&piece);
    std::sort(all.begin(), all.end(), [](const PdfLine* a, const PdfLine* b) { return a->order < b->order; });
    const auto flush = [&] {
        if (std::any_of(open.begin(), open.end(), [](const PdfLine* piece) { return piece->nameless != 0; })) made.push_back(open);
        open.clear();
    };
    for (PdfLine* piece : all) {
        if (!open.empty() && !nameless_touch(*open.back(), *piece)) flush();
        open.push_back(piece);
    }
    flush();
    return made;
}

// The next piece with a name, before or behind one that has none; null: there is none.
const PdfLine* named_beside(const NamelessRun& run, std::size_t at) {
    for (std::size_t i = at; i-- > 0;)
        if (run[i]->nameless == 0) return run[i];
    for (std::size_t i = at + 1; i < run.size(); ++i)
        if (run[i]->nameless == 0) return run[i];
    return nullptr;
}

}  // namespace

void pdf_dress_nameless(std::vector<PdfPage>& pages, std::vector<std::vector<PdfLine>>& blanks) {
    constexpr std::size_t longest = 256;  // of a run
    std::vector<NamelessRun> runs;
    for (std::size_t p = 0; p < pages.size(); ++p)
        for (NamelessRun& run : nameless_runs(pages[p].pieces, blanks[p]))
            if (run.size() <= longest) runs.push_back(std::move(run));
    std::unordered_map<std::uint32_t, Dress> dresses;
    for (const NamelessRun& run : runs)
        for (std::size_t i = 0; i < run.size(); ++i) {
            const PdfLine* const beside = run[i]->nameless == 0 ? nullptr : named_beside(run, i);
            if (beside == nullptr) continue;
            Dress& dress = dresses[run[i]->nameless];
            ++(beside->bold != 0 ? dress.bold : dress.plain);
            if (dress.size != 0 && beside->size >= dress.size) continue;
            dress.size = beside->size;
            dress.top = beside->top - run[i]->top;
            dress.height = beside->height();
        }
    for (const NamelessRun& run : runs) {
        // Where nothing tells, the lowest of those that touch: it has the least room around its letters.
        const auto lowest = std::min_element(run.begin(), run.end(), [](const PdfLine* a, const PdfLine* b) { return a->height() < b->height(); });
        const PdfLine low = **lowest;
        for (PdfLine* piece : run) {
            if (piece->nameless == 0) continue;
            const auto found = dresses.find(piece->nameless);
            if (found == dresses.end()) {
                piece->size = low.size, piece->top = low.top, piece->bottom = low.bottom;
                continue;
            }
            piece->size = found->second.size;
            piece->top += found->second.top;
            piece->bottom = piece->top + found->second.height;
            if (found->second.is_bold()) piece->bold = static_cast<std::uint32_t>(piece->text.size());
        }
    }
}

}  // namespace plancheck

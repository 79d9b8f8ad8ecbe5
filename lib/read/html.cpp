// Order of work: encoding, preparation of the markup, its style sheets, the parse with the blocks made on the way.
#include <limits>

#include "read/builder.hpp"
#include "read/encoding.hpp"
#include "read/html_parser.hpp"
#include "read/html_prepare.hpp"
#include "read/html_reader.hpp"
#include "read/html_style.hpp"

namespace plancheck {

Document read_html(std::string_view bytes, std::string_view name, Format format, const Limits& limits) {
    Builder builder(name, format, limits);
    // The limit is on the text, which is a part of this.
    Limits source_limits = limits;
    source_limits.characters = std::numeric_limits<std::uint64_t>::max();
    const SourceText source = decode_text(bytes, source_limits, html::declared_encoding(bytes));
    if (source.guessed) tell_encoding(source, builder);
    const html::Prepared prepared = html::prepare(source.text, limits);
    html::Styles styles;
    styles.load(prepared.styles);

    builder.reserve(source.text.size() / 2 + 64, source.text.size() / 128 + 16);
    html::Reader reader(source, prepared, styles, builder);
    html::parse(prepared.markup, reader);
    reader.finish();
    const html::Met& met = reader.met;
    if (met.insertions != 0 || met.deletions != 0)
        builder.notify("read/tracked-changes", Severity::note,
                       {{"insertions", std::int64_t{met.insertions}}, {"deletions", std::int64_t{met.deletions}}});
    if (met.hidden) builder.notify("read/hidden-text", Severity::note);
    if (met.frames != 0) builder.notify("read/not-followed", Severity::warning, {{"count", std::int64_t{met.frames}}});
    Document document = builder.finish();
    tell_boxes(document);
    return document;
}

}  // namespace plancheck

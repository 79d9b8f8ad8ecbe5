// A sorted table, searched by halves.
#include "read/html_names.hpp"

#include <algorithm>
#include <iterator>

namespace plancheck::html {

namespace {

struct Row {
    std::string_view name;
    Role role;
};

constexpr Row rows[] = {
    {"a", Role::link},
    {"address", Role::block},
    {"annotation", Role::dropped},
    {"annotation-xml", Role::dropped},
    {"applet", Role::picture},
    {"article", Role::block},
    {"aside", Role::block},
    {"audio", Role::picture},
    {"b", Role::bold},
    {"blockquote", Role::quotation},
    {"body", Role::block},
    {"br", Role::line_break},
    {"button", Role::control},
    {"canvas", Role::picture},
    {"caption", Role::block},
    {"center", Role::centred},
    {"datalist", Role::dropped},
    {"dd", Role::block},
    {"del", Role::deleted},
    {"details", Role::block},
    {"dialog", Role::dialog},
    {"dir", Role::bullet_list},
    {"div", Role::block},
    {"dl", Role::block},
    {"dt", Role::block},
    {"embed", Role::picture},
    {"fieldset", Role::block},
    {"figcaption", Role::block},
    {"figure", Role::block},
    {"footer", Role::block},
    {"form", Role::block},
    {"frame", Role::frame},
    {"h1", Role::heading},
    {"h2", Role::heading},
    {"h3", Role::heading},
    {"h4", Role::heading},
    {"h5", Role::heading},
    {"h6", Role::heading},
    {"header", Role::block},
    {"hgroup", Role::block},
    {"hr", Role::block},
    {"html", Role::block},
    {"img", Role::picture},
    {"input", Role::control},
    {"ins", Role::inserted},
    {"legend", Role::block},
    {"li", Role::item},
    {"listing", Role::preformatted},
    {"main", Role::block},
    {"menu", Role::bullet_list},
    {"nav", Role::block},
    {"object", Role::picture},
    {"ol", Role::ordered_list},
    {"option", Role::option},
    {"p", Role::block},
    {"pre", Role::preformatted},
    {"rp", Role::dropped},
    {"rt", Role::dropped},
    {"rtc", Role::dropped},
    {"s", Role::struck},
    {"search", Role::block},
    {"section", Role::block},
    {"strike", Role::struck},
    {"strong", Role::bold},
    {"summary", Role::block},
    {"svg", Role::picture},
    {"table", Role::table},
    {"tbody", Role::row_group},
    {"td", Role::cell},
    {"template", Role::dropped},
    {"textarea", Role::control},
    {"tfoot", Role::row_group},
    {"th", Role::head_cell},
    {"thead", Role::head},
    {"tr", Role::row},
    {"ul", Role::bullet_list},
    {"video", Role::picture},
    {"xml", Role::dropped},
    {"xmp", Role::preformatted},
};

static_assert(std::ranges::is_sorted(rows, {}, &Row::name));

constexpr Row aria_rows[] = {
    {"cell", Role::cell},
    {"columnheader", Role::head_cell},
    {"grid", Role::table},
    {"gridcell", Role::cell},
    {"list", Role::bullet_list},
    {"listitem", Role::item},
    {"row", Role::row},
    {"rowgroup", Role::row_group},
    {"rowheader", Role::head_cell},
    {"table", Role::table},
    {"treegrid", Role::table},
};

static_assert(std::ranges::is_sorted(aria_rows, {}, &Row::name));

template <std::size_t size>
Role found_in(const Row (&table)[size], std::string_view name) noexcept {
    const auto* found = std::ranges::lower_bound(table, name, {}, &Row::name);
    return found != std::end(table) && found->name == name ? found->role : Role::inside;
}

}  // namespace

Role role_of(std::string_view name) noexcept { return found_in(rows, name); }

Role role_of_aria(std::string_view word) noexcept { return found_in(aria_rows, word); }

}  // namespace plancheck::html

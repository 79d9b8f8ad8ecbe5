// Look-ups of the data model, and the templates that are built in. Templates are small (some hundred entries), so a look-up
// is a walk; what is asked often per document is compiled by the rooms that ask.
#include "plancheck/template.hpp"

#include <algorithm>

#include "plancheck/error.hpp"
#include "template/loader.hpp"
#include "text/embedded.hpp"

namespace plancheck {

namespace {

constexpr std::string_view folder = "templates/";
constexpr std::string_view ending = ".xml";

template <class List, class Key>
auto find_by(const List& list, Key key, std::string_view wanted) noexcept -> const typename List::value_type* {
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& entry) { return entry.*key == wanted; });
    return found == list.end() ? nullptr : &*found;
}

bool is_template(const EmbeddedFile& file) noexcept {
    return file.name.starts_with(folder) && file.name.ends_with(ending);
}

std::string_view id_of(const EmbeddedFile& file) noexcept {
    return file.name.substr(folder.size(), file.name.size() - folder.size() - ending.size());
}

}  // namespace

std::string_view Localized::exactly(std::string_view language) const noexcept {
    for (const auto& [tag, text] : texts)
        if (tag == language) return text;
    return {};
}

std::string_view Localized::in(std::string_view language, std::string_view otherwise) const noexcept {
    std::string_view text = exactly(language);
    if (text.empty()) text = exactly(otherwise);
    if (text.empty() && !texts.empty()) text = texts.front().second;
    return text;
}

const Titles* SectionSpec::titles_in(std::string_view language) const noexcept {
    return find_by(titles, &Titles::language, language);
}

const FieldSpec* ItemSpec::field(std::string_view wanted) const noexcept { return find_by(fields, &FieldSpec::name, wanted); }

std::string_view Requirement::parameter(std::string_view name, std::string_view language) const noexcept {
    std::string_view general;
    for (const Parameter& candidate : parameters) {
        if (candidate.name != name) continue;
        if (candidate.language.empty()) general = candidate.value;
        else if (candidate.language == language) return candidate.value;
    }
    return general;
}

const SectionSpec* Template::section(std::string_view key) const noexcept { return find_by(sections, &SectionSpec::key, key); }
const ItemSpec* Template::item(std::string_view kind) const noexcept { return find_by(items, &ItemSpec::kind, kind); }
bool Template::is_like(std::string_view kind, std::string_view known) const noexcept {
    const ItemSpec* spec = item(kind);
    return spec != nullptr && spec->like == known;
}
const Vocabulary* Template::vocabulary(std::string_view wanted) const noexcept {
    return find_by(vocabularies, &Vocabulary::id, wanted);
}
const Requirement* Template::requirement(std::string_view wanted) const noexcept {
    return find_by(requirements, &Requirement::id, wanted);
}

std::vector<std::string> built_in_templates() {
    std::vector<std::string> ids;
    for (const EmbeddedFile& file : embedded_files())
        if (is_template(file)) ids.emplace_back(id_of(file));
    std::sort(ids.begin(), ids.end());
    return ids;
}

std::string_view built_in_template_xml(std::string_view id) { return built_in_template_file(id).text; }

const EmbeddedFile& built_in_template_file(std::string_view id) {
    for (const EmbeddedFile& file : embedded_files())
        if (is_template(file) && id_of(file) == id) return file;
    std::string message = "no template '" + std::string(id) + "' is built in; there are:";
    for (const std::string& known : built_in_templates()) message += " " + known;
    throw Error(Error::Kind::unknown_template, message);
}

}  // namespace plancheck

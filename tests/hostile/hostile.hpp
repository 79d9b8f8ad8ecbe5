// Small Word files of any content, and what became of reading them in one line, so that a test asserts all of it.
#pragma once

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <variant>

#include "plancheck.hpp"
#include "support/zip_writer.hpp"

namespace hostile {

using plancheck::Document;
using plancheck::Limits;

inline const std::string word_space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

inline std::string content_types() {
    return R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" )"
           R"(ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>)";
}

inline std::string package_relations() {
    return R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" )"
           R"(Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>)";
}

/// A main part with that body.
inline std::string main_part(std::string_view body) {
    return "<w:document xmlns:w=\"" + word_space + "\"><w:body>" + std::string(body) + "</w:body></w:document>";
}

/// The three parts a Word file needs, the main one last, as it is given.
inline support::ZipWriter package_of(std::string main) {
    support::ZipWriter zip;
    zip.add("[Content_Types].xml", content_types()).add("_rels/.rels", package_relations()).add("word/document.xml", std::move(main));
    return zip;
}

/// A Word file of that body; its main part is stored, so that no ratio is reached before what is to be seen.
inline std::string docx(std::string_view body) {
    support::ZipWriter zip = package_of(main_part(body));
    zip.entries.back().deflated = false;
    return zip.bytes();
}

inline std::string paragraph(std::string_view text) { return "<w:p><w:r><w:t>" + std::string(text) + "</w:t></w:r></w:p>"; }

inline std::string heading(std::string_view text) {
    return "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>" + std::string(text) + "</w:t></w:r></w:p>";
}

/// `count` times the same.
inline std::string times(std::size_t count, std::string_view what) {
    std::string made;
    made.reserve(count * what.size());
    for (std::size_t i = 0; i < count; ++i) made += what;
    return made;
}

inline std::string shown(const plancheck::Argument& argument) {
    std::string made = argument.name + '=';
    if (const auto* number = std::get_if<std::int64_t>(&argument.value)) return made + std::to_string(*number);
    if (const auto* text = std::get_if<std::string>(&argument.value)) return made + *text;
    for (const std::string& one : std::get<std::vector<std::string>>(argument.value)) made += one + ',';
    return made;
}

/// "docx: 2 blocks" or "docx: unreadable", then each notification with its arguments: "read/limit limit=cells value=3 allowed=2".
inline std::string told(const Document& document) {
    std::string made = document.format == plancheck::Format::unknown ? "unknown" : std::string(name(document.format));
    made += document.readable ? ": " + std::to_string(document.blocks.size()) + " blocks" : ": unreadable";
    for (const plancheck::Notification& one : document.notifications) {
        made += "; " + one.id;
        for (const plancheck::Argument& argument : one.arguments) made += ' ' + shown(argument);
    }
    return made;
}

inline std::string told(std::string_view bytes, std::string_view name = "plan.docx", const Limits& limits = {}) {
    const Document document = plancheck::read(bytes, name, limits);
    if (!document.readable) BOOST_TEST((document.blocks.empty() && document.text.empty() && document.links.empty()));
    return told(document);
}

/// The validator with all defaults: dear, so it is made once.
inline const plancheck::Validator& validator() {
    static const plancheck::Validator made;
    return made;
}

/// Whether a report is one of a document that was not read, for the cause given: nothing recognised, all 83 requirements
/// not checked.
inline bool is_unread(const plancheck::Report& report, std::string_view cause) {
    return report.verdict == plancheck::Verdict::unreadable && report.outline.empty() && report.items.empty() &&
           report.diagnostics.empty() && report.words == 0 && report.language.empty() && report.requirements.size() == 83 &&
           std::all_of(report.requirements.begin(), report.requirements.end(), [&](const plancheck::RequirementResult& result) {
               return result.outcome == plancheck::Outcome::not_checked && result.caused_by == cause && result.evidence.empty();
           });
}

/// Asserts that a document is refused with that line, and that its report says so for the same cause.
inline void refused(std::string_view bytes, std::string_view name, std::string_view expected, std::string_view cause) {
    BOOST_TEST(told(bytes, name) == expected);
    BOOST_TEST(is_unread(validator().validate(bytes, name), cause));
}

}  // namespace hostile

// One requirement or check explained, as text and as a page: the same facts gathered once, laid out twice. The pages of
// checks are Markdown of a plain kind (headings, paragraphs, lists, fences), and HTML is made of no more than that.
#include <algorithm>
#include <vector>

#include "plancheck/template.hpp"
#include "text/embedded.hpp"
#include "write/html_parts.hpp"
#include "write/phrases.hpp"

namespace plancheck {
namespace {

struct Row {
    std::string label, text;
};

struct Explanation {
    std::string title, lead;
    std::vector<Row> rows;
    std::vector<Row> examples;  ///< "An example that passes (en):", and the example
    std::string page;           ///< Markdown
    std::string users_label;
    std::vector<std::string> users;
};

// The page of a check: lib/checks/word_limit.md for "word-limit".
std::string_view page_of(std::string_view check) {
    std::string file = "lib/checks/" + std::string(check) + ".md";
    std::replace(file.begin(), file.end(), '-', '_');
    for (const EmbeddedFile& embedded : embedded_files())
        if (embedded.name == file) return embedded.text;
    return {};
}

std::string in(const Template& form, const Localized& text, std::string_view language, const std::string& otherwise) {
    const std::string_view found = text.in(language, form.default_language);
    return found.empty() ? otherwise : std::string(found);
}

std::string joined(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& text : texts) {
        if (!out.empty()) out += ", ";
        out += text;
    }
    return out;
}

Explanation of_requirement(const Template& form, const Requirement& requirement, std::string_view language) {
    const Phrases say(language);
    Explanation all;
    all.title = requirement.id;
    all.lead = in(form, requirement.asks, language, requirement.asks_source);
    const auto row = [&](std::string_view key, std::string text) {
        if (!text.empty()) all.rows.push_back({say(key), std::move(text)});
    };
    const std::string_view obligation = name(requirement.obligation);
    const std::string_view who = name(requirement.decided_by);
    row("explain.clause", in(form, requirement.clause_text, language, requirement.clause));
    row("explain.obligation", std::string(obligation) + ": " + say("obligation", {{"obligation", obligation}}));
    row("explain.decided-by", std::string(who) + ": " + say("decided-by", {{"who", who}}));
    if (requirement.severity) row("explain.severity", std::string(name(*requirement.severity)));
    row("explain.check", requirement.check);
    row("explain.looked-for", in(form, requirement.looked_for, language, {}));
    // The row of the table of requirements, which is in the template's own language alone.
    if (language == form.default_language && requirement.evidence_source != requirement.asks_source) row("explain.evidence", requirement.evidence_source);
    row("explain.needs", joined(requirement.needs));
    row("explain.when", requirement.when);
    row("explain.help", in(form, requirement.help, language, {}));

    // Examples in the reader's language where there are any, else all of them.
    const bool own = std::any_of(requirement.examples.begin(), requirement.examples.end(),
                                 [&](const Example& example) { return example.language == language; });
    for (const bool passes : {true, false})
        for (const Example& example : requirement.examples) {
            if (example.passes != passes || (own && example.language != language)) continue;
            all.examples.push_back({say(passes ? "explain.passes" : "explain.fails", {{"language", std::string_view(example.language)}}), example.text});
        }
    if (requirement.examples.empty()) all.page = page_of(requirement.check);
    return all;
}

// Empty title: there is nothing of that name.
Explanation explained(const Template& form, std::string_view id, std::string_view language) {
    for (const Requirement& requirement : form.requirements)
        if (requirement.id == id) return of_requirement(form, requirement, language);
    Explanation all;
    if (id.empty()) return all;
    all.page = page_of(id);
    for (const Requirement& requirement : form.requirements)
        if (requirement.check == id) all.users.push_back(requirement.id);
    if (!all.users.empty()) all.users_label = Phrases(language)("explain.used-by");
    if (!all.users.empty() || !all.page.empty()) all.title = id;
    return all;
}

template <class Function>
void each_line(std::string_view text, Function function) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        function(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

std::string indented(std::string_view text) {
    std::string out;
    each_line(text, [&](std::string_view line) {
        if (!line.empty()) (out += "    ") += line;
        out += '\n';
    });
    return out;
}

std::string code_spans(std::string_view text) {
    std::string out;
    for (bool code = false;; code = !code) {
        const std::size_t end = text.find('`');
        out += html_text(text.substr(0, end));
        if (end == std::string_view::npos) return code ? out + "</code>" : out;
        out += code ? "</code>" : "<code>";
        text.remove_prefix(end + 1);
    }
}

std::string page_as_html(std::string_view page) {
    std::string out, paragraph;
    bool fence = false, list = false;
    const auto close = [&] {
        if (!paragraph.empty()) out += (list ? "<li>" : "<p>") + code_spans(paragraph) + (list ? "</li>\n" : "</p>\n");
        paragraph.clear();
    };
    const auto close_list = [&] {
        close();
        if (list) out += "</ul>\n";
        list = false;
    };
    each_line(page, [&](std::string_view line) {
        if (line.starts_with("```") || line.starts_with("~~~")) {
            close_list();
            out += fence ? "</pre>\n" : "<pre>";
            fence = !fence;
        } else if (fence) {
            out += html_text(line) + '\n';
        } else if (line.starts_with('#')) {
            close_list();
            const std::size_t depth = std::min<std::size_t>(line.find_first_not_of('#'), 3);
            const std::string tag = depth == 1 ? "h2" : "h3";
            out += "<" + tag + ">" + code_spans(line.substr(std::min(line.find_first_not_of("# "), line.size()))) + "</" + tag + ">\n";
        } else if (line.find_first_not_of(' ') == std::string_view::npos) {
            close_list();
        } else if (line.starts_with("- ")) {
            close();
            if (!list) out += "<ul class=\"plain\">\n";
            list = true;
            paragraph = line.substr(2);
        } else {
            if (!paragraph.empty()) paragraph += ' ';
            paragraph += line;
        }
    });
    close_list();
    return fence ? out + "</pre>\n" : out;
}

}  // namespace

std::string explain(const Template& form, std::string_view id, std::string_view language) {
    const Explanation all = explained(form, id, language);
    if (all.title.empty()) return {};
    std::string out;
    if (!all.lead.empty()) out = all.title + "\n  " + all.lead + "\n\n";
    for (const Row& row : all.rows) out += "  " + padded(row.label, 14) + row.text + '\n';
    for (const Row& example : all.examples) out += '\n' + example.label + '\n' + indented(example.text);
    if (!all.page.empty()) (out += all.lead.empty() ? "" : "\n") += all.page;
    if (all.users.empty()) return out;
    if (!out.empty()) out += '\n';
    out += all.users_label + '\n';
    for (const std::string& user : all.users) out += "    " + user + '\n';
    return out;
}

std::string explain_html(const Template& form, std::string_view id, std::string_view language) {
    const Explanation all = explained(form, id, language);
    if (all.title.empty()) return {};
    const HtmlWords words(language);
    std::string body = "<main>\n<p class=\"kicker\">" + html_text(form.name.in(language, form.default_language)) + "</p>\n<h1>" + html_bdi(all.title) + "</h1>\n";
    if (!all.lead.empty()) body += "<p>" + html_text(all.lead) + "</p>\n";
    if (!all.rows.empty()) body += "<dl>\n";
    for (const Row& row : all.rows) body += "<dt>" + html_text(row.label) + "</dt><dd>" + html_bdi(row.text) + "</dd>\n";
    if (!all.rows.empty()) body += "</dl>\n";
    for (const Row& example : all.examples) {
        std::string text;
        each_line(example.text, [&](std::string_view line) { text += html_text(line) + '\n'; });
        body += "<h2>" + html_text(example.label) + "</h2>\n<pre>" + text + "</pre>\n";
    }
    // The pages of checks are in English.
    if (!all.page.empty()) body += "<div" + HtmlWords("en").attributes() + ">\n" + page_as_html(all.page) + "</div>\n";
    if (!all.users.empty()) {
        body += "<h2>" + html_text(all.users_label) + "</h2>\n<ul class=\"plain\">\n";
        for (const std::string& user : all.users) body += "<li><code>" + html_text(user) + "</code></li>\n";
        body += "</ul>\n";
    }
    return html_page(words, all.title, body + "</main>\n");
}

}  // namespace plancheck

// Signatures first, then what an archive holds, then what an OLE container lists, then the first element of XML; what is
// left is text if it looks like text. A table of kinds says for each what becomes of it.
#include "read/sniff.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "read/encoding.hpp"
#include "read/xml.hpp"
#include "text/eight.hpp"

namespace plancheck {
namespace {

using namespace std::string_view_literals;

struct Kind {
    std::string_view id;
    Format format;             // unknown: not read
    std::string_view save_as;
    std::string_view endings;  // of names, in lower case, each after a space; " " alone: none
};

constexpr Kind kinds[] = {
    {"docx", Format::docx, "", " docx "},
    {"docm", Format::docm, "", " docm "},
    {"dotx", Format::dotx, "", " dotx "},
    {"dotm", Format::dotm, "", " dotm "},
    {"odt", Format::odt, "", " odt "},
    {"ott", Format::ott, "", " ott "},
    {"fodt", Format::fodt, "", " fodt "},
    {"html", Format::html, "", " html htm xhtml xht "},
    {"markdown", Format::markdown, "", " md markdown mkd mdown "},
    {"text", Format::text, "", " txt text "},
    {"pdf", Format::pdf, "", " pdf "},
    {"plan-xml", Format::plan_xml, "", " "},
    {"doc", Format::unknown, "docx", " doc dot "},
    {"rtf", Format::unknown, "docx", " rtf "},
    {"wpd", Format::unknown, "docx", " wpd "},
    {"word-xml", Format::unknown, "docx", " "},
    {"mhtml", Format::unknown, "docx", " mht mhtml "},
    {"eml", Format::unknown, "docx", " eml "},
    {"latex", Format::unknown, "pdf", " tex latex "},
    {"pages", Format::unknown, "docx", " pages "},
    {"xlsx", Format::unknown, "docx", " xlsx xlsm xltx "},
    {"xls", Format::unknown, "docx", " xls "},
    {"pptx", Format::unknown, "docx", " pptx pptm ppsx "},
    {"ppt", Format::unknown, "docx", " ppt "},
    {"ods", Format::unknown, "odt", " ods fods "},
    {"odp", Format::unknown, "odt", " odp fodp "},
    {"odf", Format::unknown, "odt", " odg odf odb odm "},
    {"sxw", Format::unknown, "odt", " sxw stw "},
    {"epub", Format::unknown, "docx", " epub "},
    {"mobi", Format::unknown, "docx", " mobi azw "},
    {"postscript", Format::unknown, "pdf", " ps eps "},
    {"djvu", Format::unknown, "pdf", " djvu djv "},
    {"png", Format::unknown, "docx", " png "},
    {"jpeg", Format::unknown, "docx", " jpg jpeg "},
    {"gif", Format::unknown, "docx", " gif "},
    {"tiff", Format::unknown, "docx", " tif tiff "},
    {"webp", Format::unknown, "docx", " webp "},
    {"bmp", Format::unknown, "docx", " bmp "},
    {"heic", Format::unknown, "docx", " heic heif avif "},
    {"mp4", Format::unknown, "docx", " mp4 m4v m4a mov "},
    {"mp3", Format::unknown, "docx", " mp3 "},
};

const Kind* kind_of(std::string_view id) {
    const auto* found = std::find_if(std::begin(kinds), std::end(kinds), [&](const Kind& k) { return k.id == id; });
    return found == std::end(kinds) ? nullptr : found;
}

std::string lowered(std::string_view text) {
    std::string made(text);
    for (char& c : made)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    return made;
}

std::string_view kind_named(std::string_view name) {
    const std::size_t dot = name.find_last_of("./\\");
    if (dot == name.npos || name[dot] != '.' || name.size() - dot > 12) return {};
    const std::string ending = " " + lowered(name.substr(dot + 1)) + " ";
    if (ending.find(' ', 1) != ending.size() - 1 || ending.size() < 3) return {};
    for (const Kind& kind : kinds)
        if (kind.endings.find(ending) != kind.endings.npos) return kind.id;
    return {};
}

void decide(Sniffed& made, std::string_view id) {
    const Kind* kind = kind_of(id);
    made.kind = kind->id;
    made.format = kind->format;
    made.save_as = kind->save_as;
    made.status = kind->format == Format::unknown ? SniffStatus::unsupported : SniffStatus::readable;
}

/// Kinds told by bytes at a fixed place.
std::string_view by_signature(std::string_view b) {
    struct Row {
        std::size_t at;
        std::string_view bytes, id;
    };
    static constexpr Row rows[] = {
        {0, "{\\rtf"sv, "rtf"},          {0, "\x89PNG\r\n\x1a\n"sv, "png"}, {0, "\xFF\xD8\xFF"sv, "jpeg"},
        {0, "GIF87a"sv, "gif"},          {0, "GIF89a"sv, "gif"},            {0, "II*\0"sv, "tiff"},
        {0, "MM\0*"sv, "tiff"},          {0, "%!PS"sv, "postscript"},       {0, "AT&TFORM"sv, "djvu"},
        {60, "BOOKMOBI"sv, "mobi"},      {0, "ID3\3"sv, "mp3"},               {4, "ftyphei"sv, "heic"},
        {4, "ftypmif1"sv, "heic"},       {4, "ftypavif"sv, "heic"},         {4, "ftyp"sv, "mp4"},
        // Word before it wrote OLE containers: 1 and 2 for Windows, for DOS, for the Macintosh.
        {0, "\x9B\xA5!\0"sv, "doc"},     {0, "\xDB\xA5-\0"sv, "doc"},       {0, "1\xBE\0\0"sv, "doc"},
        {0, "\xFE\x37\0"sv, "doc"},      {0, "\xFFWPC"sv, "wpd"},
    };
    for (const Row& row : rows)
        if (b.size() > row.at && b.substr(row.at).starts_with(row.bytes) && (row.at != 4 || b[0] == 0)) return row.id;
    if (b.starts_with("RIFF") && b.size() >= 12 && b.substr(8, 4) == "WEBP") return "webp";
    // "BM" alone begins words; the size of the header that follows does not.
    const bool bmp = b.starts_with("BM") && b.size() >= 26 && b.substr(6, 4) == "\0\0\0\0"sv && b.substr(15, 3) == "\0\0\0"sv;
    if (bmp) return "bmp";
    // Bytes may stand before a PDF's header; a text that only speaks of it does not end as one.
    const std::size_t header = b.substr(0, 1024).find("%PDF-");
    const bool ends = b.substr(b.size() - std::min<std::size_t>(b.size(), 2048)).find("startxref") != b.npos;
    return header == 0 || (header != b.npos && ends) ? "pdf" : "";
}

/// Names in the directory of an OLE container (MS-CFB 2.6): entries of 128 bytes at multiples of 128, the name in UTF-16
/// at the front and its size at 64. Looked for everywhere instead of along the chain of sectors, which could be a ring.
void sniff_ole(std::string_view bytes, Sniffed& made) {
    struct Row {
        std::string_view stream, id;
    };
    static constexpr Row rows[] = {{"EncryptedPackage", "docx"}, {"WordDocument", "doc"}, {"Workbook", "xls"},
                                   {"Book", "xls"},              {"PowerPoint Document", "ppt"}};
    std::array<bool, std::size(rows)> seen{};
    for (std::size_t at = 512; bytes.size() >= 128 && at <= bytes.size() - 128; at += 128) {
        for (std::size_t i = 0; i < std::size(rows); ++i) {
            const std::string_view stream = rows[i].stream, entry = bytes.substr(at, 128);
            if (static_cast<unsigned char>(entry[64]) != 2 * stream.size() + 2 || entry[65] != 0) continue;
            bool same = true;
            for (std::size_t c = 0; c < stream.size() && same; ++c)
                same = entry[2 * c] == stream[c] && entry[2 * c + 1] == 0;
            seen[i] = seen[i] || same;
        }
    }
    for (std::size_t i = 0; i < std::size(rows); ++i) {
        if (!seen[i]) continue;
        decide(made, rows[i].id);
        if (i == 0) made.status = SniffStatus::encrypted;
        return;
    }
    // Cut short or of an old dialect: still a container of the Office before OOXML.
    made.status = SniffStatus::unsupported;
    made.kind = "ole";
    made.save_as = "docx";
}

std::string text_of(Package& package, std::string_view name, PackageResult& result) {
    Buffer part;
    std::size_t mark = 0;
    result = package.read(name, part);
    if (!result.ok() || !decode_xml(part, mark)) return {};
    return std::string(part.view().substr(mark));
}

void sniff_ooxml(Sniffed& made) {
    struct Row {
        std::string_view type, id;
    };
    static constexpr Row rows[] = {
        {"wordprocessingml.document.main+xml", "docx"},  {"ms-word.document.macroenabled.main+xml", "docm"},
        {"wordprocessingml.template.main+xml", "dotx"},  {"ms-word.template.macroenabledtemplate.main+xml", "dotm"},
        {"spreadsheetml.", "xlsx"},                      {"ms-excel.", "xlsx"},
        {"presentationml.", "pptx"},                     {"ms-powerpoint.", "pptx"},
    };
    made.package.set_name_case(NameCase::ignored);
    const std::string types = lowered(text_of(made.package, "[Content_Types].xml", made.package_result));
    for (const Row& row : rows)
        if (types.find(row.type) != types.npos) return decide(made, row.id);
    // Without usable content types the parts still say what it is.
    if (made.package.contains("word/document.xml")) return decide(made, "docx");
    if (made.package.contains("xl/workbook.xml")) return decide(made, "xlsx");
    if (made.package.contains("ppt/presentation.xml")) return decide(made, "pptx");
    made.kind = "zip";
}

std::string_view odf_kind(std::string_view type) {
    constexpr std::string_view family = "application/vnd.oasis.opendocument.";
    if (type.starts_with("application/epub+zip")) return "epub";
    if (type.starts_with("application/vnd.sun.xml.writer")) return "sxw";
    if (!type.starts_with(family)) return {};
    type.remove_prefix(family.size());
    if (type.starts_with("text-template")) return "ott";
    if (type.starts_with("text-master")) return "odf";
    if (type.starts_with("text")) return "odt";
    if (type.starts_with("spreadsheet")) return "ods";
    return type.starts_with("presentation") ? "odp" : "odf";
}

void sniff_odf(Sniffed& made) {
    std::string_view kind = odf_kind(text_of(made.package, "mimetype", made.package_result));
    const PackageResult mimetype = made.package_result;
    const std::string manifest = text_of(made.package, "META-INF/manifest.xml", made.package_result);
    if (kind.empty()) {
        // No mimetype, or a damaged one: the manifest says it again.
        for (const std::string_view family : {"application/vnd.oasis.opendocument."sv, "application/vnd.sun.xml.writer"sv}) {
            const std::size_t type = manifest.find(family);
            if (kind.empty() && type != manifest.npos) kind = odf_kind(std::string_view(manifest).substr(type));
        }
    }
    made.package_result = mimetype;
    if (kind.empty()) {
        made.kind = "zip";
        return;
    }
    decide(made, kind);
    if (made.status == SniffStatus::readable && manifest.find("encryption-data") != manifest.npos)
        made.status = SniffStatus::encrypted;
}

void sniff_zip(Sniffed& made) {
    made.package.set_name_case(NameCase::ignored);
    if (made.package.contains("[Content_Types].xml") || made.package.contains("_rels/.rels")) return sniff_ooxml(made);
    made.package.set_name_case(NameCase::exact);
    if (made.package.contains("mimetype") || made.package.contains("META-INF/manifest.xml")) return sniff_odf(made);
    if (made.package.contains("Index/Document.iwa")) return decide(made, "pages");
    made.package.set_name_case(NameCase::ignored);
    return sniff_ooxml(made);
}

/// The head of a text in UTF-16 without a mark that is not mostly ASCII, or in UTF-32, as ASCII; empty: it is neither.
std::string narrowed(std::string_view head) {
    std::string_view encoding;
    if (head.starts_with(std::string_view("\xFF\xFE\0\0", 4))) encoding = "UTF-32LE";
    else if (head.starts_with(std::string_view("\0\0\xFE\xFF", 4))) encoding = "UTF-32BE";
    else if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) return {};
    else if (const char* wide = wide_without_mark(head)) encoding = wide;
    if (encoding.empty()) return {};
    const std::size_t size = encoding.starts_with("UTF-32") ? 4 : 2;
    const bool big = encoding.ends_with("BE");
    std::string made;
    for (std::size_t i = 0; i + size <= head.size(); i += size) {
        const char low = head[big ? i + size - 1 : i];
        const std::string_view high = head.substr(big ? i : i + 1, size - 1);
        const bool ascii = static_cast<unsigned char>(low) < 0x80 && high.find_first_not_of('\0') == high.npos;
        if (made.empty() && !ascii && i == 0 && size == 4) continue;  // the mark
        made += ascii ? low : '?';
    }
    return made;
}

/// The head of a text as ASCII: UTF-16 is narrowed, what is no ASCII becomes '?'. None: binary. `zeros`: there are some
/// that are no half of a character, so it is binary unless it is markup, where browsers overlook them.
std::optional<std::string> head_of(std::string_view bytes, bool& zeros) {
    std::string_view head = bytes.substr(0, 65536);
    if (std::string wide = narrowed(head); !wide.empty()) return wide;
    std::string made;
    std::size_t first = 0, step = 1;
    std::array<std::size_t, 2> nul{};
    for (std::size_t i = head.find('\0'); i != head.npos; i = head.find('\0', i + 1)) ++nul[i % 2];
    const bool little = head.starts_with("\xFF\xFE"), big = head.starts_with("\xFE\xFF");
    const auto half = [&](std::size_t mine, std::size_t other) { return other == 0 && mine >= head.size() / 4; };
    if (little || (head.size() >= 4 && half(nul[1], nul[0])))
        first = little ? 2 : 0, step = 2;
    else if (big || (head.size() >= 4 && half(nul[0], nul[1])))
        first = big ? 2 : 0, step = 2;
    else {
        zeros = nul[0] + nul[1] != 0;
        if (head.starts_with("\xEF\xBB\xBF")) first = 3;
    }
    const std::size_t high = step == 2 && (big || (!little && nul[0] > nul[1])) ? 0 : 1;
    std::size_t control = 0;
    made.reserve(head.size() / step);
    for (std::size_t i = first; i + step <= head.size(); i += step) {
        // Most text is a letter a byte.
        if (step == 1 && i + 8 <= head.size()) {
            const std::uint64_t bytes = eight::load(head.data() + i);
            if (eight::has_no_control(bytes)) {
                const std::uint64_t high = (bytes & eight::tops) >> 7;
                char seen[8];
                eight::store(seen, (bytes & ~(high * 0xFF)) | (high * '?'));
                made.append(seen, 8);
                i += 7;
                continue;
            }
        }
        const char c = step == 1 ? head[i] : head[i + high] == 0 ? head[i + 1 - high] : '?';
        const auto u = static_cast<unsigned char>(c);
        if (zeros && u == 0) continue;
        if ((u < 0x20 && (u < '\t' || u > '\r') && u != 0x1B) || u == 0x7F) ++control;
        made += u < 0x80 ? c : '?';
    }
    if (control * 50 > made.size()) return std::nullopt;
    return made;
}

constexpr std::string_view white = " \t\r\n\f\v";

/// Goes over white space, comments, processing instructions and DOCTYPE; true: the DOCTYPE was one of HTML.
bool skip_prolog(std::string_view& text) {
    bool html = false;
    for (;;) {
        text.remove_prefix(std::min(text.find_first_not_of(white), text.size()));
        std::string_view end;
        if (text.starts_with("<!--"))
            end = "-->";
        else if (text.starts_with("<?"))
            end = "?>";
        else if (lowered(text.substr(0, 9)) == "<!doctype") {
            html = html || lowered(text.substr(9, 16)).find("html") != std::string::npos;
            const std::size_t close = text.find_first_of("[>");
            end = close != text.npos && text[close] == '[' ? "]>" : ">";
        } else
            return html;
        const std::size_t at = text.find(end);
        text.remove_prefix(at == text.npos ? text.size() : at + end.size());
    }
}

/// An element that a piece of HTML may begin with. Markdown may begin with one as well, so the name has a say.
bool begins_fragment(std::string_view tag) {
    static constexpr std::string_view tags[] = {"head", "body", "meta", "title", "style", "link",    "h1",      "h2",   "h3",
                                                "h4",   "h5",   "h6",   "p",     "div",   "table",   "ul",      "ol",   "dl",
                                                "pre",  "main", "span", "b",     "nav",   "section", "article", "form", "script",
                                                "center", "font", "strong", "blockquote", "header", "br", "hr", "a"};
    return std::find(std::begin(tags), std::end(tags), tag) != std::end(tags);
}

/// A mail with all its heads: a page with its pictures, which Word and browsers save as "single file web page", or one whose words
/// stand in parts or are encoded. Empty: it is none; the few heads that people copy say nothing of how it is encoded.
std::string_view mail_kind(std::string_view head) {
    constexpr std::size_t longest_heads = 16384;
    const std::size_t colon = head.find(':');
    if (colon == 0 || colon > 40 || head.substr(0, colon).find_first_of(" \t\r\n<") != head.npos) return {};
    head = head.substr(0, longest_heads);
    const std::string heads = lowered(head.substr(0, std::min(head.find("\n\n"), head.find("\n\r\n"))));
    const auto has = [&](std::string_view words) { return heads.find(words) != heads.npos; };
    if (!heads.starts_with("mime-version:") && !has("\nmime-version:")) return {};
    if (has("multipart/related")) return "mhtml";
    return has("content-type: multipart/") || has("quoted-printable") || has("base64") ? "eml"sv : ""sv;
}

/// "\\documentclass" behind comments and settings.
bool begins_latex(std::string_view head) {
    while (!head.empty()) {
        head.remove_prefix(std::min(head.find_first_not_of(white), head.size()));
        if (head.starts_with("\\documentclass") || head.starts_with("\\documentstyle")) return true;
        if (!head.starts_with('%') && !head.starts_with("\\PassOptionsTo") && !head.starts_with("\\RequirePackage")) return false;
        head.remove_prefix(std::min(head.find_first_of("\r\n"), head.size()));
    }
    return false;
}

void sniff_markup(std::string_view head, Sniffed& made) {
    if (const std::string_view mail = mail_kind(head); !mail.empty()) return decide(made, mail);
    if (begins_latex(head)) return decide(made, "latex");
    if (head.starts_with("<?xml")) made.kind = "xml";
    std::string_view rest = head;
    if (skip_prolog(rest)) return decide(made, "html");
    if (!rest.starts_with('<')) return;
    const std::string tag = lowered(rest.substr(1, rest.find_first_of(" \t\r\n/>", 1) - 1));
    const std::size_t colon = tag.find(':');
    const std::string local = colon == tag.npos ? tag : tag.substr(colon + 1);
    if (local == "html") return decide(made, "html");
    if (local == "document" && rest.find("urn:oasis:names:tc:opendocument:xmlns:office") != rest.npos) {
        const std::size_t type = rest.find("application/vnd.oasis.opendocument.");
        const std::string_view kind = type == rest.npos ? "odt" : odf_kind(rest.substr(type));
        return decide(made, kind == "odt" || kind == "ott" ? "fodt" : kind);
    }
    if (local == "worddocument" || tag == "pkg:package") return decide(made, "word-xml");
    if (local == "plan") return decide(made, "plan-xml");
    if (made.kind.empty() && made.named != "markdown" && begins_fragment(tag)) return decide(made, "html");
}

void compare_name(Sniffed& made, std::string_view name) {
    if (made.status == SniffStatus::unknown || made.kind == "zip") return;
    const bool xml = lowered(name).ends_with(".xml");
    const bool fits = xml ? made.kind == "plan-xml" || made.kind == "fodt" || made.kind == "word-xml"
                          : made.named.empty() || made.named == made.kind;
    made.name_differs = !fits;
}

}  // namespace

Sniffed sniff(std::string_view bytes, std::string_view name, const PackageLimits& limits) {
    Sniffed made;
    made.named = kind_named(name);
    if (bytes.find_first_not_of(white) == bytes.npos) {
        made.status = SniffStatus::empty;
        return made;
    }
    const bool zip = bytes.starts_with("PK\3\4") || bytes.starts_with("PK\5\6") || bytes.starts_with("PK\7\x8");
    if (!zip) {
        const std::string_view id = by_signature(bytes);
        const bool ole = bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
        if (!id.empty()) decide(made, id);
        if (ole) sniff_ole(bytes, made);
        if (ole || !id.empty()) {
            compare_name(made, name);
            return made;
        }
    }
    bool zeros = false;
    std::optional<std::string> head = zip ? std::nullopt : head_of(bytes, zeros);
    if (head && zeros) {
        sniff_markup(*head, made);
        if (made.format != Format::html) {
            made = Sniffed();
            made.named = kind_named(name);
            head.reset();
        }
    }
    if (!head) {
        made.package_result = made.package.open(bytes, limits);
        if (made.package_result.ok()) {
            sniff_zip(made);
        } else if (made.package_result.status == PackageStatus::limit) {
            made.status = SniffStatus::limit;
            made.kind = "zip";
        } else if (zip) {
            made.status = SniffStatus::damaged;
            made.kind = "zip";
        }
        compare_name(made, name);
        return made;
    }
    if (head->find_first_not_of(white) == head->npos) {
        made.status = SniffStatus::empty;
        return made;
    }
    if (!zeros) sniff_markup(*head, made);
    if (made.status == SniffStatus::unknown && made.kind.empty()) {
        const bool fits = made.named == "markdown" || made.named == "html";
        decide(made, fits ? made.named : "text"sv);
    }
    compare_name(made, name);
    return made;
}

}  // namespace plancheck

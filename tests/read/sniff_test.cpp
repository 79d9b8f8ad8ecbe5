// What a file is taken for, by content first and name second.
#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

#include "read/sniff.hpp"
#include "support/zip_writer.hpp"

BOOST_AUTO_TEST_SUITE(sniffing)

using namespace plancheck;
using namespace std::string_literals;
using support::ZipWriter;

namespace {

/// All of a result in one line.
std::string told(const std::string& bytes, std::string_view name = "") {
    static constexpr const char* statuses[] = {"readable", "empty", "encrypted", "unsupported", "unknown", "damaged", "limit"};
    const Sniffed found = sniff(bytes, name);
    std::string made = statuses[static_cast<int>(found.status)];
    if (!found.kind.empty()) made += " " + std::string(found.kind);
    if (!found.save_as.empty()) made += " save-as " + std::string(found.save_as);
    if (found.name_differs) made += " named " + (found.named.empty() ? "otherwise"s : std::string(found.named));
    BOOST_TEST((found.format == Format::unknown) == (found.status != SniffStatus::readable && found.status != SniffStatus::encrypted));
    return made;
}

std::string ooxml(std::string_view type, std::string_view types_name = "[Content_Types].xml") {
    ZipWriter zip;
    zip.add(std::string(types_name), "<Types><Override PartName=\"/main.xml\" ContentType=\"application/" + std::string(type) + "\"/></Types>");
    return zip.add("_rels/.rels", "<Relationships/>").bytes();
}
std::string odf(std::string_view type, std::string_view manifest = "<manifest/>") {
    ZipWriter zip;
    zip.add("mimetype", std::string(type), false).add("content.xml", "<c/>");
    return zip.add("META-INF/manifest.xml", std::string(manifest)).bytes();
}

/// An OLE container as far as it is looked at: header and one sector of directory.
std::string ole(const std::vector<std::string>& streams) {
    std::string made = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(504, '\0');
    for (const std::string& stream : streams) {
        std::string entry;
        for (const char c : stream) entry += {c, '\0'};
        entry.resize(64);
        entry += static_cast<char>(2 * stream.size() + 2);
        entry.resize(128);
        made += entry;
    }
    return made;
}

std::string wide(std::string_view ascii, bool big) {
    std::string made;
    for (const char c : ascii) made += big ? std::string{'\0', c} : std::string{c, '\0'};
    return made;
}

}  // namespace

BOOST_AUTO_TEST_CASE(ooxml_by_content_types) {
    const std::string docx = "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    BOOST_TEST(told(ooxml(docx), "plan.docx") == "readable docx");
    BOOST_TEST(told(ooxml(docx), "PLAN.DOCX") == "readable docx");
    BOOST_TEST(told(ooxml(docx), "plan") == "readable docx");
    BOOST_TEST(told(ooxml(docx), "plan.doc") == "readable docx named doc");
    BOOST_TEST(told(ooxml(docx), "plan.pdf") == "readable docx named pdf");
    BOOST_TEST(told(ooxml(docx), "plan.xml") == "readable docx named otherwise");
    BOOST_TEST(told(ooxml(docx, "[content_types].XML"), "plan.docx") == "readable docx");
    BOOST_TEST(told(ooxml("vnd.ms-word.document.macroEnabled.main+xml")) == "readable docm");
    BOOST_TEST(told(ooxml("vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml")) == "readable dotx");
    BOOST_TEST(told(ooxml("vnd.ms-word.template.macroEnabledTemplate.main+xml")) == "readable dotm");
    BOOST_TEST(told(ooxml("vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), "a.xlsx") == "unsupported xlsx save-as docx");
    BOOST_TEST(told(ooxml("vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"), "a.docx") ==
               "unsupported pptx save-as docx named docx");
    BOOST_TEST(told(ooxml("vnd.ms-visio.drawing.main+xml"), "a.vsdx") == "unknown zip");
    Sniffed found = sniff(ooxml(docx), "");
    BOOST_TEST(found.package.entries().size() == 2u);
}

BOOST_AUTO_TEST_CASE(archives_without_usable_content_types) {
    ZipWriter zip;
    BOOST_TEST(told(zip.add("word/document.xml", "<d/>").bytes()) == "readable docx");
    zip.entries.push_back({.name = "[Content_Types].xml", .content = "<Types/>", .crc = 1});
    BOOST_TEST(told(zip.bytes()) == "readable docx");
    BOOST_TEST((sniff(zip.bytes(), "").package_result == PackageResult{PackageStatus::damaged, "checksum", {}, 0, 0}));
    BOOST_TEST(told(ZipWriter().add("photo.png", "x").bytes(), "photos.zip") == "unknown zip");
    BOOST_TEST(told(ZipWriter().bytes()) == "unknown zip");
}

BOOST_AUTO_TEST_CASE(odf_by_mimetype_or_manifest) {
    BOOST_TEST(told(odf("application/vnd.oasis.opendocument.text"), "a.odt") == "readable odt");
    BOOST_TEST(told(odf("application/vnd.oasis.opendocument.text-template"), "a.ott") == "readable ott");
    BOOST_TEST(told(odf("application/vnd.oasis.opendocument.spreadsheet"), "a.odt") == "unsupported ods save-as odt named odt");
    BOOST_TEST(told(odf("application/vnd.oasis.opendocument.presentation")) == "unsupported odp save-as odt");
    BOOST_TEST(told(odf("application/epub+zip"), "a.epub") == "unsupported epub save-as docx");
    BOOST_TEST(told(odf("damaged", "<m:file-entry m:media-type=\"application/vnd.oasis.opendocument.text\"/>")) == "readable odt");
    BOOST_TEST(told(odf("application/vnd.oasis.opendocument.text", "<m><manifest:encryption-data/></m>")) == "encrypted odt");
    BOOST_TEST(told(odf("application/vnd.sun.xml.writer"), "a.sxw") == "unsupported sxw save-as odt");
    BOOST_TEST(told(odf("", "<m:file-entry m:media-type=\"application/vnd.sun.xml.writer\"/>")) == "unsupported sxw save-as odt");
    BOOST_TEST(told(odf("something else")) == "unknown zip");
}

BOOST_AUTO_TEST_CASE(archives_that_cannot_be_opened) {
    const std::string whole = odf("application/vnd.oasis.opendocument.text");
    BOOST_TEST(told(whole.substr(0, whole.size() - 30), "a.odt") == "damaged zip");
    BOOST_TEST(told("PK\3\4") == "damaged zip");
    ZipWriter zip;
    zip.count = 5000;
    BOOST_TEST(told(zip.add("a", "b").bytes()) == "limit zip");
    BOOST_TEST(told("\1\2\3\0"s + whole, "a.odt") == "readable odt");  // bytes before the archive
}

BOOST_AUTO_TEST_CASE(ole_containers) {
    BOOST_TEST(told(ole({"Root Entry", "EncryptionInfo", "EncryptedPackage"}), "a.docx") == "encrypted docx");
    BOOST_TEST(told(ole({"Root Entry", "1Table", "WordDocument"}), "a.doc") == "unsupported doc save-as docx");
    BOOST_TEST(told(ole({"Workbook"}), "a.xls") == "unsupported xls save-as docx");
    BOOST_TEST(told(ole({"Current User", "PowerPoint Document"})) == "unsupported ppt save-as docx");
    BOOST_TEST(told(ole({"WordDocumentX"})) == "unsupported ole save-as docx");
    BOOST_TEST(told(ole({})) == "unsupported ole save-as docx");
    BOOST_TEST(told(ole({"WordDocument"}).substr(0, 600)) == "unsupported ole save-as docx");
}

BOOST_AUTO_TEST_CASE(kinds_by_signature) {
    BOOST_TEST(told("%PDF-1.7\n", "a.pdf") == "readable pdf");
    BOOST_TEST(told("\xEF\xBB\xBF\n%PDF-1.4\nxref\nstartxref\n9\n%%EOF\n") == "readable pdf");
    BOOST_TEST(told("A file that begins with %PDF- is one of PDF.\n", "a.txt") == "readable text");
    BOOST_TEST(told("{\\rtf1\\ansi a}", "a.rtf") == "unsupported rtf save-as docx");
    BOOST_TEST(told("{\\rtf1\\ansi a}", "a.doc") == "unsupported rtf save-as docx named doc");
    BOOST_TEST(told("\xDB\xA5-\0\x31\x40\t\4\0\0"s, "a.doc") == "unsupported doc save-as docx");
    BOOST_TEST(told("1\xBE\0\0\0\xAB\0\0"s, "a.doc") == "unsupported doc save-as docx");
    BOOST_TEST(told("\xFFWPC\x10\0\0\0"s, "a.wpd") == "unsupported wpd save-as docx");
    BOOST_TEST(told("\x89PNG\r\n\x1a\n\0\0"s, "a.png") == "unsupported png save-as docx");
    BOOST_TEST(told("\xFF\xD8\xFF\xE0", "a.jpeg") == "unsupported jpeg save-as docx");
    BOOST_TEST(told("GIF89a\1\0"s) == "unsupported gif save-as docx");
    BOOST_TEST(told("II*\0\x08\0"s) == "unsupported tiff save-as docx");
    BOOST_TEST(told("MM\0*\0\0"s) == "unsupported tiff save-as docx");
    BOOST_TEST(told("RIFF\x10\0\0\0WEBPVP8 "s) == "unsupported webp save-as docx");
    BOOST_TEST(told("BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\1\0\0\0\1\0\0\0"s) == "unsupported bmp save-as docx");
    BOOST_TEST(told("\0\0\0\x18" "ftypmp42\0\0\0\0"s, "a.mp4") == "unsupported mp4 save-as docx");
}

BOOST_AUTO_TEST_CASE(other_binary) {
    BOOST_TEST(told("\x7F" "ELF\2\1\1\0\0\0"s) == "unknown");
    BOOST_TEST(told("text with a NUL \0 in it and more"s, "a.txt") == "unknown");
    BOOST_TEST(told("\1\2\3\4\5\6\7\1\2\3", "a.md") == "unknown");
}

BOOST_AUTO_TEST_CASE(empty_files) {
    for (const std::string& bytes : {""s, " \n\t\r\n"s, "\xEF\xBB\xBF"s, "\xEF\xBB\xBF \n"s, "\xFF\xFE"s, "\xFF\xFE \0\n\0"s})
        BOOST_TEST(told(bytes, "a.md") == "empty");
}

BOOST_AUTO_TEST_CASE(text_by_name) {
    const std::string text = "# Énoncé de la question\n\nUn paragraphe.\n";
    BOOST_TEST(told(text, "a.md") == "readable markdown");
    BOOST_TEST(told(text, "a.MARKDOWN") == "readable markdown");
    BOOST_TEST(told(text, "a.txt") == "readable text");
    BOOST_TEST(told(text, "a") == "readable text");
    BOOST_TEST(told(text, "dir.md/a") == "readable text");
    BOOST_TEST(told(text, "a.docx") == "readable text named docx");
    BOOST_TEST(told(text, "a.xml") == "readable text named otherwise");
    BOOST_TEST(told("caf\xE9 latin", "a.txt") == "readable text");
    BOOST_TEST(told("<p>a fragment</p>", "a.html") == "readable html");
    BOOST_TEST(told("<p>a fragment</p>", "a.md") == "readable markdown");
    BOOST_TEST(told("<p>a fragment</p>", "a") == "readable html");
    BOOST_TEST(told("\xEF\xBB\xBF<!-- x --> <H1 class=a>Title</H1>", "a.txt") == "readable html named text");
    BOOST_TEST(told("<e-mail@example.org> wrote", "a.txt") == "readable text");
    BOOST_TEST(told("\xFF\xFE" + wide("a plan", false), "a.txt") == "readable text");
    BOOST_TEST(told(wide("a plan without a mark", false), "a.txt") == "readable text");
    BOOST_TEST(told(wide("a plan without a mark", true), "a.txt") == "readable text");
}

BOOST_AUTO_TEST_CASE(markup_by_its_root) {
    BOOST_TEST(told("<!DOCTYPE html><title>x</title>", "a.html") == "readable html");
    BOOST_TEST(told("\xEF\xBB\xBF\n<!-- x --><HTML lang=fr>", "a.htm") == "readable html");
    BOOST_TEST(told("<?xml version='1.0'?><html xmlns='x'>", "a.xhtml") == "readable html");
    BOOST_TEST(told("<html>", "a.txt") == "readable html named text");
    BOOST_TEST(told("<!-- saved -->\r\n<html xmlns:w='urn:schemas-microsoft-com:office:word'>", "a.htm") == "readable html");
    BOOST_TEST(told("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n<html>", "a.mht") == "unsupported mhtml save-as docx");
    BOOST_TEST(told("From: <Saved by a browser>\r\nSubject: Plan\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=x\r\n\r\n--x", "a.mhtml") == "unsupported mhtml save-as docx");
    BOOST_TEST(told("Received: by mail\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n", "a.eml") == "unsupported eml save-as docx");
    BOOST_TEST(told("From: a\nMIME-Version: 1.0\nContent-Transfer-Encoding: quoted-printable\n\nAm=E9lie", "a.txt") == "unsupported eml save-as docx named text");
    BOOST_TEST(told("From: a\nMIME-Version: 1.0\nContent-Type: text/plain\n\nPlan, not base64", "a.txt") == "readable text");
    BOOST_TEST(told("From: a\nTo: b\n\nMIME-Version: 1.0 and multipart/mixed are words", "a.txt") == "readable text");
    BOOST_TEST(told("% a comment\n\n\\documentclass[11pt]{article}\n", "a.tex") == "unsupported latex save-as pdf");
    BOOST_TEST(told("\xFF\xFE" + wide("<html>", false), "a.html") == "readable html");
    const std::string office = "<?xml version='1.0'?><office:document xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' office:mimetype='application/vnd.oasis.opendocument.";
    BOOST_TEST(told(office + "text'>", "a.fodt") == "readable fodt");
    BOOST_TEST(told(office + "text'>", "a.xml") == "readable fodt");
    BOOST_TEST(told(office + "spreadsheet'>", "a.fods") == "unsupported ods save-as odt");
    BOOST_TEST(told("<?xml version='1.0'?>\n<!-- > --><plan xmlns='x'>", "a.xml") == "readable plan-xml");
    BOOST_TEST(told("<plan>", "a.docx") == "readable plan-xml named docx");
    BOOST_TEST(told("<!DOCTYPE plan [<!ENTITY a 'b'>]><plan>", "a.xml") == "readable plan-xml");
    BOOST_TEST(told("<?xml version='1.0'?><?mso-application progid='Word.Document'?><w:wordDocument>", "a.xml") == "unsupported word-xml save-as docx");
    BOOST_TEST(told("<?xml version='1.0'?><feed>", "a.xml") == "unknown xml");
    BOOST_TEST(told("<?xml version='1.0'?>", "a.xml") == "unknown xml");
}

BOOST_AUTO_TEST_SUITE_END()

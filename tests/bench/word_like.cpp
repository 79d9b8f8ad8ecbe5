// Sentences are drawn from a small stock by a fixed generator of numbers, so that every run measures the same file.
#include "bench/word_like.hpp"

#include <array>
#include <string_view>

#include "support/zip_writer.hpp"

namespace bench {

namespace {

constexpr std::string_view stock[] = {
    "Les partenaires du domaine réunissent chaque année les données dont les autorités ont besoin pour gérer les déchets.",
    "Un premier inventaire, achevé en 2024, a montré que la moitié des dépôts n'avait ni registre ni plan d'urgence.",
    "Les ateliers de formation s'adressent aux inspecteurs, aux exploitants et aux laboratoires des régions concernées.",
    "Le suivi porte sur les quantités traitées, sur les coûts supportés et sur les accidents déclarés par les sites.",
    "Lorsque les fonds le permettent, une étude complémentaire évalue l'exposition des personnes qui vivent à proximité.",
    "Cette démarche complète les travaux déjà engagés par les ministères et par les associations professionnelles.",
    "Les résultats sont publiés sur le site du domaine et présentés aux réunions du Groupe consultatif.",
    "À terme, les installations appliquent les meilleures techniques disponibles et rendent compte de leurs progrès.",
};

constexpr std::string_view titles[] = {
    "Énoncé de la question", "Objectif du domaine de partenariat", "Actions prioritaires",
    "Initiatives des partenaires et délais de réalisation", "Opportunités", "Évaluation", "Mobilisation des ressources",
    "Processus d'établissement des plans d'activité", "Liaison", "Partenaires",
};

constexpr std::string_view properties =
    "<w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\"/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>"
    "<w:lang w:val=\"fr-FR\"/></w:rPr>";

class Writer {
public:
    std::string xml;

    void paragraph(std::string_view style, std::string_view text, std::string_view numbering = {}) {
        xml += "<w:p w14:paraId=\"" + id(8) + "\" w14:textId=\"77777777\" w:rsidR=\"00" + id(6) + "\" w:rsidRDefault=\"00" + id(6) +
               "\" w:rsidP=\"00" + id(6) + "\"><w:pPr>";
        if (!style.empty()) xml += "<w:pStyle w:val=\"" + std::string(style) + "\"/>";
        xml += numbering;
        xml += "<w:spacing w:after=\"120\"/><w:jc w:val=\"both\"/>";
        xml += properties;
        xml += "</w:pPr>";
        runs(text);
        xml += "</w:p>";
    }

    std::uint32_t next(std::uint32_t below) {
        state_ = state_ * 6364136223846793005ull + 1442695040888963407ull;
        return static_cast<std::uint32_t>(state_ >> 33) % below;
    }

private:
    std::uint64_t state_ = 42;

    std::string id(int digits) {
        std::string text;
        for (int i = 0; i < digits; ++i) text += "0123456789ABCDEF"[next(16)];
        return text;
    }

    // Three to nine words a run, now and then a mark of the checker between two.
    void runs(std::string_view text) {
        std::size_t at = 0;
        while (at < text.size()) {
            std::size_t end = at;
            for (std::uint32_t words = 3 + next(7); words > 0 && end != std::string_view::npos; --words)
                end = text.find(' ', end + (end != at || words < 3 ? 1 : 0));
            end = end == std::string_view::npos ? text.size() : end + 1;
            xml += "<w:r w:rsidRPr=\"00" + id(6) + "\">";
            xml += properties;
            xml += "<w:t xml:space=\"preserve\">";
            for (const char c : text.substr(at, end - at)) {
                if (c == '&') xml += "&amp;";
                else if (c == '<') xml += "&lt;";
                else xml += c;
            }
            xml += "</w:t></w:r>";
            if (next(6) == 0) xml += "<w:proofErr w:type=\"spellStart\"/><w:proofErr w:type=\"spellEnd\"/>";
            at = end;
        }
    }
};

constexpr std::string_view styles =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Titre1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"Normal\"/>"
    "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style></w:styles>";

constexpr std::string_view numbering =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
    "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/>"
    "<w:pStyle w:val=\"Titre1\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>"
    "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>"
    "<w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>"
    "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>";

}  // namespace

std::string word_like_xml(std::uint32_t words) {
    Writer writer;
    writer.xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document "
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"><w:body>";
    writer.paragraph("", "Plan d'activité du domaine de partenariat sur la gestion des déchets mercuriels");
    writer.paragraph("", "14 mars 2025");
    std::size_t sentence = 0;
    for (std::size_t section = 0; section < std::size(titles); ++section) {
        writer.paragraph("Titre1", titles[section]);
        if (section == 2)
            for (int i = 0; i < 4; ++i)
                writer.paragraph("", stock[sentence++ % std::size(stock)],
                                 "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr>");
        const std::uint32_t share = section == 0 ? 200 : (words - 200) / 9;
        for (std::uint32_t written = 0; written < share;) {
            std::string text;
            for (std::uint32_t n = 3 + writer.next(3); n > 0 && written < share; --n) {
                if (!text.empty()) text += ' ';
                text += stock[sentence++ % std::size(stock)];
                written += 17;
            }
            writer.paragraph("", text);
        }
    }
    writer.xml += "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr></w:body></w:document>";
    return std::move(writer.xml);
}

std::string word_like_docx(std::uint32_t words) {
    support::ZipWriter zip;
    zip.add("[Content_Types].xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            "<Override PartName=\"/word/document.xml\" "
            "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
    zip.add("_rels/.rels",
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
            "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
            "Target=\"word/document.xml\"/></Relationships>");
    zip.add("word/document.xml", word_like_xml(words));
    zip.add("word/styles.xml", std::string(styles));
    zip.add("word/numbering.xml", std::string(numbering));
    zip.add("word/_rels/document.xml.rels",
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" "
            "Target=\"styles.xml\"/><Relationship Id=\"rId2\" "
            "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering\" Target=\"numbering.xml\"/></Relationships>");
    return zip.bytes();
}

}  // namespace bench

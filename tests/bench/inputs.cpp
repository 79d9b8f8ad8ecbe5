// Sentences are drawn from a small stock for each language by a fixed generator of numbers.
#include "bench/inputs.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "support/zip_writer.hpp"
#include "text/words.hpp"

namespace bench {

namespace {

struct Stock {
    std::string_view language;
    std::string_view tag;  // as a word processor marks it
    std::string_view title;
    std::array<std::string_view, 8> sentences;
};

constexpr Stock stocks[] = {
    {"fr", "fr-FR", "Plan d'activité du domaine de partenariat sur la gestion des déchets",
     {"Les partenaires du domaine réunissent chaque année les données dont les autorités ont besoin pour gérer les déchets.",
      "Un premier inventaire, achevé en 2024, a montré que la moitié des dépôts n'avait ni registre ni plan d'urgence.",
      "Les ateliers de formation s'adressent aux inspecteurs, aux exploitants et aux laboratoires des régions concernées.",
      "Le suivi porte sur les quantités traitées, sur les coûts supportés et sur les accidents déclarés par les sites.",
      "Lorsque les fonds le permettent, une étude complémentaire évalue l'exposition des personnes qui vivent à proximité.",
      "Cette démarche complète les travaux déjà engagés par les ministères et par les associations professionnelles.",
      "Les résultats sont publiés sur le site du domaine et présentés aux réunions du Groupe consultatif.",
      "À terme, les installations appliquent les meilleures techniques disponibles et rendent compte de leurs progrès."}},
    {"en", "en-GB", "Business plan of the partnership area on waste management",
     {"Every year the partners of the area gather the figures that the authorities need in order to manage the waste.",
      "A first inventory, finished in 2024, showed that half of the stores had neither a register nor an emergency plan.",
      "The training workshops are meant for inspectors, for operators and for the laboratories of the regions concerned.",
      "What is followed up are the amounts treated, the costs borne and the accidents that the sites have declared.",
      "Where funds allow it, a further study looks at the exposure of the people who live close to the facilities.",
      "This approach completes the work that ministries and professional associations have already begun.",
      "The results are published on the site of the area and shown at the meetings of the Partnership Advisory Group.",
      "In the end the facilities apply the best available techniques and give an account of the progress they make."}},
    {"ru", "ru-RU", "План работы области партнерства по обращению с отходами",
     {"Партнеры ежегодно собирают данные, которые нужны органам власти для безопасного обращения с отходами.",
      "Первая инвентаризация, завершенная в 2024 году, показала, что у половины складов нет ни журнала учета, ни плана на случай аварии.",
      "Учебные семинары предназначены для инспекторов, для владельцев установок и для лабораторий соответствующих регионов.",
      "Отслеживаются объемы переработки, понесенные расходы и аварии, о которых сообщили предприятия.",
      "Если позволяют средства, дополнительное исследование оценивает воздействие на людей, живущих поблизости.",
      "Этот подход дополняет работу, уже начатую министерствами и профессиональными объединениями.",
      "Результаты публикуются на сайте области и представляются на совещаниях консультативной группы.",
      "Со временем установки применяют наилучшие имеющиеся методы и отчитываются о достигнутых успехах."}},
    {"ar", "ar-SA", "خطة عمل مجال الشراكة بشأن إدارة النفايات",
     {"يجمع الشركاء في كل سنة البيانات التي تحتاج إليها السلطات من أجل إدارة النفايات إدارة سليمة.",
      "وقد بين جرد أول أنجز في عام 2024 أن نصف المخازن ليس لديه سجل ولا خطة للطوارئ.",
      "وتتوجه حلقات التدريب إلى المفتشين وإلى مشغلي المرافق وإلى مختبرات المناطق المعنية.",
      "وتشمل المتابعة الكميات المعالجة والتكاليف المتكبدة والحوادث التي أعلنت عنها المواقع.",
      "وعندما تسمح الأموال بذلك تقيم دراسة تكميلية تعرض السكان الذين يعيشون بالقرب من المواقع.",
      "ويكمل هذا النهج الأعمال التي بدأتها الوزارات والجمعيات المهنية من قبل.",
      "وتنشر النتائج على موقع المجال وتعرض في اجتماعات الفريق الاستشاري.",
      "وفي نهاية المطاف تطبق المرافق أفضل التقنيات المتاحة وتقدم تقارير عن تقدمها."}},
    {"zh", "zh-CN", "废物管理伙伴关系领域工作计划",
     {"各伙伴每年汇集主管部门管理废物所需要的数据。", "二〇二四年完成的第一次清查表明,半数仓库既没有登记簿,也没有应急方案。",
      "培训班面向检查人员、经营者和有关地区的实验室。", "跟踪的内容包括处理数量、所承担的费用和各场址申报的事故。",
      "在资金允许的情况下,一项补充研究将评估附近居民的接触情况。", "这一做法补充了各部委和专业协会已经开展的工作。",
      "结果在本领域的网站上公布,并在咨询小组的会议上介绍。", "最终,各设施采用现有最佳技术,并报告所取得的进展。"}},
};

const Stock& stock_of(std::string_view language) {
    const auto* const found = std::find_if(std::begin(stocks), std::end(stocks), [&](const Stock& stock) { return stock.language == language; });
    return found == std::end(stocks) ? stocks[0] : *found;
}

class Numbers {
public:
    std::uint32_t next(std::uint32_t below) {
        state_ = state_ * 6364136223846793005ull + 1442695040888963407ull;
        return static_cast<std::uint32_t>(state_ >> 33) % below;
    }

private:
    std::uint64_t state_ = 42;
};

void escape(std::string& to, std::string_view text) {
    for (const char c : text) {
        if (c == '&') to += "&amp;";
        else if (c == '<') to += "&lt;";
        else to += c;
    }
}

constexpr std::string_view list_numbering = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr>";
constexpr std::size_t list_section = 2;  // the first four paragraphs of this section are a numbered list
constexpr std::size_t list_items = 4;

class WordWriter {
public:
    std::string xml;

    explicit WordWriter(const Content& plan) : language_(plan.language) {
        properties_ = "<w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\"/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>";
        if (language_ == "ar") properties_ += "<w:rtl/>";
        properties_ += "<w:lang w:val=\"" + std::string(stock_of(language_).tag) + "\"/></w:rPr>";
    }

    void paragraph(std::string_view style, std::string_view text, std::string_view numbering = {}) {
        xml += "<w:p w14:paraId=\"" + id(8) + "\" w14:textId=\"77777777\" w:rsidR=\"00" + id(6) + "\" w:rsidRDefault=\"00" + id(6) +
               "\" w:rsidP=\"00" + id(6) + "\"><w:pPr>";
        if (!style.empty()) xml += "<w:pStyle w:val=\"" + std::string(style) + "\"/>";
        xml += numbering;
        if (language_ == "ar") xml += "<w:bidi/>";
        xml += "<w:spacing w:after=\"120\"/><w:jc w:val=\"both\"/>";
        xml += properties_;
        xml += "</w:pPr>";
        runs(text);
        xml += "</w:p>";
    }

private:
    std::string language_;
    std::string properties_;
    Numbers numbers_;

    std::string id(int digits) {
        std::string text;
        for (int i = 0; i < digits; ++i) text += "0123456789ABCDEF"[numbers_.next(16)];
        return text;
    }

    // Where a run ends: after three to nine words, or as many characters twice where words are not spaced.
    std::size_t run_end(std::string_view text, std::size_t at) {
        std::uint32_t left = 3 + numbers_.next(7);
        if (language_ == "zh") left *= 2;
        while (at < text.size() && left > 0) {
            const bool spaced = text[at] == ' ';
            ++at;
            while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
            if (spaced || language_ == "zh") --left;
        }
        return at;
    }

    void runs(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = run_end(text, at);
            xml += "<w:r w:rsidRPr=\"00" + id(6) + "\">";
            xml += properties_;
            xml += "<w:t xml:space=\"preserve\">";
            escape(xml, text.substr(at, end - at));
            xml += "</w:t></w:r>";
            if (numbers_.next(6) == 0) xml += "<w:proofErr w:type=\"spellStart\"/><w:proofErr w:type=\"spellEnd\"/>";
            at = end;
        }
    }
};

constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

std::string package(std::string main, std::string_view heading_style) {
    const std::string space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    support::ZipWriter zip;
    zip.add("[Content_Types].xml",
            std::string(declaration) + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                                       "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                                       "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                                       "<Override PartName=\"/word/document.xml\" "
                                       "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
    zip.add("_rels/.rels", std::string(declaration) +
                               "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"" +
                               types + "officeDocument\" Target=\"word/document.xml\"/></Relationships>");
    zip.add("word/document.xml", std::move(main));
    zip.add("word/styles.xml", std::string(declaration) + "<w:styles " + space +
                                   "><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
                                   "<w:style w:type=\"paragraph\" w:styleId=\"" + std::string(heading_style) +
                                   "\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:numPr><w:ilvl w:val=\"0\"/>"
                                   "<w:numId w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style></w:styles>");
    zip.add("word/numbering.xml", std::string(declaration) + "<w:numbering " + space +
                                      "><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/>"
                                      "<w:pStyle w:val=\"" + std::string(heading_style) +
                                      "\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\">"
                                      "<w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>"
                                      "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
                                      "</w:numbering>");
    zip.add("word/_rels/document.xml.rels",
            std::string(declaration) + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"" +
                types + "styles\" Target=\"styles.xml\"/><Relationship Id=\"rId2\" Type=\"" + types + "numbering\" Target=\"numbering.xml\"/></Relationships>");
    return zip.bytes();
}

constexpr std::string_view document_begin =
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"><w:body>";
constexpr std::string_view document_end = "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr></w:body></w:document>";

// Calls `take(section, paragraph, is an item of the list)` for the paragraphs of a section.
template <class Take>
void each(const Content& plan, std::size_t section, Take&& take) {
    const auto& all = plan.paragraphs[section];
    for (std::size_t i = 0; i < all.size(); ++i) take(all[i], section == list_section && i < list_items);
}

}  // namespace

Content content(std::string_view language, const std::vector<std::string>& titles, std::uint32_t words) {
    const Stock& stock = stock_of(language);
    Content plan;
    plan.language = language;
    plan.title = stock.title;
    plan.titles = titles;
    plan.paragraphs.resize(titles.size());
    std::array<std::uint32_t, 8> counts{};
    for (std::size_t i = 0; i < counts.size(); ++i) counts[i] = plancheck::count_words(stock.sentences[i]).words;
    Numbers numbers;
    std::size_t sentence = 0;
    const auto take = [&](std::string& text) {
        const std::size_t i = sentence++ % counts.size();
        if (!text.empty() && language != "zh") text += ' ';
        text += stock.sentences[i];
        plan.words += counts[i];
        return counts[i];
    };
    for (std::size_t section = 0; section < titles.size(); ++section) {
        const std::uint32_t share = section == 0 ? 200 : (words - 200) / static_cast<std::uint32_t>(titles.size() - 1);
        if (section == list_section)
            for (std::size_t i = 0; i < list_items; ++i) take(plan.paragraphs[section].emplace_back());
        for (std::uint32_t written = 0; written < share;) {
            std::string& text = plan.paragraphs[section].emplace_back();
            for (std::uint32_t n = 3 + numbers.next(3); n > 0 && written < share; --n) written += take(text);
        }
    }
    return plan;
}

std::string word_like_xml(const Content& plan) {
    WordWriter writer(plan);
    writer.xml = std::string(declaration) + std::string(document_begin);
    writer.paragraph("", plan.title);
    writer.paragraph("", "2025-03-14");
    for (std::size_t section = 0; section < plan.titles.size(); ++section) {
        writer.paragraph("Titre1", plan.titles[section]);
        each(plan, section, [&](const std::string& text, bool item) { writer.paragraph("", text, item ? list_numbering : std::string_view()); });
    }
    writer.xml += document_end;
    return std::move(writer.xml);
}

std::string word_like_docx(const Content& plan) { return package(word_like_xml(plan), "Titre1"); }

std::string plain_docx(const Content& plan) {
    std::string xml = std::string(declaration) + std::string(document_begin);
    const auto paragraph = [&](std::string_view style, std::string_view numbering, std::string_view text) {
        xml += "<w:p><w:pPr><w:pStyle w:val=\"" + std::string(style) + "\"/>" + std::string(numbering) + "</w:pPr><w:r><w:t xml:space=\"preserve\">";
        escape(xml, text);
        xml += "</w:t></w:r></w:p>";
    };
    paragraph("Title", {}, plan.title);
    for (std::size_t section = 0; section < plan.titles.size(); ++section) {
        paragraph("Heading1", {}, plan.titles[section]);
        bool first = true;
        each(plan, section, [&](const std::string& text, bool item) {
            paragraph(item ? "Compact" : first ? "FirstParagraph" : "BodyText", item ? list_numbering : std::string_view(), text);
            first = false;
        });
    }
    return package(xml + std::string(document_end), "Heading1");
}

std::string markdown(const Content& plan) {
    std::string text = "# " + plan.title + "\n";
    for (std::size_t section = 0; section < plan.titles.size(); ++section) {
        text += "\n## " + plan.titles[section] + "\n\n";
        each(plan, section, [&](const std::string& words, bool item) { text += (item ? "1. " : "") + words + "\n\n"; });
    }
    return text;
}

std::string html(const Content& plan) {
    std::string text = "<!DOCTYPE html>\n<html lang=\"" + plan.language + "\"><head><meta charset=\"utf-8\"><title>";
    escape(text, plan.title);
    text += "</title></head><body>\n<h1>";
    escape(text, plan.title);
    text += "</h1>\n";
    for (std::size_t section = 0; section < plan.titles.size(); ++section) {
        text += "<h2>" + plan.titles[section] + "</h2>\n";
        bool list = false;
        each(plan, section, [&](const std::string& words, bool item) {
            if (item != list) text += item ? "<ol>\n" : "</ol>\n";
            list = item;
            text += item ? "<li>" : "<p>";
            escape(text, words);
            text += item ? "</li>\n" : "</p>\n";
        });
        if (list) text += "</ol>\n";
    }
    return text + "</body></html>\n";
}

}  // namespace bench

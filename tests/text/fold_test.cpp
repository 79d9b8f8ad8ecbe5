#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "text/fold.hpp"

BOOST_AUTO_TEST_SUITE(folding)

using namespace plancheck;

BOOST_AUTO_TEST_CASE(latin) {
    BOOST_TEST(fold("ÉNONCÉ de la Question") == "enonce de la question");
    BOOST_TEST(fold("Œuvre, cœur, Æther, Straße, Łódź, Ångström, ŉ") == "oeuvre, coeur, aether, strasse, lodz, angstrom, 'n");
    BOOST_TEST(fold("e\u0301ve\u0302que \u1EA4p") == "eveque ap");
    BOOST_TEST(fold("ﬁn ﬂux ²½ № ™") == "fin flux 21/2 no tm");
    BOOST_TEST(fold("ＡＢｃ（０-９）") == "abc(0-9)");
    BOOST_TEST(fold("İstanbul ISPARTA ı") == "istanbul isparta i");
}

BOOST_AUTO_TEST_CASE(signs_and_spaces) {
    BOOST_TEST(fold("l’an l‘an lʼan l`an l´an") == "l'an l'an l'an l'an l'an");
    BOOST_TEST(fold("a–b—c‑d−e‐f") == "a-b-c-d-e-f");
    BOOST_TEST(fold("« a » “b” „c‟") == "\" a \" \"b\" \"c\"");
    BOOST_TEST(fold("  a \t\n\u00A0\u202F\u3000b  ") == "a b");
    BOOST_TEST(fold("so\u00ADft\u200B\u200Ewo\u2060r\uFEFFd\u061C\u2066!\u2069") == "softword!");
    BOOST_TEST(fold("1…2") == "1...2");
    BOOST_TEST(fold("") == "");
    BOOST_TEST(fold(" \u200B ") == "");
    BOOST_TEST(fold("a\x01" "b\x7F") == "ab");
}

BOOST_AUTO_TEST_CASE(other_scripts) {
    BOOST_TEST(fold("Партнёры й Й и\u0306 ПРИОРИТЕТ") == "партнеры й й й приоритет");
    BOOST_TEST(fold("Ἀθήνα ΣΊΣΥΦΟΣ") == "αθηνα σισυφοσ");
    BOOST_TEST(fold("أولاً أولًا اولا إنسان آخر الأولى ـ شراكة") == "اولا اولا اولا انسان اخر الاولي شراكه");
    BOOST_TEST(fold("شـــركاء مؤشر هيئة") == "شركاء مؤشر هيئه");
    BOOST_TEST(fold("١٢٣ ۴۵۶ کی، ؛ ؟") == "123 456 كي, ; ?");
    BOOST_TEST(fold("ﺍﻟﺘﻘﻴﻴﻢ") == "التقييم");
    BOOST_TEST(fold("⼀、評價 夥伴關係 機會") == "一、评价 伙伴关系 机会");
    BOOST_TEST(fold("⺠间组织 意⻅ 车⻋ ⻓⻑") == "民间组织 意见 车车 长长");
    BOOST_TEST(fold("か\u3099") == "が");
    BOOST_TEST(fold("ﾊﾟ") == "パ");
    BOOST_TEST(fold("Ⅲ ⅳ") == "iii iv");
    BOOST_TEST(fold("१२") == "12");
}

BOOST_AUTO_TEST_CASE(damaged_text_is_total) {
    BOOST_TEST(fold("a\xFF\xC3") == "a\xEF\xBF\xBD\xEF\xBF\xBD");
}

BOOST_AUTO_TEST_CASE(folding_twice_changes_nothing) {
    for (const std::string_view text : {"Énoncé (250 mots) — « œuvre »", "أولاً - موجز المسألة", "问题概述（不超过250字）", "ﾊﾟ ½ ﬁ ẞ", "Краткое изложение"}) {
        const std::string once = fold(text);
        BOOST_TEST(fold(once) == once);
    }
}

BOOST_AUTO_TEST_CASE(the_map_leads_back) {
    const std::string source = "  L’Évaluation :\u00A0 œuvre «été»\u00AD fin ";
    const Folded folded = fold_mapped(source);
    BOOST_TEST(folded.text == fold(source));
    const auto back = [&](std::string_view what) {
        const auto at = static_cast<std::uint32_t>(folded.text.find(what));
        const std::uint32_t begin = folded.source_begin(at);
        return source.substr(begin, folded.source_end(at + static_cast<std::uint32_t>(what.size())) - begin);
    };
    BOOST_TEST(back("evaluation") == "Évaluation");
    BOOST_TEST(back("'") == "’");
    BOOST_TEST(back("oeuvre") == "œuvre");
    BOOST_TEST(back("e\" fin") == "é»\u00AD fin");
    BOOST_TEST(back("fin") == "fin");
    BOOST_TEST(folded.source_begin(0) == 2U);
    for (std::uint32_t i = 0; i < folded.text.size(); ++i) {
        BOOST_TEST(folded.source_begin(i) <= folded.source_begin(i + 1));
        BOOST_TEST(folded.source_end(i + 1) > folded.source_begin(i));
        BOOST_TEST(folded.folded_at(folded.source_begin(i)) <= i);
    }
    BOOST_TEST(folded.folded_at(static_cast<std::uint32_t>(source.find("fin"))) == folded.text.find("fin"));
}

// Many bytes are folded at once: wherever a text begins among them, it folds to the same, and its map leads to the same places.
BOOST_AUTO_TEST_CASE(it_does_not_matter_where_a_text_begins) {
    for (const std::string text : {"учебные Семинары  для инспекторов ЁЖ, ёлка й `x` 2026 Г.", "Éléments  Dépôt d’été À l'œuvre, ½ cœur", "жж\xD0жжж\xD1\xB0б \xD0\x90\xD1\x8F\xD1\x90ж",
                                   "Хранение ртути в 12 школах и больницах", "a б c д e ё f ж g  з h й", "\x7Fвода\x01зола", "الغاية الخامسة в плане 汞 废物"}) {
        const Folded alone = fold_mapped(text);
        for (std::uint32_t before = 1; before <= 33; ++before) {
            const Folded behind = fold_mapped(std::string(before, 'x') + text);
            BOOST_TEST(behind.text == std::string(before, 'x') + alone.text);
            for (std::uint32_t i = 0; i <= alone.text.size() && behind.text.size() == alone.text.size() + before; ++i) {
                if (i < alone.text.size()) BOOST_TEST(behind.source_begin(before + i) == alone.source_begin(i) + before);
                if (i > 0) BOOST_TEST(behind.source_end(before + i) == alone.source_end(i) + before);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(blocks_are_joined_by_a_line_feed) {
    const std::string document = "Énoncé\n \nLe mercure\nFin";
    Folded folded;
    folded.reserve(document.size());
    folded.append(std::string_view(document).substr(0, 8), 0);
    folded.append(std::string_view(document).substr(9, 1), 9);
    folded.append(std::string_view(document).substr(11, 10), 11);
    folded.append(std::string_view(document).substr(22), 22);
    BOOST_TEST(folded.text == "enonce\nle mercure\nfin");
    BOOST_TEST(folded.source_begin(7) == 11U);
    BOOST_TEST(folded.source_end(6) == 8U);
    BOOST_TEST(folded.source_begin(18) == 22U);
    BOOST_TEST(folded.source_end(17) == 21U);
    BOOST_TEST(folded.folded_at(11) == 7U);
    BOOST_TEST(folded.folded_at(22) == 18U);
    BOOST_TEST(folded.folded_at(400) == folded.text.size());
}

BOOST_AUTO_TEST_CASE(traditional_characters_are_simplified) {
    BOOST_TEST(fold("廢物管理與環境監測") == fold("废物管理与环境监测"));
    BOOST_TEST(fold("業務規劃進程") == "业务规划进程");
    BOOST_TEST(fold("汞") == "汞");
}

BOOST_AUTO_TEST_SUITE_END()

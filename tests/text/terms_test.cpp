#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include <sstream>

#include "text/fold.hpp"
#include "text/language.hpp"
#include "text/terms.hpp"

BOOST_AUTO_TEST_SUITE(terms)

using namespace plancheck;

namespace {

// A right-to-left language with attached prefixes, as data of its own: nothing in the code knows Arabic.
const Languages& languages() {
    static const EmbeddedFile files[] = {
        {"lib/languages/ar.xml",
         "<language tag='ar' name='العربية' direction='rtl' dates='day-first'>"
         "<attached-prefixes article='ال'>ال · و · ف · ب · ك · ل · لل · وال · فال · بال · كال · ولل · وب · ول</attached-prefixes>"
         "<repair from='لا' to='ال'/></language>"}};
    static const Languages made(files);
    return made;
}

// Hits of a text as "id:words id:words".
std::string hits(const TermIndex& index, std::string_view text) {
    const std::string folded = fold(text);
    std::ostringstream out;
    for (const TermHit& hit : index.find(folded)) {
        out << (out.tellp() > 0 ? " | " : "") << hit.id << ':' << folded.substr(hit.begin, hit.end - hit.begin) << (hit.doubtful ? "?" : "");
    }
    return out.str();
}

std::string hits_of(std::string_view terms, const Language* language, std::string_view text) {
    TermIndex index;
    BOOST_TEST(index.add(1, terms, language));
    index.build();
    return hits(index, text);
}

const Language* en() { return Languages::built_in().find("en"); }
const Language* fr() { return Languages::built_in().find("fr"); }

}  // namespace

BOOST_AUTO_TEST_CASE(notation) {
    BOOST_TEST(hits_of("report · plan", nullptr, "a report, a Plan, a planet") == "1:report | 1:plan");
    BOOST_TEST(hits_of("report*", nullptr, "reports reporting unreported") == "1:reports | 1:reporting");
    BOOST_TEST(hits_of("organi{s,z}ation", nullptr, "organisation organization organixation") == "1:organisation | 1:organization");
    BOOST_TEST(hits_of("partenaire(s)", nullptr, "un partenaire, des partenaires, partenariat") == "1:partenaire | 1:partenaires");
    BOOST_TEST(hits_of("срок{и,а,}", nullptr, "срок сроки срокам") == "1:срок | 1:сроки");
    BOOST_TEST(hits_of("take* stock", nullptr, "taking stock takes stock take  stock") == "1:takes stock | 1:take stock");
    BOOST_TEST(hits_of("past | previous efforts", nullptr, "past efforts previous efforts other efforts") == "1:past efforts | 1:previous efforts");
    BOOST_TEST(hits_of("a b | c | d e", nullptr, "a b e; a d e; a c e; a e") == "1:a b e | 1:a d e | 1:a c e");
    BOOST_TEST(hits_of("(overall) goal", nullptr, "the overall goal, a goal") == "1:overall goal | 1:goal");
    BOOST_TEST(hits_of("19 a", nullptr, "19(a), 19 (a), 19 a), 19 b, 119(a), 19(ab)") == "1:19(a) | 1:19 (a) | 1:19 a");
    BOOST_TEST(hits_of("19 أ", nullptr, "الفقرة 19 (أ)") == "1:19 (ا)");
    BOOST_TEST(hits_of("goal by 20xx", nullptr, "goal by 2030, goal by 20xx, goal by 203") == "1:goal by 2030");
    BOOST_TEST(hits_of("no … at present", nullptr, "no funds at present. no funds. At present") == "1:no funds at present");
    BOOST_TEST(hits_of("уровень (показател* | данн*)", nullptr, "уровень показателя, уровень") == "1:уровень показателя | 1:уровень");
    BOOST_TEST(hits_of("[insert …]", nullptr, "text [insert a name] more") == "1:[insert a name]");
    // Behind the gap the form goes on with a word, not inside one.
    BOOST_TEST(hits_of("shared … site", nullptr, "shared on a composite page") == "");
    BOOST_TEST(hits_of("shared … web site", nullptr, "shared websites, on a web-site") == "1:shared websites, on a web-site");
    BOOST_TEST(hits_of("send … to … 20xx", nullptr, "send it to all partners until 2027") == "1:send it to all partners until 2027");
    BOOST_TEST(hits_of("send … to", nullptr, "send it. Go to") == "");
    BOOST_TEST(hits_of("تنشر … موقع", Languages::built_in().find("ar"), "تنشر البيانات في الموقع") == "1:تنشر البيانات في الموقع");
    BOOST_TEST(hits_of("tel(.)", nullptr, "Tel. 1, tel: 2, telefax") == "1:tel. | 1:tel");
}

BOOST_AUTO_TEST_CASE(wrong_notation_is_refused) {
    for (const std::string_view wrong : {"", "a · ", "(a", "a)", "{a,b", "{a)", "*a", "a | ", "| a", "-a", "…a"}) {
        TermIndex index;
        BOOST_TEST_CONTEXT("terms: " << wrong) {
            BOOST_TEST(!index.add(1, wrong, nullptr));
            BOOST_TEST(index.size() == 0U);
        }
    }
    std::string many = "a";
    for (int i = 0; i < 12; ++i) many += "(b)";
    TermIndex index;
    BOOST_TEST(!index.add(1, many, nullptr));
}

BOOST_AUTO_TEST_CASE(words_have_borders) {
    BOOST_TEST(hits_of("lead", nullptr, "leader mislead lead's lead, LEAD") == "1:lead | 1:lead | 1:lead");
    BOOST_TEST(hits_of("годов*", nullptr, "полугодовой годовой") == "1:годовой");
    BOOST_TEST(hits_of("annual", en(), "annual biannual semi-annual semi annual") == "1:annual | 1:annual");
    BOOST_TEST(hits_of("annual", nullptr, "semi-annual") == "1:annual");
    BOOST_TEST(hits_of("2 years", nullptr, "12 years, 2 years") == "1:2 years");
}

BOOST_AUTO_TEST_CASE(english_hyphens_and_spelling) {
    for (const std::string_view text : {"co-lead", "co lead", "colead", "Co\u2011Lead", "CO–LEAD"}) {
        BOOST_TEST_CONTEXT("text: " << text) {
            BOOST_TEST(!hits_of("co(-)lead", en(), text).empty());
            BOOST_TEST(!hits_of("co-lead", en(), text).empty());
        }
    }
    BOOST_TEST(hits_of("focal point", en(), "focal-point focalpoint") == "1:focal-point | 1:focalpoint");
    BOOST_TEST(hits_of("focal point", fr(), "focal-point focalpoint") == "1:focal-point");
    BOOST_TEST(hits_of("baseline", en(), "base-line base line") == "1:base-line");
    BOOST_TEST(hits_of("inform*", en(), "in formal terms") == "");
    BOOST_TEST(hits_of("mobilization", en(), "mobilisation") == "1:mobilisation");
    BOOST_TEST(hits_of("minimis*", en(), "minimizing") == "1:minimizing");
    BOOST_TEST(hits_of("work programme", en(), "work program, workprogramme") == "1:work program | 1:workprogramme");
    BOOST_TEST(hits_of("every two years", en(), "every\n two   years; every-two-years") == "1:every two years | 1:every-two-years");
}

BOOST_AUTO_TEST_CASE(french_elision_and_inclusive_forms) {
    BOOST_TEST(hits_of("indicateur", fr(), "l'indicateur d’indicateur qu'indicateur jusqu'indicateur") ==
               "1:indicateur | 1:indicateur | 1:indicateur | 1:indicateur");
    for (const std::string_view text : {"chef de file", "cheffe de file", "chef(fe) de file", "chef·fe de file", "chef-fe de file", "chef.fe de file", "chef/fe de file"}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(hits_of("chef(fe) de file", fr(), text) == "1:" + fold(text)); }
    }
    BOOST_TEST(hits_of("coprésident(e)(s)", fr(), "coprésident coprésidente coprésidents coprésidentes coprésident·e·s coprésident(e)s") ==
               "1:copresident | 1:copresidente | 1:copresidents | 1:copresidentes | 1:copresident·e·s | 1:copresident(e)s");
}

BOOST_AUTO_TEST_CASE(arabic_prefixes) {
    const Language* ar = languages().find("ar");
    BOOST_TEST(hits_of("شركاء", ar, "شركاء الشركاء وشركاء والشركاء للشركاء بالشركاء") ==
               "1:شركاء | 1:شركاء | 1:شركاء | 1:شركاء | 1:شركاء | 1:شركاء");
    BOOST_TEST(hits_of("الشركاء", ar, "شركاء والشركاء") == "1:شركاء | 1:شركاء");
    BOOST_TEST(hits_of("شركاء", ar, "شركات شراكة مشركاء") == "");
    BOOST_TEST(hits_of("رئيس", ar, "الأنشطة الرئيسية") == "");
    BOOST_TEST(hits_of("إلى النصف", ar, "في النصف إلى النصف") == "1:الي النصف");  // no article
    BOOST_TEST(hits_of("الالتزامات", ar, "االلتزامات") == "1:االلتزامات?");
    BOOST_TEST(hits_of("كل سنتين", ar, "مرة كل سنتين") == "1:كل سنتين");
}

BOOST_AUTO_TEST_CASE(chinese_has_no_borders_and_the_longest_wins) {
    TermIndex index;
    BOOST_TEST(index.add(1, "伙伴 · 合作伙伴"));
    BOOST_TEST(index.add(2, "伙伴关系"));
    BOOST_TEST(index.add(3, "目标值"));
    BOOST_TEST(index.add(4, "目标"));
    index.build();
    BOOST_TEST(hits(index, "合作伙伴和夥伴關係的目标值与目标") == "1:合作伙伴 | 2:伙伴关系 | 3:目标值 | 4:目标");
    BOOST_TEST(hits(index, "合作\n伙伴") == "1:合作 伙伴");
}

BOOST_AUTO_TEST_CASE(a_denied_word_hides_its_own_term_and_no_other) {
    TermIndex index;
    BOOST_TEST(index.add(1, "伙伴 · !伙伴关系"));
    BOOST_TEST(index.add(2, "减少汞排放"));
    BOOST_TEST(index.add(3, "汞"));
    index.build();
    BOOST_TEST(hits(index, "伙伴关系的伙伴") == "1:伙伴");
    BOOST_TEST(hits(index, "减少汞排放") == "2:减少汞排放 | 3:汞");
    BOOST_TEST(!index.is_term("伙伴关系", 1));
    BOOST_TEST(!TermIndex().add(1, "!伙伴关系"));
}

BOOST_AUTO_TEST_CASE(overlaps) {
    TermIndex index;
    BOOST_TEST(index.add(1, "report · biennial report · report format"));
    BOOST_TEST(index.add(2, "biennial"));
    index.build();
    BOOST_TEST(hits(index, "a biennial report format") == "1:biennial report | 2:biennial");
    BOOST_TEST(hits(index, "report format") == "1:report format");
    Folded blocks;
    blocks.append("a biennial", 0);
    blocks.append("report", 20);
    const auto found = index.find(blocks.text);
    BOOST_REQUIRE(found.size() == 2U);
    BOOST_TEST((found[0] == TermHit{2, 2, 10, false}));
    BOOST_TEST((found[1] == TermHit{1, 11, 17, false}));
}

BOOST_AUTO_TEST_CASE(a_line_of_a_larger_text) {
    const Language* const arabic = languages().find("ar");
    TermIndex index;
    BOOST_TEST(index.add(1, "الشركاء", arabic));
    BOOST_TEST(index.add(2, "work plan · plan of work", arabic));
    index.build();
    Folded blocks;
    std::uint32_t source = 0;
    std::vector<std::string> lines;
    for (const std::string_view piece : {"والشركاء في الخطة", "a plan of work", "work", "plan and a work plan", "للشركاء"}) {
        blocks.append(piece, source);
        lines.push_back(fold(piece));
        source += 100;
    }
    // What is attached is found for the language of the terms, whatever the starts know of it.
    std::size_t found = 0;
    for (const WordStarts& starts : {WordStarts(blocks.text, *arabic), WordStarts(blocks.text)}) {
        std::uint32_t begin = 0;
        for (const std::string& line : lines) {
            const auto end = begin + static_cast<std::uint32_t>(line.size());
            const auto hits_of_line = index.find(blocks.text, starts, begin, end);
            BOOST_TEST((hits_of_line == index.find(line)), line);
            found += hits_of_line.size();
            begin = end + 1;
        }
    }
    BOOST_TEST(found == 2 * 4U);
}

BOOST_AUTO_TEST_CASE(terms_that_begin_alike) {
    TermIndex index;
    BOOST_TEST(index.add(1, "coordination centre"));
    BOOST_TEST(index.add(2, "coordination centres"));
    BOOST_TEST(index.add(3, "coordination central"));
    BOOST_TEST(index.add(4, "coordination"));
    index.build();
    BOOST_TEST(hits(index, "coordination-centres, the co-ordination central") == "2:coordination-centres | 4:coordination");
    BOOST_TEST(hits(index, "coordination centre") == "1:coordination centre | 4:coordination");
    BOOST_TEST(hits(index, "coordination cent") == "4:coordination");
    BOOST_TEST(hits(index, "coordinatio") == "");
}

// A hyphen parts two words ("janv.-sept."): the second begins behind it.
BOOST_AUTO_TEST_CASE(no_term_begins_with_a_hyphen) {
    TermIndex index;
    BOOST_TEST(index.add(1, "jan. · sept."));
    BOOST_TEST(index.add(2, "mi-sept."));
    index.build();
    BOOST_TEST(hits(index, "jan.-sept. 2026, mi-sept.") == "1:jan. | 1:sept. | 2:mi-sept. | 1:sept.");
}

// Keys of less than eight letters, of eight, and of more that share eight, with spaces and hyphens between their letters.
BOOST_AUTO_TEST_CASE(terms_of_all_lengths) {
    TermIndex index;
    const std::vector<std::string> terms = {"a", "ab", "abc", "abcd", "abcde", "abcdef", "abcdefg", "abcdefgh", "abcdefghi", "abcdefghij k", "abc defgh", "x*", "abcdefgh...z"};
    for (std::uint32_t i = 0; i < terms.size(); ++i) BOOST_TEST(index.add(i, terms[i]));
    index.build();
    for (std::uint32_t i = 0; i < 10; ++i) BOOST_TEST(hits(index, terms[i]) == std::to_string(i) + ':' + terms[i]);
    BOOST_TEST(hits(index, "abc-defgh") == "10:abc-defgh | 2:abc");
    BOOST_TEST(hits(index, "abc--- defgh") == "2:abc");
    BOOST_TEST(hits(index, "abcdefg") == "6:abcdefg");
    BOOST_TEST(hits(index, "abcdefgh y z") == "12:abcdefgh y z | 7:abcdefgh");
    BOOST_TEST(hits(index, "abcdefghij, xyz") == "11:xyz");
}

BOOST_AUTO_TEST_CASE(asking_at_a_place) {
    TermIndex index;
    BOOST_TEST(index.add(7, "in · in the year"));
    BOOST_TEST(index.add(8, "in"));
    index.build();
    BOOST_TEST((index.match_at("in the year 2025", 0) == TermHit{7, 0, 11, false}));
    BOOST_TEST((index.match_at("in the year 2025", 0, 8, 8) == TermHit{8, 0, 2, false}));
    BOOST_TEST((index.match_at("in the year 2025", 1) == TermHit{}));
    BOOST_TEST(index.is_term("in the year", 7));
    BOOST_TEST(!index.is_term("in the year", 8));
    BOOST_TEST(!index.is_term("in the years", 7));
    BOOST_TEST(!index.is_term("", 7));
    const TermIndex empty;
    BOOST_TEST(empty.find("in").empty());
    BOOST_TEST((empty.match_at("in", 0) == TermHit{}));
}

// Whether a term of a kind begins or ends at a place is never denied where one does.
BOOST_AUTO_TEST_CASE(what_may_stand_at_a_place) {
    TermIndex index;
    index.know_edges();
    BOOST_TEST(index.add(1U << 16, "from · from the · d'ici à"));
    BOOST_TEST(index.add(2U << 16, "mid- · p. 100 · ¥"));
    BOOST_TEST(index.add(3U << 16, "年底"));
    BOOST_TEST(index.add(4U << 16, "dollar* · 20xx"));
    index.build();
    const std::string text = "from the 5, d'ici a 2025, mid-2025 and mid 2026, p. 100 of ¥ 7 and dollars 2027, 2025年底前 fr om";
    std::size_t found = 0;
    for (const TermHit& hit : index.find(text)) {
        ++found;
        std::size_t end = hit.end;
        do BOOST_TEST((index.kinds_before(text, end) >> (hit.id >> 16) & 1) == 1U, text.substr(0, end));
        while (text[end++] == ' ');
        BOOST_TEST((index.kinds_from(text, hit.begin) >> (hit.id >> 16) & 1) == 1U, text.substr(hit.begin));
        BOOST_TEST((index.match_at(text, hit.begin, hit.id, hit.id | 0xFFFFU).end == hit.end));
    }
    BOOST_TEST(found >= 9U);
    BOOST_TEST((index.kinds_before("from the 5", 9) & 0b1110U) == 2U);
    BOOST_TEST((index.kinds_before("the 5", 4) & 0b1110U) == 0U);
    BOOST_TEST((index.kinds_before("and 5", 4) & 0b1110U) == 0U);
    BOOST_TEST((index.kinds_from("towns", 0) & 0b11110U) == 0U);
    BOOST_TEST(index.kinds_from(" from", 0) == 0U);
    const TermIndex empty;
    BOOST_TEST(empty.kinds_from("from", 0) == ~std::uint64_t{0});
}

BOOST_AUTO_TEST_SUITE_END()

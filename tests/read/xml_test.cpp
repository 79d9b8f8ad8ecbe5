// XML right and wrong: what the scan says of it and where, what the tree holds, and that the parser never refuses what the
// scan let through.
#include <boost/test/unit_test.hpp>

#include <random>
#include <string>

#include "read/xml.hpp"

using namespace plancheck;
using namespace std::string_literals;

namespace plancheck {
std::ostream& operator<<(std::ostream& out, const XmlResult& r) {
    return out << "status " << int(r.status) << " reason '" << r.reason << "' limit '" << r.limit << "' " << r.value << "/"
               << r.allowed << " at " << r.offset << " line " << r.line << " column " << r.column;
}
std::ostream& operator<<(std::ostream& out, const TextPlace& p) { return out << p.line << ":" << p.column; }
}  // namespace plancheck

BOOST_AUTO_TEST_SUITE(xml)

namespace {

const XmlResult ok{};

/// The result for a fault at `offset` of a text of one line in ASCII.
XmlResult fault(XmlStatus status, std::string_view reason, std::size_t offset) {
    return {status, reason, {}, 0, 0, offset, 1, static_cast<std::uint32_t>(offset + 1)};
}
XmlResult malformed(std::string_view reason, std::size_t offset) { return fault(XmlStatus::malformed, reason, offset); }
XmlResult limit(std::string_view name, std::uint64_t value, std::uint64_t allowed, std::size_t offset) {
    return {XmlStatus::limit, {}, name, value, allowed, offset, 1, static_cast<std::uint32_t>(offset + 1)};
}

std::string repeat(std::string_view text, std::size_t times) {
    std::string made;
    for (std::size_t i = 0; i < times; ++i) made += text;
    return made;
}

/// What a cursor meets, one sign an event.
std::string walk(pugi::xml_node from, std::string_view skipped = "") {
    std::string made;
    for (XmlCursor at(from); at.next();) {
        if (at.entering()) {
            made += "<"s + at.node().name() + ">";
            if (at.node().name() == skipped) at.skip();
        } else if (at.leaving()) {
            made += "</"s + at.node().name() + ">";
        } else {
            made += at.node().value();
        }
    }
    return made;
}
std::string tree_of(std::string_view text, XmlSpace space = XmlSpace::only_child) {
    const XmlTree xml = parse_xml(text, {}, space);
    BOOST_TEST(xml.result == ok);
    return walk(xml.root());
}

}  // namespace

BOOST_AUTO_TEST_CASE(reads_what_is_well_formed) {
    BOOST_TEST(tree_of("<a/>") == "<a></a>");
    BOOST_TEST(tree_of("<?xml version=\"1.0\"?>\n<!-- < > & \" ' -->\n<a><b x='1' y = \"2\" />t<c\n>u</c ></a>\n<!----> <?p <&>?>\n") ==
               "<a><b></b>t<c>u</c></a>");
    BOOST_TEST(tree_of("<a>x<!-- <b> & -->y<?p <b> & \"?>z<![CDATA[<c> & ]] ' ]]>.</a>") == "<a>xyz<c> & ]] ' .</a>");
    BOOST_TEST(tree_of("<é:è ü='ö'>日本</é:è>") == "<é:è>日本</é:è>");
    BOOST_TEST(tree_of("<a>&lt;&amp;&gt;&quot;&apos;&#233;&#x20AC;&#x1F600;</a>") == "<a><&>\"'é€😀</a>");
    BOOST_TEST(tree_of("<a>one\r\ntwo\rthree</a>") == "<a>one\ntwo\nthree</a>");
}

BOOST_AUTO_TEST_CASE(attributes_are_read) {
    const XmlTree xml = parse_xml("<a one='a > b' two=\"it's &lt; &#x41;\"\tthree='' a:one='x\ny'/>");
    BOOST_TEST(xml.result == ok);
    BOOST_TEST(xml.root().attribute("one").value() == "a > b"s);
    BOOST_TEST(xml.root().attribute("two").value() == "it's < A"s);
    BOOST_TEST(xml.root().attribute("three").value() == ""s);
    BOOST_TEST(xml.root().attribute("a:one").value() == "x y"s);
}

BOOST_AUTO_TEST_CASE(white_space_is_kept_where_asked) {
    const std::string text = "<p> <t> </t> <t>a </t> </p>";
    BOOST_TEST(tree_of(text) == "<p><t> </t><t>a </t></p>");
    BOOST_TEST(tree_of(text, XmlSpace::all) == "<p> <t> </t> <t>a </t> </p>");
}

BOOST_AUTO_TEST_CASE(tags_that_are_wrong) {
    BOOST_TEST(scan_xml("") == malformed("no-root", 0));
    BOOST_TEST(scan_xml("  ") == malformed("no-root", 2));
    BOOST_TEST(scan_xml("<!-- -->") == malformed("no-root", 8));
    BOOST_TEST(scan_xml("text") == malformed("no-root", 0));
    BOOST_TEST(scan_xml("text<a/>") == malformed("no-root", 0));
    BOOST_TEST(scan_xml("<a/>text") == malformed("outside-root", 4));
    BOOST_TEST(scan_xml("<a/><b/>") == malformed("outside-root", 4));
    BOOST_TEST(scan_xml("<a/>&amp;") == malformed("outside-root", 4));
    BOOST_TEST(scan_xml("<a/><![CDATA[x]]>") == malformed("outside-root", 4));
    BOOST_TEST(scan_xml("<a>") == malformed("unclosed", 3));
    BOOST_TEST(scan_xml("<a><b></b>") == malformed("unclosed", 10));
    BOOST_TEST(scan_xml("<a") == malformed("unclosed", 0));
    BOOST_TEST(scan_xml("<a><b x='1'") == malformed("unclosed", 3));
    BOOST_TEST(scan_xml("<a><") == malformed("unclosed", 3));
    BOOST_TEST(scan_xml("<a></a") == malformed("unclosed", 3));
    BOOST_TEST(scan_xml("<a>b</a><!-- ") == malformed("unclosed", 8));
    BOOST_TEST(scan_xml("<a><![CDATA[ ]]</a>") == malformed("unclosed", 3));
    BOOST_TEST(scan_xml("<a><!-- </a>") == malformed("unclosed", 3));
    BOOST_TEST(scan_xml("<a><?p </a>") == malformed("unclosed", 3));
    BOOST_TEST(scan_xml("<a></b>") == malformed("end-tag", 3));
    BOOST_TEST(scan_xml("<a><bc></b></a>") == malformed("end-tag", 7));
    BOOST_TEST(scan_xml("<a><b></bc></a>") == malformed("end-tag", 6));
    BOOST_TEST(scan_xml("<a><long-enough-1></long-enough-2></a>") == malformed("end-tag", 18));
    BOOST_TEST(scan_xml("<a></ a>") == malformed("end-tag", 3));
    BOOST_TEST(scan_xml("<a></a x>") == malformed("end-tag", 3));
    BOOST_TEST(scan_xml("</a>") == malformed("end-tag", 0));
    BOOST_TEST(scan_xml("<a/></a>") == malformed("end-tag", 4));
    BOOST_TEST(scan_xml("<a>< b/></a>") == malformed("tag", 3));
    BOOST_TEST(scan_xml("<a><1/></a>") == malformed("tag", 3));
    BOOST_TEST(scan_xml("<a><></a>") == malformed("tag", 3));
    BOOST_TEST(scan_xml("<a><b / ></a>") == malformed("tag", 6));
    BOOST_TEST(scan_xml("<a><b!/></a>") == malformed("tag", 5));
    BOOST_TEST(scan_xml("<a><!ELEMENT b></a>") == malformed("tag", 3));
    BOOST_TEST(scan_xml("<a><!-x--></a>") == malformed("tag", 3));
    BOOST_TEST(scan_xml("<a><? p?></a>") == malformed("tag", 3));
}

BOOST_AUTO_TEST_CASE(attributes_that_are_wrong) {
    BOOST_TEST(scan_xml("<a b></a>") == malformed("attribute", 3));
    BOOST_TEST(scan_xml("<a b=></a>") == malformed("attribute", 3));
    BOOST_TEST(scan_xml("<a b=c></a>") == malformed("attribute", 3));
    BOOST_TEST(scan_xml("<a b='x' c></a>") == malformed("attribute", 9));
    BOOST_TEST(scan_xml("<a b='x'c='y'></a>") == malformed("attribute", 8));
    BOOST_TEST(scan_xml("<a b='<'></a>") == malformed("attribute", 3));
    BOOST_TEST(scan_xml("<a b='x></a>") == malformed("attribute", 3));
    BOOST_TEST(scan_xml("<a b='x\"></a>") == malformed("attribute", 3));
    BOOST_TEST(scan_xml("<a b='><a/>'") == malformed("attribute", 3));
    BOOST_TEST(scan_xml("<a b='>'") == malformed("unclosed", 0));
    BOOST_TEST(scan_xml("<a b='x' b='y'/>") == malformed("duplicate-attribute", 9));
    BOOST_TEST(scan_xml("<a long-enough-b='x' c='z' long-enough-b='y'/>") == malformed("duplicate-attribute", 27));
    BOOST_TEST(scan_xml("<a b='x' B='y' bb='z' long-enough-b='1' long-enoughxb='2'/>") == ok);
    std::string many = "<a";
    for (int i = 0; i < 40; ++i) many += " n" + std::to_string(i) + "=''";
    BOOST_TEST(scan_xml(many + "/>") == ok);
    BOOST_TEST(scan_xml(many + " n39=''/>") == malformed("duplicate-attribute", 0));
    BOOST_TEST(scan_xml(many + " n3=''/>") == malformed("duplicate-attribute", 0));
    BOOST_TEST(scan_xml("<r><a b='x'/><a b='x'/></r>") == ok);
}

BOOST_AUTO_TEST_CASE(references) {
    for (const char* good : {"&amp;", "&#9;", "&#xA;", "&#13;", "&#x10FFFF;", "&#xE000;", "&#0000000065;"})
        BOOST_TEST(scan_xml("<a b='"s + good + "'>" + good + "</a>") == ok);
    for (const char* bad : {"&", "& ", "&;", "&#;", "&#x;", "&#xG;", "&#1F;", "&#-1;", "&#X41;", "&nbsp;", "&amp", "&AMP;"}) {
        BOOST_TEST(scan_xml("<a>"s + bad + "</a>") == malformed("reference", 3));
        BOOST_TEST(scan_xml("<a b='"s + bad + "'/>") == malformed("reference", 6));
    }
    for (const char* bad : {"&#0;", "&#1;", "&#x1F;", "&#xD800;", "&#xDFFF;", "&#xFFFE;", "&#x110000;", "&#99999999999999999999;"}) {
        BOOST_TEST(scan_xml("<a>"s + bad + "</a>") == malformed("character", 3));
        BOOST_TEST(scan_xml("<a>.&amp;"s + bad + "</a>") == malformed("character", 9));
    }
    BOOST_TEST(scan_xml("<a><!-- & --><?p & ?><![CDATA[&]]>&#1;</a>") == malformed("character", 34));
}

BOOST_AUTO_TEST_CASE(doctype_is_refused) {
    BOOST_TEST(scan_xml("<!DOCTYPE a><a/>") == fault(XmlStatus::doctype, "", 0));
    BOOST_TEST(scan_xml("<?xml version='1.0'?> <!DOCTYPE a [<!ENTITY b SYSTEM 'file:///c'>]><a>&b;</a>") ==
               fault(XmlStatus::doctype, "", 22));
    BOOST_TEST(scan_xml("<a><!-- <!DOCTYPE a> --></a>") == ok);
}

BOOST_AUTO_TEST_CASE(control_characters_wherever_they_stand) {
    for (const std::size_t before : {0, 1, 15, 16, 55, 63, 64, 65, 130}) {
        for (const char* around : {"", "é", "日"}) {
            const std::string lead = "<a>" + repeat("x", before) + around;
            const std::uint32_t column = static_cast<std::uint32_t>(4 + before + (*around != 0 ? 1 : 0));
            for (const char bad : {'\0', '\1', '\b', '\v', '\f', '\x1F'}) {
                const XmlResult expected{XmlStatus::malformed, "character", {}, 0, 0, lead.size(), 1, column};
                BOOST_TEST(scan_xml(lead + bad + repeat("y", 80) + "</a>") == expected);
                BOOST_TEST(scan_xml(lead + bad + "</a>") == expected);
            }
            for (const char good : {'\t', '\n', '\r', ' ', '\x7F'})
                BOOST_TEST(scan_xml(lead + good + repeat("y", 80) + "</a>") == ok);
        }
    }
}

BOOST_AUTO_TEST_CASE(utf8_wherever_it_stands) {
    const char* const good[] = {"\xC2\x80", "é", "\xDF\xBF", "\xE0\xA0\x80", "’", "日", "\xED\x9F\xBF", "\xEE\x80\x80",
                                "\xEF\xBF\xBD", "😀", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"};
    const char* const bad[] = {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC3", "\xC3\xC3", "\xC3\xC3\xA9", "\xC3\xE2\x80\x99", "\xC3\xA9\xA9", "\xE0\x80\x80",
                               "\xE0\x9F\xBF", "\xE2\x80", "\xE2", "\xE2\x80\xC0", "\xED\xA0\x80", "\xED\xBF\xBF",
                               "\xF0\x80\x80\x80", "\xF0\x9F\x98", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xFE"};
    for (std::size_t before = 0; before < 140; ++before) {
        const std::string lead = "<a>" + repeat("x", before);
        for (const char* text : good)
            for (const std::size_t after : {0, 7, 100}) BOOST_TEST(scan_xml(lead + text + text + repeat("y", after) + "</a>") == ok);
        for (const char* text : bad)
            for (const std::size_t after : {0, 7, 100})
                BOOST_TEST((scan_xml(lead + text + repeat("y", after) + "</a>").status == XmlStatus::encoding));
        const XmlResult stop = scan_xml(lead + "é\xC3" + "</a>");
        BOOST_TEST(stop.offset == lead.size() + 2);
        BOOST_TEST(stop.column == lead.size() + 2);
    }
    BOOST_TEST(scan_xml("<a>\xEF\xBF\xBE</a>") == malformed("character", 3));
    BOOST_TEST(scan_xml("<a>\xEF\xBF\xBF</a>") == malformed("character", 3));
}

BOOST_AUTO_TEST_CASE(number_of_elements_and_attributes) {
    const XmlLimits five{.elements = 5};
    BOOST_TEST(scan_xml("<a><b/><c x='1'/></a>", five) == ok);                    // four
    BOOST_TEST(scan_xml("<a><b/><c x='1' y='2'/></a>", five) == ok);              // five
    BOOST_TEST(scan_xml("<a><b/><c x='1' y='2'/><d/></a>", five) == limit("elements", 6, 5, 23));
    BOOST_TEST(scan_xml("<a><b/><c x='1' y='2' z='3'/></a>", five) == limit("elements", 6, 5, 7));

    const std::size_t most = 4 << 20;
    BOOST_TEST(scan_xml("<a>" + repeat("<b/>", most - 1) + "</a>") == ok);
    BOOST_TEST(scan_xml("<a>" + repeat("<b/>", most) + "</a>") == limit("elements", most + 1, most, 3 + 4 * (most - 1)));
}

BOOST_AUTO_TEST_CASE(attributes_of_an_element) {
    const auto of = [](int count) {
        std::string made = "<a";
        for (int i = 0; i < count; ++i) made += " n" + std::to_string(1000 + i) + "=''";
        return made + "/>";
    };
    BOOST_TEST(scan_xml(of(1023)) == ok);
    BOOST_TEST(scan_xml(of(1024)) == ok);
    BOOST_TEST(scan_xml(of(1025)) == limit("attributes", 1025, 1024, 3 + 1024 * 9));
    BOOST_TEST(scan_xml("<a b='' c=''/>", {.attributes = 1}) == limit("attributes", 2, 1, 8));
}

BOOST_AUTO_TEST_CASE(nesting) {
    const auto of = [](std::size_t depth) { return repeat("<a>", depth) + repeat("</a>", depth); };
    BOOST_TEST(scan_xml(of(255)) == ok);
    BOOST_TEST(scan_xml(of(256)) == ok);
    BOOST_TEST(scan_xml(of(257)) == limit("nesting", 257, 256, 256 * 3));
    BOOST_TEST(scan_xml(repeat("<a>", 256) + "<a/>" + repeat("</a>", 256)) == limit("nesting", 257, 256, 256 * 3));
    BOOST_TEST(scan_xml(repeat("<a>", 255) + "<a/>" + repeat("</a>", 255)) == ok);
    BOOST_TEST(scan_xml(repeat("<a>", 1000000)) == limit("nesting", 257, 256, 256 * 3));
    BOOST_TEST(walk(parse_xml(of(256)).root()) == of(256));
}

BOOST_AUTO_TEST_CASE(encodings_are_decoded) {
    const auto wide = [](std::string_view ascii_and_e, bool big, int size) {
        std::string made;
        for (const char c : ascii_and_e) {
            const std::string unit = big ? std::string(static_cast<std::size_t>(size - 1), '\0') + c
                                         : c + std::string(static_cast<std::size_t>(size - 1), '\0');
            made += unit;
        }
        return made;
    };
    const std::string latin = "<a>\xE9t\xE9</a>", expected = "<a>été</a>";
    BOOST_TEST(tree_of("\xEF\xBB\xBF<a>été</a>") == expected);
    BOOST_TEST(tree_of("\xFF\xFE" + wide(latin, false, 2)) == expected);
    BOOST_TEST(tree_of("\xFE\xFF" + wide(latin, true, 2)) == expected);
    BOOST_TEST(tree_of(wide(latin, false, 2)) == expected);
    BOOST_TEST(tree_of(wide(latin, true, 2)) == expected);
    BOOST_TEST(tree_of("\xFF\xFE\0\0"s + wide(latin, false, 4)) == expected);
    BOOST_TEST(tree_of("\0\0\xFE\xFF"s + wide(latin, true, 4)) == expected);
    BOOST_TEST(tree_of(wide(latin, false, 4)) == expected);
    BOOST_TEST(tree_of("<?xml version='1.0' encoding='ISO-8859-1'?>" + latin) == expected);
    BOOST_TEST(tree_of("<?xml version=\"1.0\" encoding=\"windows-1252\"?><a>\x93\x80\x94</a>") == "<a>“€”</a>");
    BOOST_TEST(tree_of("<?xml version='1.0' encoding='koi8-r'?><a>\xF0\xCC\xC1\xCE</a>") == "<a>План</a>");
    BOOST_TEST(tree_of("<?xml version='1.0' encoding='UTF-8'?><a>été</a>") == expected);
    BOOST_TEST(tree_of("<?xml version='1.0' encoding='utf-16'?><a>été</a>") == expected);
    const std::string big_text = repeat("\xE9", 10000);
    BOOST_TEST(tree_of("<?xml version='1.0' encoding='latin1'?><a>" + big_text + "</a>") == "<a>" + repeat("é", 10000) + "</a>");

    for (const std::string& bad : {"<?xml version='1.0' encoding='no-such-thing'?><a/>"s, "\xFF\xFE<\0a\0\0\xD8>\0"s,
                                   "\xFF\xFE<\0a\0/\0>"s, "<?xml version='1.0' encoding='euc-jp'?><a>\xFF</a>"s})
        BOOST_TEST((parse_xml(bad).result.status == XmlStatus::encoding));
    BOOST_TEST((parse_xml(latin).result == XmlResult{XmlStatus::encoding, {}, {}, 0, 0, 3, 1, 4}));
}

BOOST_AUTO_TEST_CASE(places_are_those_of_the_text) {
    const std::string text = "<a>\n  <été>é</été>\n  <b x='1'\n y=2/></a>";
    BOOST_TEST((scan_xml(text) == XmlResult{XmlStatus::malformed, "attribute", {}, 0, 0, text.find("y=2"), 4, 2}));
    BOOST_TEST(place_of(text, 0) == (TextPlace{1, 1}));
    BOOST_TEST(place_of(text, text.find("/été")) == (TextPlace{2, 10}));
    BOOST_TEST(place_of(text, text.size() + 5) == (TextPlace{4, 11}));
    const XmlTree xml = parse_xml("\xEF\xBB\xBF<a>\n<b/></a>");
    BOOST_TEST(xml.root().child("b").offset_debug() == 5);
}

BOOST_AUTO_TEST_CASE(the_cursor_walks_and_skips) {
    const XmlTree xml = parse_xml("<a>1<b>2<c/>3</b><b/>4<d><b><e/></b></d></a>");
    BOOST_TEST(walk(xml.root()) == "<a>1<b>2<c></c>3</b><b></b>4<d><b><e></e></b></d></a>");
    BOOST_TEST(walk(xml.root(), "b") == "<a>1<b></b><b></b>4<d><b></b></d></a>");
    BOOST_TEST(walk(xml.root(), "a") == "<a></a>");
    BOOST_TEST(walk(xml.root().child("b")) == "<b>2<c></c>3</b>");
    BOOST_TEST(walk(xml.root().child("none")) == "");
}

BOOST_AUTO_TEST_CASE(a_tree_can_be_moved) {
    XmlTree xml = parse_xml("<a><b>text</b></a>");
    const XmlTree moved = std::move(xml);
    BOOST_TEST(walk(moved.root()) == "<a><b>text</b></a>");
}

BOOST_AUTO_TEST_CASE(what_the_scan_lets_through_is_parsed) {
    // Pieces put together at random: every text is either refused by the scan or parsed whole.
    const char* const pieces[] = {"<a>", "</a>", "<b x='1'", "/>", ">", "<", "&amp;", "&#65;", "&", " ", "<!--", "-->", "<![CDATA[", "]]>",
                                  "<?p ", "?>", "y=\"2\"", "'", "\"", "text", "é", "\n", "=", "<c/>", "</b>", "<b>", "-", "x"};
    std::mt19937 random(11);
    std::size_t good = 0;
    for (int round = 0; round < 200000; ++round) {
        std::string text = "<a>";
        for (unsigned n = random() % 8; n > 0; --n) text += pieces[random() % std::size(pieces)];
        text += "</a>";
        const XmlTree xml = parse_xml(text);
        if (xml.ok()) ++good;
        // A fault that only the parser saw would have no line.
        if (!xml.ok() && xml.result.line == 0) BOOST_ERROR("the parser refused " + text);
    }
    BOOST_TEST(good > 1000u);
}

BOOST_AUTO_TEST_SUITE_END()

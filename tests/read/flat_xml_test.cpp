// The flat table holds what a tree of the same text holds: same elements, texts and attributes, same refusals.
#include <boost/test/unit_test.hpp>

#include <random>
#include <string>

#include "read/flat_xml.hpp"

BOOST_AUTO_TEST_SUITE(flat_xml)

using namespace plancheck;
using namespace std::string_literals;

namespace {

std::string of_tree(const XmlTree& xml) {
    std::string made;
    for (XmlCursor at(xml.root()); at.next();) {
        if (at.entering()) {
            made += "<"s + at.node().name();
            for (pugi::xml_attribute a = at.node().first_attribute(); a; a = a.next_attribute()) made += " "s + a.name() + "=[" + a.value() + "]";
            made += ">";
        } else if (at.leaving()) {
            made += "</"s + at.node().name() + ">";
        } else {
            made += "{"s + at.node().value() + "}";
        }
    }
    return made;
}

std::string of_table(const FlatXml& xml) {
    std::string made;
    XmlNode at = xml.root();
    while (at) {
        if (at.is_element()) {
            made += "<" + std::string(at.name());
            for (XmlAttribute a = at.first_attribute(); a; a = a.next()) made += " " + std::string(a.name()) + "=[" + std::string(a.value()) + "]";
            made += ">";
        } else {
            made += "{" + std::string(at.text()) + "}";
        }
        if (const XmlNode inside = at.first_child()) {
            at = inside;
            continue;
        }
        if (at.is_element()) made += "</" + std::string(at.name()) + ">";
        while (at && !at.next_sibling()) {
            at = at.parent();
            if (at) made += "</" + std::string(at.name()) + ">";
        }
        if (at) at = at.next_sibling();
    }
    return made;
}

FlatXml flat(std::string_view text) {
    Buffer bytes(text.size());
    text.copy(bytes.data.get(), text.size());
    return flatten_xml(std::move(bytes));
}

// Both ways must agree on every text.
bool same(const std::string& text) {
    const XmlTree tree = parse_xml(text);
    const FlatXml table = flat(text);
    const bool agree = tree.result == table.result && of_tree(tree) == of_table(table);
    if (!agree) BOOST_ERROR(text << "\n tree " << of_tree(tree) << "\nflat " << of_table(table));
    return table.ok();
}

}  // namespace

BOOST_AUTO_TEST_CASE(holds_what_a_tree_holds) {
    for (const char* text : {
             "<a/>", "<a></a>", "<a> </a>", "<a> <b/> </a>", "<a> <!-- x --> </a>", "<a>x<!-- x -->y<?p z?> </a>", "<a><b/>\n</a>", "<a>\n<b> </b></a>",
             "<a>&lt;&amp;&gt;&quot;&apos;&#233;&#x20AC;&#x1F600;&#13;</a>", "<a>one\r\ntwo\rthree\r</a>", "<a>\r\n</a>", "<a><![CDATA[]]></a>",
             "<a><![CDATA[&amp;\r\n ]]>b<![CDATA[ ]]></a>", "<a x='1' y = \"2\" />", "<a\nx='1'\n\ty='2'\n></a>", "<a x='a &gt; b' y=\"it's &lt; &#x41;&quot;\"/>",
             "<a x='t\tn\nr\rc\r\n&#10;&#9;e'/>", "<a b='>' c='/>'/>", "<é:è ü='ö'>日本</é:è>", "\xEF\xBB\xBF<a>\n<b/></a>", "<?xml version='1.0'?>\n<a>1<b>2<c/>3</b><b/>4</a>\n",
             "<w:p xmlns:w='u'><w:r><w:t xml:space='preserve'> a </w:t></w:r></w:p>",
         })
        BOOST_TEST(same(text), text);
    for (const char* text : {"", "<a>", "</a>", "<a><b></a>", "<a b='1' b='2'/>", "<!DOCTYPE a><a/>", "<a>&no;</a>", "<a>\x01</a>", "<a>\xFF</a>", "<a/>x", "<a b=1/>"})
        BOOST_TEST(!same(text), text);
}

BOOST_AUTO_TEST_CASE(agrees_on_pieces_put_together_at_random) {
    const char* const pieces[] = {"<a>", "</a>", "<b x='1'", "/>", ">", "<", "&amp;", "&#65;", "&", " ", "<!--", "-->", "<![CDATA[", "]]>",
                                  "<?p ", "?>", "y=\"2\"", "'", "\"", "text", "é", "\n", "\r\n", "=", "<c/>", "</b>", "<b>", "x", " z='&lt;\t'"};
    std::mt19937 random(12);
    std::size_t good = 0;
    for (int round = 0; round < 60000; ++round) {
        std::string text = "<a>";
        for (unsigned n = random() % 8; n > 0; --n) text += pieces[random() % std::size(pieces)];
        if (same(text + "</a>")) ++good;
    }
    BOOST_TEST(good > 500u);
}

BOOST_AUTO_TEST_CASE(is_refused_at_the_limits) {
    XmlLimits limits;
    limits.elements = 3;
    const std::string text = "<a><b/><c x='1'/></a>";
    Buffer bytes(text.size());
    text.copy(bytes.data.get(), text.size());
    const FlatXml xml = flatten_xml(std::move(bytes), limits);
    BOOST_TEST((xml.result.status == XmlStatus::limit && xml.result.limit == "elements" && xml.result.value == 4u && !xml.root()));
    BOOST_TEST(!XmlNode().first_child());
    BOOST_TEST(!XmlNode().next_sibling());
    BOOST_TEST(!XmlNode().first_attribute());
    BOOST_TEST(XmlNode().name() == "");
}

BOOST_AUTO_TEST_CASE(nodes_stay_where_they_are_when_it_is_moved) {
    FlatXml xml = flat("<a b='&amp;'>x<c/></a>");
    const XmlNode root = xml.root();
    const FlatXml moved = std::move(xml);
    BOOST_TEST((root == moved.root()));
    BOOST_TEST(root.first_attribute().value() == "&");
    BOOST_TEST(root.child_text() == "x");
    BOOST_TEST(moved.table->declaring().empty());
}

BOOST_AUTO_TEST_SUITE_END()

#include <boost/test/unit_test.hpp>

#include "write/json_writer.hpp"

BOOST_AUTO_TEST_SUITE(json_writer)

using plancheck::JsonWriter;
using Layout = JsonWriter::Layout;

namespace {

std::string written(Layout layout, unsigned depth = 0) {
    JsonWriter json(layout, depth);
    json.object([&] {
        json.member("text", "a \"b\" \\ \n\t\x01 é \x7F");
        json.member("number", -3);
        json.member("yes", true);
        json.member("nothing", nullptr);
        json.member("texts", std::vector<std::string>{"x", "y"});
        json.member("no texts", std::vector<std::string>{});
        json.object("empty", [] {});
        json.array("all", [&] {
            json.value(1);
            json.object([&] { json.member("in", "it"); });
            json.array([] {});
        });
        json.written("done", "[0]");
    });
    return std::move(json).take();
}

std::string value(std::string_view text) {
    JsonWriter json(Layout::line);
    json.value(text);
    return std::move(json).take();
}

}  // namespace

BOOST_AUTO_TEST_CASE(lays_out_what_is_nested) {
    BOOST_TEST(written(Layout::line) == "{\"text\":\"a \\\"b\\\" \\\\ \\n\\t\\u0001 é \x7F\",\"number\":-3,\"yes\":true,\"nothing\":null,\"texts\":[\"x\",\"y\"],"
                                        "\"no texts\":[],\"empty\":{},\"all\":[1,{\"in\":\"it\"},[]],\"done\":[0]}");
    BOOST_TEST(written(Layout::indented, 1) == "{\n    \"text\": \"a \\\"b\\\" \\\\ \\n\\t\\u0001 é \x7F\",\n    \"number\": -3,\n    \"yes\": true,\n    \"nothing\": null,\n"
                                               "    \"texts\": [\n      \"x\",\n      \"y\"\n    ],\n    \"no texts\": [],\n    \"empty\": {},\n    \"all\": [\n      1,\n"
                                               "      {\n        \"in\": \"it\"\n      },\n      []\n    ],\n    \"done\": [0]\n  }");
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_text_become_replacement_characters) {
    BOOST_TEST(value("") == "\"\"");
    BOOST_TEST(value("\xFF") == "\"\xEF\xBF\xBD\"");
    BOOST_TEST(value("plan \xC3\"é\xE2\x82.docx\n") == "\"plan \xEF\xBF\xBD\\\"é\xEF\xBF\xBD\xEF\xBF\xBD.docx\\n\"");
    BOOST_TEST(value(std::string_view("\0\x1F", 2)) == "\"\\u0000\\u001f\"");
    BOOST_TEST(value("\b\f\r/") == "\"\\b\\f\\r/\"");
}

BOOST_AUTO_TEST_SUITE_END()

#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "text/embedded.hpp"
#include "text/sha256.hpp"

BOOST_AUTO_TEST_SUITE(sha256)

using namespace plancheck;

BOOST_AUTO_TEST_CASE(vectors_of_the_standard) {
    BOOST_TEST(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    BOOST_TEST(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    BOOST_TEST(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
               "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    BOOST_TEST(sha256_hex(std::string(1000000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

BOOST_AUTO_TEST_CASE(pieces_give_the_same) {
    std::string text;
    for (int i = 0; i < 300; ++i) text.push_back(static_cast<char>(i * 7));
    const std::string whole = sha256_hex(text);
    for (std::size_t cut = 0; cut <= text.size(); cut += 13) {
        Sha256 hash;
        hash.update(std::string_view(text).substr(0, cut)).update(std::string_view(text).substr(cut));
        BOOST_TEST(hash.hex() == whole);
    }
}

BOOST_AUTO_TEST_CASE(built_in_files_bring_theirs) {
    for (const EmbeddedFile& file : embedded_files()) BOOST_TEST(file.sha256 == sha256_hex(file.text), file.name);
}

BOOST_AUTO_TEST_SUITE_END()

// DOCX files shaped as a word processor writes them, made in memory for the benchmark: runs split every few words, each
// with its revision id, fonts and language, marks of the spelling checker, ids of paragraphs. About six bytes of XML for
// one byte of text.
#pragma once

#include <cstdint>
#include <string>

namespace bench {

/// A business plan in French of about `words` words, its ten sections filled evenly, with an efforts table and lists.
std::string word_like_docx(std::uint32_t words);

/// The document.xml of it, for those who want the XML alone.
std::string word_like_xml(std::uint32_t words);

}  // namespace bench

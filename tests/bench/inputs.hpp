// Inputs of the benchmark, made in memory: a plan of any length in five languages, as a word processor writes it, as a
// converter from Markdown writes it, as Markdown and as HTML. The same numbers give the same bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

/// What a plan says: titles of sections, each with its paragraphs.
struct Content {
    std::string language;
    std::string title;
    std::vector<std::string> titles;
    std::vector<std::vector<std::string>> paragraphs;  ///< by section
    std::uint32_t words = 0;
};

/// A plan of about `words` words (characters, in Chinese). `titles`: of its sections, in their order.
Content content(std::string_view language, const std::vector<std::string>& titles, std::uint32_t words);

/// DOCX as Word writes it: runs split every few words, each with its revision id, fonts and language, marks of the spelling
/// checker, ids of paragraphs; about six bytes of XML for one byte of text.
std::string word_like_docx(const Content& plan);
std::string word_like_xml(const Content& plan);

/// DOCX as pandoc writes it: a style for each paragraph, one run in it.
std::string plain_docx(const Content& plan);

std::string markdown(const Content& plan);
std::string html(const Content& plan);

}  // namespace bench

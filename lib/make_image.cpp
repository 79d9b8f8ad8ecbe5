// Run by the build: reads the languages and templates that are built in, compiles their words, and writes the image that becomes
// part of the library (text/image.hpp). Linked with the library's files and no image.
#include <cstdio>
#include <fstream>

#include "outline/titles.hpp"
#include "plan/lexicon.hpp"
#include "template/stored_template.hpp"
#include "text/image.hpp"
#include "text/language.hpp"
#include "text/term_image.hpp"

namespace plancheck {

std::span<const std::byte> built_in_image() noexcept { return {}; }

namespace {

std::string image_of_all() {
    std::string image, terms;
    const Languages& languages = Languages::built_in();
    add_image_part(image, Languages::image, languages.stored());
    for (const std::string& id : built_in_templates()) {
        const Template form = built_in_template(id);
        add_image_part(image, template_image(id), stored_template(form));
        const TitleIndex titles(form, languages);
        const Lexicon lexicon(form, languages);
        for (const TermIndex* const index : titles.indexes()) index->append_to(terms);
        for (const Words& words : lexicon.all())
            for (const TermIndex* const index : {&words.terms, &words.heads, &words.around}) index->append_to(terms);
    }
    for (const auto& language : languages.all())
        for (const TermIndex* const index : {&language->words, &language->connectors, &language->negations}) index->append_to(terms);
    add_image_part(image, TermImage::part, terms);
    return image;
}

}  // namespace
}  // namespace plancheck

int main(int count, char** arguments) {
    if (count != 2) {
        std::fprintf(stderr, "usage: %s IMAGE\n", arguments[0]);
        return 2;
    }
    const std::string image = plancheck::image_of_all();
    std::ofstream file(arguments[1], std::ios::binary);
    file.write(image.data(), static_cast<std::streamsize>(image.size()));
    file.close();
    if (!file) std::fprintf(stderr, "%s cannot be written\n", arguments[1]);
    return file ? 0 : 1;
}

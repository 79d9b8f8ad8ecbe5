// A Word file by its parts: main part, styles, numbering, footnotes, the main part's relationships, separated by the byte 1.
#include "properties.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::string around =
        "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>\1"
        "<Relationships><Relationship Id=\"r1\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></Relationships>\1";
    const std::string input = around + std::string(fuzz::text_of(data, size));
    fuzz::reads(fuzz::archive(input, {"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml", "word/numbering.xml",
                                      "word/footnotes.xml", "word/_rels/document.xml.rels"}),
                "plan.docx");
    return 0;
}

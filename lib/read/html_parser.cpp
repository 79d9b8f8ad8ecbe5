// SAX, so no tree is made. The parser is C: no exception may pass through it, so the first one is kept, the parse is
// stopped and it is thrown again behind it. Offsets come from the parser's input, which is the markup itself, not
// converted.
#include "read/html_parser.hpp"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <climits>
#include <exception>
#include <memory>
#include <new>
#include <string_view>

#include "read/builder.hpp"
#include "read/html_reader.hpp"

namespace plancheck::html {

namespace {

struct Run {
    Reader& reader;
    htmlParserCtxtPtr context;
    std::exception_ptr failure;
    bool out_of_memory = false;

    std::size_t offset() const noexcept {
        const xmlParserInput* input = context->input;
        return input == nullptr
                   ? 0
                   : static_cast<std::size_t>(input->consumed) + static_cast<std::size_t>(input->cur - input->base);
    }

    template <class Work>
    void guarded(Work&& work) noexcept {
        if (failure) return;
        try {
            work();
        } catch (...) {
            failure = std::current_exception();
            xmlStopParser(context);
        }
    }
};

const char* chars(const xmlChar* text) noexcept { return reinterpret_cast<const char*>(text); }

extern "C" {

static void on_start(void* data, const xmlChar* name, const xmlChar** attributes) {
    auto& run = *static_cast<Run*>(data);
    run.guarded([&] {
        Attributes list;
        for (; attributes != nullptr && *attributes != nullptr; attributes += 2)
            list.add(chars(attributes[0]), attributes[1] == nullptr ? "" : chars(attributes[1]));
        run.reader.start(chars(name), list, run.offset());
    });
}

static void on_end(void* data, const xmlChar* name) {
    auto& run = *static_cast<Run*>(data);
    run.guarded([&] { run.reader.end(chars(name), run.offset()); });
}

static void on_text(void* data, const xmlChar* text, int size) {
    auto& run = *static_cast<Run*>(data);
    run.guarded([&] { run.reader.text({chars(text), static_cast<std::size_t>(size)}, run.offset()); });
}

static void on_error(void* data, xmlErrorPtr error) {
    if (error != nullptr && error->code == XML_ERR_NO_MEMORY) static_cast<Run*>(data)->out_of_memory = true;
}

}  // extern "C"

struct Free {
    void operator()(htmlParserCtxtPtr context) const noexcept { htmlFreeParserCtxt(context); }
};

}  // namespace

void parse(const std::string& markup, Reader& reader) {
    if (markup.empty()) return;
    if (markup.size() > INT_MAX) limit_reached("file-bytes", markup.size(), INT_MAX);
    // The library sets itself up at its first use, and two threads that come first together may wait for ever.
    [[maybe_unused]] static const bool ready = (xmlInitParser(), true);
    const std::unique_ptr<htmlParserCtxt, Free> context(
        htmlCreateMemoryParserCtxt(markup.data(), static_cast<int>(markup.size())));
    if (!context) throw std::bad_alloc();
    htmlCtxtUseOptions(context.get(),
                       HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT);
    // It is UTF-8, whatever the text says of itself.
    xmlSwitchEncoding(context.get(), XML_CHAR_ENCODING_UTF8);

    Run run{reader, context.get(), {}};
    htmlSAXHandler handler{};
    handler.startElement = on_start;
    handler.endElement = on_end;
    handler.characters = on_text;
    handler.ignorableWhitespace = on_text;
    handler.cdataBlock = on_text;
    handler.serror = on_error;
    handler.initialized = XML_SAX2_MAGIC;
    *context->sax = handler;
    context->userData = &run;
    htmlParseDocument(context.get());
    if (run.failure) std::rethrow_exception(run.failure);
    if (run.out_of_memory) throw std::bad_alloc();
}

}  // namespace plancheck::html

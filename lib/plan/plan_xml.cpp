// Sections and items stand directly under <plan>, so that a short XPath counts them; what follows from values (months of
// a period, amounts) is computed here, because XPath 1.0 knows neither dates nor money. The content comes last and alone
// is read back. A line break inside a block is written as a reference: as a character it would be layout.
#include "plan/plan_xml.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <vector>

#include "read/plan_names.hpp"
#include "text/numerals.hpp"
#include "text/utf8.hpp"
#include "text/values.hpp"
#include "text/words.hpp"

namespace plancheck {

namespace {

void append_escaped(std::string& to, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '&': to += "&amp;"; break;
            case '<': to += "&lt;"; break;
            case '>': to += "&gt;"; break;
            case '"': to += "&quot;"; break;
            case '\n': to += "&#10;"; break;
            case '\t': to += "&#9;"; break;
            case '\r': to += "&#13;"; break;
            default: to += c;
        }
    }
}

void attribute(std::string& to, std::string_view name, std::string_view value) {
    to.append(" ").append(name).append("=\"");
    append_escaped(to, value);
    to += '"';
}

void attribute(std::string& to, std::string_view name, std::uint64_t value) { attribute(to, name, std::to_string(value)); }

void attribute_if(std::string& to, std::string_view name, std::string_view value) {
    if (!value.empty()) attribute(to, name, value);
}

// Months from the beginning of year 0, of "2025" (its first or last month), "2025-03" or "2025-03-14".
std::optional<std::int32_t> month_of(std::string_view date, bool last) {
    std::int32_t year = 0, month = last ? 12 : 1;
    const auto number = [](std::string_view digits, std::int32_t& value) {
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return error == std::errc() && end == digits.data() + digits.size();
    };
    if (date.size() < 4 || !number(date.substr(0, 4), year)) return std::nullopt;
    if (date.size() >= 7 && !number(date.substr(5, 2), month)) return std::nullopt;
    return 12 * year + month - 1;
}

// Months that a period covers, both ends included.
std::optional<std::uint32_t> months_of(const FieldValue& value) {
    if (value.type == "quarter") return 3;
    if (value.type != "period") return std::nullopt;
    const std::size_t slash = value.value.find('/');
    if (slash == std::string::npos) return std::nullopt;
    const auto begin = month_of(std::string_view(value.value).substr(0, slash), false);
    const auto end = month_of(std::string_view(value.value).substr(slash + 1), true);
    if (!begin || !end || *end < *begin) return std::nullopt;
    return static_cast<std::uint32_t>(*end - *begin + 1);
}

struct Money {
    std::string_view amount, currency;
};

Money money_of(const FieldValue& value) {
    if (value.type != "money") return {};
    const std::size_t space = value.value.rfind(' ');
    if (space == std::string::npos) return {value.value, {}};
    return {std::string_view(value.value).substr(0, space), std::string_view(value.value).substr(space + 1)};
}

// A day as a number, since XPath compares nothing else: 20250314.
std::string day_number(std::string_view date) {
    std::string digits;
    for (const char c : date)
        if (c != '-') digits.push_back(c);
    return digits;
}

// First and last day of a date, quarter or period.
struct Range {
    std::string from, to;

    void take(const Range& other) {
        if (!other.from.empty() && (from.empty() || other.from < from)) from = other.from;
        if (!other.to.empty() && (to.empty() || other.to > to)) to = other.to;
    }
};

Range range_of(std::string_view type, const std::string& value) {
    const auto known = type == "date" ? ValueType::date : type == "period" ? ValueType::period : type == "quarter" ? ValueType::quarter : ValueType::text;
    if (known == ValueType::text) return {};
    Value whole;
    whole.type = known;
    whole.value = value;
    const Days days = days_of(whole);
    return {day_number(days.first), day_number(days.last)};
}

class Writer {
public:
    explicit Writer(const Plan& plan) : plan_(plan), document_(plan.document()) {}

    std::string run(bool content) {
        if (content) out_.reserve(document_.text.size() * 5 / 4 + 100 * document_.blocks.size() + 4096);
        begin();
        for (const Section& section : plan_.outline->sections) write(section);
        std::uint32_t number = 0;
        for (const Annex& annex : plan_.outline->annexes) write(annex, ++number);
        for (const Item& item : plan_.items) write(item);
        if (!content) return std::move(out_ += "</plan>\n");
        range("content", 0, document_.main_end);
        if (document_.main_end < document_.blocks.size()) range("notes", document_.main_end, static_cast<std::uint32_t>(document_.blocks.size()));
        out_ += "</plan>\n";
        return std::move(out_);
    }

private:
    const Plan& plan_;
    const Document& document_;
    std::string out_;
    std::size_t link_ = 0;  // first link that may stand in the block at hand

    void begin() {
        out_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plan";
        attribute(out_, "xmlns", plan_namespace);
        attribute(out_, "schema", "plancheck-plan/1");
        attribute(out_, "template", plan_.form().id);
        attribute(out_, "edition", plan_.form().edition);
        attribute_if(out_, "language", plan_.language);
        const Format origin = document_.origin == Format::unknown ? document_.format : document_.origin;
        if (origin != Format::plan_xml) attribute_if(out_, "format", name(origin));
        attribute(out_, "words", document_.total.words);
        attribute_if(out_, "title", plan_.title);
        attribute_if(out_, "area", plan_.area);
        attribute_if(out_, "date", plan_.date);
        attribute_if(out_, "period", plan_.period);
        const Range range = range_of("date", plan_.date);
        attribute_if(out_, "from", range.from);
        attribute_if(out_, "to", range.to);
        attribute_if(out_, "status", plan_.status);
        out_ += ">\n";
    }

    void write(const Section& section) {
        out_ += "<section";
        if (section.spec != nullptr) attribute(out_, "key", section.spec->key);
        if (const std::uint32_t value = section.numeral.value; value != 0) {
            const auto& sections = plan_.form().sections;
            const NumberFormat style = plan_.form().decimal ? NumberFormat::decimal : NumberFormat::upper_roman;
            attribute(out_, "numeral", value <= sections.size() ? sections[value - 1].numeral : format_numeral(value, style));
        }
        attribute(out_, "title", document_.view(section.title));
        attribute(out_, "confidence", name(section.confidence));
        attribute(out_, "words", section.words.words);
        std::uint32_t characters = section.glued.empty() ? 0 : count_words(document_.view(section.glued), Counting::characters).words;
        for (std::uint32_t i = section.body_begin; i < section.body_end; ++i) {
            const Block& block = document_.blocks[i];
            if (!block.text.empty() && !block.has(mark::uncounted)) characters += count_words(document_.view(block.text), Counting::characters).words;
        }
        attribute(out_, "characters", characters);
        if (section.spec != nullptr && !section.repeated) {
            const std::string& key = section.spec->key;
            attribute(out_, "items", static_cast<std::uint64_t>(std::count_if(plan_.items.begin(), plan_.items.end(), [&](const Item& item) { return item.section == key; })));
            const Field* field = plan_.value(key);
            if (field != nullptr && !field->values.empty()) {
                const FieldValue& value = field->values.front();
                attribute(out_, "type", value.type);
                attribute_if(out_, "value", value.value);
                computed(value);
            }
        }
        out_ += "/>\n";
    }

    void write(const Annex& annex, std::uint32_t number) {
        out_ += "<annex";
        attribute(out_, "number", number);
        attribute(out_, "title", document_.view(annex.title));
        attribute(out_, "words", (document_.before(annex.body_end) - document_.before(annex.heading)).words);
        out_ += "/>\n";
    }

    // What XPath cannot compute from a value by itself.
    void computed(const FieldValue& value) {
        if (const auto months = months_of(value)) attribute(out_, "months", *months);
        if (const Money money = money_of(value); !money.amount.empty()) {
            attribute(out_, "amount", money.amount);
            attribute_if(out_, "currency", money.currency);
        }
        const Range range = range_of(value.type, value.value);
        attribute_if(out_, "from", range.from);
        attribute_if(out_, "to", range.to);
    }

    void write(const Item& item) {
        out_ += "<item";
        attribute(out_, "kind", item.kind);
        attribute(out_, "id", item.id);
        attribute_if(out_, "label", item.label);
        attribute(out_, "title", item.title);
        attribute(out_, "section", item.section);
        attribute(out_, "confidence", name(item.confidence));
        attribute(out_, "words", count_words(document_.view(item.span)).words);
        totals(item);
        std::string refers;
        for (const std::string& id : item.refers_to) refers += (refers.empty() ? "" : " ") + id;
        attribute_if(out_, "refers-to", refers);
        if (item.fields.empty()) {
            out_ += "/>\n";
            return;
        }
        out_ += ">\n";
        for (const Field& field : item.fields) write(field);
        out_ += "</item>\n";
    }

    // What an item's values come to: the longest period, and the cost where it has one.
    void totals(const Item& item) {
        std::optional<std::uint32_t> months;
        std::vector<Money> costs;
        Range range;
        for (const Field& field : item.fields) {
            for (const FieldValue& value : field.values) {
                if (const auto own = months_of(value)) months = std::max(months.value_or(0), *own);
                if (const Money money = money_of(value); !money.amount.empty()) costs.push_back(money);
                range.take(range_of(value.type, value.value));
            }
        }
        if (months) attribute(out_, "months", *months);
        if (costs.size() == 1) {
            attribute(out_, "amount", costs[0].amount);
            attribute_if(out_, "currency", costs[0].currency);
        }
        attribute_if(out_, "from", range.from);
        attribute_if(out_, "to", range.to);
    }

    void write(const Field& field) {
        out_ += " <field";
        attribute(out_, "name", field.name);
        if (field.stated) attribute(out_, "stated", "true");
        if (field.values.empty()) {
            out_ += "/>\n";
            return;
        }
        out_ += ">\n";
        for (const FieldValue& value : field.values) {
            out_ += "  <value";
            attribute(out_, "type", value.type);
            attribute_if(out_, "value", value.value);
            computed(value);
            if (value.ambiguous) attribute(out_, "ambiguous", "true");
            out_ += '>';
            append_escaped(out_, value.text);
            out_ += "</value>\n";
        }
        out_ += " </field>\n";
    }

    void range(std::string_view element, std::uint32_t begin, std::uint32_t end) {
        out_.append("<").append(element).append(" xml:space=\"preserve\">\n");
        std::vector<std::uint32_t> open;  // blocks
        const auto close = [&] {
            out_.append("</").append(block_elements[static_cast<std::size_t>(document_.blocks[open.back()].kind)]).append(">\n");
            open.pop_back();
        };
        for (std::uint32_t i = begin; i < end; ++i) {
            while (!open.empty() && document_.blocks[open.back()].end <= i) close();
            const Block& block = document_.blocks[i];
            const std::string_view own = block_elements[static_cast<std::size_t>(block.kind)];
            out_.append("<").append(own);
            attributes(block, std::any_of(open.begin(), open.end(), [&](std::uint32_t outer) {
                           const BlockKind kind = document_.blocks[outer].kind;
                           return kind == BlockKind::box || kind == BlockKind::note;
                       }));
            if (block.kind == BlockKind::heading || block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item) {
                out_ += '>';
                text(block);
                out_.append("</").append(own).append(">\n");
            } else if (block.end == i + 1) {
                out_ += "/>\n";
            } else {
                out_ += ">\n";
                open.push_back(i);
            }
        }
        while (!open.empty()) close();
        out_.append("</").append(element).append(">\n");
    }

    void attributes(const Block& block, bool inside_uncounted) {
        if (block.kind == BlockKind::heading || block.level != 0) attribute(out_, "level", block.level);
        if (!block.label.empty()) attribute(out_, "label", document_.label(block));
        if (block.list != 0) attribute(out_, "list", block.list);
        if (block.number != 0) attribute(out_, "number", block.number);
        if (block.kind == BlockKind::cell) {
            attribute(out_, "column", block.column);
            if (block.column_span != 1) attribute(out_, "columns", block.column_span);
            if (block.row_span != 1) attribute(out_, "rows", block.row_span);
        }
        if (block.bold != 0) {
            if (block.bold == block.text.size()) attribute(out_, "bold", "all");
            else attribute(out_, "bold", count_code_points(document_.view(block.text).substr(0, block.bold)));
        }
        const bool uncounted = inside_uncounted || block.kind == BlockKind::box || block.kind == BlockKind::note;
        if (block.marks == implied_marks(block.kind == BlockKind::note ? 0 : block.number, !block.label.empty(), uncounted)) return;
        std::string words;
        for (const auto& [bit, word] : mark_words)
            if (block.has(bit)) words.append(words.empty() ? "" : " ").append(word);
        attribute(out_, "marks", words);
    }

    // Links stand in the order of their text; one that reaches over the end of another cannot be written and is left out.
    void text(const Block& block) {
        const std::vector<Link>& links = document_.links;
        while (link_ < links.size() && links[link_].text.begin < block.text.begin) ++link_;
        std::uint32_t at = block.text.begin;
        for (; link_ < links.size() && links[link_].text.end <= block.text.end; ++link_) {
            const Link& link = links[link_];
            if (link.text.begin < at) continue;
            append_escaped(out_, document_.view({at, link.text.begin}));
            out_ += "<link";
            attribute(out_, "to", link.target);
            out_ += '>';
            append_escaped(out_, document_.view(link.text));
            out_ += "</link>";
            at = link.text.end;
        }
        append_escaped(out_, document_.view({at, block.text.end}));
    }
};

}  // namespace

std::string to_plan_xml(const Plan& plan) { return Writer(plan).run(true); }

std::string to_canonical_xml(const Plan& plan) { return Writer(plan).run(false); }

}  // namespace plancheck

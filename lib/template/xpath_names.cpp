// A lexer of XPath 1.0 by its own rule: behind an operand a name or a star is an operator, before a parenthesis a name is a
// function, else it is the name of an element or attribute. The element that a predicate belongs to is kept on a stack, so
// that an attribute is looked up where it stands. The cost is read from the same walk: a predicate is evaluated for every
// node before it, and a path that begins at the root or runs over descendants visits them all again.
#include "template/xpath_names.hpp"

#include <pugixml.hpp>

#include <algorithm>

#include "template/names.hpp"

namespace plancheck {

namespace {

struct Element {
    std::string_view name, attributes;
    bool content;
};
constexpr std::string_view leaf = "level label list number bold marks";
constexpr Element elements[] = {
    {"plan", "schema template edition language format words title area date period status from to", false},
    {"section", "key numeral title confidence words characters items type value months amount currency from to", false},
    {"annex", "number title words", false},
    {"item", "kind id label title section confidence words months amount currency from to refers-to", false},
    {"field", "name stated", false},
    {"value", "type value months amount currency from to ambiguous", false},
    {"content", "", true},
    {"notes", "", true},
    {"heading", leaf, true},
    {"p", leaf, true},
    {"li", leaf, true},
    {"table", "marks", true},
    {"row", "marks", true},
    {"cell", "column columns rows marks", true},
    {"figure", "marks", true},
    {"box", "marks", true},
    {"note", "label marks", true},
    {"link", "to", true},
};
constexpr std::string_view functions =
    "last position count id local-name namespace-uri name string concat starts-with contains substring-before substring-after "
    "substring string-length normalize-space translate boolean not true false lang number sum floor ceiling round";
constexpr std::string_view node_types = "comment text processing-instruction node";
constexpr std::string_view axes =
    "ancestor ancestor-or-self attribute child descendant descendant-or-self following following-sibling parent preceding "
    "preceding-sibling self";
constexpr std::string_view types_in_plan =
    "email telephone web masked person organisation date period quarter ongoing recurrence money percentage quantity reference term text "
    "unset address";
constexpr std::uint32_t most_power = 3;

bool among(std::string_view word, std::string_view list) {
    const auto words = split_words(list);
    return std::find(words.begin(), words.end(), word) != words.end();
}

enum class Kind : std::uint8_t { name, star, literal, number, sign, axis, function, node_type, operation };

struct Token {
    Kind kind;
    std::string_view text;
};

bool name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80; }
bool digit(char c) { return c >= '0' && c <= '9'; }
bool name_char(char c) { return name_start(c) || digit(c) || c == '-' || c == '.'; }

std::size_t end_while(std::string_view text, std::size_t at, bool (*belongs)(char)) {
    while (at < text.size() && belongs(text[at])) ++at;
    return at;
}

class Tokens {
public:
    explicit Tokens(std::string_view text) : text_(text) {}

    std::vector<Token> run() {
        while ((at_ = end_while(text_, at_, space)) < text_.size()) {
            const char c = text_[at_];
            if (c == '"' || c == '\'') literal(c);
            else if (digit(c) || (c == '.' && at_ + 1 < text_.size() && digit(text_[at_ + 1]))) add(Kind::number, end_while(text_, at_, [](char d) { return digit(d) || d == '.'; }));
            else if (name_start(c)) name();
            else if (c == '*') add(behind_operand() ? Kind::operation : Kind::star, at_ + 1);
            else sign();
        }
        return std::move(tokens_);
    }

private:
    const std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Token> tokens_;

    static bool space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

    void add(Kind kind, std::size_t end) {
        tokens_.push_back({kind, text_.substr(at_, end - at_)});
        at_ = end;
    }

    // Where "*", "and" and their like join two operands.
    bool behind_operand() const {
        if (tokens_.empty()) return false;
        const Token& last = tokens_.back();
        if (last.kind == Kind::sign) return among(last.text, ") ] . ..");
        return last.kind != Kind::operation && last.kind != Kind::axis;
    }

    void literal(char quote) {
        const std::size_t end = std::min(text_.find(quote, at_ + 1), text_.size());
        tokens_.push_back({Kind::literal, text_.substr(at_ + 1, end - at_ - 1)});
        at_ = std::min(end + 1, text_.size());
    }

    void name() {
        const std::size_t end = end_while(text_, at_, name_char), next = end_while(text_, end, space);
        const std::string_view word = text_.substr(at_, end - at_), behind = text_.substr(next);
        if (behind_operand() && among(word, "and or mod div")) return add(Kind::operation, end);
        if (behind.starts_with("::")) {
            add(Kind::axis, end);
            at_ = next + 2;
        } else if (behind.starts_with("(")) {
            add(among(word, node_types) ? Kind::node_type : Kind::function, end);
        } else {
            add(Kind::name, end);
        }
    }

    void sign() {
        const bool two = among(text_.substr(at_, 2), "// .. != <= >=");
        const std::string_view sign = text_.substr(at_, two ? 2 : 1);
        add(among(sign, "| + - = != < <= > >=") ? Kind::operation : Kind::sign, at_ + sign.size());
    }
};

std::vector<Token> tokens_of(std::string_view text) { return Tokens(text).run(); }

class Walk {
public:
    Walk(const std::vector<Token>& tokens, const Template* form, std::vector<XPathFault>* faults) : tokens_(tokens), form_(form), faults_(faults) {}

    XPathUse run() {
        for (std::size_t i = 0; i < tokens_.size(); ++i) step(i);
        return use_;
    }

private:
    struct Path {
        std::string_view element;  // of its last step; empty: unknown
        std::uint32_t wide = 0;    // steps that may visit every node
        bool open = false;         // a step may follow
    };

    const std::vector<Token>& tokens_;
    const Template* form_;
    std::vector<XPathFault>* faults_;
    XPathUse use_;
    Path path_;
    std::vector<Path> outer_;           // of predicates
    std::vector<bool> brackets_;        // true: a predicate; false: a parenthesis
    std::vector<Path> parentheses_;
    std::uint32_t context_ = 0;

    void fault(std::string message, std::string_view wrong, std::vector<std::string_view> known) const {
        if (faults_ != nullptr) faults_->push_back({std::move(message), std::string(wrong), std::move(known)});
    }

    const Token* at(std::size_t i) const { return i < tokens_.size() ? &tokens_[i] : nullptr; }
    bool is(std::size_t i, std::string_view text) const { return i < tokens_.size() && tokens_[i].text == text && tokens_[i].kind != Kind::literal; }

    void widen() {
        ++path_.wide;
        use_.power = std::max(use_.power, context_ + path_.wide);
    }

    void step(std::size_t i) {
        const Token& token = tokens_[i];
        const bool attribute = i > 0 && (is(i - 1, "@") || (tokens_[i - 1].kind == Kind::axis && tokens_[i - 1].text == "attribute"));
        switch (token.kind) {
            case Kind::name:
                if (attribute) attribute_named(i);
                else element_named(token.text);
                path_.open = false;
                break;
            case Kind::star:
            case Kind::node_type:
                if (!attribute) {
                    path_.element = {};
                    use_.content = use_.content || token.kind == Kind::star;
                }
                path_.open = false;
                break;
            case Kind::function:
                if (!among(token.text, functions)) fault("unknown function of XPath:", token.text, split_words(functions));
                break;
            case Kind::axis:
                if (!among(token.text, axes)) fault("unknown axis of XPath:", token.text, split_words(axes));
                else if (!among(token.text, "child attribute self parent")) widen();
                if (token.text == "parent" || token.text == "self") path_.element = {};
                break;
            case Kind::operation:
                compared(i);
                path_ = {};
                break;
            case Kind::literal:
            case Kind::number: break;
            case Kind::sign: sign(i, token.text); break;
        }
    }

    void sign(std::size_t i, std::string_view text) {
        const bool begins = i == 0 || tokens_[i - 1].kind == Kind::operation || is(i - 1, "(") || is(i - 1, "[") || is(i - 1, ",");
        if (text == "//") {
            if (begins) path_ = {};
            widen();
            path_.element = {};
        } else if (text == "/") {
            if (begins) {
                path_ = {};
                // From the root again, for each node that the predicate is asked of.
                if (context_ > 0) widen();
                path_.element = {};
            }
        } else if (text == "[") {
            outer_.push_back(path_);
            brackets_.push_back(true);
            context_ += std::max(path_.wide, std::uint32_t{1});
            path_ = {};
        } else if (text == "]") {
            if (!brackets_.empty() && brackets_.back() && !outer_.empty()) {
                path_ = outer_.back();
                outer_.pop_back();
                brackets_.pop_back();
                context_ -= std::min(context_, std::max(path_.wide, std::uint32_t{1}));
            }
        } else if (text == "(") {
            brackets_.push_back(false);
            parentheses_.push_back(path_);
            path_ = {};
        } else if (text == ")") {
            if (!brackets_.empty() && !brackets_.back() && !parentheses_.empty()) {
                // (item | annex)[…]: of which element is not known.
                const Path inside = path_;
                path_ = parentheses_.back();
                path_.element = {};
                path_.wide = std::max(path_.wide, inside.wide);
                parentheses_.pop_back();
                brackets_.pop_back();
            }
        } else if (text == "," ) {
            path_ = {};
        } else if (text == ".." ) {
            path_.element = {};
        } else if (text == "$") {
            fault("variables are not known here", {}, {});
        }
    }

    void element_named(std::string_view name) {
        const auto known = std::find_if(std::begin(elements), std::end(elements), [&](const Element& one) { return one.name == name; });
        if (known == std::end(elements)) fault("unknown element of the plan's XML:", name, canonical_elements());
        else use_.content = use_.content || known->content;
        path_.element = name;
    }

    void attribute_named(std::size_t i) {
        const std::string_view name = tokens_[i].text;
        // Behind a step it belongs to that step, else to the node that the predicate is asked of.
        const bool behind = i >= 2 && (is(i - 2, "/") || is(i - 2, "//"));
        std::string_view element = behind ? path_.element : outer_.empty() ? std::string_view() : outer_.back().element;
        // Of a misspelt element all attributes are looked at.
        if ((behind && is(i - 2, "//")) || std::none_of(std::begin(elements), std::end(elements), [&](const Element& one) { return one.name == element; })) element = {};
        std::vector<std::string_view> known;
        for (const Element& one : elements)
            if (element.empty() || one.name == element)
                for (const std::string_view attribute : split_words(one.attributes)) known.push_back(attribute);
        if (std::find(known.begin(), known.end(), name) == known.end())
            fault(element.empty() ? "unknown attribute of the plan's XML:" : "<" + std::string(element) + "> has no such attribute:", name, std::move(known));
        const bool before = i >= 3 && is(i - 1, "@") && (is(i - 2, "=") || is(i - 2, "!=")) && tokens_[i - 3].kind == Kind::literal;
        if (before) value_of(name, tokens_[i - 3].text);
        else if ((is(i + 1, "=") || is(i + 1, "!=")) && at(i + 2) != nullptr && tokens_[i + 2].kind == Kind::literal) value_of(name, tokens_[i + 2].text);
    }

    // @kind = 'efort' is as empty as a misspelt element.
    void value_of(std::string_view attribute, std::string_view value) const {
        if (form_ == nullptr) return;
        std::vector<std::string_view> known;
        if (attribute == "kind") {
            for (const ItemSpec& item : form_->items) known.emplace_back(item.kind);
        } else if (attribute == "key" || attribute == "section") {
            for (const SectionSpec& section : form_->sections) known.emplace_back(section.key);
            if (attribute == "section") known.insert(known.end(), {"front", "annex"});
        } else if (attribute == "name") {
            for (const ItemSpec& item : form_->items)
                for (const FieldSpec& field : item.fields) known.emplace_back(field.name);
        } else if (attribute == "type") {
            known = split_words(types_in_plan);
        } else if (attribute == "confidence") {
            known = {"certain", "high", "low"};
        } else {
            return;
        }
        if (std::find(known.begin(), known.end(), value) == known.end())
            fault("unknown value of @" + std::string(attribute) + ":", value, std::move(known));
    }

    // Two sets of nodes are compared each with each.
    void compared(std::size_t i) {
        if (!among(tokens_[i].text, "= != < <= > >=") || i == 0 || i + 1 >= tokens_.size()) return;
        const auto path_end = [&](std::size_t k) {
            return (tokens_[k].kind == Kind::name || tokens_[k].kind == Kind::star || is(k, "]")) && !(k > 0 && is(k - 1, "@") && (k < 2 || !is(k - 2, "/")));
        };
        const auto path_begin = [&](std::size_t k) { return tokens_[k].kind == Kind::name || tokens_[k].kind == Kind::star || is(k, "/") || is(k, "//"); };
        if (path_end(i - 1) && path_begin(i + 1)) use_.power = std::max(use_.power, context_ + 2);
    }
};

}  // namespace

std::vector<std::string_view> canonical_elements() {
    std::vector<std::string_view> names;
    for (const Element& one : elements) names.push_back(one.name);
    return names;
}

std::vector<std::string_view> canonical_attributes(std::string_view element) {
    for (const Element& one : elements)
        if (one.name == element) return split_words(one.attributes);
    return {};
}

std::vector<XPathFault> xpath_faults(std::string_view expression, const Template& form) {
    std::vector<XPathFault> faults;
    const std::vector<Token> tokens = tokens_of(expression);
    const XPathUse use = Walk(tokens, &form, &faults).run();
    if (use.power > most_power) faults.push_back({"the expression would take too long: predicates that look at the whole plan stand inside each other", {}, {}});
    if (!faults.empty()) return faults;
    try {
        const pugi::xpath_query query(std::string(expression).c_str());
    } catch (const pugi::xpath_exception& error) {
        faults.push_back({"no XPath 1.0: " + std::string(error.what()) + " at character " + std::to_string(error.result().offset + 1), {}, {}});
    }
    return faults;
}

XPathUse xpath_use(std::string_view expression) {
    const std::vector<Token> tokens = tokens_of(expression);
    return Walk(tokens, nullptr, nullptr).run();
}

}  // namespace plancheck

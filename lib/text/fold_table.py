#!/usr/bin/env python3
"""Writes fold_table.hpp: what folding makes of the code points whose answer needs no normaliser (see fold.cpp).

Run it by hand when the rules change:  python3 lib/text/fold_table.py > lib/text/fold_table.hpp
"""
import unicodedata

SPECIAL = {}
for c in (0x60, 0xB4, 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x2BC, 0x2B9, 0x2BB, 0x2BD, 0x2C8, 0x374):
    SPECIAL[c] = "'"
for c in (0xAB, 0xBB, 0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0x2036, 0x2039, 0x203A):
    SPECIAL[c] = '"'
for c in (*range(0x2010, 0x2016), 0x58A):
    SPECIAL[c] = "-"
for c in (0xAD, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0x80, 0x85),
          *range(0x86, 0xA0), *range(0x610, 0x61B), *range(0x64B, 0x660), 0x670, 0x640, *range(0x6D6, 0x6DD),
          *range(0x6DF, 0x6E5), 0x6E7, 0x6E8, *range(0x6EA, 0x6EE), *range(0x300, 0x370), *range(0x483, 0x48A)):
    SPECIAL[c] = ""
SPECIAL.update({0x2027: "\u00b7", 0x387: "\u00b7", 0x2044: "/", 0x60C: ",", 0x61B: ";", 0x61F: "?", 0x66A: "%", 0x66B: ".", 0x66C: ",",
                0x6D4: ".", 0x622: "\u0627", 0x623: "\u0627", 0x625: "\u0627", 0x671: "\u0627", 0x649: "\u064a",
                0x6CC: "\u064a", 0x6A9: "\u0643", 0x629: "\u0647", 0x6C1: "\u0647", 0x6BE: "\u0647",
                0x153: "oe", 0x152: "oe", 0xE6: "ae", 0xC6: "ae", 0xF8: "o", 0xD8: "o", 0x131: "i", 0x142: "l", 0x141: "l",
                0x111: "d", 0x110: "d", 0xF0: "d", 0xD0: "d", 0xA8: " ", 0xAF: " ", 0xB8: " "})
SPACES = {0x85, 0xA0, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F}


def fold(c):
    if c in SPACES:
        return " "
    if c in SPECIAL:
        return SPECIAL[c]
    if c != 0x2044 and unicodedata.category(chr(c)) == "Nd":
        return str(unicodedata.digit(chr(c)))
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", chr(c)).casefold())
    out = ""
    for ch in text:
        name = unicodedata.name(ch, "")
        if ord(ch) in SPECIAL and ord(ch) != c:
            out += SPECIAL[ord(ch)]
        elif name.startswith("CYRILLIC"):
            out += {"\u0451": "\u0435", "\u0450": "\u0435", "\u045d": "\u0438"}.get(ch, ch)
        elif name.startswith("LATIN") or name.startswith("GREEK"):
            out += "".join(x for x in unicodedata.normalize("NFD", ch) if not unicodedata.combining(x))
        elif unicodedata.combining(ch) and c < 0x370:
            pass
        else:
            out += ch
    return out


def main():
    strings = []
    print("// Written by fold_table.py.\n#pragma once\n\n#include <cstdint>\n\nnamespace plancheck::fold_table {\n")
    print("// One code point; 0: nothing; from `many` on: that string of `strings`.")
    print("inline constexpr std::uint16_t many = 0xF000;\n")
    for name, first, last in (("low", 0x80, 0x6FF), ("punctuation", 0x2000, 0x206F)):
        cells = []
        for c in range(first, last + 1):
            out = fold(c)
            if len(out) == 0:
                cells.append(0)
            elif len(out) == 1:
                assert ord(out) < 0xF000
                cells.append(ord(out))
            else:
                if out not in strings:
                    strings.append(out)
                cells.append(0xF000 + strings.index(out))
        print(f"inline constexpr std::uint32_t {name}_first = 0x{first:X};")
        print(f"inline constexpr std::uint32_t {name}_last = 0x{last:X};")
        print(f"inline constexpr std::uint16_t {name}[] = {{")
        for i in range(0, len(cells), 16):
            print("    " + ", ".join(f"0x{x:X}" for x in cells[i:i + 16]) + ",")
        print("};\n")
    print("inline constexpr const char* strings[] = {")
    for s in strings:
        body = "".join(ch if 0x20 <= ord(ch) < 0x7F and ch not in '"\\' else "".join(f"\\{b:03o}" for b in ch.encode())
                       for ch in s)
        print(f'    "{body}",')
    print("};\n\n}  // namespace plancheck::fold_table")


main()

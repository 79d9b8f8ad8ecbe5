#!/bin/sh
# words.sh ROOT: what a template asks is data. No line of C++ under lib/ holds the id of a template, a clause of its source, a
# section title in any language, or its subject; kinds of item and types of field belong to the library.
set -eu
cd "$1"
words=$(mktemp)
trap 'rm -f "$words" "$words.hits"' EXIT
for file in templates/*.xml; do
    basename "$file" .xml
    # Titles of two words and more, without numeral and limit; one word alone is everybody's.
    sed -n 's/.*<title [^>]*>\(.*\)<\/title>.*/\1/p' "$file" | sed 's/ *[(（].*//; s/&amp;/\&/g' | grep ' ' || true
done | sort -u > "$words"
printf '%s\n' mercury mercure Minamata 'Annex 2' 'annexe 2' 'overarching framework' 'Cadre global' >> "$words"
[ "$(wc -l < "$words")" -gt 20 ]
if grep -rniF -f "$words" --include='*.cpp' --include='*.hpp' lib > "$words.hits"; then
    echo "words of a template in the library:"
    cat "$words.hits"
    exit 1
fi

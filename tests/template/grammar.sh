#!/bin/sh
# grammar.sh XMLLINT ROOT: every template that ships, and the one its README teaches, holds to the grammar.
set -eu
xmllint=$1
root=$2
example=$(mktemp)
trap 'rm -f "$example"' EXIT
sed -n '/^```xml$/,/^```$/p' "$root/templates/README.md" | sed '/^```/d' > "$example"
for file in "$root"/templates/*.xml "$example"; do
    "$xmllint" --noout --nonet --relaxng "$root/templates/template.rng" "$file"
done
# A grammar that accepts everything would pass as well.
sed 's/<sections>/<sectoins>/; s/<\/sections>/<\/sectoins>/' "$example" > "$example.wrong"
trap 'rm -f "$example" "$example.wrong"' EXIT
if "$xmllint" --noout --nonet --relaxng "$root/templates/template.rng" "$example.wrong" 2> /dev/null; then
    echo "the grammar accepts an unknown element"
    exit 1
fi

#!/bin/sh
# grammar.sh XMLLINT ROOT: every template that ships, and those its README teaches, hold to the grammar.
set -eu
xmllint=$1
root=$2
example=$(mktemp)
trap 'rm -f "$example"' EXIT
trap 'rm -f "$example" "$example.city"' EXIT
sed -n '/^```xml start$/,/^```$/p' "$root/templates/README.md" | sed '/^```/d' > "$example"
sed -n '/^```xml whole city-grants$/,/^```$/p' "$root/templates/README.md" | sed '/^```/d' > "$example.city"
for file in "$root"/templates/*.xml "$example" "$example.city"; do
    "$xmllint" --noout --nonet --relaxng "$root/templates/template.rng" "$file"
done
# A grammar that accepts everything would pass as well.
sed 's/<sections /<sectoins /; s/<\/sections>/<\/sectoins>/' "$example" > "$example.wrong"
trap 'rm -f "$example" "$example.city" "$example.wrong"' EXIT
if "$xmllint" --noout --nonet --relaxng "$root/templates/template.rng" "$example.wrong" 2> /dev/null; then
    echo "the grammar accepts an unknown element"
    exit 1
fi

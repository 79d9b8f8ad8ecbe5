#!/bin/sh
# grammar.sh XMLLINT ROOT: every template that ships, and those its README teaches, hold to the grammar.
set -eu
xmllint=$1
root=$2
example=$(mktemp)
trap 'rm -f "$example" "$example.city" "$example.policy"' EXIT
sed -n '/^```xml start$/,/^```$/p' "$root/templates/README.md" | sed '/^```/d' > "$example"
sed -n '/^```xml whole city-grants$/,/^```$/p' "$root/templates/README.md" | sed '/^```/d' > "$example.city"
for file in "$root"/templates/*.xml "$example" "$example.city"; do
    "$xmllint" --noout --nonet --relaxng "$root/templates/template.rng" "$file"
done
sed -n '/^```xml$/,/^```$/p' "$root/examples/policies/README.md" | sed '/^```/d' > "$example.policy"
for file in "$root"/examples/policies/*.xml "$example.policy"; do
    "$xmllint" --noout --nonet --relaxng "$root/examples/policies/policy.rng" "$file"
done
# A grammar that accepts everything would pass as well.
sed 's/<sections /<sectoins /; s/<\/sections>/<\/sectoins>/' "$example" > "$example.wrong"
sed 's/ place="issue"//' "$example.policy" > "$example.wrong-policy"
trap 'rm -f "$example" "$example.city" "$example.wrong" "$example.policy" "$example.wrong-policy"' EXIT
if "$xmllint" --noout --nonet --relaxng "$root/examples/policies/policy.rng" "$example.wrong-policy" 2> /dev/null; then
    echo "the grammar of policies accepts an acceptance without a place"
    exit 1
fi
if "$xmllint" --noout --nonet --relaxng "$root/templates/template.rng" "$example.wrong" 2> /dev/null; then
    echo "the grammar accepts an unknown element"
    exit 1
fi

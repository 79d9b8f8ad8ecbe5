#!/bin/sh
# reports.sh PLANCHECK SOURCE FOLDER REPORTS: report formats, policies, baselines, blank plans and the options around them,
# from outside. Works in FOLDER; what is written is kept in REPORTS for the tests "schema" and "formats".
set -u
. "$2/tests/cli/common.sh"

long=$source/examples/plans/waste-fr-too-long.md
unfinished=$source/examples/plans/waste-fr-unfinished.md
cp "$long" long.md
cp "$unfinished" unfinished.md

# keep ENDING: what was written last, for the test that looks at it
keep() { cp out "$reports/cli-reports-$cases$1"; }
# says PATTERN WHAT: a line of the output matches
says() { grep -q -- "$1" out || fault "$2"; }

# SARIF: one log for any number of documents, with the exit status in it.
status 0 "$plancheck" --format sarif good.docx
keep .sarif
says '"exitCode": 0' "SARIF without the exit status"
grep -q '"startLine"' out && fault "SARIF has lines of a Word file"
status 3 "$plancheck" --format sarif good.docx faulty.md missing.docx good.docx --jobs 3
keep .sarif
says '"exitCode": 3' "SARIF of a batch without the exit status"
says '"executionSuccessful": false' "SARIF does not say that a document was not examined"
says '"startLine": 14' "SARIF has no line of a text file"
[ "$(grep -c '"driver"' out)" = 1 ] || fault "SARIF of a batch has not one run"
mv out first
status 3 "$plancheck" --format sarif good.docx faulty.md missing.docx good.docx --jobs 1
cmp -s out first || fault "the number of jobs shows in SARIF"

# The samples, in every language and format of theirs.
status 3 "$plancheck" --format sarif "$source/examples/plans"
keep .sarif
for language in en fr es ru ar zh; do
    status 1 "$plancheck" --format html --language $language "$source/examples/plans/chlor-alkali-ar-careless.docx"
    keep .html
done

# JUnit.
status 3 "$plancheck" --format junit good.docx faulty.md missing.docx
keep .junit.xml
[ "$(grep -c '<testsuite ' out)" = 3 ] || fault "JUnit has not one suite a document"
says '<failure type="error"' "JUnit has no failure"
says '<error type="read/not-found"' "JUnit has no error for a document that was not read"

# HTML: one document, several with an index, one file each.
status 1 "$plancheck" --format html faulty.md
keep .html
says '<html lang="en" dir="ltr">' "the page is not in the document's language"
status 1 "$plancheck" --format html long.md --language en
says '<html lang="en" dir="ltr">' "the page is not in the language asked for"
status 3 "$plancheck" --format html good.docx faulty.md missing.docx
keep .html
[ "$(grep -c 'href="#document-' out)" = 3 ] || fault "the index does not list three documents"
status 1 "$plancheck" --format html --output pages/ good.docx faulty.md
same "$(ls pages >listing; echo listing)" "faulty.md.html
good.docx.html
"
status 1 "$plancheck" --format sarif --output logs/ good.docx faulty.md
cp logs/good.docx.sarif "$reports/cli-one.sarif"
grep -q '"exitCode": 1' logs/faulty.md.sarif || fault "SARIF of one of several documents has not its own status"

# Policies.
cat >policy.xml <<'EOF'
<policy template="gmp-annex2">
  <severity requirement="actions/count" is="warning">Proposed.</severity>
  <accept requirement="issue/word-limit" place="issue" until="2027-06-30">Agreed.</accept>
  <accept requirement="efforts/contacts" place="efforts">Known.</accept>
</policy>
EOF
status 1 "$plancheck" long.md
status 0 "$plancheck" --policy policy.xml --as-of 2027-06-30 long.md
says 'actions/count' "a finding whose severity was lowered is not shown"
status 1 "$plancheck" --policy policy.xml --as-of 2027-06-30 --fail-on warning long.md
status 1 "$plancheck" --policy policy.xml --as-of 2027-07-01 long.md
says '\[policy/expired\]' "an acceptance that has ended is not told"
status 0 "$plancheck" --policy policy.xml --as-of 2027-06-30 --format json long.md
keep .json
says '"policy": "policy.xml"' "the report does not name the policy"
says '"severityFrom": "policy"' "the report does not say who set a severity"
says '"by": "policy"' "the report does not say who suppressed a finding"
status 0 "$plancheck" --policy "$source/examples/policies/proposed-number-of-actions.xml" good.docx
sed 's/word-limit/word-limits/' policy.xml >slip.xml
status 2 "$plancheck" --policy slip.xml long.md
same err "plancheck: slip.xml:3: unknown requirement: 'issue/word-limits'; did you mean 'issue/word-limit'?
"
[ -s out ] && fault "a policy that is refused leaves output"
printf '<policy>' >broken-policy.xml
status 2 "$plancheck" --policy broken-policy.xml long.md
: >empty.xml
wrong "--policy empty.xml: the file is empty" --policy empty.xml long.md
wrong "--policy none.xml: cannot be read" --policy none.xml long.md

# Baselines.
status 1 "$plancheck" --format json --output old.json long.md
status 0 "$plancheck" --baseline old.json long.md
status 1 "$plancheck" --baseline old.json --format json unfinished.md
keep .json
says '"baseline": "new"' "what is new does not stand out"
[ "$(sed -n '/"gone": \[/,/^    \]/p' out | grep -c '"fingerprint"')" = 3 ] || fault "what is gone is not listed"
for format in text html sarif junit; do
    status 1 "$plancheck" --baseline old.json --format $format unfinished.md
    case $format in sarif) keep .sarif ;; html) keep .html ;; junit) keep .junit.xml ;; esac
done
status 1 "$plancheck" --format json --output batch.json long.md unfinished.md
status 1 "$plancheck" --format jsonl --output batch.jsonl long.md unfinished.md
status 0 "$plancheck" --baseline batch.json long.md unfinished.md
status 0 "$plancheck" --baseline batch.jsonl unfinished.md long.md
status 2 "$plancheck" --baseline policy.xml long.md
same err "plancheck: policy.xml:1: not JSON
"
wrong "--baseline none.json: cannot be read" --baseline none.json long.md

# A report that is to be compared with is not lost when the comparison is refused, nor when a file cannot be made.
cp old.json keep.json
status 2 "$plancheck" --baseline slip.xml --output old.json long.md
cmp -s old.json keep.json || fault "a refused call changes the output"

# Blank plans: whole, read back, never taken for a plan that is done.
for format in docx odt md xml html; do
    status 0 "$plancheck" new --format $format --output "blank.$format"
    [ -s out ] && fault "new --output writes to standard output"
    status 1 "$plancheck" "blank.$format"
    says 'plan/guidance-left' "the prompts of a blank plan are not seen: $format"
    status 0 "$plancheck" new --format $format
    cmp -s out "blank.$format" || fault "a blank plan is not the same twice: $format"
done
for language in $(sed -n 's/.* languages="\([a-z ]*\)".*/\1/p' "$source/templates/gmp-annex2.xml" | head -n 1); do
    status 0 "$plancheck" new --language "$language" --format docx --output "blank-$language.docx"
    status 1 "$plancheck" --format json "blank-$language.docx"
    says "\"language\": \"$language\"" "a blank plan in $language is not recognised as such"
done
wrong "--format pdf: there is no such format here, only docx, odt, md, xml, html" new --format pdf
status 2 "$plancheck" new --language xx
status 2 "$plancheck" new surplus
status 4 "$plancheck" new --format md --output none/blank.md

# Explanations as pages.
for id in word-limit issue/word-limit evaluation/biennial-report issue/context; do
    for language in en fr; do
        status 0 "$plancheck" explain $id --format html --language $language
        keep .html
    done
done

# --max cuts the list and nothing else.
status 1 "$plancheck" --max 1 --format json long.md
keep .json
says '"truncated": {' "a cut list is not told"
says '"error": 3' "a cut list changes the counts"

# Every limit by its name: refused without a whole number, met when it is too small, told by name.
for limit in $(sed -n 's/^    {"\([a-z-]*\)", &Limits::.*/\1/p' "$source/lib/read/readers.cpp"); do
    wrong "--limit $limit=x: the value is not a whole number" --limit "$limit=x" good.docx
    wrong "--limit $limit=-1: the value is not a whole number" --limit "$limit=-1" good.docx
    status 0 "$plancheck" --limit "$limit=4000000000" --format json good.docx
    keep .json
    says "\"$limit\": 4000000000" "the report does not name the limit $limit"
done

# --fail-on, each level with each verdict. The good plan has nothing; long.md has errors; half.md only
# reviews, of severity warning.
sed '/dressent le bilan/d' "$source/examples/plans/waste-fr.md" >half.md
"$plancheck" half.md | tail -n 1 | grep -q 'verdict review' || fault "half.md is no plan to review"
level() { # LEVEL STATUS-OF-GOOD STATUS-OF-HALF STATUS-OF-LONG
    status "$2" "$plancheck" --fail-on "$1" good.docx
    status "$3" "$plancheck" --fail-on "$1" half.md
    status "$4" "$plancheck" --fail-on "$1" long.md
    status 3 "$plancheck" --fail-on "$1" missing.docx long.md
}
level error 0 0 1
level review 0 1 1
level warning 0 1 1
level note 0 1 1
level never 0 0 0

# Escapes only on a terminal, and never with NO_COLOR.
escape=$(printf '\033')
status 1 "$plancheck" long.md
grep -q "$escape" out && fault "escapes in a file"
# Not every machine gives a test a terminal (a bare root has none).
if script -qec true /dev/null </dev/null >/dev/null 2>&1; then
    TERM=xterm script -qec "'$plancheck' long.md" /dev/null </dev/null >out 2>err
    grep -q "$escape\[" out || fault "no colour on a terminal"
    NO_COLOR=1 TERM=xterm script -qec "'$plancheck' long.md" /dev/null </dev/null >out 2>err
    grep -q "$escape\[" out && fault "colour in spite of NO_COLOR"
    TERM=dumb script -qec "'$plancheck' long.md" /dev/null </dev/null >out 2>err
    grep -q "$escape\[" out && fault "colour on a terminal that knows none"
fi

# Exit statuses, highest first: what could not be written before what was not read before what was found.
status 4 "$plancheck" --output none/x.json missing.docx long.md
status 2 "$plancheck" --policy slip.xml missing.docx long.md
status 3 "$plancheck" missing.docx long.md
status 1 "$plancheck" long.md good.docx

echo "$cases cases, $faults faults"
[ $faults = 0 ]

#!/bin/sh
# run.sh PLANCHECK SOURCE FOLDER REPORTS: the command line from outside: exit statuses, bad input, several documents, where
# output goes. Works in FOLDER; JSON reports are kept in REPORTS for the test "schema".
set -u
. "$2/tests/cli/common.sh"

# Exit statuses.
status 0 "$plancheck" good.docx
status 1 "$plancheck" faulty.md
status 1 "$plancheck" check faulty.md
status 1 "$plancheck" good.docx faulty.md
status 3 "$plancheck" faulty.md missing.docx
status 0 "$plancheck" --fail-on never faulty.md
status 3 "$plancheck" --fail-on never missing.docx
status 1 "$plancheck" --fail-on warning faulty.md
status 1 "$plancheck" faulty.md --fail-on=note --max 1
status 0 "$plancheck" --version
same out "plancheck 0.1.0
"
status 0 "$plancheck" --help
[ -s err ] && fault "--help writes to standard error"

# What README.md shows is what is printed.
"$plancheck" "$2/examples/plans/products-en-reordered.docx" 2>/dev/null | sed "s|^$2/||" >shown
sed -n '/^\$ build/,/^```/p' "$2/README.md" | sed '1d;$d' | diff - shown || fault "README.md shows another report"

# Wrong use.
wrong "no file is given"
wrong "no file is given" outline
wrong "more than one file is given, and 'outline' takes one" outline good.docx faulty.md
wrong "--format yaml: there is no such format here, only text, json, jsonl, sarif, junit, html" --format yaml faulty.md
wrong "--fail-on never-ever: error, review, warning, note or never" --fail-on never-ever faulty.md
wrong "--limit nesting: write NAME=VALUE" --limit nesting faulty.md
wrong "--limit nesting=deep: the value is not a whole number" --limit nesting=deep faulty.md
wrong "--limit depth=3: there is no limit called 'depth', only file-bytes, entries, part-bytes, unpacked-bytes, ratio, elements, attributes, nesting, characters, cells, pdf-seconds, pdf-bytes" --limit depth=3 faulty.md
wrong "standard input can be read only once" - -
wrong "--name names standard input, and - is not among the files" --name x.docx faulty.md
wrong "--template none.xml: cannot be read" --template none.xml faulty.md
wrong "--files-from none: cannot be read" --files-from none
for option in template language format document-language output fail-on as-of files-from policy baseline pdf-program; do
    wrong "--$option: the value is empty" --$option "" faulty.md
done
wrong "--language: the value is empty" outline --language "" faulty.md
for option in template policy baseline files-from; do
    wrong "--$option /: cannot be read" --$option / faulty.md
done
status 2 "$plancheck" template check /
wrong "there is no option --formt; did you mean --format?" --formt=json faulty.md
wrong "there is no option --languge; did you mean --language?" outline --languge fr faulty.md
wrong "there is no option --outline" --outline faulty.md
wrong "The following argument was not expected: -z" -z faulty.md
wrong "there is no option --?[31m" "--$(printf '\033')[31m" faulty.md
wrong "there is no requirement and no check called 'word-limits'; 'plancheck requirements' lists them" explain word-limits
for option in jobs max timeout; do
    for value in 010 0x10 +3 -3 1.5 1e2; do status 2 "$plancheck" --$option $value faulty.md; done
done
for words in "--bogus faulty.md" "--jobs 0 faulty.md" "--jobs many faulty.md" "--timeout 0 faulty.md" "--max" "explain" \
    "outline faulty.md good.docx" "requirements extra" "--as-of yesterday faulty.md" "--as-of 2026-02-30 faulty.md" \
    "--language xx faulty.md" "--template no-such faulty.md"; do
    # shellcheck disable=SC2086  # words are meant
    status 2 "$plancheck" $words
    [ -s err ] || fault "no word about: $words"
    [ -s out ] && fault "wrong use writes to standard output: $words"
done

# A template that is refused: file, line, suggestion.
sed '0,/<section key=/s/<section key=/<section kee=/' "$source/templates/gmp-annex2.xml" >typo.xml
line=$(grep -n '<section kee=' typo.xml | cut -d: -f1)
status 2 "$plancheck" --template typo.xml faulty.md
grep -q "typo.xml:$line: .*kee.*key" err || fault "a typo in a template is not told with file, line and suggestion"

# Bad input.
: >empty.docx
printf '  \n\t\n' >blank.txt
head -c 9000 good.docx >cut.docx
printf 'PK\005\006\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0' >hollow.docx
printf '{\\rtf1\\ansi a letter}' >letter.rtf
printf '\211PNG\r\n\032\n\0\0\0\rIHDR' >picture.png
head -c 3000 "$plancheck" >program.docx
printf '<?xml version="1.0"?><plan><section></plan>' >broken.xml
printf 'Dear colleague,\n\nthank you for your letter of last week. We shall meet in spring, and the other partners of the town will be there as well.\n' >letter.txt
printf 'Cher coll\350gue,\n\nmerci de votre lettre. Nous nous rencontrerons apr\350s les f\352tes, et les autres partenaires de la ville seront l\340 aussi.\n' >latin.txt
truncate -s 100M huge.docx
mkdir -p nothing
read_as 3 unreadable read/not-found missing.docx
read_as 3 unreadable read/not-found /dev/null
read_as 2 unreadable read/not-found nothing
read_as 3 unreadable read/empty empty.docx
read_as 3 unreadable read/empty blank.txt
read_as 3 unreadable read/damaged cut.docx
read_as 3 unreadable read/unsupported letter.rtf
read_as 3 unreadable read/unsupported picture.png
read_as 3 unreadable read/limit huge.docx
read_as 3 notApplicable plan/not-applicable letter.txt
read_as 3 notApplicable "read/encoding-guessed plan/not-applicable" latin.txt
for file in hollow.docx program.docx broken.xml; do
    status 3 "$plancheck" "$file"
    grep -q "^$file: verdict unreadable" out || fault "$file is not told as unreadable"
done
if [ "$(id -u)" != 0 ]; then
    cp faulty.md secret.md
    chmod 000 secret.md
    read_as 3 unreadable read/not-found secret.md
fi
status 3 "$plancheck" --limit file-bytes=100 faulty.md
grep -q "read/limit" out || fault "a limit is not told"

# Several documents: every one has its result, in the order given.
status 3 "$plancheck" --format json missing.docx faulty.md cut.docx good.docx --jobs 4
cp out "$reports/cli-batch.json"
names=$(sed -n 's/^ \{8\}"name": "\([a-z]*\.[a-z]*\)",$/\1/p' out | tr '\n' ' ')
[ "$names" = "missing.docx faulty.md cut.docx good.docx " ] || fault "order of a batch: $names"
status 3 "$plancheck" --format jsonl missing.docx faulty.md good.docx --jobs 2
cp out "$reports/cli-batch.jsonl"
[ "$(wc -l <out)" = 4 ] || fault "jsonl has not one line a document and a summary"
status 3 "$plancheck" --format jsonl missing.docx faulty.md good.docx --jobs 1
cmp -s out "$reports/cli-batch.jsonl" || fault "the number of jobs shows in the report"
status 3 "$plancheck" --format jsonl missing.docx faulty.md good.docx --timeout 60
cmp -s out "$reports/cli-batch.jsonl" || fault "--timeout shows in the report"

# Directories: known endings, sorted by bytes, what is temporary left out and counted, links not followed.
mkdir -p tree/b tree/.hidden
cp faulty.md tree/b/1.MD
cp faulty.md tree/Z.md
cp faulty.md tree/a.txt
cp faulty.md tree/.hidden/x.md
touch 'tree/~$Z.docx' 'tree/.~lock.Z.docx#' tree/x.docx.part tree/y.tmp tree/photo.jpeg
ln -s ../faulty.md tree/link.md
status 1 "$plancheck" --format json tree
cp out "$reports/cli-tree.json"
names=$(sed -n 's/^ \{8\}"name": "\(tree.*\)",$/\1/p' out | tr '\n' ' ')
[ "$names" = "tree/Z.md tree/a.txt tree/b/1.MD " ] || fault "documents of a directory: $names"
grep -q '"skipped": 5' out || fault "skipped files: $(grep skipped out)"
printf 'faulty.md\r\n\ngood.docx\n' >list
status 1 "$plancheck" --files-from list --format jsonl
[ "$(wc -l <out)" = 3 ] || fault "--files-from does not give two documents"
status 1 sh -c "'$plancheck' --files-from - --format jsonl <list"
printf 'faulty.md\0good.docx\0' >nul-list
printf '\357\273\277faulty.md\r\ngood.docx\r\n' >dos-list
for list in nul-list dos-list; do
    status 1 "$plancheck" --files-from $list --format jsonl
    [ "$(wc -l <out)" = 3 ] && ! grep -q unreadable.,.counts out || fault "$list does not give two documents"
done

# Standard input, and names that look like commands.
status 1 sh -c "'$plancheck' - --name faulty.md <faulty.md"
mv out piped
status 1 "$plancheck" faulty.md
cmp -s out piped || fault "standard input gives another report"
cp faulty.md outline
status 1 "$plancheck" ./outline
status 1 "$plancheck" -- outline

# A first document that takes long, and more behind it than may wait for their turn.
seq 250 | sed 's/.*/good.docx/' >many
status 1 sh -c "{ sleep 1; cat faulty.md; } | '$plancheck' --jobs 2 --format jsonl --name slow.md - --files-from many"
[ "$(wc -l <out)" = 252 ] && head -n 1 out | grep -q '"name":"slow.md"' || fault "a slow first document: $(wc -l <out) lines"

# Output: whole or not at all, and told when it fails.
status 1 "$plancheck" --output report.json --format json faulty.md
[ -s out ] && fault "--output writes to standard output too"
cp report.json "$reports/cli-output.json"
status 1 "$plancheck" --output folder/ --format json faulty.md tree good.docx
same "$(ls folder >listing; echo listing)" "1.MD.json
Z.md.json
a.txt.json
faulty.md.json
good.docx.json
"
cp folder/*.json "$reports/"
[ -z "$(find . -name '*.??????' -newer report.json ! -name '*.*.json' -name 'report.json.*')" ] || fault "a temporary file is left"
# Nor does one that is ended before it is done leave one.
mkfifo slow
mkdir ended
{ "$plancheck" --output ended/report.json faulty.md /dev/fd/3 3<slow & } 2>err
exec 4>slow
kill $!
wait $! 2>err || :
exec 4>&-
[ -z "$(ls ended)" ] || fault "a program that was ended leaves $(ls ended)"
status 4 "$plancheck" --output none/report.json faulty.md
cp good.docx precious.docx
wrong "--output ./precious.docx is one of the documents" --output ./precious.docx faulty.md precious.docx
cmp -s good.docx precious.docx || fault "a document was written over"
status 4 sh -c "'$plancheck' faulty.md >/dev/full"
status 4 "$plancheck" --output /dev/full faulty.md

# Memory that runs out, wherever that is, is an internal error: no death by a signal, no report that is cut.
for memory in 80000 95000 110000 125000 140000; do
    code=0
    cases=$((cases + 1))
    (ulimit -v $memory && exec "$plancheck" --jobs 2 --format json good.docx "$source"/examples/plans/waste-fr*.docx) >out 2>err || code=$?
    case $code in
    1 | 4 | 127) ;;  # 127: not even the shared libraries
    *) fault "ended with $code in $memory kB" ;;
    esac
done

# A document beyond its time: the writer of the pipe never writes.
mkfifo pipe
(sleep 20 >pipe) &
sleeper=$!
status 3 sh -c "'$plancheck' --timeout 1 --format json - faulty.md <pipe"
kill $sleeper 2>/dev/null
cp out "$reports/cli-timeout.json"
grep -q '"limit": "timeout"' out || fault "the time limit is not told"
grep -q '"fail": 1' out || fault "the document after the one beyond its time has no result"

# The other commands.
status 0 "$plancheck" outline good.docx
status 0 "$plancheck" outline good.docx --format json
status 0 "$plancheck" extract good.docx
status 0 "$plancheck" extract good.docx --format xml
mv out plan.xml
status 0 "$plancheck" plan.xml
status 3 "$plancheck" outline missing.docx
status 3 "$plancheck" extract missing.docx --format xml
[ -s out ] && fault "a plan is extracted from nothing"
status 0 "$plancheck" requirements --format csv
head -n 1 out >first
same first "id,clause,obligation,decided_by,severity,asks,evidence
"
[ "$("$plancheck" requirements | wc -l)" = 83 ] || fault "there are not 83 requirements"
for id in $("$plancheck" requirements --format csv | sed -n 's/^\([a-z]*\/[a-z-]*\),.*/\1/p'); do
    "$plancheck" explain "$id" >/dev/null 2>err || fault "explain $id"
done
status 0 "$plancheck" explain word-limit --language fr

# Templates: all faults with their places, and the template as it is used.
status 0 "$plancheck" template check concept-note
same out "concept-note: no fault; requirements: $("$plancheck" requirements --template concept-note | wc -l), languages: en fr
"
for id in gmp-annex2 gmp-biennial-report concept-note; do
    status 0 "$plancheck" template check "$source/templates/$id.xml"
    status 0 "$plancheck" template check "$id"
    status 0 "$plancheck" template show "$id"
    cmp -s out "$source/templates/$id.xml" || fault "template show $id is another text"
done
cat >house.xml <<EOF
<template id="house" extends="concept-note" edition="1">
  <remove requirement="note/anex" reason="not asked for"/>
  <requirements><requirement id="amount/range"><value mx="5"/></requirement></requirements>
</template>
EOF
status 2 "$plancheck" template check house.xml
same out "house.xml:2:3: error: nothing to remove, unknown requirement: 'note/anex'; did you mean 'note/annex'?
house.xml:3:48: error: unknown parameter of check value: 'mx'; did you mean 'max'?
"
status 2 "$plancheck" --template house.xml faulty.md
status 2 "$plancheck" template show house.xml
sed -i 's/anex/annex/; s/mx="5"/max="15000"/' house.xml
status 0 "$plancheck" template show house.xml
mv out shown.xml
status 2 "$plancheck" template check house.xml
grep -q "the example of 'amount/range' in language 'en' that should pass ends as fail" out || fault "an example of the base that no longer behaves is not told"
sed -i 's/max="15000"/max="150000"/' house.xml
status 0 "$plancheck" template check house.xml
status 0 "$plancheck" template show house.xml
mv out shown.xml
status 0 "$plancheck" template check shown.xml
cp "$source/tests/plans/concept-note/water-en-pass.md" note.md
status 0 "$plancheck" --template house.xml --format json note.md
cp out "$reports/cli-house.json"
grep -q '"id": "house"' out || fault "the report does not name its own template"
status 3 "$plancheck" note.md
status 2 "$plancheck" template check none.xml
status 2 "$plancheck" template check no-such-template
status 2 "$plancheck" template check
status 2 "$plancheck" template look house.xml
printf '<template id="a">' >house.xml
status 2 "$plancheck" template check house.xml
printf '<plan/>' >house.xml
status 2 "$plancheck" template check house.xml
same out "house.xml:1:1: error: unknown root element: 'plan'
"

echo "$cases cases, $faults faults"
[ $faults = 0 ]

# Sourced by the tests of the command line with PLANCHECK SOURCE FOLDER REPORTS: works in FOLDER; JSON reports are kept in
# REPORTS for the tests "schema" and "formats".
set -u
plancheck=$1 source=$2 folder=$3 reports=$4
rm -rf "$folder"
mkdir -p "$folder"
cd "$folder" || exit 1
faults=0 cases=0

fault() {
    echo "FAULT: $*"
    sed 's/^/    /' err | head -n 5
    faults=$((faults + 1))
}

# status EXPECTED COMMAND…: runs it; output in out and err
status() {
    want=$1
    shift
    cases=$((cases + 1))
    code=0
    "$@" >out 2>err || code=$?
    [ "$code" = "$want" ] || fault "ended with $code, not $want: $*"
}

# same FILE TEXT: the file holds exactly this
same() {
    printf '%s' "$2" | cmp -s - "$1" || { fault "$1 is not what was expected:"; diff "$1" - <<EOF
$2
EOF
    }
}

# read_as STATUS VERDICT NOTIFICATIONS FILE: one document's exit status, verdict, and notifications of reading
read_as() {
    status "$1" "$plancheck" --format json "$4"
    cp out "$reports/cli-$(basename "$0" .sh)-$cases.json"
    verdict=$(sed -n 's/^  "verdict": "\(.*\)",$/\1/p' out)
    found=$(sed -n '/^  "notifications"/,$s/^ *"id": "\(.*\)",$/\1/p' out | grep -v '^check/' | tr '\n' ' ' | sed 's/ $//')
    [ "$verdict" = "$2" ] || fault "$4: verdict $verdict, not $2"
    [ "$found" = "$3" ] || fault "$4: notifications '$found', not '$3'"
    [ "$1" = 2 ] || [ ! -s err ] || fault "$4: something was written to standard error"
}

plan=$source/tests/cli/plan.md
good=$source/examples/plans/waste-fr.docx
cp "$plan" faulty.md
cp "$good" good.docx

# wrong SENTENCE ARGUMENT…: wrong use: status 2, nothing on standard output, a sentence on standard error.
wrong() {
    say=$1
    shift
    status 2 "$plancheck" "$@"
    same err "plancheck: $say
plancheck --help says how it is used
"
    [ -s out ] && fault "wrong use writes to standard output: $*"
}

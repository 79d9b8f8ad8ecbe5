#!/bin/sh
# quickstart.sh [FILE…]: from a fresh Debian to a verdict. Installs what is missing, builds build/release/bin/plancheck, and
# checks the files given; without any, a good and a faulty sample plan, whose exit statuses have to be 0 and 1.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
sh "$root/tests/need.sh" build

build=$root/build/release
log=$root/build/quickstart.log
mkdir -p "$root/build"
[ -x "$build/bin/plancheck" ] || echo "building $build/bin/plancheck (a minute or two)"
if ! (
    cd "$root"
    [ -f "$build/Makefile" ] || cmake --preset release
    cmake --build --preset release --target plancheck-cli --parallel "$(nproc)"
) >"$log" 2>&1; then
    tail -n 40 "$log"
    echo "the build failed; all of its output is in $log"
    exit 2
fi
plancheck=$build/bin/plancheck

if [ $# -gt 0 ]; then
    exec "$plancheck" "$@"
fi

cd "$root"
expect() {
    status=$1
    shift
    echo
    echo "\$ plancheck $*"
    code=0
    "$plancheck" "$@" || code=$?
    echo "exit status $code"
    [ "$code" = "$status" ] || { echo "expected was $status"; exit 4; }
}
expect 0 examples/plans/waste-fr.docx
expect 1 examples/plans/waste-fr-too-long.docx
expect 0 examples/plans/products-en.docx
expect 1 examples/plans/products-en-reordered.docx
echo
echo "That was build/release/bin/plancheck; 'sh examples/quickstart.sh FILE…' checks your own plans."

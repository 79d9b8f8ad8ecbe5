#!/bin/sh
# run.sh CMAKE BUILD SOURCE CFLAGS CXXFLAGS: installs what BUILD holds into a prefix of its own, builds examples/ against it
# as a stranger would, and runs its programs on a plan.
set -eu
cmake=$1 build=$2 source=$3 cflags=$4 cxxflags=$5
prefix=$build/tests/prefix consumer=$build/tests/consumer plan=$source/tests/cli/plan.md
rm -rf "$prefix" "$consumer"
"$cmake" --install "$build" --prefix "$prefix" >/dev/null
for file in bin/plancheck include/plancheck.hpp include/plancheck/validator.hpp include/plancheck.h \
    share/plancheck/python/plancheck.py share/plancheck/java/plancheck/Validator.java share/plancheck/node/plancheck/plancheck.js \
    share/plancheck/node/plancheck/plancheck.d.ts share/plancheck/report.schema.json share/plancheck/templates/gmp-annex2.xml; do
    [ -f "$prefix/$file" ] || { echo "not installed: $file"; exit 1; }
done
"$cmake" -S "$source/examples" -B "$consumer" -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_C_FLAGS="$cflags" \
    -DCMAKE_CXX_FLAGS="$cxxflags" >/dev/null
"$cmake" --build "$consumer" >/dev/null
"$prefix/bin/plancheck" "$plan" >"$consumer/cli.txt" || [ $? = 1 ]
"$consumer/check_cpp" "$plan" >"$consumer/cpp.txt"
cmp "$consumer/cli.txt" "$consumer/cpp.txt"
# The C program prints a line a diagnostic and ends with the verdict: 2 is fail.
code=0
"$consumer/check_c" "$plan" >"$consumer/c.txt" || code=$?
[ $code = 2 ] || { echo "check_c ended with $code"; exit 1; }
diagnostics=$(grep -cE ': (error|warning|note): .* \[[a-z]+/[a-z-]+\]$' "$consumer/cpp.txt")
lines=$(wc -l <"$consumer/c.txt")
[ "$lines" -gt 0 ] && [ "$lines" -le "$diagnostics" ] || { echo "$lines lines, $diagnostics diagnostics"; exit 1; }
# Python finds the library of its own installation, and says the same as C; not where a sanitizer is inside the library.
case $cxxflags in
    *-fsanitize*) ;;
    *)
        if [ -x /usr/bin/python3 ]; then
            code=0
            PYTHONPATH=$prefix/share/plancheck/python /usr/bin/python3 -B "$source/examples/check.py" "$plan" >"$consumer/python.txt" || code=$?
            [ $code = 1 ] || { echo "check.py ended with $code"; exit 1; }
            cmp "$consumer/c.txt" "$consumer/python.txt"
            inbox=$consumer/inbox desk=$consumer/desk
            mkdir "$inbox"
            cp "$plan" "$source/examples/plans/products-en.docx" "$inbox"
            echo "not a plan" >"$inbox/letter.txt"
            echo "still written to" >"$inbox/plan.docx.part"
            PYTHONPATH=$prefix/share/plancheck/python /usr/bin/python3 -B "$source/examples/intake.py" "$inbox" "$desk" >"$consumer/intake.txt"
            [ "$(wc -l <"$consumer/intake.txt")" = 3 ] && [ "$(ls "$inbox")" = plan.docx.part ] || { echo "the inbox was not taken in"; exit 1; }
            cmp "$plan" "$desk/fail/plan.md"
            for file in fail/plan.md.html fail/plan.md.json pass/products-en.docx pass/products-en.docx.html notApplicable/letter.txt.json; do
                [ -s "$desk/$file" ] || { echo "intake did not write $file"; exit 1; }
            done
        fi
        # So do Java and Node, where they are there.
        jar=$prefix/share/plancheck/java/plancheck.jar jna=/usr/share/java/jna.jar
        if [ -f "$jar" ] && [ -f "$jna" ]; then
            code=0
            java -cp "$jna:$jar" "$source/examples/Check.java" "$plan" >"$consumer/java.txt" || code=$?
            [ $code = 1 ] || { echo "Check.java ended with $code"; exit 1; }
            cmp "$consumer/c.txt" "$consumer/java.txt"
        fi
        modules=$build/tests/node/node_modules
        if [ -d "$modules/koffi" ]; then
            code=0
            NODE_PATH=$prefix/share/plancheck/node:$modules node "$source/examples/check.js" "$plan" >"$consumer/node.txt" || code=$?
            [ $code = 1 ] || { echo "check.js ended with $code"; exit 1; }
            cmp "$consumer/c.txt" "$consumer/node.txt"
        fi
        ;;
esac

#!/bin/sh
# symbols.sh LIBRARY HEADER: the shared library exports exactly the functions that the header declares.
set -eu
exported=$(nm -D --defined-only "$1" | awk '$2 != "A" {print $3}' | sed 's/@.*//' | sort)
declared=$(grep -o '^PLANCHECK_API [^(]*(' "$2" | sed 's/.*[ *]\(plancheck_[a-z_]*\)($/\1/' | sort)
[ -n "$declared" ] || { echo "no function found in $2"; exit 1; }
if [ "$exported" != "$declared" ]; then
    printf 'exported:\n%s\n\ndeclared:\n%s\n' "$exported" "$declared"
    exit 1
fi

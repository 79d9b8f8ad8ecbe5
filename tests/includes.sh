#!/bin/sh
# includes.sh ROOT: a file includes what it calls. Several sources are compiled at a time, so a compiler does not see that a file
# stands on what its neighbour includes. For each function that a header declares and a file calls, one such header is
# among those that the file includes, itself or through others.
set -eu
cd "$1"
find include lib -name '*.hpp' -o -name '*.cpp' | sort | xargs awk '
FNR == 1 {
    file = FILENAME
    sub(/^(lib|include)\//, "", file)
    files[++count] = file
    header = file ~ /\.hpp$/
}
/^#include "/ {
    split($0, parts, "\"")
    includes[file] = includes[file] parts[2] "\n"
    next
}
{ sub(/\/\/.*/, "") }
# At the beginning of a line: what a namespace declares.
header && /^[A-Za-z].*\)( noexcept)?(;| \{.*)$/ && !/^(using|static_assert|friend|template|return|class|struct|namespace)/ {
    name = $0
    sub(/\(.*/, "", name)
    sub(/.*[ &*]/, "", name)
    if (name ~ /^[a-z][a-z_0-9]+$/) declared[name] = declared[name] file "\n"
}
# Inside of a class: a member of the same name is called without its header as well.
header && /^ .*[ &*][a-z][a-z_0-9]+\(/ {
    name = $0
    sub(/\(.*/, "", name)
    sub(/.*[ &*]/, "", name)
    members[file, name] = 1
}
!header {
    rest = $0
    while (match(rest, /[A-Za-z_0-9.>:]+\(/)) {
        name = substr(rest, RSTART, RLENGTH - 1)
        before = substr(rest, 1, RSTART - 1)
        rest = substr(rest, RSTART + RLENGTH)
        if (name !~ /^[a-z][a-z_0-9]+$/) continue
        # With a type before it, it is declared here.
        if (before ~ /[A-Za-z0-9_][>&*]* $/ && before !~ /(return|else|case|throw|co_return|and|or|not) $/) own[file, name] = 1
        calls[file] = calls[file] name "\n"
    }
    rest = $0
    while (match(rest, /auto&?&? [a-z][a-z_0-9]+ = \[/)) {
        name = substr(rest, RSTART, RLENGTH)
        rest = substr(rest, RSTART + RLENGTH)
        sub(/^auto&?&? /, "", name)
        sub(/ = \[$/, "", name)
        own[file, name] = 1
    }
}
# So is a function that is handed over.
!header && /^[A-Za-z ].*\(.*[A-Za-z0-9_][>&*]* [a-z][a-z_0-9]+\) .*\{$/ {
    name = $0
    sub(/\)[^)]*\{$/, "", name)
    sub(/.*[ &*]/, "", name)
    own[file, name] = 1
}
END {
    for (i = 1; i <= count; ++i) {
        file = files[i]
        if (file !~ /\.cpp$/) continue
        split("", reached)
        split("", open)
        first = 1
        last = 1
        open[1] = file
        while (first <= last) {
            number = split(includes[open[first++]], parts, "\n")
            for (k = 1; k < number; ++k)
                if (!(parts[k] in reached)) {
                    reached[parts[k]] = 1
                    open[++last] = parts[k]
                }
        }
        split("", seen)
        number = split(calls[file], names, "\n")
        for (k = 1; k < number; ++k) {
            name = names[k]
            if ((name in seen) || !(name in declared) || ((file, name) in own)) continue
            seen[name] = 1
            all = split(declared[name], homes, "\n")
            found = 0
            for (h = 1; h < all; ++h) found = found || (homes[h] in reached)
            for (one in reached) found = found || ((one, name) in members)
            if (found) continue
            print "lib/" file " calls " name "(), which " homes[1] " declares"
            faults = 1
        }
    }
    exit faults
}'

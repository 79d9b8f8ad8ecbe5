#!/bin/sh
# rooms.sh ROOT: the flow is one way. A file of a room includes headers of its own room and of rooms upstream alone, private
# ones ("text/fold.hpp") and public ones ("plancheck/outline.hpp"), each of which belongs to the room that makes its noun.
set -eu
cd "$1"
rooms="text read template outline plan checks report write"

rank() {
    n=0
    for r in $rooms; do
        n=$((n + 1))
        if [ "$r" = "$1" ]; then echo $n; return; fi
    done
    echo 0
}

room_of_noun() {
    case $1 in
        diagnostic | error) echo text ;;
        document) echo read ;;
        validator) echo none ;;
        *) echo "$1" ;;
    esac
}

faults=0
for folder in lib/*/; do
    room=$(basename "$folder")
    [ "$room" = languages ] && continue
    own=$(rank "$room")
    if [ "$own" = 0 ]; then echo "lib/$room is no room of the flow"; faults=$((faults + 1)); continue; fi
    for include in $(grep -rhoE '^#include "[a-z_]+/[a-z_/]+\.hpp"' "$folder" | sed 's/.*"\(.*\)"/\1/' | sort -u); do
        other=${include%%/*}
        if [ "$other" = plancheck ]; then other=$(room_of_noun "$(basename "$include" .hpp)"); fi
        theirs=$(rank "$other")
        if [ "$theirs" = 0 ] || [ "$theirs" -gt "$own" ]; then
            echo "not upstream of lib/$room: $include, included by"
            grep -rl "\"$include\"" "$folder" | sed 's/^/    /'
            faults=$((faults + 1))
        fi
    done
done
[ $faults = 0 ]

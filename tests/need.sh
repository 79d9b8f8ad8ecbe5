#!/bin/sh
# need.sh GROUP…: installs the packages of these groups (tests/packages) that are missing, and says so. What is there is
# found by trying, so that a compiler or a library from elsewhere serves as well. A header is tried with the compiler, so
# where that is missing too all headers count as missing.
set -eu
list=$(dirname "$0")/packages

there() {
    case $1 in
        program) command -v "$2" >/dev/null 2>&1 ;;
        header) printf '#if !__has_include(<%s>)\n#error\n#endif\n' "$2" | c++ -std=c++20 -x c++ -E - >/dev/null 2>&1 ;;
        file) [ -e "$2" ] ;;
        python) /usr/bin/python3 -c "import $2" >/dev/null 2>&1 ;;
        *) echo "need.sh: unknown way of trying: $1" >&2; exit 2 ;;
    esac
}

missing() {
    while read -r group package how what; do
        case " $groups " in
            *" $group "*) there "$how" "$what" || printf " %s" "$package" ;;
        esac
    done <"$list"
}

groups=$*
packages=$(missing)
[ -n "$packages" ] || exit 0
echo "installing what is missing:$packages"
if ! command -v apt-get >/dev/null 2>&1; then
    echo "there is no apt-get here: please install these (names as in Debian 12) and start again" >&2
    exit 2
fi
sudo=
if [ "$(id -u)" != 0 ]; then
    sudo=sudo
    command -v sudo >/dev/null 2>&1 || { echo "that needs root, and there is no sudo here" >&2; exit 2; }
fi
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# shellcheck disable=SC2086  # a list of words
if ! { $sudo apt-get update -q && $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $packages; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    echo "the installation failed" >&2
    exit 2
fi
packages=$(missing)
[ -z "$packages" ] || { echo "installed, and still not found:$packages" >&2; exit 2; }

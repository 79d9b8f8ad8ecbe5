#!/bin/sh
# run.sh [CTEST OPTION…]: installs what is missing, builds the preset dev, runs all tests.
set -eu
cd "$(dirname "$0")/.."
sh tests/need.sh build test
cmake --preset dev >/dev/null
cmake --build --preset dev --parallel "$(nproc)"
exec ctest --preset dev --parallel "$(nproc)" "$@"

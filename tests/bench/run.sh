#!/bin/sh
# run.sh [OPTION…]: builds the benchmark with the preset dev (optimised) and runs it; the options are those of bench.cpp. The
# programs it compares with are installed where the distribution has them; those that are missing are said to be.
set -eu
cd "$(dirname "$0")/../.."
sh tests/need.sh build test
sh tests/need.sh bench || echo "some programs to compare with are missing"
cmake --preset dev >/dev/null
cmake --build --preset dev --parallel "$(nproc)" --target bench plancheck-cli
exec build/dev/tests/bench --command build/dev/bin/plancheck "$@"

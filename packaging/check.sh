#!/bin/sh
# Runs every check and every test, on a machine that may have nothing but git. Every kind is run even where one before
# it failed; the tests come last, so that their count closes the output. Answers other than 0 where anything failed.
set -eu

checkout=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
# shellcheck source=packaging/prepare.sh
. "$checkout/packaging/prepare.sh"

prepare "$window_needs$test_needs" '[dev]'
cd "$checkout"
PATH=$environment/bin:$PATH
failed=

heading() {
    printf '\n== %s\n' "$1"
}

# check NAME COMMAND…: runs one kind of check under a heading and remembers whether it failed.
check() {
    name=$1
    shift
    heading "$name"
    "$@" || failed="$failed
   $name"
}

# pytest answers 5 where there is nothing to run, which is no fault of a kind that may be empty.
windows() {
    on_a_screen python -m pytest -q -m display || [ $? -eq 5 ]
}

check 'Style and likely mistakes (ruff)' ruff check .
check 'Layout of the code (ruff format)' ruff format --check .
check 'Types (mypy --strict)' mypy
check 'Floors: who may import whom (import-linter)' lint-imports --no-logo
check 'Tests in real windows (pytest under Xvfb)' windows

if [ -n "$failed" ]; then
    printf '\nFailed before the tests:%s\n' "$failed"
fi
heading 'Tests (pytest, no screen needed)'
QT_QPA_PLATFORM=offscreen python -m pytest -q -m 'not display' --numprocesses auto --maxprocesses 8
[ -z "$failed" ]

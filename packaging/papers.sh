#!/bin/sh
# Puts releases on paper in every layout and kind of file, opens each with programs that are not ours (poppler,
# LibreOffice, Chromium, html-validate), counts what they read, and leaves pictures to be looked at in build/papers (or
# the folder named). Outside the daily check: it asks the system for LibreOffice and Chromium, and npm for a validator.
set -eu

checkout=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
# shellcheck source=packaging/prepare.sh
. "$checkout/packaging/prepare.sh"

paper_needs='
command soffice libreoffice-writer
command chromium chromium|chromium-browser
command npm npm
'
target=${1:-$checkout/build/papers}

prepare "$window_needs$test_needs$paper_needs" '[dev]'
mkdir -p "$target/npm"
npm install --silent --no-audit --no-fund --prefix "$target/npm" html-validate@10 >&2
QT_QPA_PLATFORM=offscreen "$environment/bin/python" "$checkout/packaging/papers.py" "$target"

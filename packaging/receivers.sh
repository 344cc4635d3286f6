#!/bin/sh
# Has pyconverters-newsml read generated messages of every shape and body. Outside the daily check: it wants some
# twenty-five packages of its own, which go into an environment apart (build/receivers), and an older pandas than there
# is for this Python; a later one does as well.
set -eu

checkout=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
# shellcheck source=packaging/prepare.sh
. "$checkout/packaging/prepare.sh"

prepare "$window_needs$test_needs" '[dev]'
apart="$checkout/build/receivers"
[ -x "$apart/bin/python" ] || python3 -m venv "$apart"
"$apart/bin/pip" install --quiet 'pymultirole-plugins>=0.7,<0.8' pandas openpyxl beautifulsoup4 inscriptis starlette
"$apart/bin/pip" install --quiet --no-deps pyconverters-newsml==0.7.4
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
PYTHONPATH="$checkout:$checkout/tests" "$environment/bin/python" "$checkout/packaging/publications.py" "$folder" "${1:-20}"
"$apart/bin/python" "$checkout/packaging/receivers.py" "$folder"

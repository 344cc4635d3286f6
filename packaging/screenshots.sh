#!/bin/sh
# Makes pictures of the window, light and dark, at 1280×800, and one contact sheet of them all, in build/screenshots
# (or the folder named); renews the picture that the README shows.
set -eu

checkout=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
# shellcheck source=packaging/prepare.sh
. "$checkout/packaging/prepare.sh"

prepare "$window_needs$test_needs" ''
on_a_screen "$environment/bin/python" "$checkout/packaging/screenshots.py" "${1:-$checkout/build/screenshots}"

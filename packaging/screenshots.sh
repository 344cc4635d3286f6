#!/bin/sh
# Makes pictures of every pane, menu and dialog of the window, light and dark, in English and French, in
# build/screenshots (or the folder named) at 1280×800, and in its folder 200 at twice the scale; renews the picture that
# the README shows.
set -eu

checkout=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
# shellcheck source=packaging/prepare.sh
. "$checkout/packaging/prepare.sh"

prepare "$window_needs$test_needs" ''
folder=${1:-$checkout/build/screenshots}
on_a_screen "$environment/bin/python" "$checkout/packaging/screenshots.py" "$folder"
screen=2720x1800
export QT_SCALE_FACTOR=2
on_a_screen "$environment/bin/python" "$checkout/packaging/screenshots.py" "$folder/200"

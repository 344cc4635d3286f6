#!/bin/sh
# Starts the editor from a checkout, on a machine that may have nothing but git: installs what is missing, makes a
# virtual environment, and opens a copy of the example release. With arguments it passes them to `communique`.
set -eu

checkout=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
# shellcheck source=packaging/prepare.sh
. "$checkout/packaging/prepare.sh"

prepare "$window_needs" ''

if [ $# -eq 0 ]; then
    if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ] && [ "$(uname)" = Linux ]; then
        fail "There is no screen here to open a window on. Without one: sh packaging/run.sh check FILE"
    fi
    # A copy, so that trying things out changes nothing in the checkout; what was typed into it is kept.
    mkdir -p "$checkout/build/example"
    cp -n "$checkout"/resources/examples/* "$checkout/build/example/"
    set -- "$checkout/build/example/lake-ferry.communique"
fi
exec "$environment/bin/communique" "$@"

#!/bin/sh
# Has Xerces, which resolves IDREFs and shares no code with libxml2, judge generated publications of every shape and
# body, and the shared examples, by the official schema. Outside the daily check: it asks the system for Java.
set -eu

checkout=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
# shellcheck source=packaging/prepare.sh
. "$checkout/packaging/prepare.sh"

xerces_needs='
command java default-jre-headless
file /usr/share/java/xercesImpl.jar libxerces2-java
'

prepare "$window_needs$test_needs$xerces_needs" '[dev]'
PYTHONPATH="$checkout:$checkout/tests" "$environment/bin/python" "$checkout/packaging/xerces.py" "$@"

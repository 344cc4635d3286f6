#!/bin/sh
# Asks whether everything the program needs exists as a ready wheel for Windows and macOS too, without installing any of
# it. Enchant has none for macOS, where it comes bundled (macos/README.md). Needs a network for Python packages.
set -eu

checkout=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
# shellcheck source=packaging/prepare.sh
. "$checkout/packaging/prepare.sh"
prepare '' ''
cd "$checkout"
target=$(mktemp -d)
trap 'rm -rf "$target"' EXIT

needed=$("$environment/bin/python" -c '
import tomllib
with open("pyproject.toml", "rb") as file:
    print("\n".join(line.partition(";")[0].strip() for line in tomllib.load(file)["project"]["dependencies"]))
')
for system in win_amd64 macosx_13_0_universal2,macosx_13_0_arm64,macosx_14_0_arm64,macosx_11_0_arm64; do
    printf '%s\n' "$needed" >"$target/needed"
    case $system in macosx*) sed -i.all '/enchant/d' "$target/needed" ;; esac
    platforms=$(printf ' --platform %s' $(printf '%s' "$system" | tr ',' ' '))
    # shellcheck disable=SC2086  # several options, one a platform
    "$environment/bin/python" -m pip download --quiet --disable-pip-version-check --no-input --only-binary=:all: \
        --python-version 3.12 $platforms --constraint packaging/constraints.txt --dest "$target/$system" \
        --requirement "$target/needed"
    printf '%s: %s wheels\n' "${system%%,*}" "$(ls "$target/$system" | wc -l)"
done

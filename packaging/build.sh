#!/bin/sh
# Builds what can be built on this system into build/dist: wheel and sdist everywhere; on Debian and its kin the
# package (.deb, with Python and Qt inside) and the portable folder (.tar.xz). Needs a network for Python packages only.
# Arguments choose: `sh packaging/build.sh wheel deb portable`; without any, all of them.
set -eu

checkout=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
# shellcheck source=packaging/prepare.sh
. "$checkout/packaging/prepare.sh"

build_needs='
command dpkg-deb dpkg
command dpkg-shlibdeps dpkg-dev
command desktop-file-validate desktop-file-utils
command appstreamcli appstream
command objdump binutils
command xz xz-utils
'
cd "$checkout"
dist=$checkout/build/dist
work=$checkout/build/work
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' editor/__init__.py)
wanted=${*:-wheel deb portable}

# The folder that carries Python, Qt and the program, made once for all that wraps it.
folder() {
    [ -x "$dist/communique/communique" ] && return
    "$environment/bin/python" -m pip install --quiet --disable-pip-version-check --no-input \
        --constraint packaging/constraints.txt 'pyinstaller>=6.11' >&2
    "$environment/bin/python" -m PyInstaller --noconfirm --log-level ERROR --distpath "$dist" --workpath "$work" \
        packaging/communique.spec >&2
    "$environment/bin/python" packaging/licences.py >"$dist/communique/LICENCES.txt"
    cp LICENSE packaging/CHANGELOG.md "$dist/communique/"
}

wheel() {
    "$environment/bin/python" -m pip install --quiet --disable-pip-version-check --no-input build >&2
    "$environment/bin/python" -m build --outdir "$dist" . >&2
}

portable() {
    folder
    tar -C "$dist" -cf - communique | xz -T0 -6 >"$dist/communique-$version-linux-$(uname -m).tar.xz"
}

deb() {
    folder
    sh packaging/debian/make.sh "$dist/communique" "$version" "$dist"
}

prepare "$window_needs$build_needs" '[dev]'
rm -rf "$dist"
mkdir -p "$dist"
for one in $wanted; do
    case $one in
        wheel | deb | portable) "$one" ;;
        *) fail "There is no $one to build; there are wheel, deb and portable." ;;
    esac
done
(cd "$dist" && find . -maxdepth 1 -type f -exec ls -l {} +)

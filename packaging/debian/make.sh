#!/bin/sh
# make.sh FOLDER VERSION OUT: wraps the frozen program into a Debian package that needs no Python on the machine.
# Enchant, the dictionaries and the libraries of the desktop come by dependency.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
program=$(CDPATH='' cd -- "$1" && pwd)
version=$2
out=$(CDPATH='' cd -- "$3" && pwd)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"

tree=$root/package
install -d "$tree/DEBIAN" "$tree/usr/lib" "$tree/usr/bin" "$tree/usr/share/doc/communique" \
    "$tree/usr/share/applications" "$tree/usr/share/metainfo" "$tree/usr/share/mime/packages" \
    "$tree/usr/share/icons/hicolor/scalable/apps" "$tree/usr/share/icons/hicolor/scalable/mimetypes"
cp -a "$program" "$tree/usr/lib/communique"
ln -s ../lib/communique/communique "$tree/usr/bin/communique"
install -m 644 "$here/communique.desktop" "$tree/usr/share/applications/"
install -m 644 "$here/communique.mime.xml" "$tree/usr/share/mime/packages/communique.xml"
sed "s/@VERSION@/$version/; s/@DATE@/$(date -u +%Y-%m-%d)/" "$here/communique.metainfo.xml" \
    >"$tree/usr/share/metainfo/org.communique.Communique.metainfo.xml"
icon=$program/_internal/editor/resources/icons/communique.svg
install -m 644 "$icon" "$tree/usr/share/icons/hicolor/scalable/apps/communique.svg"
install -m 644 "$icon" "$tree/usr/share/icons/hicolor/scalable/mimetypes/application-x-communique.svg"
mv "$tree/usr/lib/communique/LICENCES.txt" "$tree/usr/lib/communique/CHANGELOG.md" \
    "$tree/usr/share/doc/communique/"
install -m 644 "$tree/usr/lib/communique/LICENSE" "$tree/usr/share/doc/communique/copyright"

# What the binaries link to, asked of the system's own package lists.
install -d "$root/debian"
printf 'Source: communique\nPackage: communique\nArchitecture: any\n' >"$root/debian/control"
find "$tree/usr/lib/communique" -type f \( -name '*.so*' -o -name communique \) >"$root/binaries"
# shellcheck disable=SC2046  # paths of the frozen folder hold no spaces
(cd "$root" && dpkg-shlibdeps --ignore-missing-info -O -l"$tree/usr/lib/communique/_internal" \
    -l"$tree/usr/lib/communique/_internal/PySide6/Qt/lib" $(cat binaries) >depends 2>messages) || {
    grep error "$root/messages" >&2
    exit 1
}
depends=$(sed 's/^shlibs:Depends=//' "$root/depends")
size=$(du -sk "$tree/usr" | cut -f1)
sed "s/@VERSION@/$version/; s/@ARCHITECTURE@/$(dpkg --print-architecture)/; s/@SIZE@/$size/; s|@DEPENDS@|$depends|" \
    "$here/control" >"$tree/DEBIAN/control"
desktop-file-validate "$tree/usr/share/applications/communique.desktop"
appstreamcli validate --no-net "$tree/usr/share/metainfo/org.communique.Communique.metainfo.xml" >&2
find "$tree" -type d -exec chmod 755 {} +
find "$tree" -type f -perm /111 -exec chmod 755 {} +
find "$tree" -type f ! -perm /111 -exec chmod 644 {} +
dpkg-deb --root-owner-group -Zxz -z6 --build "$tree" "$out/communique_${version}_$(dpkg --print-architecture).deb" >&2

#!/bin/sh
# try.sh PACKAGE.deb [FOLDER]: installs the package on a bare Debian 12 made by debootstrap, without Python, and uses it:
# the command line publishes the example, which validates; the window opens it on a virtual screen. As root; some minutes.
set -eu

package=$(CDPATH='' cd -- "$(dirname -- "$1")" && pwd)/$(basename -- "$1")
checkout=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
root=${2:-$(mktemp -d)}
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -n 1)

tell() {
    printf '== %s\n' "$*"
}

in_there() {
    chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}

finish() {
    umount "$root/proc" 2>/dev/null || true
}
trap finish EXIT

if [ ! -e "$root/etc/debian_version" ]; then
    tell "A bare Debian 12 in $root"
    debootstrap --variant=minbase bookworm "$root" "$mirror" >/dev/null
fi
for file in /etc/apt/apt.conf.d/*prox* /etc/apt/apt.conf; do
    [ -e "$file" ] && cp "$file" "$root/etc/apt/apt.conf.d/"
done
cp /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
mount -t proc proc "$root/proc" 2>/dev/null || true
cp "$package" "$root/tmp/communique.deb"
cp "$checkout/resources/examples/lake-ferry.communique" "$root/tmp/"
in_there apt-get update -q >/dev/null
tell "Without Python: $(in_there sh -c 'command -v python3 || echo none')"
tell 'Installing the package with what it depends on'
in_there apt-get install -y -q --no-install-recommends /tmp/communique.deb >"$root/tmp/install.log" 2>&1 || {
    tail -n 20 "$root/tmp/install.log"
    exit 1
}
in_there sh -c 'command -v python3' && tell 'A Python came along, which is not wanted' && exit 1
tell "Installed: $(in_there dpkg-query -W -f '${Version} ${Installed-Size} kB' communique)"

tell 'The command line'
in_there sh -euc '
    cd /tmp && rm -rf out && mkdir out
    communique --version
    communique check lake-ferry.communique --level error
    communique confirm lake-ferry.communique
    communique publish lake-ferry.communique -o out
    communique validate out/*.xml
    communique convert lake-ferry.communique -o out/a.docx
    communique convert lake-ferry.communique -o out/a.html
    communique convert lake-ferry.communique -o out/a.pdf
    ls -l out
'
tell 'The window'
in_there apt-get install -y -q --no-install-recommends xvfb xauth imagemagick >>"$root/tmp/install.log" 2>&1
in_there xvfb-run -a -s '-screen 0 1280x800x24' sh -euc '
    communique /tmp/lake-ferry.communique 2>/tmp/window.log &
    window=$!
    n=0
    until import -window root /tmp/window.png && [ "$(convert /tmp/window.png -format %k info:)" -gt 500 ]; do
        n=$((n + 1)); [ $n -lt 60 ] || { cat /tmp/window.log; exit 1; }
        kill -0 $window || { cat /tmp/window.log; exit 1; }
        sleep 1
    done
    sleep 3
    import -window root /tmp/window.png
    kill $window
    cat /tmp/window.log
'
tell "Opened; its picture: $root/tmp/window.png"

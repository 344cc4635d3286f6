# Makes the machine ready for the editor; read in by run.sh, check.sh and screenshots.sh, which set `checkout`.
#
# First it asks what is usable, whoever installed it: a Python that can make virtual environments, libraries the
# loader finds, dictionaries and fonts where programs look for them. Only for what is missing does it turn to the
# system's packages (Debian 12, Ubuntu 24.04 and their kin), as root or through sudo.
# shellcheck shell=sh
# shellcheck disable=SC2034  # the scripts that read this in use the lists

environment=${checkout:?is set by the script that reads this in}/.venv

# What the window needs, one need a line: how to ask for it, what to ask for, and the package that brings it.
# "a|b": one thing with two names; the first that the system knows is taken (Ubuntu 24.04 renamed libglib2.0-0).
window_needs='
python 3.11 python3-venv
library libGL.so.1 libgl1
library libEGL.so.1 libegl1
library libglib-2.0.so.0 libglib2.0-0t64|libglib2.0-0
library libdbus-1.so.3 libdbus-1-3
library libfontconfig.so.1 libfontconfig1
library libxkbcommon.so.0 libxkbcommon0
library libxkbcommon-x11.so.0 libxkbcommon-x11-0
library libX11-xcb.so.1 libx11-xcb1
library libxcb-cursor.so.0 libxcb-cursor0
library libxcb-icccm.so.4 libxcb-icccm4
library libxcb-image.so.0 libxcb-image0
library libxcb-keysyms.so.1 libxcb-keysyms1
library libxcb-randr.so.0 libxcb-randr0
library libxcb-render-util.so.0 libxcb-render-util0
library libxcb-shape.so.0 libxcb-shape0
library libxcb-sync.so.1 libxcb-sync1
library libxcb-xfixes.so.0 libxcb-xfixes0
library libxcb-xkb.so.1 libxcb-xkb1
library libwayland-cursor.so.0 libwayland-cursor0
library libwayland-egl.so.1 libwayland-egl1
library libenchant-2.so.2 libenchant-2-2
dictionary en_GB hunspell-en-gb
dictionary en_US hunspell-en-us
dictionary fr hunspell-fr
font NotoSerif fonts-noto-core
font Inter fonts-inter
'

# What the tests need besides: a screen nobody looks at, with a window manager, keys and a desktop bus.
test_needs='
command Xvfb xvfb
command xauth xauth
command openbox openbox
command xdotool xdotool
command pdftotext poppler-utils
command dbus-run-session dbus-daemon|dbus
command strace strace
file /usr/libexec/at-spi-bus-launcher at-spi2-core
file /usr/lib/python3/dist-packages/pyatspi/__init__.py python3-pyatspi
'

tell() {
    printf '%s\n' "$*" >&2
}

fail() {
    tell "$@"
    exit 1
}

# Answers the first Python from 3.11 on that can make virtual environments. PYTHON names another one to try first.
usable_python() {
    for python in "${PYTHON:-python3}" python3 python3.14 python3.13 python3.12 python3.11; do
        if "$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            command -v "$python"
            return
        fi
    done
    return 1
}

# Whether any of the paths (patterns that the shell has filled in) is there.
any_of() {
    for path in "$@"; do
        [ -e "$path" ] && return
    done
    return 1
}

# is_usable HOW WHAT: whether one need is met already.
is_usable() {
    case $1 in
        python) [ -n "${python:-}" ] ;;
        library) case $libraries in *"$2 "*) ;; *) return 1 ;; esac ;;
        dictionary) any_of /usr/share/hunspell/"$2".dic /usr/share/hunspell/"$2"_*.dic /usr/share/myspell/*/"$2"*.dic ;;
        font) any_of /usr/share/fonts/*/*/"$2"[-.V[]*.[ot]t[fc] /usr/share/fonts/*/"$2"[-.V[]*.[ot]t[fc] \
            "${XDG_DATA_HOME:-$HOME/.local/share}"/fonts/"$2"[-.V[]*.[ot]t[fc] ;;
        command) command -v "$2" >/dev/null 2>&1 ;;
        file) [ -e "$2" ] ;;
    esac
}

# missing_packages NEEDS: prints the packages for every need that is not met, one a line.
missing_packages() {
    libraries=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null || true)
    printf '%s\n' "$1" | while read -r how what package; do
        if [ -n "$how" ] && ! is_usable "$how" "$what"; then
            printf '%s\n' "$package"
        fi
    done
}

# known_name "a|b": prints the first of the names that the system's package lists hold.
known_name() {
    for name in $(printf '%s' "$1" | tr '|' ' '); do
        if apt-cache show --no-all-versions "$name" >/dev/null 2>&1; then
            printf '%s\n' "$name"
            return
        fi
    done
    return 1
}

# known_names NEEDS: prints the packages for the needs on one line, under the names that the system knows.
known_names() {
    for need in $1; do
        known_name "$need" || tell "This system offers no package $need; going on without it."
    done | tr '\n' ' '
}

# install_packages NEEDS: asks what is usable, installs what is not.
install_packages() {
    missing=$(missing_packages "$1")
    [ -n "$missing" ] || return 0
    tell "Some of what is needed is missing here; asking the system's packages …"
    if ! command -v apt-get >/dev/null 2>&1; then
        tell "There is no apt-get. Please install what brings these (the names are Debian's), if something fails:" "$missing"
        return 0
    fi
    if [ "$(id -u)" -eq 0 ]; then
        as_root=
    elif command -v sudo >/dev/null 2>&1; then
        as_root=sudo
    else
        names=$(printf '%s\n' "$missing" | sed 's/.*|//' | tr '\n' ' ')
        fail "This needs root, and there is no sudo. As root, run: apt-get update && apt-get install $names"
    fi
    $as_root apt-get update -q >&2 || tell 'The package lists could not be refreshed; going on with those there are.'
    names=$(known_names "$missing")
    [ -n "$names" ] || return 0
    tell "Installing $names"
    # shellcheck disable=SC2086  # names of packages hold no spaces
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
        -o DPkg::Lock::Timeout=300 $names >&2
}

# What an environment was made from: when this changes, it is made anew. EXTRAS: "" or "[dev]".
recipe() {
    printf '%s ' "$1"
    cat "$checkout/pyproject.toml" "$checkout/packaging/constraints.txt" | cksum
}

# Whether the environment is as it should be and works. One made for the checks serves the window too; an interrupted
# one has no recipe.
is_ready() {
    made=$(cat "$environment/recipe" 2>/dev/null || true)
    [ "$made" = "$(recipe "$1")" ] || [ "$made" = "$(recipe '[dev]')" ] || return 1
    "$environment/bin/python" -c 'import editor' 2>/dev/null
}

# prepare NEEDS EXTRAS: makes the machine and a virtual environment in the checkout ready, doing only what is undone.
prepare() {
    if is_ready "$2"; then
        python=$environment/bin/python
        install_packages "$1"
        return
    fi
    python=$(usable_python || true)
    install_packages "$1"
    python=$(usable_python) || fail "A Python from 3.11 on that can make virtual environments (venv) is needed."
    tell "Making the virtual environment (once, and again when pyproject.toml changes) …"
    "$python" -m venv --clear "$environment"
    "$environment/bin/python" -m pip install --quiet --disable-pip-version-check --no-input \
        --constraint "$checkout/packaging/constraints.txt" --editable "$checkout$2" >&2
    recipe "$2" >"$environment/recipe"
}

# on_a_screen COMMAND…: windows are opened for real on a screen nobody looks at: X11, a window manager and a desktop
# bus of their own. `screen` is its size in pixels, if it is to be another.
on_a_screen() {
    # shellcheck disable=SC2016  # the inner shell fills in "$@"
    QT_QPA_PLATFORM=xcb dbus-run-session -- \
        xvfb-run --auto-servernum --server-args="-screen 0 ${screen:-1600x1000}x24 -nolisten tcp" \
        sh -c 'openbox >/dev/null 2>&1 & "$@"' openbox "$@"
}

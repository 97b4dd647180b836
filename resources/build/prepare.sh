#!/bin/sh
# What has to be there before a .venv can be made: Python 3.11 and, on Debian and Ubuntu, the libraries Qt
# loads from the system. Root gets them installed; anyone else is told the one command.
set -eu

python=${PYTHON:-python3}
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "Fieldkit needs Python 3.11 or newer, and '$python' is not: install it, or name it with PYTHON=/path/to/python3.11." >&2
    exit 1
fi

command -v dpkg >/dev/null 2>&1 || exit 0

# A library is looked for by the name Qt loads it by: package names differ between releases.
libraries() {
    cat <<'END'
libEGL.so.1 libegl1
libGL.so.1 libgl1
libX11.so.6 libx11-6
libX11-xcb.so.1 libx11-xcb1
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libfreetype.so.6 libfreetype6
libglib-2.0.so.0 libglib2.0-0
libwayland-cursor.so.0 libwayland-cursor0
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-render.so.0 libxcb-render0
libxcb-shape.so.0 libxcb-shape0
libxcb-shm.so.0 libxcb-shm0
libxcb-sync.so.1 libxcb-sync1
libxcb-util.so.1 libxcb-util1
libxcb-xfixes.so.0 libxcb-xfixes0
libxcb-xkb.so.1 libxcb-xkb1
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxkbcommon.so.0 libxkbcommon0
END
}

known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p || true)
missing=$(libraries | while read -r library package; do
    case "$known" in *"$library "*) ;; *) printf '%s ' "$package" ;; esac
done)

# Debian's own Python comes without the part that makes a .venv.
if ! "$python" -c 'import ensurepip' 2>/dev/null; then
    missing="$missing$("$python" -c 'import sys; print("python3.%d-venv" % sys.version_info[1])') "
fi

[ -n "$missing" ] || exit 0
if [ "$(id -u)" -eq 0 ]; then
    echo "Installing what Qt and Python need from the system: $missing"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # shellcheck disable=SC2086
    apt-get install -qq --yes -o DPkg::Lock::Timeout=120 --no-install-recommends $missing >/dev/null
else
    echo "This system lacks libraries that Fieldkit needs. Install them with:" >&2
    echo "  sudo apt-get install ${missing% }" >&2
fi

#!/bin/bash
# Tries the packages of dist/ on a bare Debian 12 without a network:
#     packaging/try_offline.sh [WORK]
# As root. Needs debootstrap, unshare, unzip, xvfb and imagemagick; leaves WORK/*.png behind.
set -euo pipefail
# What is mounted here is seen by this script only, and gone when it ends.
[ -n "${BALIE_TRIAL:-}" ] || exec env BALIE_TRIAL=1 unshare --mount "$0" "$@"
here=$(cd "$(dirname "$0")/.." && pwd)
work=${1:-$(mktemp -d)}
tree=$work/tree
deb=$(echo "$here"/dist/balie_*_"$(dpkg --print-architecture)".deb)
wheelhouse=$(echo "$here"/dist/balie-*-wheelhouse-cp311-linux_*.zip)
display=:87
mkdir -p "$work"

say() { printf '\n== %s\n' "$*"; }
fail() { printf 'FAIL %s\n' "$*" >&2; exit 1; }

online() { chroot "$tree" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }
# A network namespace of its own has no way out; files and sockets in the tree still work.
offline() { unshare -n chroot "$tree" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }
as_owner() {
    unshare -n chroot --userspec=owner:owner "$tree" env -i HOME=/home/owner PATH=/usr/bin:/bin \
        LC_ALL=C.UTF-8 BALIE_PASSPHRASE='drie keer bellen bij de achterdeur' DISPLAY="$display" "$@"
}
snapshot() {
    # what apt and dpkg keep about packages in general is not the package's
    find "$tree" -xdev \( -path "$tree/home" -o -path "$tree/proc" -o -path "$tree/dev" \
        -o -path "$tree/tmp" -o -path "$tree/var/lib/dpkg" -o -path "$tree/var/log" \
        -o -path "$tree/var/cache" \) -prune -o -print | sort
    grep -A1 '^Package: balie$' "$tree/var/lib/dpkg/status" || true
}

clean_up() {
    [ -z "${screen:-}" ] || kill "$screen" 2>/dev/null || true
}
trap clean_up EXIT

say "a bare Debian 12"
if [ ! -e "$work/bare.tar" ]; then
    debootstrap --variant=minbase --include=python3,python3-venv bookworm "$tree" > "$work/bootstrap.log"
    tar -C "$tree" -cf "$work/bare.tar" .
fi
rm -rf "$tree" && mkdir "$tree" && tar -C "$tree" -xf "$work/bare.tar"
mount -t proc proc "$tree/proc"
mount --bind /dev "$tree/dev"
mount -t tmpfs -o mode=1777 tmpfs "$tree/dev/shm"
online useradd --create-home owner
cp "$deb" "$tree/tmp/balie.deb"
unzip -q "$wheelhouse" -d "$tree/tmp/wheelhouse"
cat > "$tree/home/owner/vraag.eml" <<'MAIL'
From: Jan de Vries <jan@example.org>
To: info@uwwinkel.example
Subject: Waar blijft mijn pakket?
Message-ID: <vraag-1@example.org>
Date: Mon, 23 Nov 2026 09:00:00 +0100
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8

<p>Beste, waar blijft <b>bestelling 1234</b>?</p>
MAIL

say "its Depends, fetched while there is a network"
cp /etc/resolv.conf "$tree/etc/resolv.conf"
online apt-get update -qq
online apt-get install -y -qq --no-install-recommends --download-only /tmp/balie.deb > /dev/null
find "$tree/var/cache/apt/archives" -name "*.deb" | wc -l

say "no network from here on"
offline cat /proc/net/dev | tail -n +3
offline sh -c 'dpkg -i /var/cache/apt/archives/*.deb' > "$work/depends.log" 2>&1
snapshot > "$work/before"

Xvfb "$display" -screen 0 1280x800x24 > /dev/null 2>&1 &
screen=$!
mkdir -p "$tree/tmp/.X11-unix"
for _ in $(seq 50); do [ -S "/tmp/.X11-unix/X${display#:}" ] && break; sleep 0.1; done
mount --bind /tmp/.X11-unix "$tree/tmp/.X11-unix"

running() { pgrep -u "$(stat -c %u "$tree/home/owner")" -f 'balie|-m app' || true; }

window() { # NAME COMMAND...: starts a window, takes its picture, asks it to close
    local name=$1 code=0
    shift
    as_owner "$@" > "$work/$name.log" 2>&1 &
    local pid=$!
    sleep 10
    kill -0 "$pid" 2>/dev/null || { cat "$work/$name.log"; fail "$name ended by itself"; }
    DISPLAY=$display import -window root "$work/$name.png"
    local colours
    colours=$(identify -format %k "$work/$name.png")
    echo "$name is up; its picture has $colours colours"
    [ "$colours" -gt 500 ] || fail "the picture of $name is empty"
    for program in $(running); do
        if tr '\0' '\n' < "/proc/$program/environ" | grep -q QT_PLUGIN_PATH; then
            fail "a program started by Balie would load our Qt"
        fi
        kill -TERM "$program" 2>/dev/null || true
    done
    wait "$pid" || code=$?
    for _ in $(seq 100); do [ -z "$(running)" ] && break; sleep 0.1; done
    [ -z "$(running)" ] || fail "$name does not close"
    echo "closed, exit code $code"
    ! grep -q Traceback "$work/$name.log" || { cat "$work/$name.log"; fail "$name: a traceback"; }
}

handbook() { # NAME BALIE...: the model and the seed examples are in the package
    local name=$1
    shift
    time as_owner "$@" assist suggest --text "Het pakket is nog steeds niet bezorgd, waar blijft het?" \
        > "$work/$name-suggest.txt"
    head -n 4 "$work/$name-suggest.txt"
    as_owner "$@" sop propose 1 | head -n 2
    as_owner "$@" radar list | tail -n 2
    as_owner "$@" handbook check | tail -n 1
    as_owner "$@" handbook pdf "/home/owner/$name.pdf"
    as_owner "$@" handbook site "/home/owner/$name-site"
    head -c 5 "$tree/home/owner/$name.pdf" | grep -q %PDF || fail "no PDF"
    grep -q "<svg" "$tree/home/owner/$name-site"/*.html || fail "no charts in the site"
}

use() { # NAME BALIE: walks through the program
    local name=$1 balie=$2 profile
    as_owner "$balie" --version
    as_owner "$balie" --help > /dev/null
    time profile=$(as_owner "$balie" demo --no-window 2>/dev/null)
    as_owner "$balie" --profile "$profile" tickets > "$work/$name-tickets.txt"
    head -n 3 "$work/$name-tickets.txt"
    [ "$(wc -l < "$work/$name-tickets.txt")" -gt 20 ] || fail "too few tickets"
    for word in account sync import show reply set search note snooze tag merge split link undo \
        view outbox quarantine journal doctor demo key; do
        as_owner "$balie" $word --help > /dev/null || fail "$word --help"
    done
    handbook "$name" "$balie" --profile "$profile"
    as_owner "$balie" --profile "/home/owner/$name" import eml /home/owner/vraag.eml
    as_owner "$balie" --profile "/home/owner/$name" show 1 | tail -2
    as_owner "$balie" --profile "/home/owner/$name" quarantine list
    as_owner "$balie" --profile "/home/owner/$name" doctor
    window "$name-window" "$balie" --profile "$profile"
    window "$name-demo" "$balie" demo
}

say "the Debian package"
time offline dpkg -i /tmp/balie.deb
use deb /usr/bin/balie
say "removed"
offline dpkg --purge balie
snapshot > "$work/after"
diff "$work/before" "$work/after" && echo "nothing is left behind"
ls -A "$tree/home/owner/.local/share"

say "the wheelhouse"
rm -rf "$tree/home/owner/.local" "$tree/home/owner/deb"
folder=$(cd "$tree/tmp/wheelhouse" && ls)
as_owner python3 -m venv /home/owner/env
time as_owner /home/owner/env/bin/pip install -q --no-index \
    --find-links "/tmp/wheelhouse/$folder/wheels" balie
use wheelhouse /home/owner/env/bin/balie
say "all of it worked; pictures are in $work"

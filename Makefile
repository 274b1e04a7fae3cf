# Two commands on a fresh machine with Python 3.11 or later, make and a package index:
#   make demo   installs newslint and lints a real story
#   make test   installs the tools too and passes the tests

PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test clients check format lint types imports rules benchmark speed rivals lock clean help

help:  ## say what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: $(VENV)/.run  ## install, and lint a real story against its source
	$(BIN)/newslint check --exit-zero seeds/000_009268604145ada5.txt

test: $(VENV)/.dev  ## pass the tests
	$(BIN)/python -m pytest

clients: tests/clients/node_modules/.package-lock.json editors/vscode/node_modules/.package-lock.json  ## npm packages that some tests talk to: editors' clients, checkers of formats

%/node_modules/.package-lock.json: %/package-lock.json
	npm ci --prefix $* --no-audit --no-fund --loglevel error
	@touch $@

check: lint types imports rules test  ## all that CI runs

lint: $(VENV)/.dev  ## style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(VENV)/.dev  ## mend the style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(VENV)/.dev  ## mypy --strict
	$(BIN)/mypy

imports: $(VENV)/.dev  ## the direction of imports
	$(BIN)/lint-imports

rules: $(VENV)/.run  ## the examples of every rule
	$(BIN)/newslint rules test

benchmark: $(VENV)/.dev  ## speed, as ratios in one run, beside other linters and the bare model
	$(BIN)/python benchmarks/compare.py
	$(BIN)/python benchmarks/growth.py

speed: $(VENV)/.dev  ## the short form for CI: fails where a ratio got clearly worse
	$(BIN)/python benchmarks/compare.py --short --only one,many

rivals:  ## other linters, to be measured beside
	scripts/rivals.sh

lock: | $(BIN)/python  ## choose newer packages, with their hashes
	$(PIP) install uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 --no-annotate \
		-o requirements/run.txt pyproject.toml requirements/build.in
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 --no-annotate \
		-o requirements/dev.txt pyproject.toml requirements/build.in --group dev --extra web --extra corpus

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "newslint needs Python 3.11 or later; say which with: make PYTHON=/path/to/python3 ..."; exit 1; }
	$(PYTHON) -m venv $(VENV)

# Every package comes with its hash from the lock file; newslint itself is linked, not copied.
$(VENV)/.run: requirements/run.txt pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes -r requirements/run.txt
	$(PIP) install --no-build-isolation --no-deps -e .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

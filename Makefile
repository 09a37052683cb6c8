# `make report` reads the sample articles and opens their dossier; `make test` passes the tests.
# Both set up what they need under .venv the first time.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock

.PHONY: help report test check format bench fuzz docs screenshots lock clean

help: ## list what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 14

report: .venv/.main ## read the sample articles, write and open their dossier
	$(BIN)/tawatur report samples/ --out build/dossier.html --open

test: .venv/.dev ## run the tests
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

check: .venv/.dev ## style, types, floors, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

format: .venv/.dev ## put the code in order
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/.dev ## measure speed and size, side by side; rewrites docs/performance.md
	$(BIN)/python bench/performance.py

fuzz: .venv/.dev ## a million damaged inputs, then ten minutes guided by coverage where atheris has a build
	$(BIN)/python bench/fuzz.py --inputs 1000000
	-$(INSTALL) --editable '.[fuzz]'
	$(BIN)/python bench/fuzz_guided.py build/fuzz/guided -max_total_time=600

docs: .venv/.dev ## build the documentation site
	$(BIN)/mkdocs build --strict

screenshots: .venv/.dev ## draw the pictures of the README anew
	$(BIN)/python bench/screenshots.py

lock: .venv/.dev ## choose the versions of requirements.lock anew
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --upgrade \
		--custom-compile-command "make lock" --quiet --output-file requirements.lock

clean: ## remove what was built
	rm -rf .venv build dist site

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer with venv is needed"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/.main: pyproject.toml requirements.lock | .venv/bin/python
	$(INSTALL) --editable .
	@touch $@

.venv/.dev: pyproject.toml requirements.lock | .venv/bin/python
	$(INSTALL) --editable '.[all,dev]'
	@touch $@ .venv/.main

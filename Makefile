# Needs Python 3.11 or newer with its venv module, and make. Everything else comes from uv.lock.
#
#   make demo       a brief of a bundled story, in out/brief.html
#   make test       style, types, import rules and all tests
#   make evaluate   scores on the gold data at hand (SECONDSOURCE_DATA names its folder)
#   make gate       hold those scores against evaluation/floors.json
#   make scoreboard evaluation/SCOREBOARD.md, with peers (make peers installs them)
#   make corpus     the story files of corpus/, from the settled marks
#   make bench      times and memory on this machine
#   make docs       generated pages: the command line reference
#   make picture    the picture of a brief in docs/images (needs Chromium)

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
UV_VERSION := 0.13.9
BIN := .venv/bin
STAMPS := .venv/.stamps

.PHONY: help demo test lint types imports pytest browser evaluate gate peers scoreboard corpus bench docs picture clean

help:
	@sed -n '3,11s/^#   //p' Makefile

# ---- environment: made once, and again when the lock changes

$(STAMPS)/venv:
	@test -n "$(PYTHON)" || { echo "make: no Python 3.11 or newer with venv; install python3.11 and python3.11-venv"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv==$(UV_VERSION)"
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/synced: pyproject.toml uv.lock | $(STAMPS)/venv
	UV_PYTHON_DOWNLOADS=never UV_PROJECT_ENVIRONMENT=.venv $(BIN)/uv sync --frozen --quiet --python $(BIN)/python
	@test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet --disable-pip-version-check "uv==$(UV_VERSION)"
	@touch $@

# ---- for users

demo: $(STAMPS)/synced
	@mkdir -p out
	@$(BIN)/secondsource brief examples/echoed-interview.json -o out/brief.html
	@echo "The brief is in out/brief.html: open it in a browser."

# ---- for developers

test: lint types imports pytest

lint: $(STAMPS)/synced
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMPS)/synced
	$(BIN)/mypy

imports: $(STAMPS)/synced
	$(BIN)/lint-imports --no-logo

pytest: $(STAMPS)/synced browser
	$(BIN)/pytest -n 2 --dist worksteal

# The pages are tested in a real browser. Where none can be had, those tests are skipped by name.
browser: $(STAMPS)/browser

$(STAMPS)/browser: | $(STAMPS)/venv
	@if ! command -v chromium >/dev/null && command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
		(apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium) \
			>/dev/null 2>&1 || echo "no Chromium could be installed; the tests in a browser are skipped"; \
	fi
	@touch $@

evaluate: $(STAMPS)/synced
	@$(BIN)/secondsource evaluate

gate: $(STAMPS)/synced
	@$(BIN)/python evaluation/gate.py

# The peers pin old versions of what others need new: they have an environment of their own.
peers: $(STAMPS)/peers

$(STAMPS)/peers: evaluation/peers/requirements.txt | $(STAMPS)/venv
	$(BIN)/python -m venv .venv-peers
	$(BIN)/uv pip install --quiet --python .venv-peers/bin/python -r $<
	$(BIN)/python -m venv .venv-heideltime
	$(BIN)/uv pip install --quiet --python .venv-heideltime/bin/python -r evaluation/peers/heideltime.txt
	@touch $@

scoreboard: $(STAMPS)/synced peers
	@$(BIN)/secondsource evaluate --peers --output evaluation/SCOREBOARD.md >/dev/null

corpus: $(STAMPS)/synced
	@$(BIN)/secondsource corpus build

bench: $(STAMPS)/synced
	@$(BIN)/python -m benchmarks

docs: $(STAMPS)/synced
	@$(BIN)/python docs/make_reference.py

picture: $(STAMPS)/synced browser
	@$(BIN)/python docs/make_picture.py

clean:
	rm -rf .venv .venv-peers .venv-heideltime out build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

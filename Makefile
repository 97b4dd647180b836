# Every target makes its own .venv when it is missing or stale: other pins, another pyproject.toml, another Python.
PYTHON ?= python3

VERSION := $(shell $(PYTHON) -c 'import sys; print("%d.%d.%d" % sys.version_info[:3])' 2>/dev/null)
PACKAGES := .venv/.packages-$(VERSION)
READY := .venv/.ready
PY := .venv/bin/python
BIN := .venv/bin
FOLDERS := fieldkit ui resources tests $(wildcard benchmarks)

SAMPLE := build/sample.fieldkit
BRIEFS := build/briefs
FIELDKIT := FIELDKIT_PASSPHRASE=sample $(PY) -m fieldkit --workspace $(SAMPLE)
PIN := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header $(if $(UPGRADE),--upgrade)

.DEFAULT_GOAL := help
.PHONY: help setup run briefs test lint bench screenshots pins clean
.DELETE_ON_ERROR:

help:
	@echo "make run          the window, on the sample dialogues; and their supplier briefs under build/"
	@echo "make test         style, types, contracts and tests"
	@echo "make lint         style, types and contracts alone"
	@echo "make bench        the figures the README quotes"
	@echo "make screenshots  every page of the window and of the sample briefs as pictures, under build/screenshots/"
	@echo "make setup        only what the others need: .venv and the libraries of the system"
	@echo "make pins         the requirements files anew (needs uv; UPGRADE=1 takes newer releases)"
	@echo "make clean        removes build/, dist/ and .venv"

setup: $(READY)

$(PACKAGES): requirements-dev.txt
	@PYTHON="$(PYTHON)" sh resources/build/prepare.sh
	rm -rf .venv
	$(PYTHON) -m venv .venv
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

$(READY): $(PACKAGES) pyproject.toml
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# The window opens where there is a screen to open it on.
run: briefs
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname -s)" = Darwin ]; then \
		echo "Opening the window on the sample dialogues. What you change in them is gone when you close it."; \
		$(PY) -m fieldkit open --sample; \
	else \
		echo "There is no screen here, so no window opens. On one that has a screen: $(PY) -m fieldkit open --sample"; \
	fi

briefs: $(READY)
	@rm -rf $(SAMPLE) $(SAMPLE)-wal $(SAMPLE)-shm $(BRIEFS)
	@mkdir -p $(BRIEFS)
	@$(FIELDKIT) --json workspace create $(SAMPLE) --sample > /dev/null
	@$(FIELDKIT) brief export D-01 $(BRIEFS)/natural-stone-en.pdf --lang en
	@$(FIELDKIT) brief export D-01 $(BRIEFS)/natural-stone-nl.pdf --lang nl
	@$(FIELDKIT) brief export D-04 $(BRIEFS)/horticulture-en.pdf --lang en
	@$(FIELDKIT) brief export D-04 $(BRIEFS)/horticulture-nl.pdf --lang nl
	@echo "The sample workspace, encrypted (passphrase: sample):  $(SAMPLE)"
	@echo "A supplier brief for each sample dialogue, English and Dutch:"
	@for brief in $(BRIEFS)/*.pdf; do echo "  $$brief"; done

test: lint
	$(PY) -m pytest

lint: $(READY)
	$(BIN)/ruff check $(FOLDERS)
	$(BIN)/ruff format --check $(FOLDERS)
	$(BIN)/mypy $(FOLDERS)
	$(BIN)/lint-imports

bench: $(READY)
	$(PY) -m benchmarks

screenshots: briefs
	$(PY) resources/build/screenshots.py $(BRIEFS) build/screenshots
	$(PY) -m tests.ui.screenshots build/screenshots

pins:
	$(PIN) pyproject.toml -o requirements.txt
	$(PIN) --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt

clean:
	rm -rf build dist .venv

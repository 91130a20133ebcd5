# Corridor Watch: `make run` starts it, `make test` checks everything.
PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test lint bench torture seed docs clean browser

run: $(VENV)/.run
	$(BIN)/python -m corridor serve --port $(PORT)

test: $(VENV)/.dev lint browser
	@# Each process has a core: more threads in it would only take turns.
	CORRIDOR_THREADS=1 $(BIN)/python -m pytest --ignore tests/browser --numprocesses auto --dist loadfile
	@# A map drawn in software can lose a click on a busy machine: what fails is tried once more.
	export CORRIDOR_BROWSER="$$($(BIN)/python tests/find_browser.py)"; \
	$(BIN)/python -m pytest tests/browser || \
	$(BIN)/python -m pytest tests/browser --last-failed --last-failed-no-failures none

lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell

browser: $(VENV)/.dev
	@$(BIN)/python tests/find_browser.py --install > /dev/null

bench: $(VENV)/.dev browser
	$(BIN)/python -m bench

# Linux: writers killed at random, a full disk (root), the order of syncs (strace). Minutes.
torture: $(VENV)/.dev
	$(BIN)/python -m tests.torture

seed: $(VENV)/.dev
	$(BIN)/python -m corridor.seed $(FROM)

docs: $(VENV)/.run
	$(BIN)/python -m corridor.docs

clean:
	rm -rf $(VENV) data/incidents/store

$(VENV)/.python:
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or newer is needed')"
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.run: $(VENV)/.python requirements.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@

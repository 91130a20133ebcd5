# Corridor Watch: `make run` starts it, `make test` checks everything.
PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# uv takes a tenth of the time; pip knows more ways through a network.
install = $(BIN)/uv pip install --quiet --python $(BIN)/python $(1) || $(PIP) $(1)
PINS := --quiet --universal --python-version 3.11 --annotation-style line $(UPGRADE)

.PHONY: run test check lint bench torture seed docs pins clean browser

run: $(VENV)/.run
	$(BIN)/python -m corridor serve --port $(PORT)

# Every part runs, whatever became of the ones before; a table at the end says all.
test: $(VENV)/.dev
	@$(BIN)/python tests/gate.py test

# For daily work: what needs neither store nor browser.
check: $(VENV)/.dev
	@$(BIN)/python tests/gate.py check

lint: $(VENV)/.dev
	@$(BIN)/python tests/gate.py lint

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

# Pins all that requirements.in and requirements-dev.in need; what is pinned already stays.
# `make pins UPGRADE=--upgrade` takes the newest.
pins: $(VENV)/.dev
	UV_CUSTOM_COMPILE_COMMAND="make pins" $(BIN)/uv pip compile $(PINS) requirements.in \
		-o requirements.txt
	UV_CUSTOM_COMPILE_COMMAND="make pins" $(BIN)/uv pip compile $(PINS) -c requirements.txt \
		requirements-dev.in -o requirements-dev.txt

clean:
	rm -rf $(VENV) data/incidents/store

$(VENV)/.python:
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or newer is needed')"
	$(PYTHON) -m venv $(VENV)
	-$(PIP) --constraint requirements-dev.txt uv
	touch $@

$(VENV)/.run: $(VENV)/.python requirements.txt pyproject.toml
	$(call install,-r requirements.txt)
	$(call install,--no-deps --editable .)
	touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.txt
	$(call install,-r requirements-dev.txt)
	touch $@

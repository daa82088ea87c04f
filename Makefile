# Two commands do all the set-up: `make run` opens the product, `make test` runs its tests.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: run test lint format bench schema reports pictures snapshots understanding clean

run: $(VENV)/.installed
	$(BIN)/readiness

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell

format: $(VENV)/.installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.installed-dev
	$(BIN)/python -m benchmarks

# How well typed answers are understood, on the labelled utterances (docs/understanding.md).
understanding: $(VENV)/.installed-dev
	$(BIN)/python tests/conversation/understanding.py

# The committed JSON Schema, written anew from the code (a test holds the two together).
schema: $(VENV)/.installed-dev
	$(BIN)/readiness questionnaires schema > questionnaires/questionnaire.schema.json

# The example reports are the golden files of the tests: look at the diff before you commit it.
reports: $(VENV)/.installed-dev
	$(BIN)/python -m tests.reports.goldens

# The pictures of README and docs/formats.md: the running app, and pages of the reports.
pictures: $(VENV)/.installed-dev
	$(BIN)/python docs/pictures/draw.py
	$(BIN)/python docs/pictures/pages.py

# What each screen looks like (see CONTRIBUTING.md): look at the diff before you commit it.
snapshots: $(VENV)/.installed-dev
	$(BIN)/python -m pytest tests/tui/test_snapshots.py --write-snapshots

$(VENV)/.created:
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.installed: $(VENV)/.created pyproject.toml constraints.txt
	$(INSTALL) --constraint constraints.txt --editable ".[all]"
	$(BIN)/python -m compileall -q src
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.txt
	$(INSTALL) --constraint constraints.txt --requirement requirements-dev.txt
	# Only for the axe-core in it, without the browsers that it would bring.
	$(INSTALL) --constraint constraints.txt --no-deps axe-playwright-python
	touch $@

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

# `make reports` on a fresh clone: sets up .venv from the lock and builds every briefing of every case.

PYTHON ?= python3
VENV = .venv
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet

.PHONY: help reports test lint lab codebook bench-drafting bench-build clean

help:  ## this list
	@sed -n 's/^\([a-z-]*\):.*  ## /\1\t/p' Makefile | expand -t 17

reports: $(VENV)/.ready  ## every briefing of every case, HTML and PDF, into reports/
	@$(BIN)/onrecord build

test: $(VENV)/.ready-to-test  ## the tests; those in a browser need chromium, and say so where there is none
	@$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

lint: $(VENV)/.ready-to-test  ## ruff, types, the layers of analysis/onrecord, notebooks without outputs
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports
	@$(BIN)/mypy
	@$(BIN)/python -m pytest tests/test_lot.py

LAB ?=
lab: $(VENV)/.ready  ## JupyterLab, at the notebook to explore; as root in a container, too: make lab LAB="--ip 0.0.0.0"
	@$(BIN)/jupyter lab $$(test "$$(id -u)" -ne 0 || echo --allow-root) --LabApp.default_url=/lab/tree/notebooks/explore.ipynb $(LAB)

codebook: $(VENV)/.ready  ## the codebook in seeds/README.md, after a change to its rules, columns or values
	@$(BIN)/python -m onrecord.coding.codebook.page seeds/README.md

GOLD ?=
bench-drafting: $(VENV)/.ready  ## how good drafts are, on annotated news: make bench-drafting GOLD=folder
	@test -d "$(GOLD)" || { echo "name the gold: make bench-drafting GOLD=folder, with text/ and attributions/, or with ID.txt and statements.jsonl"; exit 2; }
	@$(BIN)/python -m onrecord.drafting.scoring.bench "$(GOLD)"

BENCH ?=
bench-build: $(VENV)/.ready-to-test  ## what a build costs, beside the stock commands: make bench-build BENCH="--documents 24 240"
	@$(BIN)/python -m onrecord.briefing.bench $(BENCH)

clean:  ## takes away the reports and what the tools left; .venv stays
	@find reports -mindepth 1 ! -name README.md -delete
	@rm -rf .pytest_cache .ruff_cache .import_linter_cache .mypy_cache .hypothesis
	@find analysis tests -name __pycache__ -prune -exec rm -rf {} +

$(BIN)/pip:  # the last that venv makes: an interrupted set-up starts again
	@$(PYTHON) -c 'import sys; sys.exit("onrecord needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	@echo "setting up $(VENV): once, a minute or two"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: .ci/lock.txt pyproject.toml | $(BIN)/pip
	@$(PIP) install --require-hashes -r .ci/lock.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.ready-to-test: .ci/lock-test.txt $(VENV)/.ready
	@$(PIP) install --require-hashes -r .ci/lock-test.txt
	@touch $@

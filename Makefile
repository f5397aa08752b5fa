# make run: serve the API and the web form on http://127.0.0.1:8000     make test: run the tests
# make lint: check the lexicon      make check: everything that CI checks      make bench: measure, into bench/results/
# make hook: check the staged lexicon before each commit      make pictures: take the README's pictures from the pages
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
BIN := .venv/bin

.PHONY: run test lint check format bench hook pictures clean

run: .venv/installed
	$(BIN)/python -m service serve --host $(HOST) --port $(PORT)

test: .venv/installed-dev
	$(BIN)/pytest

lint: .venv/installed
	$(BIN)/python -m service lint

check: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m service lint
	$(BIN)/python -m service index --check
	$(BIN)/pytest

format: .venv/installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/installed-bench
	$(BIN)/python -m bench

hook: .venv/installed
	@hook="$$(git rev-parse --git-path hooks)/pre-commit"; \
	if [ -e "$$hook" ] && ! cmp -s .ci/pre-commit "$$hook"; then \
	  echo "$$hook is there already; delete it first, or call .ci/pre-commit from it" >&2; exit 1; \
	fi; \
	mkdir -p "$$(dirname "$$hook")" && cp .ci/pre-commit "$$hook" && chmod +x "$$hook" && echo "$$hook"

pictures: .venv/installed-dev
	$(BIN)/python -m tests.browser.pictures

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis

.venv/installed: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit("Evenhand needs Python 3.11 or newer; set PYTHON=python3.11") if sys.version_info < (3, 11) else 0'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/installed-bench: .venv/installed requirements-bench.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-bench.txt
	@touch $@

.venv/installed-dev: .venv/installed requirements-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

# Two commands matter: `make demo` shows the product, `make test` proves it. Only python3 (3.11 or newer)
# and make are assumed; everything else comes from the hashed locks in requirements/.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
WORKERS ?= 2
PORT ?= 8420
DEMO ?= --people 60 --interviews 25
FUZZED ?= vcards calendars letters chats
FUZZ_SECONDS ?= 600
# The rooms whose tests are run once more on PostgreSQL.
POSTGRES_ROOMS := tests/models tests/actions tests/queries tests/stories

.DEFAULT_GOAL := help
.PHONY: help demo dev test check format pytest pytest-postgres test-pythons screenshots bench fuzz lock clean

help: ## List what can be made, one sentence each
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  make %-16s %s\n", $$1, $$2}'

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Acquaint needs Python 3.11 or newer; say which: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements/runtime.lock | $(BIN)/python
	$(PIP) install --quiet --require-hashes -r requirements/runtime.lock
	@touch $@

$(VENV)/.dev: requirements/dev.lock pyproject.toml | $(BIN)/python
	$(PIP) install --quiet --require-hashes -r requirements/dev.lock
	$(PIP) install --quiet --no-deps --no-build-isolation --no-index --editable .
	@touch $@ $(VENV)/.runtime

demo: $(VENV)/.runtime ## Open the app on a generated sample network, in a throw-away database
	$(BIN)/python -m acquaint demo $(DEMO)

dev: $(VENV)/.dev ## Install and serve the app on a data folder of its own, .dev/
	$(BIN)/python -m acquaint --data .dev serve --port $(PORT)

test: check pytest pytest-postgres ## Run everything: checks, then all tests, on SQLite and on PostgreSQL

check: $(VENV)/.dev ## Check format, lint, types, walls and sizes
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -q tests/house

format: $(VENV)/.dev ## Put every file into the house format and repair what lint can repair
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

pytest: $(VENV)/.dev ## Run all tests on SQLite, browser tests among them where Chromium is found
	$(BIN)/pytest -n $(WORKERS) --dist worksteal

pytest-postgres: $(VENV)/.dev ## Run models, actions, queries and stories once more on PostgreSQL where it is found
	$(BIN)/python -m tests.postgres $(BIN)/pytest -n $(WORKERS) --dist worksteal $(POSTGRES_ROOMS)

test-pythons: ## Run the suite on Python 3.12 and 3.13 where they are present
	@for version in 3.12 3.13; do \
	  python=$$(./tests/pythons $$version) || { echo "no Python $$version here: skipped"; continue; }; \
	  $(MAKE) pytest PYTHON=$$python VENV=.venv-$$version || exit 1; \
	done

screenshots: $(VENV)/.dev ## Take the pictures of the guide from the generated sample network
	$(BIN)/python -m bench.screenshots docs/images

bench: $(VENV)/.dev ## Measure start-up, reading, import and pages against bare Python, as ratios
	$(BIN)/python -m bench

fuzz: $(VENV)/.dev ## Search ten minutes a format for bytes that break a reader (needs atheris, which is not in the lock)
	@for kind in $(FUZZED); do \
	  mkdir -p .fuzz/$$kind; \
	  $(BIN)/python -m tests.fuzzing $$kind -max_total_time=$(FUZZ_SECONDS) -max_len=8000 -rss_limit_mb=1024 \
	    -artifact_prefix=.fuzz/$$kind- .fuzz/$$kind tests/fuzzing/found/$$kind || exit 1; \
	done

lock: $(VENV)/.dev ## Renew requirements/*.lock from pyproject.toml and dev.in
	requirements/compile $(BIN)

clean: ## Remove environments, caches and build output; data folders stay
	rm -rf .venv .venv-3.* .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis build dist

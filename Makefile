# Two commands carry the project: `make demo` to try it, `make test` to trust it. Only python3 (3.11 or newer,
# with venv) and make are needed; pip follows the index settings of the machine.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PORT   ?= 8000
RESET  ?=
ARGS   ?=

.PHONY: help demo test check test-sqlite test-postgresql lock messages format bench drills looks screenshots clean

help:
	@echo "make demo [PORT=8000] [RESET=1]  the demonstration networks, web and worker in one go"
	@echo "make test                        every check and every test, on SQLite and on PostgreSQL"
	@echo "make check                       only the checks: style, types, layers, translations, lock file"
	@echo "make test-sqlite [ARGS='-k x']   the tests on SQLite;  make test-postgresql  on PostgreSQL"
	@echo "make bench [ARGS='pages']        the benchmarks, on throw-away databases"
	@echo "make drills                      promises tried at full size: a day without mail server, ten networks, migrations"
	@echo "make looks [ARGS='-k leader']    every address of every role in a browser: WCAG 2.2 AA, 320 px, empty forms"
	@echo "make screenshots                 the pictures of the README"
	@echo "make messages | lock | format    translations, lock files, code style"

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Koploper needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Name another one with: make PYTHON=python3.13 ...")'
	@$(PYTHON) -m venv $(VENV) || { echo "python3 has no venv module; on Debian and Ubuntu: apt-get install python3-venv"; exit 1; }

# A stamp holds what was installed; it is older than the lock file only after the lock file changed. The lock is
# whole, so pip is told not to look for more: an older pip would try a newer release for the sake of an extra.
$(VENV)/.installed: requirements.txt | $(BIN)/python
	@echo "Installing the locked packages; the first time this takes a minute or two."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt | $(BIN)/python
	@echo "Installing the locked packages for the tests; the first time this takes a few minutes."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.txt
	@touch $@ $(VENV)/.installed

demo: $(VENV)/.installed
	@exec $(BIN)/python manage.py serve --demo --port $(PORT) $(if $(filter-out 0,$(RESET)),--reset)

# PYTHONDEVMODE stays off: it makes the libraries' own warnings errors.
test: check test-sqlite test-postgresql

check: $(VENV)/.installed-dev
	@$(BIN)/python -m scripts.checks

test-sqlite: $(VENV)/.installed-dev
	@$(BIN)/python -m scripts.run_tests sqlite $(ARGS)

test-postgresql: $(VENV)/.installed-dev
	@$(BIN)/python -m scripts.run_tests postgresql $(ARGS)

lock: $(VENV)/.installed-dev
	@$(BIN)/python -m scripts.lock

messages: $(VENV)/.installed-dev
	@$(BIN)/python -m scripts.messages update

format: $(VENV)/.installed-dev
	@$(BIN)/ruff check --quiet --fix . ; $(BIN)/ruff format --quiet .
	@find templates -name '*.html' -print0 | xargs -0 $(BIN)/djade --target-version 5.2 || true

bench: $(VENV)/.installed-dev
	@$(BIN)/python -m benchmarks.run $(ARGS)

drills: $(VENV)/.installed-dev
	@$(BIN)/python -m benchmarks.run drills

looks: $(VENV)/.installed-dev
	@$(BIN)/python -m scripts.run_tests sqlite tests/site/every_page_in_a_browser.py $(ARGS)

screenshots: $(VENV)/.installed-dev
	@$(BIN)/python -m scripts.screenshots

clean:
	@rm -rf .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage

# Two commands are enough: `make run` and `make test`. The rest is for those who change the program.
# Everything is set up on first use; packaging/set_up.py says how. ARGS are passed on:
#   make test ARGS="tests/unit -x"      make run ARGS=--hidden

# The Python of .venv once there is one; another can be named: make PYTHON=python3.12
PYTHON ?= $(or $(wildcard .venv/bin/python),python3)
ARGS ?=

export PYTHONPATH :=
# Empty is off: without bytecode each of the many Pythons that the tests start compiles everything.
export PYTHONDONTWRITEBYTECODE :=
run_set_up = @$(PYTHON) packaging/set_up.py
headless = QT_QPA_PLATFORM=offscreen
# The suite takes all cores, at most four; what ARGS pick from tests/ is not worth the start of them.
workers = $(if $(filter tests/%,$(ARGS)),,--numprocesses auto --maxprocesses 4 --dist worksteal)

.DEFAULT_GOAL := help
.PHONY: help run test lint format bench soak figures pictures translations lock clean set-up set-up-for-tests

help: ## this list
	@sed -n 's/^\([a-z][a-z-]*\):.*## \(.*\)/  make \1:\2/p' $(MAKEFILE_LIST) | \
		while IFS=: read -r name what; do printf '%-20s %s\n' "$$name" "$$what"; done

run: set-up ## start the program; without a display take the tour into build/tour instead
	@if [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		mkdir -p build/tour && $(headless) .venv/bin/coreapp tour build/tour; \
	else \
		.venv/bin/coreapp $(ARGS); \
	fi

test: set-up-for-tests ## run the whole test suite, without showing a window
	$(headless) .venv/bin/pytest $(workers) $(ARGS)

lint: set-up-for-tests ## check style, types, layers, translations and spelling; change nothing
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/python packaging/catalogues.py check
	.venv/bin/python packaging/spelling.py

format: set-up-for-tests ## bring the code into shape
	.venv/bin/ruff check --fix-only .
	.venv/bin/ruff format .

bench: set-up-for-tests ## measure, one figure a line, in at most 10 minutes; with PEERS=1 beside others
	@$(headless) $(if $(shell command -v timeout),timeout $(if $(PEERS),1500,600)) .venv/bin/python -m tests.benchmarks $(ARGS)

soak: set-up-for-tests ## run the long tests that `make test` leaves out
	$(headless) HYPOTHESIS_PROFILE=soak .venv/bin/pytest -m 'soak or hypothesis' --timeout 7200 $(ARGS)
	@$(headless) .venv/bin/python -m tests.benchmarks long

figures: set-up-for-tests ## draw all figures into build/figures, to be looked at
	$(headless) .venv/bin/python packaging/figure_sheets.py build/figures $(ARGS)

pictures: set-up-for-tests ## take the tour and make the pictures of README.md anew
	$(headless) .venv/bin/python packaging/readme_pictures.py

translations: set-up-for-tests ## extract the texts, update every language, compile
	.venv/bin/python packaging/catalogues.py update

lock: set-up ## resolve the dependencies anew into the lock files
	packaging/lock.sh

clean: ## remove .venv and everything that was made
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find translations -name '*.mo' -exec rm -f {} +

set-up: ## set up what `make run` needs, and start nothing
	$(run_set_up)

set-up-for-tests: ## set up what the tests and checks need, and run none
	$(run_set_up) --for-tests

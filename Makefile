# The two that matter: `make run` opens the bot, `make test` runs all tests.
# Both make their own .venv from requirements.lock; `make bench` and `make train` add to it
# what only they need, from requirements-bench.lock.

PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
READY_TO_BENCH := $(VENV)/ready-to-bench
# A lock is whole, so nothing is looked up beside it; `pip check` says where it is not.
PIP := $(BIN)/python -m pip --disable-pip-version-check
INSTALL := $(PIP) install --quiet --require-hashes --no-deps -r
# Each core has a stretch of the tests, and so makes what these share for itself alone.
TEST := $(BIN)/python -m pytest -n auto --dist worksteal

.PHONY: run test check format bench train previews lock clean

run: $(READY)
	@$(BIN)/python -m bot run

test: $(READY)
	$(TEST)

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(TEST)

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(READY_TO_BENCH)
	$(BIN)/python -m tests.bench

# Fits the small classifiers of questions to the bank again; on one thread, for sums that several
# threads add up differ in their last digits, and a tree may then split elsewhere.
train: $(READY_TO_BENCH)
	OMP_NUM_THREADS=1 $(BIN)/python -m knowledge train

# Pictures of what people see, from real answers; needs Chromium.
previews: $(READY_TO_BENCH)
	$(BIN)/python -m tests.previews

# The pip that Python brings is slow, so the locked one comes first; and as it fetches, unpacks
# and compiles one package after another, four of them take half the time.
$(READY): requirements.lock
	$(PYTHON) -m venv $(VENV)
	sed -n '/^pip==/,/# via/p' requirements.lock > $(VENV)/pip.lock
	$(INSTALL) $(VENV)/pip.lock
	awk '/^[^ #]/ { part = part % 4 + 1 } { print > ("$(VENV)/part-" part) }' requirements.lock
	printf '%s\n' 1 2 3 4 | xargs -P 4 -I PART $(INSTALL) $(VENV)/part-PART
	$(PIP) check
	@touch $@

$(READY_TO_BENCH): $(READY) requirements-bench.lock
	$(INSTALL) requirements-bench.lock
	$(PIP) check
	@touch $@

# The locks name no index and no host, so they serve everywhere.
LOCKING := --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url \
  --no-emit-find-links --no-emit-trusted-host --no-header
lock: $(READY_TO_BENCH)
	$(BIN)/pip-compile $(LOCKING) --extra dev --output-file requirements.lock pyproject.toml
	$(BIN)/pip-compile $(LOCKING) --extra train --extra bench --extra lock --constraint requirements.lock \
	  --output-file requirements-bench.lock pyproject.toml

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

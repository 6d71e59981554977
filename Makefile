# make serve, make test: each prepares .venv, from the lock, and goes. A second run installs nothing.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
export NO_MKDOCS_2_WARNING := 1
# Two builds of one commit are the same to the byte.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null)

.PHONY: serve build test test-cuda test-torch test-browser test-wheel lint bench mutate update-outputs clean

serve: $(READY)
	$(BIN)/mkdocs serve --dirty

build: $(READY)
	$(BIN)/mkdocs build --strict

test: $(READY)
	$(BIN)/pytest -n auto --dist worksteal

# Where there is no GPU, all is skipped, and the summary says so.
test-cuda: $(READY)
	$(BIN)/pytest --device cuda tests/losses tests/optim tests/test_*.py tests/site/test_examples.py

# The suite with another torch, in an environment of its own: make test-torch VERSION=2.14.1
# The site is not built: it is the same.
test-torch: $(READY)
	@test -n "$(VERSION)" || { echo "which torch? make test-torch VERSION=2.14.1"; exit 1; }
	$(PYTHON) -m venv .venv-torch-$(VERSION)
	sed 's/^torch==.*/torch==$(VERSION)/' constraints.txt > .venv-torch-$(VERSION)/constraints.txt
	.venv-torch-$(VERSION)/bin/pip install --quiet \
		--constraint .venv-torch-$(VERSION)/constraints.txt --editable '.[site,dev]'
	.venv-torch-$(VERSION)/bin/pytest -n auto -m "not builds_site"

# Installs Debian's chromium where it can; the tests say what is missing where it can't.
test-browser: $(READY)
	sh tests/site/install_chromium.sh
	$(BIN)/pytest tests/site/test_browser.py

# The tests of the package, on the wheel as pip installs it.
test-wheel: $(READY)
	rm -rf .cache/wheel build
	$(BIN)/pip wheel --quiet --no-deps --no-build-isolation --wheel-dir .cache/wheel .
	$(BIN)/pip install --quiet --no-deps --target .cache/wheel/site .cache/wheel/*.whl
	PYTHONPATH=.cache/wheel/site $(BIN)/pytest -n auto --package .cache/wheel/site tests/losses tests/optim tests/test_*.py

lint: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/zizmor --offline --quiet .github/workflows
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml

bench: $(READY)
	KINETO_LOG_LEVEL=99 $(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.site
	$(BIN)/python -m tests.bench.suite

# Plants faults in a copy and counts how many the tests see.
mutate: $(READY)
	$(BIN)/python -m tests.mutate

update-outputs: $(READY)
	$(BIN)/pytest tests/site/test_examples.py tests/site/test_labs.py --update-outputs -p no:xdist

$(READY): constraints.txt pyproject.toml package-lock.json
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "optguide needs Python 3.11 or later; set PYTHON=python3.11, say"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[site,dev]'
	PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --silent
	@touch $@

clean:
	rm -rf .venv .venv-torch-* node_modules site .cache

# make serve, make check, make test: each prepares .venv, from the lock, and goes. A second run
# installs nothing. PAGE=losses/regression/l1 names a page, in both languages.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
PYTEST := $(BIN)/pytest
# FRESH=1 runs every test, whatever passed before.
FAST := -m "not slow" $(if $(FRESH),--fresh)
PAGE_TESTS := tests/site/test_read.py tests/site/test_examples.py tests/site/test_labs.py \
	tests/site/test_parity.py tests/site/test_equal.py tests/site/test_formulas.py \
	tests/site/test_numbers.py
export NO_MKDOCS_2_WARNING := 1
# Two builds of one commit are the same to the byte.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null)

.PHONY: serve check test test-slow test-all build build-zensical update-outputs record citations \
	new-page test-cuda test-torch versions test-browser test-wheel lint bench mutate clean

serve: $(READY)
	$(BIN)/mkdocs serve --dirty

# One page: both languages read, their examples run, their facts compared.
check: $(READY)
	@test -n "$(PAGE)" || { echo "which page? make check PAGE=losses/regression/l1"; exit 1; }
	@OPTGUIDE_PAGE="$(PAGE)" $(PYTEST) -p no:xdist -q --no-header --fresh $(PAGE_TESTS) \
		-m "not slow and not builds_site"

# What passed on the same files is not run again; see tests/support/passes.py.
test: $(READY)
	$(PYTEST) -n auto --dist worksteal $(FAST)

# The simulated GPU, notebook kernels and the browser. TESTS=tests/site/test_devices.py names
# some of the files, and may hold other options of pytest.
test-slow: $(READY)
	$(PYTEST) -n auto --dist worksteal -m slow $(TESTS)

# Both.
test-all: $(READY)
	$(PYTEST) -n auto --dist worksteal

build: $(READY)
	$(BIN)/mkdocs build --strict

# The same pages by the theme's successor, in an environment of its own.
build-zensical: $(READY)
	$(BIN)/python -m optguide_site.zensical

# Runs the examples and rewrites the recorded outputs that no longer agree.
update-outputs: $(READY)
	OPTGUIDE_PAGE="$(PAGE)" $(PYTEST) -p no:xdist -q --no-header --update-outputs \
		tests/site/test_examples.py tests/site/test_labs.py -k "test_example or test_lab_runs"

# Runs every example and writes down what passed: the line at the foot of each page. SIM=1: on
# the simulated GPU too, six minutes more.
record: $(READY)
	OPTGUIDE_PAGE="$(PAGE)" $(PYTEST) -n auto -q --no-header --record \
		tests/site/test_examples.py tests/site/test_labs.py $(if $(SIM),tests/site/test_devices.py) \
		-k "test_example or test_lab_runs"

# Writes down what is cited where, after you have compared it with its source.
citations: $(READY)
	$(BIN)/python -m optguide_site.citations

new-page: $(READY)
	@$(BIN)/python -m optguide_site.new_page "$(NAME)"

# Where there is no GPU, all is skipped, and the summary says so.
test-cuda: $(READY)
	$(PYTEST) --device cuda --record tests/losses tests/optim tests/test_*.py \
		tests/site/test_examples.py

# The suite with another torch, in an environment of its own: make test-torch VERSION=2.14.1
# The site is not built: it is the same.
test-torch: $(READY)
	@test -n "$(VERSION)" || { echo "which torch? make test-torch VERSION=2.14.1"; exit 1; }
	$(PYTHON) -m venv .venv-torch-$(VERSION)
	sed 's/^torch==.*/torch==$(VERSION)/' constraints.txt > .venv-torch-$(VERSION)/constraints.txt
	.venv-torch-$(VERSION)/bin/pip install --quiet \
		--constraint .venv-torch-$(VERSION)/constraints.txt --editable '.[site,dev]'
	.venv-torch-$(VERSION)/bin/pytest -n auto -m "not builds_site and not slow"

# Asks every torch that is installed what pages say of it: docs/versions.json
versions: $(READY)
	for bin in $(BIN) $(wildcard .venv-torch-*/bin); do $$bin/python -m tests.versions || exit 1; done

# Installs Debian's chromium where it can; the tests say what is missing where it can't.
test-browser: $(READY)
	sh tests/site/install_chromium.sh
	$(PYTEST) -n auto tests/site/test_browser.py tests/site/test_explorers.py tests/site/test_theme.py

# The tests of the package, on the wheel as pip installs it.
test-wheel: $(READY)
	rm -rf .build/wheel build
	$(BIN)/pip wheel --quiet --no-deps --no-build-isolation --wheel-dir .build/wheel .
	$(BIN)/pip install --quiet --no-deps --target .build/wheel/site .build/wheel/*.whl
	PYTHONPATH=.build/wheel/site $(PYTEST) -n auto --package .build/wheel/site \
		tests/losses tests/optim tests/test_*.py

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
	$(BIN)/python -m tests.mutate_formulas
	$(BIN)/python -m tests.mutate_numbers
	$(BIN)/python -m tests.mutate

$(READY): constraints.txt pyproject.toml package-lock.json
	@$(PYTHON) .ci/environment.py

clean:
	rm -rf .venv .venv-torch-* .venv-zensical node_modules site .build

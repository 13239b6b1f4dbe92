# make lab    installs what is missing, builds, and opens JupyterLab on the notebooks
# make test   the same preparation, then every test
# make bench  Engram and its peers on the same work, side by side
# make conformance  what the protocol asks of a kernel; KERNEL=python3 for another one than ours
# make programs  random programs through Engram and swiftc: PROGRAMS of them (1000), from SEED (1000) on
# make bytes  broken cells, cut ones and nonsense: BYTES of them (1000000), from SEED (1) on, on all processors
# make browser-test  JupyterLab and Notebook 7 in a real browser; installs Chromium and Playwright, which make test does without

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.ONESHELL:

SWIFT ?= swift
PYTHON ?= python3
VENV := .venv
BENCH_VENV := .venv-bench
ENGRAM := .build/release/engram
BENCH := .build/release/bench
# Only as root is there nothing to ask for.
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
PACKAGES := libzmq3-dev libsqlite3-dev libopenblas-dev zlib1g-dev pkg-config python3-venv git ca-certificates g++
# What a toolchain that was only unpacked may still lack. Not among the above, since other distributions name them otherwise: installed when it does not start.
TOOLCHAIN_PACKAGES := libncurses6 libcurl4 libxml2 libsqlite3-0 tzdata
# Not what generators write or compare, nor cells, nor the texts that are Swift within Swift.
SWIFT_FILES = git ls-files '*.swift' | grep -vE '/(Generated|Cells|BindingsSample)/|Sources/Language/Standard/'

.PHONY: help lab test programs bytes conformance browser-test build tests-build swift-test check notebooks prepare kernel bench format lint clean

help:
	@sed -n 's/^# //p' Makefile | head -7

# The system's libraries; asks for nothing when all of them are there.
prepare:
	@command -v $(SWIFT) >/dev/null || { echo "No Swift toolchain: install Swift 6.3 or later from https://www.swift.org/install/"; exit 1; }
	missing=()
	if ! { $(SWIFT) --version && $(SWIFT) build --version; } >/dev/null 2>&1; then missing+=($(TOOLCHAIN_PACKAGES)); fi
	for package in $(PACKAGES); do
	    dpkg-query -W -f='$${Status}' "$$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$$package")
	done
	if [ "$${#missing[@]}" -gt 0 ]; then
	    echo "Installing $${missing[*]}"
	    $(SUDO) apt-get update -q
	    $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$${missing[@]}"
	fi
	$(SWIFT) --version >/dev/null || { echo "The Swift toolchain at $$(command -v $(SWIFT)) does not start"; exit 1; }

build: prepare
	$(SWIFT) build -c release --product engram

# Jupyter, in an environment of the project's own.
$(VENV)/.ready: requirements.txt integrations/papermill/pyproject.toml integrations/papermill/engram_papermill.py
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

kernel: build | prepare
	@$(MAKE) --no-print-directory $(VENV)/.ready
	$(ENGRAM) install --prefix $(VENV)

# As root JupyterLab has to be told that this is meant. LAB_FLAGS="--no-browser --port 8899" and the like go through.
lab: kernel
	$(VENV)/bin/jupyter-lab --notebook-dir notebooks $(if $(SUDO),,--allow-root) $(LAB_FLAGS)

# One build for the program, the tools and the tests. Tests see `package` and `public` declarations only, so nothing is compiled a second time for them.
tests-build: prepare
	$(SWIFT) build -c release --build-tests

swift-test: tests-build
	@$(MAKE) --no-print-directory $(VENV)/.ready
	$(ENGRAM) install --prefix $(VENV)
	# What goes through Jupyter has programs of its own, and some of its tests wait for one another with limits of seconds: after the others, when the machine is free.
	$(SWIFT) test -c release --disable-testable-imports --skip-build --skip EndToEndTests.JupyterTests
	$(SWIFT) test -c release --disable-testable-imports --skip-build --filter EndToEndTests.JupyterTests

# What needs no test runner: imports go down only, the bindings are those of the declarations.
check: tests-build
	.ci/check-imports
	.ci/check-text
	.ci/check-bindings

# Each notebook from its first cell to its last, without Jupyter; they also run through the kernel, in EndToEndTests.
notebooks: build
	for notebook in notebooks/*.ipynb; do
	    echo "$$notebook"
	    $(ENGRAM) run "$$notebook" -o - >/dev/null
	done

test: check swift-test
	@$(MAKE) --no-print-directory notebooks

KERNEL := engram
conformance: kernel
	JUPYTER_PATH="$(CURDIR)/$(VENV)/share/jupyter" PYTHONDONTWRITEBYTECODE=1 $(VENV)/bin/python Tests/Conformance/conformance.py --kernel $(KERNEL)

programs: tests-build
	ENGRAM_PROGRAMS=$(or $(PROGRAMS),1000) ENGRAM_PROGRAMS_SEED=$(or $(SEED),1000) $(SWIFT) test -c release --disable-testable-imports --skip-build --filter manyProgramsEndAlike

bytes: tests-build
	export ENGRAM_FUZZ=$(or $(BYTES),1000000) ENGRAM_FUZZ_SEED=$(or $(SEED),1) ENGRAM_FUZZ_JOBS=$(or $(JOBS),$$(nproc)) ENGRAM_FUZZ_LOG=.build/fuzz-log.txt
	$(SWIFT) test -c release --disable-testable-imports --skip-build --filter FuzzTests

# Apart from the others, since a browser is a heavy thing to install. ENGRAM_SCREENSHOTS=folder keeps pictures of the pages.
browser-test: kernel
	if ! command -v chromium chromium-browser google-chrome >/dev/null && [ -z "$${CHROMIUM:-}" ]; then
	    $(SUDO) apt-get update -q
	    $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends chromium
	fi
	$(VENV)/bin/pip install --quiet --disable-pip-version-check 'playwright>=1.49,<2'
	cd Tests/EndToEndTests/python
	JUPYTER_PATH="$(CURDIR)/$(VENV)/share/jupyter" PYTHONDONTWRITEBYTECODE=1 "$(CURDIR)/$(VENV)/bin/python" -m unittest -v test_browser test_charts

# The peers at fixed versions, in an environment of their own.
$(BENCH_VENV)/.ready: Benchmarks/peers/requirements.txt
	$(PYTHON) -m venv $(BENCH_VENV)
	$(BENCH_VENV)/bin/pip install --quiet --disable-pip-version-check -r Benchmarks/peers/requirements.txt
	touch $@

bench: prepare
	$(SWIFT) build -c release --product engram
	$(SWIFT) build -c release --product bench
	$(MAKE) --no-print-directory $(BENCH_VENV)/.ready
	$(ENGRAM) install --prefix $(BENCH_VENV)
	for peer in Benchmarks/peers/*.py; do
	    echo "# $$peer" >&2
	    $(BENCH_VENV)/bin/python "$$peer" --bench $(BENCH)
	done

format:
	$(SWIFT_FILES) | xargs $(SWIFT) format --in-place --parallel

lint:
	$(SWIFT_FILES) | xargs $(SWIFT) format lint --strict --parallel

clean:
	rm -rf .build $(VENV) $(BENCH_VENV)

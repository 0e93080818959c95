# Two commands do everything: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip --disable-pip-version-check --quiet

.PHONY: demo test check eval pictures lock clean help

help:  ## List the commands
	@grep -E '^[a-z]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/core: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("onrecord needs Python 3.11 or later; set PYTHON=…" if sys.version_info < (3, 11) else 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install --no-compile --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/dev: $(VENV)/core requirements-dev.lock
	$(PIP) install --require-hashes -r requirements-dev.lock
	touch $@

demo: $(VENV)/core  ## Build the record of the sample coverage and its dossier in out/
	$(BIN)/onrecord demo out

test: check  ## The checks and the tests
	$(BIN)/python -m pytest

check: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

eval: $(VENV)/dev  ## Score the program against gold: one table (needs the public corpora, see docs/corpora.md)
	$(BIN)/python -m evals

pictures: $(VENV)/dev  ## Take the pictures of the README again
	$(BIN)/python docs/pictures.py

lock:  ## Pin the dependencies again (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-annotate --no-header --quiet --output-file requirements.lock
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-annotate --no-header --quiet --extra dev --extra eval --extra pdf --extra web --output-file requirements-dev.lock

clean:  ## Remove what the commands made
	rm -rf $(VENV) out

# `make run` opens the review on seeds/; `make test` runs everything. Nothing else to set up.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test picture report-picture reference clean

run: .venv/installed
	$(BIN)/curator seeds/

test: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

.venv/installed: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable .
	$(BIN)/python -m compileall -q curator  # pip compiles only what it copies: start a quarter faster
	touch $@

# pip before 25.1 cannot read [dependency-groups], so the list goes through a file
.venv/installed-dev: .venv/installed
	$(BIN)/python -c "import tomllib; print(*tomllib.load(open('pyproject.toml','rb'))['dependency-groups']['dev'], sep='\n')" > .venv/dev.txt
	$(BIN)/python -m pip install --quiet --requirement .venv/dev.txt
	touch $@

# the pictures of the documentation, by driving the program over the seeds
picture: .venv/installed
	$(BIN)/python docs/pictures.py

# needs Chromium and Playwright
report-picture: .venv/installed
	$(BIN)/python docs/report_picture.py

# the tables of the documentation that come from the program
reference: .venv/installed
	$(BIN)/python docs/reference.py

clean:
	rm -rf .venv build dist

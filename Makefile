# Two commands do everything on a fresh checkout: `make film PROMPT="…"` and `make test`. Both set up first.
PYTHON ?= python3.11
PROMPT ?= A woman in a red coat and black boots walks through a snowy pine forest at golden hour, slow dolly in, 35mm
OUT ?= film.mp4
export PROMPT OUT
BIN := .venv/bin

.PHONY: setup film test gallery bench clean
.DELETE_ON_ERROR:

setup: .venv/.ready

.venv/.ready: pyproject.toml constraints.txt
	@command -v $(PYTHON) >/dev/null || { echo "Filmwright needs Python 3.11 ($(PYTHON) is not here): apt-get install python3.11 python3.11-venv"; exit 3; }
	@echo "→ making the environment in .venv"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { echo "venv is missing: apt-get install python3.11-venv"; exit 3; }
	@echo "→ installing Blender and the libraries (about 500 MB the first time)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev,cluster]"
	@echo "→ fetching the body data (47 MB, once)"
	@$(BIN)/python -m filmwright.bodydata
	@touch $@
	@echo "→ ready"

film: setup
	@$(BIN)/filmwright make "$$PROMPT" -o "$$OUT"

test: setup
	@echo "→ lint"
	@$(BIN)/ruff check src tests tools && $(BIN)/ruff format --check src tests tools
	@echo "→ imports go one way"
	@$(BIN)/lint-imports
	@echo "→ types"
	@$(BIN)/mypy
	@echo "→ tests"
	@$(BIN)/pytest

gallery: setup
	@$(BIN)/python -m tools.gallery

# PARTS="quality minute" measures these; without it the parts that take under a quarter of an hour
bench: setup
	@$(BIN)/python -m tools.bench $(PARTS)

clean:
	rm -rf .venv build out .pytest_cache .mypy_cache .ruff_cache .hypothesis

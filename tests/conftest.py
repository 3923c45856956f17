"""What all tests share."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


def pytest_addoption(parser: pytest.Parser) -> None:
    """--golden writes the golden documents anew instead of comparing."""
    parser.addoption("--golden", action="store_true", help="write the golden documents anew")

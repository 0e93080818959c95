"""What tests of the whole share: the sample coverage, and its record built once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import onrecord

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.fixture
def coverage(tmp_path: Path) -> Path:
    """The sample coverage in a folder that a test may change."""
    return Path(shutil.copytree(EXAMPLES / "coverage", tmp_path / "coverage"))


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> onrecord.Record:
    """The record of the sample coverage, for tests that only read it."""
    path = tmp_path_factory.mktemp("sample") / "sample.onrecord"
    onrecord.build([EXAMPLES / "coverage"], path, processes=1)
    return onrecord.Record(path)

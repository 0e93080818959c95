"""The sample record, and the dossier of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.publish import dossier
from onrecord.store import Record
from tests.publish import sample


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    return sample.record(tmp_path_factory.mktemp("record") / "valley.onrecord")


@pytest.fixture(scope="session")
def folder(record: Record, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return dossier(record, tmp_path_factory.mktemp("dossier") / "valley").parent

"""Which reader is meant, by the settings that a build would have."""

from __future__ import annotations

from onrecord import settings


def reader_of(chosen: str | None) -> str:
    return settings.with_choices(settings.Settings(), reader=chosen).attribution.reader

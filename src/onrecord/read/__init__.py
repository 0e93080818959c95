"""A document in, the clean text that a person would read out, with what was left out of it and why."""

from onrecord.read._read import read

__all__ = ["read"]

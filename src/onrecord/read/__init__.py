"""A document in, the clean text that a person would read out, with what was left out of it and why."""

from onrecord.read._confidence import believed, disagreeing
from onrecord.read._confidence import kind_of as date_kind
from onrecord.read._matter import page_matter
from onrecord.read._read import read

__all__ = ["believed", "date_kind", "disagreeing", "page_matter", "read"]

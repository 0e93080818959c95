"""Where coverage comes from: paths and standard input in, documents and what was set aside out."""

from onrecord.gather._gather import gather

__all__ = ["gather"]

"""YAML that a person wrote, read with care: few hostile lines can stand for more than any memory or stack holds."""

from __future__ import annotations

from typing import Any

import yaml

DEEPEST = 30  # lists and mappings within each other; a codebook or a list of actors has six
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(source: str) -> Any:
    """What the YAML holds, as plain values.

    Raises yaml.YAMLError for text that is none, for aliases and nesting that nobody writes by hand, and for a value
    that looks like a date and is none.
    """
    depth = 0
    for event in yaml.parse(source, Loader=_Loader):  # events come one by one, so that their depth costs no stack
        if isinstance(event, yaml.AliasEvent):
            raise yaml.YAMLError(f"an alias (*),{event.start_mark}")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise yaml.YAMLError(f"more than {DEEPEST} lists in lists,{event.start_mark}")
    try:
        return yaml.load(source, Loader=_Loader)
    except yaml.YAMLError:
        raise
    except Exception as error:  # PyYAML lets through whatever breaks it in a value: ValueError, KeyError, IndexError
        raise ValueNotRead(f"a value looks like a date, number or yes-or-no and is none: {error}") from error


class ValueNotRead(yaml.YAMLError):
    """A value that wants quotation marks."""

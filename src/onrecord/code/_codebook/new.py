"""A codebook to start from."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from onrecord.errors import CodebookError


def new(path: Path) -> Path:
    """Write a commented codebook of an invented negotiation into a file that isn't there yet, and return its path.

    Raises CodebookError when something is there, or when it can't be written.
    """
    text = (files("onrecord") / "data" / "code" / "new_codebook.yaml").read_text(encoding="utf-8")
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        advice = "Choose another name: nothing is overwritten."
        raise CodebookError("there is something there already.", path=path, advice=advice) from error
    except (OSError, ValueError) as error:
        problem = f"it cannot be written: {getattr(error, 'strerror', None) or error}."
        raise CodebookError(problem, path=path, advice="Choose a folder that is there.") from error
    return path

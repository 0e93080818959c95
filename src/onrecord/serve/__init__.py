"""The record as a local web app: the dossier's pages live, search, review, actors, conflicts.

Judgements are all that it writes, and searches that people keep; what the machine read stays as it is. It needs the
extra `web`, and says so where that is missing.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from onrecord.errors import OnrecordError

NEEDED = ("starlette", "uvicorn", "python_multipart")
HOST, PORT = "127.0.0.1", 8765

__all__ = ["HOST", "PORT", "serve"]


def serve(record: Path, *, host: str, port: int, by: str | None, say: Callable[[str], None]) -> None:
    """Serve a record at an address of this machine until it is interrupted; `say` is told the address, and
    how far the reading of a large record is.

    `by` is the name under which judgements are made, by default that of who started it. Bound elsewhere than to the
    loopback, the address that `say` is told holds a token, without which nothing is shown. Raises RecordError for what
    is no record, InputError for an address that cannot be had, OnrecordError where the extra `web` is not installed.
    """
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        advice = 'In the folder of the project: pip install ".[web]"'
        raise OnrecordError(f"the web app needs what is not installed: {', '.join(missing)}. {advice}")
    from onrecord.serve._run import run  # not before it is known that what it needs is there

    run(record, host, port, by, say)

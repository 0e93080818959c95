"""Starting the server: where it listens, what is said first, and that it ends when it is told to."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import uvicorn

from onrecord.errors import InputError
from onrecord.serve._app import application
from onrecord.serve._guard import Lock, lock_for
from onrecord.serve._live import Live
from onrecord.serve._progress import Progress


def run(record: Path, host: str, port: int, by: str | None, say: Callable[[str], None]) -> None:
    """Serve a record until it is interrupted; `say` is told the address, then how far the reading is if that takes
    long."""
    live = Live(record, progress=Progress(say))
    with _listening(host, port) as listening:
        bound = int(listening.getsockname()[1])
        lock = lock_for(host, bound)
        say(_address(lock, host, bound))
        live.start()
        config = uvicorn.Config(
            application(live, lock, by),
            log_level="warning",
            access_log=False,
            server_header=False,
            date_header=False,
            proxy_headers=False,
            timeout_keep_alive=30,
            timeout_graceful_shutdown=2,
        )
        with suppress(KeyboardInterrupt):  # uvicorn raises it anew once it has ended
            uvicorn.Server(config).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listening = socket.socket(family, socket.SOCK_STREAM)
    except OSError as error:
        raise InputError(f"{error.strerror or error}.", path=host, advice="Name an address of this machine.") from error
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
    except (OSError, OverflowError) as error:
        listening.close()
        advice = "Is another program there? Choose another with --port."
        raise InputError(f"it cannot be listened to: {error}.", path=f"{host}:{port}", advice=advice) from error
    listening.listen(128)
    return listening


def _address(lock: Lock, host: str, port: int) -> str:
    shown = "localhost" if host in ("127.0.0.1", "::1", "localhost") else f"[{host}]" if ":" in host else host
    if lock.token is None:
        return f"http://{shown}:{port}/"
    named = socket.gethostname() if host in ("0.0.0.0", "::") else shown
    return f"http://{named}:{port}/?token={lock.token}"

"""The record as a web app on this machine."""

from __future__ import annotations

from pathlib import Path

import click

import onrecord
from onrecord.cli._shared import RECORD, example
from onrecord.serve import HOST, PORT


@click.command()
@RECORD
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0 takes any free one.")
@click.option("--host", default=HOST, show_default=True, help="Elsewhere than here, the address holds a token.")
@click.option("--by", metavar="NAME", help="Whose judgements they are; by default the name you are logged in with.")
@example("onrecord serve talks.onrecord --by Mira")
def serve(record: Path, port: int, host: str, by: str | None) -> None:
    """Read, search and review the record in a browser, until Ctrl-C. Nothing leaves this machine."""
    onrecord.serve_record(record, port=port, host=host, by=by, say=click.echo)

"""The command line: it parses words and calls one function. `onrecord.build(…)` and its like do the same in Python."""

from __future__ import annotations

import click

from onrecord.cli import _analyse, _codebook, _files, _judgements, _networks, _outcomes, _packages, _record, _serve
from onrecord.cli._shared import Group


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="onrecord")
def main() -> None:
    """Read the coverage of a negotiation and keep the record: who said what, where each party stands, what moved,
    and the words that each of these rests on.

    \b
    A first look:        onrecord demo
    Your own coverage:   onrecord build ARTICLES/ -o talks.onrecord
                         onrecord dossier talks.onrecord -o dossier/
                         onrecord serve talks.onrecord
    """


for command in (
    _record.build,
    _record.dossier,
    _record.brief,
    _record.show,
    _record.timeline,
    _record.export,
    _record.demo,
    _serve.serve,
    _files.attribute,
    _files.trace,
    _files.date,
    _codebook.codebook,
    _networks.networks,
    _analyse.movement,
    _analyse.linkage,
    _outcomes.outcomes,
    _packages.packages,
    _judgements.judgements,
):
    main.add_command(command)

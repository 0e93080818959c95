"""How a paragraph may open: a dateline, which is nobody's content, or a name and a colon, which is a source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.attribute._candidates import Candidate
from onrecord.model import Span
from onrecord.syntax import Passage

_DATELINE = re.compile(
    r"[A-Z][^()\n“\"]{1,60}\([A-Z][A-Za-z /.]{1,24}\)\s{0,2}[—–-]{1,2}\s{0,2}"  # GENEVA, May 3 (Reuters) –
    r"|[A-Z]{3}[A-Z .'’-]{0,30}(?:,[^—–“\"\n]{1,40}?)?\s{0,2}(?:—|–|--|-)\s{1,2}"  # WASHINGTON, D.C. —
    r"|\([A-Z][A-Za-z]{1,20}\)\s{1,2}"  # (AFP)
)
_LABEL = re.compile(r"([^\s:“”\"«»][^:“”\"«».?!;]{0,60}):\s{1,3}(?=\S)")
_STOPS = frozenset('.?!”"’')
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LONGEST_LABEL = 8  # words


def body_start(text: str, passage: Passage) -> int:
    """Where a paragraph's own words start, after a dateline or an agency's name if it opens with one."""
    found = _DATELINE.match(text, passage.start, passage.end)
    return found.end() if found and found.end() < passage.end else passage.start


def labelled(text: str, passage: Passage) -> Iterator[Candidate]:
    """ "NAME: words": a transcript's turn, or a headline of the form "Kremlin: no talks before May"."""
    found = _LABEL.match(text, passage.start, passage.end)
    if not found or len(found.group(1).split()) > _LONGEST_LABEL:
        return
    label = found.group(1)
    doc = passage.doc.char_span(0, found.end(1) - passage.start, alignment_mode="expand")
    if doc is not None and any(token.tag_ in _FINITE for token in doc):
        return  # "The minister told reporters:" is a cue with its subject
    named = {token.ent_type_ for token in doc} & {"PERSON", "ORG", "GPE", "NORP"} if doc is not None else set()
    place = "title" if passage.start == 0 else "body"
    yield Candidate(
        lemma=":",
        frame="label",
        source=(Span(found.start(1), found.end(1)),),
        cue=(Span(found.end(1), found.end(1) + 1),),
        content=(Span(found.end(), passage.end),),
        traits=(
            f"label words={min(len(label.split()), 5)}",
            f"label {'capitals' if label.isupper() else 'mixed case'}",
            f"label named={'+'.join(sorted(named)) or 'no'}",
            f"label at={place}",
            "ends=stop" if text[passage.end - 1] in _STOPS else "ends=open",
        ),
    )

"""One article: whom it speaks of, and who the source of each of its attributions is."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Article, Attribution, Referent, Speaker
from onrecord.resolve._described import described_sources
from onrecord.resolve._lexicon import Lexicon
from onrecord.resolve._line import Line, lines
from onrecord.resolve._mentions import Mention
from onrecord.resolve._nominals import scan_line
from onrecord.resolve._roster import Roster
from onrecord.resolve._runs import names_seen, surnames
from onrecord.resolve._salience import OWNING, PRONOUNS
from onrecord.resolve._speakers import speakers
from onrecord.resolve._spoken import Spoken
from onrecord.syntax import Passage


def refer(
    article: Article, passages: Sequence[Passage], attributions: Sequence[Attribution], lexicon: Lexicon
) -> tuple[tuple[Referent, ...], tuple[Speaker, ...]]:
    """Whom an article speaks of, and who the source of each attribution is.

    In: the article, its parse, its attributions and the lexicon. Out: the referents by number, and a speaker for each
    attribution. A pure function of the article; raises nothing.
    """
    read = lines(passages, lexicon, {p.span.start for p in article.paragraphs if p.role == "title"})
    seen, family = names_seen(read), surnames(read)
    mentions = [mention for i, line in enumerate(read) for mention in scan_line(line, i, lexicon, seen, family)]
    spoken = Spoken(span for attribution in attributions for span in attribution.source)
    mentions += described_sources(read, spoken, mentions, lexicon)
    mentions += _pronouns(read, spoken)
    mentions.sort(key=lambda m: (m.span.start, -m.span.end))
    roster = Roster(lexicon, mentions, spoken)
    said = speakers(article, read, attributions, mentions, roster)
    return roster.settle(said)


def _pronouns(read: Sequence[Line], spoken: Spoken) -> list[Mention]:
    found: list[Mention] = []
    for number, line in enumerate(read):
        for at, low in enumerate(line.lows):
            span = line.span(at, at + 1)
            quoted = line.quoted[at] and span not in spoken  # a mark may be missing, and a reader sees past that
            if low not in PRONOUNS or quoted or line.deps[at] == "expl":
                continue
            whole = span in spoken if low in OWNING else spoken.hold(span)
            if low not in {"he", "she"} and not whole:
                continue
            subject = line.deps[at] in {"nsubj", "nsubjpass"}
            found.append(Mention(number, at, at + 1, at, "pronoun", low, span, line.sentences[at], subject=subject))
    return found

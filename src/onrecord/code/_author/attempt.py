"""One sentence coded on its own, by the path that an article takes, with the words that decided it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord import attribute, resolve, syntax
from onrecord.code._codebook.book import Codebook
from onrecord.code._positions import Decision, decisions
from onrecord.code._rules.sentences import Sentences
from onrecord.code._weighed import By
from onrecord.model import Article, Attribution, Mode, Reading, Span, Stance, Statement
from onrecord.syntax import Passage

_ID = "a sentence"


@dataclass(frozen=True, slots=True)
class Heard:
    """How the sentence was taken: whose words these are (None: somebody unnamed), their side, and in which mode."""

    speaker: str | None
    side: str | None
    content: str
    mode: Mode


@dataclass(frozen=True, slots=True)
class Coded:
    """A position in the words of the sentence. `holder` is who else holds it, as the speaker reports; None: it is the
    speaker's own. `confidence` runs from 0 to 1; `why` are the words that decided it, `by` is who weighed them so: the
    rules, the network, both, or an example that the sentence is worded like."""

    issue: str
    option: str
    stance: Stance
    condition: str | None
    confidence: float
    why: str
    speaker: str | None
    holder: str | None
    by: By


@dataclass(frozen=True, slots=True)
class Mentioned:
    """An option whose phrases stand in the sentence, in `words`, without a stance that could be read."""

    issue: str
    option: str
    words: str


@dataclass(frozen=True, slots=True)
class Trial:
    """What a sentence gives: how it was heard, its positions, and options that it only mentions."""

    sentence: str
    heard: tuple[Heard, ...]
    coded: tuple[Coded, ...]
    mentioned: tuple[Mentioned, ...]


def attempt(
    sentence: str, codebook: Codebook, *, speaker: str | None = None, reader: str = "model", by_example: bool = True
) -> Trial:
    """Code one sentence as a build would.

    With a `speaker` ("Foreign Minister Ann Lee of Orlund") the sentence is what they said, word for word. Without, the
    reader of attributions ("model" or "rules") looks in it for who says what; if it finds nobody, the whole sentence is
    the content of somebody unnamed. Unless `by_example` is false, a sentence that is worded like an example of the
    codebook means what that does.
    """
    text, own = _framed(sentence, speaker)
    passages = syntax.parse(text, syntax.paragraphs_of(text))
    whole = Attribution((), (), (Span(0, len(text)),), "direct", "a sentence on its own")
    found = own or (attribute.reader(reader)(text, passages) if text.strip() else ()) or (whole,)
    lexicon, article = resolve.lexicon(), Article(_ID, _ID, _ID, text, ())
    referents, speakers = resolve.refer(article, passages, found, lexicon)
    reading = Reading(article, found, referents, speakers)
    made = decisions(reading, passages, codebook, lexicon, by_example=by_example)
    actors, identity = resolve.cast([(_ID, referents)], lexicon)
    held = tuple(tuple(one.position for one in of_one) for of_one in made)
    reading = Reading(article, found, referents, speakers, positions=held)
    kept = resolve.statements(reading, identity, {actor.id: actor for actor in actors})
    coded = (one for statement, of_one in zip(kept, made, strict=True) for one in _coded(statement, of_one, text))
    unique = tuple(dict.fromkeys(coded))
    taken = {(one.issue, one.option) for one in unique}
    inside = own[0].content[0] if own else whole.content[0]
    mentioned = tuple(one for one in _mentions(passages, codebook, inside) if (one.issue, one.option) not in taken)
    return Trial(sentence, tuple(_heard(statement, text) for statement in kept), unique, mentioned)


def _framed(sentence: str, speaker: str | None) -> tuple[str, tuple[Attribution, ...]]:
    """The text to read, and the attribution that is given with it, if a speaker is."""
    if not speaker or not speaker.strip():
        return sentence, ()
    source = Span(0, len(speaker))
    cue = Span(source.end + 1, source.end + 5)
    content = Span(cue.end + 3, cue.end + 3 + len(sentence))
    text = f"{speaker} said: “{sentence}”"
    return text, (Attribution((source,), (cue,), (content,), "direct", "given"),)


def _heard(statement: Statement, text: str) -> Heard:
    content = " … ".join(text[span.start : span.end] for span in statement.attribution.content)
    return Heard(statement.as_written, statement.side, content, statement.attribution.mode)


def _coded(statement: Statement, made: Sequence[Decision], text: str) -> Iterator[Coded]:
    by = {(one.position.issue, one.position.option): one.by for one in made}
    for held in statement.positions:
        yield Coded(
            held.issue,
            held.option,
            held.stance,
            text[held.condition.start : held.condition.end] if held.condition else None,
            held.confidence,
            held.why,
            statement.as_written,
            held.holder,
            by[held.issue, held.option],
        )


def _mentions(passages: Sequence[Passage], codebook: Codebook, inside: Span) -> list[Mentioned]:
    """The options that the phrases find within a span, in the codebook's order, each with the words of its first."""
    sentences = Sentences(passages, codebook)
    found: dict[tuple[str, str], str] = {}
    for passage in passages:
        for sentence in passage.doc.sents:
            for mention in sentences.read(passage, sentence).mentions:
                words = sorted(mention.words, key=lambda word: word.i)
                if inside.start <= passage.at(words[0]) < inside.end:
                    found.setdefault((mention.issue, mention.option), " ".join(word.text for word in words))
    order = [(issue.id, option.id) for issue in codebook.issues for option in issue.options]
    return [Mentioned(*key, found[key]) for key in order if key in found]

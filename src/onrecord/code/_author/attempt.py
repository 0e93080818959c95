"""One sentence coded on its own, by the path that an article takes, with the words that decided it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord import attribute, resolve, syntax
from onrecord.code._codebook.book import Codebook
from onrecord.code._positions import positions
from onrecord.code._rules.sentences import Sentences
from onrecord.model import Article, Attribution, Mode, Position, Reading, Span, Stance
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
    speaker's own. `confidence` runs from 0 to 1; `why` are the words that decided it."""

    issue: str
    option: str
    stance: Stance
    condition: str | None
    confidence: float
    why: str
    speaker: str | None
    holder: str | None


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
    held = positions(reading, passages, codebook, lexicon, by_example=by_example)
    actors, identity = resolve.cast([(_ID, referents)], lexicon)
    reading = Reading(article, found, referents, speakers, positions=held)
    heard: list[Heard] = []
    coded: list[Coded] = []
    for statement in resolve.statements(reading, identity, {actor.id: actor for actor in actors}):
        content = " … ".join(text[span.start : span.end] for span in statement.attribution.content)
        heard.append(Heard(statement.as_written, statement.side, content, statement.attribution.mode))
        coded += [_coded(position, statement.as_written, text) for position in statement.positions]
    unique = tuple(dict.fromkeys(coded))
    taken = {(one.issue, one.option) for one in unique}
    inside = own[0].content[0] if own else whole.content[0]
    mentioned = tuple(one for one in _mentions(passages, codebook, inside) if (one.issue, one.option) not in taken)
    return Trial(sentence, tuple(heard), unique, mentioned)


def _framed(sentence: str, speaker: str | None) -> tuple[str, tuple[Attribution, ...]]:
    """The text to read, and the attribution that is given with it, if a speaker is."""
    if not speaker or not speaker.strip():
        return sentence, ()
    source = Span(0, len(speaker))
    cue = Span(source.end + 1, source.end + 5)
    content = Span(cue.end + 3, cue.end + 3 + len(sentence))
    text = f"{speaker} said: “{sentence}”"
    return text, (Attribution((source,), (cue,), (content,), "direct", "given"),)


def _coded(position: Position, speaker: str | None, text: str) -> Coded:
    condition = text[position.condition.start : position.condition.end] if position.condition else None
    return Coded(
        position.issue,
        position.option,
        position.stance,
        condition,
        position.confidence,
        position.why,
        speaker,
        position.holder,
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

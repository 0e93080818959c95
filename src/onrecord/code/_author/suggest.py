"""A codebook proposed from a collection: what parties want or reject, gathered into issues, for a person to name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2

from onrecord.code._author.topics import topics
from onrecord.code._author.wishes import Wish, wishes
from onrecord.model import Article, Span, Statement

ISSUES = 12
OPTIONS = 5  # an issue
EXAMPLES = 3  # an option
LONG = 3  # words of an object that are kept, its last
NOUNS = 100  # that are put together into issues, those most spoken of
AT_LEAST = 2  # articles in which an object has to be wanted or rejected
LONGEST = 300  # characters of an example; a longer one only where there is no other

Progress = Callable[[str, int], None]
_Proposal = tuple[tuple[str, ...], Sequence[Wish]]  # phrases, and the wishes that they stand for


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence in which the option is wanted or rejected: `text` is what stands at `span` of the article."""

    article: str
    span: Span
    side: str | None
    text: str


@dataclass(frozen=True, slots=True)
class SuggestedOption:
    """A proposal, the phrases that find it, and who speaks of it in how many articles; the sides in alphabetical
    order."""

    name: str
    phrases: tuple[str, ...]
    sides: tuple[str, ...]
    articles: int
    examples: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class SuggestedIssue:
    """Options whose objects are spoken of together, named after the two most spoken of."""

    name: str
    options: tuple[SuggestedOption, ...]


def suggest(
    articles: Sequence[Article], statements: Sequence[Statement], progress: Progress = lambda _stage, _done: None
) -> tuple[SuggestedIssue, ...]:
    """The issues and options that the statements of a collection speak of most, the most spoken of first.

    An option is an object of will ("special economic zone"), or an act upon one ("lift sanctions"). It weighs as many
    sides as speak of it, times the logarithm of the articles. Objects form an issue where they are spoken of in like
    contexts (`topics`). The order of articles and statements makes no difference.
    """
    by_article: dict[str, list[Statement]] = {}
    for statement in statements:
        by_article.setdefault(statement.article, []).append(statement)
    found: list[Wish] = []
    for done, article in enumerate(sorted(articles, key=lambda one: one.id), 1):
        progress("reading what parties want", done)
        said = sorted(by_article.get(article.id, ()), key=lambda one: one.attribution.content)
        found += wishes(article, said)
    by_noun: dict[str, list[Wish]] = {}
    for wish in found:
        by_noun.setdefault(wish.words[-1], []).append(wish)
    ranked = sorted(
        (noun for noun in by_noun if _articles(by_noun[noun]) >= AT_LEAST), key=lambda n: _rank(by_noun[n], n)
    )
    texts = {article.id: article.text for article in articles}
    issues = [_issue(nouns, by_noun, texts) for nouns in topics({noun: by_noun[noun] for noun in ranked[:NOUNS]})]
    return tuple(issue for issue in issues if issue.options)[:ISSUES]


def _articles(found: Iterable[Wish]) -> int:
    return len({wish.article for wish in found})


def weight(found: Sequence[Wish]) -> float:
    """How much is spoken of something: sides, times the logarithm of articles."""
    return max(1, len({wish.side for wish in found if wish.side})) * log2(1 + _articles(found))


def _rank(found: Sequence[Wish], name: str) -> tuple[float, str]:
    return -round(weight(found), 6), name


def _issue(nouns: Sequence[str], by_noun: Mapping[str, Sequence[Wish]], texts: Mapping[str, str]) -> SuggestedIssue:
    options = [option for noun in nouns for option in _proposals(noun, by_noun[noun])]
    kept = sorted(options, key=lambda option: _rank(option[1], option[0][0]))[:OPTIONS]
    names = [_usual(map(_last, by_noun[noun])) for noun in nouns[:2]]
    made = [_option(phrases, found, texts) for phrases, found in kept]
    return SuggestedIssue(_capital(" and ".join(names)), tuple({option.name: option for option in made}.values()))


def _proposals(noun: str, found: Sequence[Wish]) -> list[_Proposal]:
    """The phrases of each option about one noun, with its wishes: acts upon it and kinds of it, else the noun."""
    by_phrase: dict[str, list[Wish]] = {}
    for wish in found:
        if wish.action is not None:
            by_phrase.setdefault(f"{wish.action} ... {noun}", []).append(wish)
        elif len(wish.words) > 1:
            by_phrase.setdefault(" ".join(wish.words[-LONG:]), []).append(wish)
    kept: list[_Proposal] = []
    for phrase, same in by_phrase.items():
        if _articles(same) >= AT_LEAST:
            turned = sorted({f"{noun} ... {wish.action}" for wish in same if wish.action and wish.passive})
            kept.append(((phrase, *turned), same))
    return kept or [((noun,), list(found))]


def _usual(written: Iterable[str]) -> str:
    """The form that is mostly written, the first of them in the alphabet."""
    forms = Counter(written)
    return min(forms, key=lambda form: (-forms[form], form))


def _last(wish: Wish) -> str:
    return wish.as_written.split()[-1]


def _named(wish: Wish) -> str:
    if wish.action is not None:
        return f"{wish.action} {_last(wish)}"
    return " ".join(wish.as_written.split()[-LONG:])


def _option(phrases: tuple[str, ...], found: Sequence[Wish], texts: Mapping[str, str]) -> SuggestedOption:
    name = _usual(map(_named if " " in phrases[0] else _last, found))
    sides = tuple(sorted({wish.side for wish in found if wish.side}))
    return SuggestedOption(_capital(name), phrases, sides, _articles(found), _examples(found, texts))


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _examples(found: Sequence[Wish], texts: Mapping[str, str]) -> tuple[Quoted, ...]:
    """Sentences to show: of different sides first, then of different articles, none twice."""
    quoted = {
        text: Quoted(wish.article, wish.sentence, wish.side, text)
        for wish in sorted(found, key=lambda wish: (wish.article, wish.sentence), reverse=True)
        for text in [texts[wish.article][wish.sentence.start : wish.sentence.end]]
    }
    waiting = sorted(quoted.values(), key=lambda one: (len(one.text) > LONGEST, one.article, one.span))
    chosen: list[Quoted] = []
    while waiting and len(chosen) < EXAMPLES:
        sides, seen = {one.side for one in chosen}, {one.article for one in chosen}
        best = min(waiting, key=lambda one: (one.side is None or one.side in sides, one.article in seen))
        chosen.append(best)
        waiting.remove(best)
    return tuple(chosen)

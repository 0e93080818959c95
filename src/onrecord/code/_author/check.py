"""What is wrong with a codebook, or worth a second look, before coverage is read with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from onrecord.code._author.attempt import Trial, attempt
from onrecord.code._author.uses import Contents, uses
from onrecord.code._codebook.book import Codebook, Example, Option
from onrecord.code._codebook.contained import contained, unfindable
from onrecord.code._codebook.file import as_compared

Kind = Literal["duplicate", "contained", "contradiction", "unfindable", "empty", "example", "unmatched", "together"]
ENOUGH = 3  # sentences that it takes to say that two options always come together

Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing about a codebook: the field it is about, what it is, and what to do.

    A `fault` makes the coding wrong or idle whatever is read; the others are to be looked at.
    """

    kind: Kind
    fault: bool
    field: str
    problem: str
    advice: str


@dataclass(frozen=True, slots=True)
class _Place:
    """An option with its place in the file."""

    issue: str
    option: Option

    @property
    def field(self) -> str:
        return f"issues.{self.issue}.options.{self.option.id}"

    @property
    def key(self) -> tuple[str, str]:
        return self.issue, self.option.id

    def phrases(self) -> Iterator[tuple[str, str, int]]:
        """Each phrase with its field and its sign."""
        for name, sign, phrases in (("phrases", 1, self.option.phrases), ("against", -1, self.option.against)):
            yield from ((f"{self.field}.{name}.{n}", text, sign) for n, text in enumerate(phrases, 1))


def check(
    codebook: Codebook,
    contents: Sequence[Contents] | None = None,
    *,
    reader: str = "model",
    progress: Progress = lambda _stage, _done: None,
) -> tuple[Finding, ...]:
    """All that is found, faults first, each kind in the order of the file.

    Looks at options that say the same, phrases that find nothing or what another option's phrases find, options that
    nothing describes but their description, and codes each example and counter-example as `attempt` would if it were
    none. With `contents` (articles' texts and the spans of what is said in them) also at options that nothing said
    mentions, and at those that never come without another.
    """
    places = [_Place(issue.id, option) for issue in codebook.issues for option in issue.options]
    found = [*_same(places), *_empty(places), *_of_phrases(places)]
    for done, place in enumerate(places, 1):
        progress("coding the examples of options", done)
        found += _of_examples(place, lambda sentence: attempt(sentence, codebook, reader=reader, by_example=False))
    if contents is not None:
        found += _of_uses(places, uses(codebook, contents, progress))
    return tuple(sorted(found, key=lambda finding: not finding.fault))


def _same(places: Sequence[_Place]) -> Iterator[Finding]:
    for first, second in combinations(places, 2):
        for name in ("name", "description"):
            words = getattr(second.option, name)
            if as_compared(getattr(first.option, name)) == as_compared(words):
                advice = "Make them one option, or say how they differ."
                yield Finding(
                    "duplicate", True, f"{second.field}.{name}", f"{first.field} has the same {name}.", advice
                )


def _empty(places: Sequence[_Place]) -> Iterator[Finding]:
    for place in places:
        if not (place.option.phrases or place.option.against or place.option.examples):
            problem = "it has neither phrases nor examples, so that only its description can find it."
            yield Finding("empty", True, place.field, problem, "Give it two phrases or two examples.")


def _of_phrases(places: Sequence[_Place]) -> Iterator[Finding]:
    known = [(place, *phrase) for place in places for phrase in place.phrases()]
    for _, field, text, _ in known:
        lost = unfindable(text)
        if lost is None:
            problem = f"the phrase {text!r} can find nothing: it holds a word that is none in a text."
            yield Finding("unfindable", True, field, problem, "Write words apart, without signs in them.")
        for choice in lost or ():
            problem = f"the choice {choice!r} can find nothing: it holds a word that is none in a text."
            yield Finding("unfindable", False, field, problem, "Write words apart, without signs in them.")
    for number, (place, field, text, sign) in enumerate(known):
        for at, (other, elsewhere, wide, turned) in enumerate(known):
            if at == number or (place is other and sign == turned) or not contained(text, wide):
                continue
            if at < number and contained(wide, text):
                continue  # the two are the same, which was said at the first
            problem = f"all that {text!r} finds is found by {wide!r} of {elsewhere} too."
            if place is other:
                advice = "Leave it in one of them: a phrase can't be for and against."
                yield Finding("contradiction", True, field, problem, advice)
            else:
                advice = "Leave it to one option, or make it say more: the same words would be coded with both."
                yield Finding("contained", True, field, problem, advice)


def _of_examples(place: _Place, tried: Callable[[str], Trial]) -> Iterator[Finding]:
    for number, example in enumerate(place.option.examples, 1):
        field = f"{place.field}.examples.{number}"
        finding = _missed(place, example, tried(example.text))
        if finding is not None:
            problem, advice = finding
            yield Finding("example", False, field, f"{problem}: {example.text!r}.", advice)
    for number, sentence in enumerate(place.option.counter_examples, 1):
        coded = [one for one in tried(sentence).coded if (one.issue, one.option) == place.key]
        if coded:
            problem = f"the counter-example is coded {coded[0].stance} ({coded[0].why}): {sentence!r}."
            advice = "Narrow the phrase that finds it, or the description."
            yield Finding("example", False, f"{place.field}.counter_examples.{number}", problem, advice)


def _missed(place: _Place, example: Example, trial: Trial) -> tuple[str, str] | None:
    """How an example is not coded as it is written, and what to do. No fault, as the program may be what is wrong."""
    stances = {one.stance for one in trial.coded if (one.issue, one.option) == place.key}
    if example.stance in stances or (example.stance is None and stances):
        return None
    see = "If the example is right, onrecord codebook try shows what decided."
    if stances:
        return f"it is coded {' and '.join(sorted(stances))}, not {example.stance}", see
    if any((one.issue, one.option) == place.key for one in trial.mentioned):
        return "the option is found in it, but no stance", see
    others = ", ".join(dict.fromkeys(f"{one.issue}.{one.option}" for one in trial.coded))
    problem = "without the example, nothing finds the option in it" + (f", but {others} is coded" if others else "")
    return (
        problem,
        "Like words are coded by it. Add a phrase if a few of its words mean the option wherever they stand.",
    )


def _of_uses(places: Sequence[_Place], found: dict[tuple[str, str], frozenset[int]]) -> Iterator[Finding]:
    for place in places:
        if place.key not in found:
            problem = "nothing that is said in the record mentions it."
            advice = "Add phrases in the coverage's own words (onrecord codebook suggest), or leave it out."
            yield Finding("unmatched", False, place.field, problem, advice)
    for place in places:
        mine = found.get(place.key, frozenset())
        for other in places:
            theirs = found.get(other.key, frozenset())
            if place is other or len(mine) < ENOUGH or not mine <= theirs or (mine == theirs and place.key > other.key):
                continue
            problem = f"each of its {len(mine)} sentences in the record mentions {other.field} too."
            advice = "Make them one option, or give each phrases of its own."
            yield Finding("together", False, place.field, problem, advice)

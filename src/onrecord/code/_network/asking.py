"""What is asked of the network about an attribution: whose stance, on which options, in which passage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from onrecord.code._codebook.book import Codebook, Wording
from onrecord.code._network.hints import hints_of, stem_of, stems, told_words
from onrecord.code._network.network import Answer, ask
from onrecord.code._network.reading import context_of
from onrecord.code._network.typical import asked_of
from onrecord.model import Span, Spans

Key = tuple[str, str]  # issue and option
NOBODY = "the article"  # who speaks where no source is given


class Asking:
    """Asks about one article's statements; answers are by (issue, option)."""

    def __init__(self, text: str, codebook: Codebook, at_once: int) -> None:
        """`at_once` are the options that are asked of a statement at most for the words that they share with it,
        whatever the size of the codebook; those that phrases name come on top."""
        self._text, self._at_once = text, at_once
        self._options = asked_of(codebook)
        self._hints = hints_of(codebook)

    def __call__(
        self,
        spans: Spans,
        holder: str,
        named: Mapping[Key, Wording] | None = None,
        also: Iterable[Key] = (),
        *,
        told: bool = False,
    ) -> dict[Key, tuple[Answer, Span | None]]:
        """What the holder's stance is, by the words under the spans, on the options that they share words with, those
        that phrases name in them, and others; each with its condition's place in the article. `told`: the words are
        the article's own, which share words with options that they take no stance on."""
        low, high = min(span.start for span in spans), max(span.end for span in spans)
        start, end = context_of(self._text, low, high)
        passage, said, named = self._text[start:end], self._text[low:high], named or {}
        # in one order, as the graph's whole numbers make an answer depend by a hair on what stands before it
        options = sorted({*named, *also, *self._hints.likeliest(said, passage, self._at_once)})
        # the words of a phrase are the option's that it names, and no other's
        phrased = stems(" ".join(wording.words for wording in named.values()))
        free = [] if told else [word for word in told_words(said) if stem_of(word) not in phrased]
        asked = [self._worded(key, named.get(key), free) for key in options]
        found = ask(passage, (low - start, high - start), holder or NOBODY, asked)
        return {
            key: (answer.turned() if key in named and named[key].turned else answer, _moved(answer.condition, start))
            for key, answer in zip(options, found, strict=True)
        }

    def _worded(self, key: Key, wording: Wording | None, free: Sequence[str]) -> str:
        """An option in a statement's own words, by the phrase or else those of its `free` words that both share, and
        behind them in the codebook's. The opposite of an option stands for itself: the network knows what "withdrawal
        from the deal" is, not that staying in it is the contrary."""
        words = wording.words if wording else ", ".join(self._hints.shared(key, free))
        if not words:
            return self._options[key]
        lead = f"{words[0].upper()}{words[1:]}."
        return lead if wording and wording.turned else f"{lead} {self._options[key]}"


def _moved(stretch: tuple[int, int] | None, by: int) -> Span | None:
    return Span(stretch[0] + by, stretch[1] + by) if stretch else None

"""What is asked of the network about an attribution: whose stance, on which options, in which passage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from onrecord.code._codebook.book import Codebook
from onrecord.code._network.hints import hints_of
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
        self, spans: Spans, holder: str, also: Iterable[Key] = (), opposites: Mapping[Key, str] | None = None
    ) -> dict[Key, tuple[Answer, Span | None]]:
        """What the holder's stance is, by the words under the spans, on the options that they share words with and on
        those named; each with its condition's place in the article.

        An option of which the words tell the opposite is asked about by that, and the answer turned: the network knows
        what "withdrawal from the deal" is, and not that it is the contrary of an option on staying.
        """
        low, high = min(span.start for span in spans), max(span.end for span in spans)
        start, end = context_of(self._text, low, high)
        passage = self._text[start:end]
        # in one order, as the graph's whole numbers make an answer depend by a hair on what stands before it
        options = sorted({*also, *self._hints.likeliest(self._text[low:high], passage, self._at_once)})
        against = {key: f"{words[0].upper()}{words[1:]}." for key, words in (opposites or {}).items()}
        asked = [against.get(key, self._options[key]) for key in options]
        found = ask(passage, (low - start, high - start), holder or NOBODY, asked)
        return {
            key: (answer.turned() if key in against else answer, _moved(answer.condition, start))
            for key, answer in zip(options, found, strict=True)
        }


def _moved(stretch: tuple[int, int] | None, by: int) -> Span | None:
    return Span(stretch[0] + by, stretch[1] + by) if stretch else None

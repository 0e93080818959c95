"""`make eval`: every figure of the docs, each part under the command that gives it alone."""

from __future__ import annotations

from collections.abc import Callable

from evals import (
    attribution,
    builds,
    claims,
    confidence,
    dates,
    differences,
    dossier,
    events,
    judged,
    movement,
    networks,
    outcomes,
    packages,
    positions,
    proposals,
    read_html,
    readers,
    review,
    said,
    sample,
    seeds,
    serve,
    speakers,
    timex,
    trace,
    windows,
)
from evals.corpora import corpora, scorers
from evals.positions import speed, told

PARTS: tuple[tuple[str, str, Callable[[], None]], ...] = (
    ("sample", "the sample coverage against examples/truth.yaml", sample.main),
    ("attribution", "who said what on PolNeAR dev, beside textacy in the same run", lambda: attribution.main([])),
    ("windows", "the same in coverage of Iran, North Korea and trade", windows.main),
    ("speakers", "who the speaker is, by kind of mention", speakers.main),
    ("positions", "where they stand, against positions coded by reading", lambda: positions.main([])),
    ("positions.told", "what articles tell by themselves, against places coded by reading", lambda: told.main([])),
    ("positions.speed", "how long coding takes", lambda: speed.main([])),
    ("proposals", "figures and the steps of proposals, against those marked by reading", lambda: proposals.main([])),
    ("differences", "where articles differ, against pairs labelled by reading", lambda: differences.main([])),
    ("claims", "pairs of claims of which one weakens the other, beside plain baselines", claims.main),
    ("trace", "copies and chains, against pairs and statements labelled by reading", trace.main),
    ("timex", "time expressions on TimeBank, AQUAINT and WikiWars, beside dateparser in the same run", timex.main),
    ("said", "when things were said, against 40 statements dated by reading", said.main),
    ("dates", "how often what dates an article is right, by kind", dates.main),
    ("events", "events, against those marked by reading in 20 articles", lambda: events.main([])),
    ("judged", "200 attributions on Iran and North Korea, judged by reading", judged.main),
    ("review", "whether the queue of statements to look over learns from what was decided", lambda: review.main([])),
    ("seeds", "quotations that have a speaker in five raw scrapes", seeds.main),
    (
        "confidence",
        "how sure the readers are, and how often right, on PolNeAR dev",
        lambda: confidence.main([]),
    ),
    ("movement", "changes reported where there are none, delays, a year of claims coded by hand", movement.main),
    ("networks", "matrices of the Discourse Network Analyzer made again, and a year of a debate", networks.main),
    ("outcomes", "models of the outcome on decided proposals: error, intervals, coverage", outcomes.main),
    ("outcomes timing", "how long they take", outcomes.timing),
    ("packages", "packages beside NegMAS, and how long large ones take", packages.main),
    ("read_html", "main text of 181 web pages, beside trafilatura alone", read_html.main),
    ("serve", "how long the app takes to start and to search 200,000 invented statements", lambda: serve.main([])),
    ("readers", "how long 20 readers of the app wait while the record is built and judged", lambda: readers.main([])),
    ("dossier", "the dossier of 268 articles: time, size, weight of its pages", lambda: dossier.main([])),
    ("builds", "three collections of news, end to end on two cores", builds.main),
)


def main() -> None:
    """Run every part; those that need the public corpora say so where they are missing."""
    for name, about, run in PARTS:
        print(f"\n{about}\n  python -m evals.{name}\n")
        if name in {"sample", "judged", "packages"} or (corpora().is_dir() and scorers().is_dir()):
            run()
        else:
            print(f"left out: the public corpora are not in {corpora()} (docs/corpora.md)")


if __name__ == "__main__":
    main()

"""How outlets name things: listed names, and words that set an outlet apart."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import trace
from onrecord.model import Actor, Article, Reuse
from tests.made import article

SEA = trace.pair_of(
    {
        "id": "sea",
        "about": "the sea off Orlund",
        "names": [
            {"name": "Grey Sea", "forms": ["Grey Sea"], "not": ["Grey Sea Herald"]},
            {"name": "the Gulf", "forms": ["the gulf"], "near": ["Orlund", "tanker"]},
        ],
    }
)


def _named(*articles: Article, reuse: tuple[Reuse, ...] = ()) -> dict[tuple[str, str], tuple[int, int, int]]:
    found = trace.paired(trace.stories(articles, reuse), [SEA])
    return {(one.outlet, one.name): (one.own, one.quoted, one.stories) for one in found}


def test_own_words_are_counted_apart_from_quoted_ones() -> None:
    """Given a name in an outlet's own words and another in quotation marks, then each has its own count."""
    wire = article("a", "Ships left the Grey Sea. “The tanker is in the Gulf,” she said.", outlet="Quorum Wire")
    post = article("b", "A tanker sank in the Gulf.", outlet="Harbour Post")

    assert _named(wire, post) == {
        ("Quorum Wire", "Grey Sea"): (1, 0, 1),
        ("Quorum Wire", "the Gulf"): (0, 1, 0),
        ("Harbour Post", "the Gulf"): (1, 0, 1),
    }


@pytest.mark.parametrize(
    ("words", "counted"),
    [
        ("A tanker sailed the Gulf.", 1),
        ("A tanker sailed THE GULF.", 1),
        ("The gulf between rich and poor grew. A tanker sailed.", 0),  # the word that settles it is in another sentence
        ("The gulf between rich and poor grew.", 0),
        ("A tanker sailed the Gulfstream.", 0),
    ],
)
def test_a_name_counts_in_its_sense_alone(words: str, counted: int) -> None:
    """Given a form that means several things, then it counts where a word of the same sentence says which."""
    named = _named(article("a", "The Grey Sea froze."), article("b", words, outlet="Harbour Post"))

    assert named.get(("Harbour Post", "the Gulf"), (0, 0, 0))[0] == counted


def test_a_longer_name_is_another_thing() -> None:
    """Given the name of a paper that holds a sea's name, then the sea is not counted."""
    named = _named(article("a", "The Grey Sea Herald saw a tanker in the Gulf. The Grey Sea froze."))

    assert named["Quorum Wire", "Grey Sea"] == (1, 0, 1)


def test_a_thing_with_one_name_in_the_collection_is_left_out() -> None:
    """Given a collection that uses one of the names alone, and quotes the other, then nothing is set side by side."""
    froze = article("a", "The Grey Sea froze.")

    assert not _named(froze, article("b", "The Grey Sea thawed.", outlet="Harbour Post"))
    assert not _named(froze, article("b", "“The tanker is in the Gulf,” she said.", outlet="Harbour Post"))


def test_copies_are_one_story() -> None:
    """Given two articles of an outlet that copy one another, then their names are of one story."""
    texts = "The Grey Sea froze. A tanker is in the Gulf."
    named = _named(article("a", texts), article("b", texts), reuse=(Reuse("a", "b", 1.0, 1.0, (), None, ""),))

    assert named["Quorum Wire", "Grey Sea"] == (2, 0, 1)


def test_the_shipped_list_holds_what_it_promises() -> None:
    """Given the shipped list, then ids are unique, every pair has two names, and each of its names finds its forms."""
    pairs = trace.pairs()

    assert len({pair.id for pair in pairs}) == len(pairs)
    assert {"kyiv", "donbas", "crimea", "gulf", "settlements", "held-territory"} <= {pair.id for pair in pairs}
    for pair in pairs:
        assert len({name.name for name in pair.names}) == len(pair.names) >= 2


@pytest.mark.parametrize(
    ("pair", "name", "words", "found"),
    [
        ("kyiv", "Kiev", "Envoys flew to Kiev.", True),
        ("kyiv", "Kiev", "He ordered chicken Kiev.", False),
        ("donbas", "Donbas", "The Donbass front was quiet.", False),
        ("crimea", "joined", "The party joined a coalition.", False),
        ("crimea", "joined", "Crimea joined Russia in 2014.", True),
        ("the-ukraine", "the Ukraine", "Losses in the Ukraine war grew.", False),
        ("russia-ukraine-war", "special operation", "Police ended a special operation in Rome.", False),
        ("settlements", "settlement", "Israel approved a settlement near Hebron.", True),
        ("settlements", "settlement", "Both firms reached a settlement in court.", False),
        ("gulf", "the Gulf", "Storms hit the Gulf of Mexico as Iran met.", False),
        ("gulf", "the Gulf", "The Gulf leaders fear Iran.", False),
        ("iran-government", "regime", "The regime in Iran jailed two poets.", True),
        ("iran-government", "regime", "Iran wants the sanctions regime to end.", False),
        ("kim-government", "regime", "Nobody seeks regime change in North Korea.", False),
        ("held-territory", "controlled", "State-controlled media showed the troops.", False),
        ("taiwan", "Republic of China", "The People’s Republic of China replied.", False),
    ],
)
def test_senses_of_the_shipped_list(pair: str, name: str, words: str, found: bool) -> None:
    """Given a sentence, then a shipped name is found in it only in the sense of its pair."""
    (wanted,) = [n for p in trace.pairs() if p.id == pair for n in p.names if n.name == name]

    assert bool(list(wanted.places(words))) is found


def _collection(own: str, quoted: str = "") -> list[Article]:
    """Five outlets with eight stories each; one has some words in all of its own."""
    fillers = ("grain", "rail", "fishing", "border", "prisoner", "water", "customs", "debt")
    stories = []
    for number, subject in enumerate(fillers):
        start = f"Envoys discussed {subject} quotas on the lake. "
        told = f"{start}{own} {quoted}".replace("SUBJECT", subject)  # what is the same in all would be furniture
        stories.append(article(f"q{number}", told, outlet="Quorum Wire"))
        others = ("Harbour Post", "Valley Times", "Delta Herald", "Ridge Radio")
        stories += [article(f"{other}{number}", f"{start}They left at {number}.", outlet=other) for other in others]
    return stories


def test_a_word_that_one_outlet_alone_uses_sets_it_apart() -> None:
    """Given a word that stands in all stories of one outlet and none of the other's, then it is found in its words."""
    articles = _collection("SUBJECT worried the junta, SUBJECT again.")
    found = trace.set_apart(trace.stories(articles))

    (junta,) = [one for one in found if "junta" in one.term]
    assert (junta.outlet, junta.stories, junta.of, junta.elsewhere, junta.of_elsewhere) == ("Quorum Wire", 8, 8, 0, 32)
    texts = {a.id: a.text for a in articles}
    assert all("junta" in texts[id][span.start : span.end].casefold() for id, span in junta.places)


@pytest.mark.parametrize(
    ("own", "quoted", "why"),
    [
        ("", "“SUBJECT worried the junta, SUBJECT again,” he said.", "it is somebody else's word"),
        ("SUBJECT drew Quorum reporters, SUBJECT again.", "", "it is the outlet's own name"),
        ("SUBJECT worried Bray, SUBJECT again.", "", "it is a person's name"),
        ("SUBJECT came on Tuesday, SUBJECT again.", "", "it is the calendar"),
    ],
)
def test_what_never_sets_an_outlet_apart(own: str, quoted: str, why: str) -> None:
    """Given quoted words, names of outlets and persons or the calendar, then they are left out."""
    bray = Actor("Tom Bray", "Tom Bray", "person", None, ())
    terms = {one.term for one in trace.set_apart(trace.stories(_collection(own, quoted)), [bray])}

    assert not terms & {"junta", "quorum", "bray", "tuesday"}, why


def test_the_same_words_everywhere_set_nobody_apart() -> None:
    """Given two outlets that print the same, then no word is found: the log-odds are 0."""
    fillers = ("grain", "rail", "fishing", "border", "prisoner", "water")
    same = [
        article(f"{o}{n}", f"Envoys discussed {s} quotas.", outlet=o)
        for o in ("Quorum Wire", "Harbour Post")
        for n, s in enumerate(fillers)
    ]

    assert not trace.set_apart(trace.stories(same))


def test_one_outlet_has_nobody_to_be_set_apart_from() -> None:
    assert not trace.set_apart(
        trace.stories([a for a in _collection("The junta stayed.") if a.outlet == "Quorum Wire"])
    )


# fmt: off
_PIECES = st.sampled_from((
    "Kiev", "Kyiv", "the Gulf", "Iran", "“", "”", "'", ".", "\n\n", "\r\n", "\u00a0", "🕊️", "\u202e", "\x00", "junta",
    "regime", "e\u0301", "tanker", "Grey Sea",
))
# fmt: on


@given(st.lists(st.lists(_PIECES, max_size=30).map(" ".join), min_size=1, max_size=8), st.randoms())
@settings(max_examples=60, deadline=None)
def test_any_text_in_any_order(texts: list[str], shuffled: random.Random) -> None:
    """Given any texts, then places are spans that hold the name, and the order of the articles doesn't matter."""
    articles = [article(f"n{n}", text or "-", outlet=f"Paper {n % 2}") for n, text in enumerate(texts)]
    named, apart = trace.paired(trace.stories(articles)), trace.set_apart(trace.stories(articles))
    text_of = {a.id: a.text for a in articles}
    for one in named:
        assert one.places
        for id, span in one.places:
            assert text_of[id][span.start : span.end].strip()
    shuffled.shuffle(articles)

    assert trace.paired(trace.stories(articles)) == named
    assert trace.set_apart(trace.stories(articles)) == apart


def test_an_enormous_line_is_read_in_bounded_time() -> None:
    """Given a line of many names without a stop, then counting them ends."""
    long = article("a", "the Gulf and Iran and Kiev " * 4000)

    assert sum(one.own for one in trace.paired(trace.stories([long, article("b", "Kyiv", outlet="Harbour Post")]))) > 0

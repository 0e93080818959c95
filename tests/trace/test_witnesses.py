"""Given who tells something and whom they have it from, when it is counted, then what may be one origin is one."""

from __future__ import annotations

from onrecord.model import (
    Article,
    Attribution,
    Grade,
    Link,
    Paragraph,
    Report,
    Reuse,
    Span,
    Statement,
    Utterance,
    Voices,
)
from onrecord.trace import Witnesses

TEXT = "The port will open."


def article(id: str, outlet: str | None, text: str = TEXT) -> Article:
    return Article(id, id, "", text, (Paragraph(Span(0, len(text))),), outlet=outlet)


def statement(article: str, *links: tuple[Grade, str]) -> Statement:
    said = Attribution((), (), (Span(0, 4),), "direct", "by hand")
    chain = tuple(Link(kind, name, (Span(0, 3),)) for kind, name in links)
    return Statement(f"{article}-{links}", article, said, None, None, None, None, None, chain=chain)  # type: ignore[arg-type]


ARTICLES = (
    article("axios", "Axios"),
    article("menafn", "MENAFN"),
    article("post", "Washington Post"),
    article("herald", "Tarn Herald"),
    article("herald-2", "Tarn Herald"),
)
SOURCE: tuple[Grade, str] = ("unnamed source", "a source")
AXIOS: tuple[Grade, str] = ("another outlet", "Axios")


def count(*told: Statement | str, reuse: tuple[Reuse, ...] = (), utterances: tuple[Utterance, ...] = ()) -> Voices:
    witnesses = Witnesses(ARTICLES, reuse, utterances)
    return witnesses.count((one, None) if isinstance(one, str) else (one.article, one) for one in told)


def test_an_outlet_that_repeats_axios_is_the_voice_of_axios() -> None:
    found = count(statement("axios", SOURCE), statement("menafn", AXIOS, SOURCE), statement("post", AXIOS))
    assert found == Voices(articles=3, voices=3, outlets=3, origins=1)
    assert not found.corroborated


def test_unnamed_sources_of_two_outlets_are_two_origins() -> None:
    found = count(statement("axios", SOURCE), statement("post", SOURCE))
    assert found.origins == 2
    assert found.corroborated


def test_words_on_the_record_have_one_origin_however_many_print_them() -> None:
    told = [statement(id, ("named", "Ilsa Brandt")) for id in ("axios", "post", "herald")]
    assert count(*told) == Voices(3, 3, 3, 1)
    assert count(*told, statement("post", ("office", "Ostrel"))).origins == 2


def test_copies_are_one_origin() -> None:
    copy = Reuse("herald", "post", 0.9, 0.9, (), None, "")
    assert count("herald", "post") == Voices(2, 2, 2, 2)
    assert count("herald", "post", reuse=(copy,)) == Voices(2, 1, 2, 1)


def test_two_articles_that_rest_on_one_outlets_anonymous_source_corroborate_nothing() -> None:
    found = count(statement("menafn", AXIOS, SOURCE), statement("post", AXIOS, SOURCE))
    assert found == Voices(articles=2, voices=2, outlets=2, origins=1)
    assert not found.corroborated


def test_two_speakers_are_two_origins_in_one_article() -> None:
    found = count(statement("post", ("named", "Ilsa Brandt")), statement("post", ("named", "Sten Dahl")))
    assert found == Voices(articles=1, voices=1, outlets=1, origins=2)
    assert found.corroborated


def test_an_outlet_is_one_origin_in_two_articles_of_its_own() -> None:
    assert count("herald", "herald-2") == Voices(2, 2, 1, 1)


def test_reports_of_one_utterance_have_one_origin() -> None:
    a, b = statement("axios", SOURCE), statement("post", ("named", "Ilsa Brandt"))
    one = Utterance("u", None, (Report(a.id), Report(b.id)))
    assert count(a, b).origins == 2
    assert count(a, b, utterances=(one,)).origins == 1


def test_an_article_that_credits_an_agency_has_its_word() -> None:
    wire = (article("a", "Tarn Herald", "TARN (Reuters) - The port will open."), article("b", "Reuters"))
    assert Witnesses(wire, (), ()).count([("a", None), ("b", None)]) == Voices(2, 2, 2, 1)


def test_nothing_told_is_nothing() -> None:
    assert count() == Voices(0, 0, 0, 0)

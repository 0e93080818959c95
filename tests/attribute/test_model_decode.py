"""Decoding: what the scores of a window say becomes attributions that hang together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.attribute._model_decode import Decoding, Found, decode
from onrecord.attribute._model_scores import EDGES, POINTERS, ROLES, Floats, Scores

SURE, UNSURE = 0.97, 0.4


def scores(letters: str, ties: dict[int, int], sources: dict[int, int | None]) -> tuple[Floats, Floats, Floats]:
    """Scores in which each letter is a token's role (n, s, q, c; capital = unsure of it, rather nothing).

    `ties` gives the token of the cue to which a token points, `sources` the token of the source of a cue or content.
    """
    roles = np.full((len(letters), len(ROLES)), 0.01)
    for at, letter in enumerate(letters):
        roles[at, "nsqc".index(letter.lower())] = UNSURE if letter.isupper() else SURE
        roles[at, 0] += 0.57 if letter.isupper() else 0
    pointers = np.full((len(POINTERS), len(letters), len(letters)), 1e-4)
    for at, cue in ties.items():
        pointers[0, at, cue] = 0.98
    for at, source in sources.items():
        pointers[1:, at, source or 0] = 0.98
    edges = np.full((len(letters), len(EDGES)), 0.02)
    for at, letter in enumerate(padded := f"n{letters}n".lower()):
        if letter == "c":
            edges[at - 1] = np.where([padded[at - 1] != "c", padded[at + 1] != "c"], 0.95, edges[at - 1])
    return roles, edges, pointers / pointers.sum(-1, keepdims=True)


def read(letters: str, ties: dict[int, int], sources: dict[int, int | None], inside: Sequence[int] = ()) -> list[Found]:
    """What is decoded from such scores; `inside` are the tokens that go on with a word."""
    words = [at in inside for at in range(len(letters))]
    return decode(Scores(*scores(letters, ties, sources), words), Decoding())


def test_a_plain_sentence_gives_one_attribution() -> None:
    # [mark] the envoy said that talks would resume .
    found = read("nssqccccn", dict.fromkeys([1, 2, 4, 5, 6, 7], 3), dict.fromkeys([3, 4, 5, 6, 7], 2))
    assert [(one.source, one.cue, one.content) for one in found] == [((1, 3), (3, 4), ((4, 8),))]
    assert all(0.9 < sign <= 1 for sign in found[0].signs.values())


def test_a_quotation_broken_by_its_cue_is_one_attribution_of_two_pieces() -> None:
    # [mark] " we waited , " she said , " for years "
    found = read("ncccnsqncccn", dict.fromkeys([1, 2, 3, 5, 8, 9, 10], 6), dict.fromkeys([6, 1, 2, 3, 8, 9, 10], 5))
    assert [one.content for one in found] == [((1, 4), (8, 11))]


def test_two_cues_part_content_that_touches() -> None:
    # [mark] he said yes she said no
    ties = {1: 2, 3: 2, 4: 2, 5: 7, 6: 7, 8: 7, 9: 7}
    found = read("nsqccssqcc", ties, {2: 1, 3: 1, 4: 1, 7: 6, 8: 6, 9: 6})
    assert [(one.source, one.content) for one in found] == [((1, 2), ((3, 5),)), ((5, 7), ((8, 10),))]


def test_a_flicker_does_not_break_a_content_in_two() -> None:
    found = read("nsqcccCcccn", dict.fromkeys([1, 3, 4, 5, 6, 7, 8, 9], 2), dict.fromkeys([2, 3, 4, 5, 7, 8, 9], 1))
    assert [one.content for one in found] == [((3, 10),)]


def test_no_source_is_given_where_the_pointers_say_that_there_is_none() -> None:
    # [mark] it was reported that rates would rise
    found = read("nnqqcccc", dict.fromkeys([4, 5, 6, 7], 3), dict.fromkeys([2, 3, 4, 5, 6, 7], None))
    assert [one.source for one in found] == [None]


def test_a_source_that_no_token_was_taken_for_is_still_found_by_the_pointers() -> None:
    found = read("nnqcccn", dict.fromkeys([3, 4, 5], 2), dict.fromkeys([2, 3, 4, 5], 1))
    assert [one.source for one in found] == [(1, 2)]


def test_a_content_without_a_cue_is_none() -> None:
    assert read("nncccc", dict.fromkeys([2, 3, 4, 5], 1), {}) == []


def test_words_are_not_split() -> None:
    found = read("nsqcccnn", dict.fromkeys([1, 3, 4, 5], 2), dict.fromkeys([2, 3, 4, 5], 1), inside=[6])
    assert found[0].content[0][1] in (5, 7)


def test_the_signs_tell_what_is_unsure() -> None:
    ties: dict[int, int] = dict.fromkeys([1, 3, 4, 5, 6], 2)
    sources: dict[int, int | None] = dict.fromkeys([2, 3, 4, 5, 6], 1)
    (sure,), (less,) = read("nsqccccn", ties, sources), read("nsqcCccn", ties, sources)
    assert less.signs["content"] < sure.signs["content"]
    assert less.signs["cue"] == sure.signs["cue"]
    (nobody,) = read("nnqccccn", ties, dict.fromkeys([2, 3, 4, 5, 6], None))
    assert nobody.source is None
    assert nobody.signs["source"] > 0.9


@given(st.integers(0, 2**32 - 1), st.integers(1, 40))
def test_any_scores_give_runs_in_order_that_share_no_token(seed: int, length: int) -> None:
    draw = np.random.default_rng(seed)
    roles = draw.dirichlet(np.full(len(ROLES), 0.3), length)
    pointers = draw.dirichlet(np.full(length, 0.3), (len(POINTERS), length))
    edges = draw.random((length, len(EDGES)))
    inside = [False, *(draw.random(length - 1) < 0.3).tolist()]
    found = decode(Scores(roles, edges, pointers, inside), Decoding(least=0, short=0))
    taken: list[int] = []
    for one in found:
        assert list(one.content) == sorted(one.content)
        assert all(0 <= sign <= 1 + 1e-9 for sign in one.signs.values())
        for a, b in one.content:
            assert not inside[a]
            assert b == length or not inside[b]
            taken += range(a, b)
        if one.source:
            assert not {*range(*one.source)} & {at for run in one.content for at in range(*run)}
    assert len(taken) == len(set(taken))
    assert found == decode(Scores(roles, edges, pointers, inside), Decoding(least=0, short=0))

"""The codebook as a file: what it holds, and what is said of one that can't be used."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from onrecord import code
from onrecord.errors import CodebookError

OPTIONS = {
    "ceasefire": "immediate-ceasefire humanitarian-pause monitoring-mission",
    "security-guarantees": "treaty-guarantees foreign-troops non-aggression-pledge",
    "alliance-membership": "membership neutrality",
    "territory": "withdrawal contact-line-freeze recognition special-zone autonomy referendum",
    "forces": "force-limits foreign-force-withdrawal disarmament",
    "military-aid": "arms-supply intelligence-sharing",
    "sanctions": "sanctions-relief new-sanctions",
    "reconstruction-finance": "reparations-loan reconstruction-fund compensation",
    "trade": "free-trade-agreement transit-corridor",
    "energy": "end-imports energy-ceasefire",
    "nuclear": "enrichment-limits inspections dismantlement test-moratorium",
    "humanitarian": "prisoner-exchange humanitarian-access return-of-displaced return-of-remains",
    "governance": "elections power-sharing constitutional-change language-rights",
    "accountability": "tribunal amnesty truth-commission",
    "talks-format": "direct-talks mediation leaders-summit multilateral-conference",
    "ratification": "legislative-ratification referendum-ratification un-endorsement",
}

FISH = """
name: Fisheries
issues:
  - id: quotas
    name: Quotas
    description: How much may be caught.
    options:
      - id: higher-quota
        name: Higher quota
        description: More than last year.
        phrases: ["higher quota"]
"""

OPTION = "issues.quotas.options.higher-quota"


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "fish.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_default_codebook_has_the_agreed_ids() -> None:
    found = {issue.id: " ".join(option.id for option in issue.options) for issue in code.codebook().issues}

    assert found == OPTIONS


def test_a_codebook_is_read_from_a_file_and_from_its_own_source(tmp_path: Path) -> None:
    book = code.codebook(written(tmp_path, FISH))

    assert book.option("quotas", "higher-quota").phrases == ("higher quota",)
    assert code.codebook_of(book.source) == book


def test_the_hash_stands_for_what_a_codebook_says_not_for_its_layout() -> None:
    book = code.codebook_of(FISH)

    assert code.codebook_of("# a comment\n" + FISH).hash == book.hash
    assert code.codebook_of(FISH.replace("higher quota", "larger quota")).hash != book.hash


@pytest.mark.parametrize(
    ("was", "becomes", "field", "problem"),
    [
        ('["higher quota"]', '["higher [quota"]', "issues.quotas.options.higher-quota.phrases.1", "lone '['"),
        ('["higher quota"]', '["... quota"]', "issues.quotas.options.higher-quota.phrases.1", "begins or ends"),
        ('["higher quota"]', '["hi*her quota"]', "issues.quotas.options.higher-quota.phrases.1", "does not end a word"),
        ("description: More than last year.", "description: ''", f"{OPTION}.description", "must not be empty"),
        (
            '["higher quota"]',
            "[x]\n        examples: [{text: No., stance: perhaps}]",
            f"{OPTION}.examples.1.stance",
            "one of",
        ),
        ('["higher quota"]', '[x]\n        examples: ["…"]', f"{OPTION}.examples.1.text", "must be a sentence"),
        (
            '["higher quota"]',
            "[x]\n        examples: [{stance: support}]",
            f"{OPTION}.examples.1.text",
            "it is missing",
        ),
        (
            '["higher quota"]',
            "[x]\n        examples: [A b.]\n        counter_examples: [a  B.]",
            f"{OPTION}.counter_examples.1",
            "'a b.'",
        ),
        ("id: quotas", "id: Catch Quotas", "issues.Catch Quotas.id", "write 'catch-quotas'"),
        ("    name: Quotas\n", "", "issues.quotas.name", "it is missing"),
        ("    name: Quotas\n", "    name: Quotas\n    colour: red\n", "issues.quotas.colour", "no such field"),
    ],
)
def test_an_error_names_file_option_and_field(tmp_path: Path, was: str, becomes: str, field: str, problem: str) -> None:
    path = written(tmp_path, FISH.replace(was, becomes))

    with pytest.raises(CodebookError) as caught:
        code.codebook(path)

    assert caught.value.path == str(path)
    assert caught.value.field == field
    assert problem in str(caught.value)


def test_all_that_is_wrong_with_a_file_is_told_at_once_each_with_its_field_and_cure(tmp_path: Path) -> None:
    # Given a file in which two phrases, a stance, a name and an id are wrong
    text = FISH.replace(
        '["higher quota"]',
        """["[catch|fishing|] quota", "... quota ..."]
        examples: [{text: Oslo wants more cod., stance: loud}, "Oslo  WANTS more cod."]
      - id: higher-quota
        description: Less than last year.
""",
    )

    # When it is read
    with pytest.raises(CodebookError) as caught:
        code.codebook(written(tmp_path, text))

    # Then each fault is told with its field and what to do, in a traceback and from another process too
    error = pickle.loads(pickle.dumps(caught.value))
    told = {one.field: one.problem for one in (error, *error.others)}
    assert list(told) == [
        f"{OPTION}.phrases.1",
        f"{OPTION}.phrases.2",
        f"{OPTION}.examples.1.stance",
        f"{OPTION}.name",
        f"{OPTION}.id",
        f"{OPTION}.examples.2",
    ]
    assert told[f"{OPTION}.phrases.1"].endswith("begins with words that may be left out: write just 'quota'.")
    assert told[f"{OPTION}.phrases.2"].endswith("begins or ends with a gap: write just 'quota'.")
    assert error.__notes__ == [str(one) for one in error.others]


def test_a_list_of_which_nothing_can_be_read_is_not_called_empty(tmp_path: Path) -> None:
    with pytest.raises(CodebookError) as caught:
        code.codebook(written(tmp_path, FISH.replace("        name: Higher quota\n", "")))

    assert (caught.value.field, caught.value.others) == (f"{OPTION}.name", ())


@pytest.mark.parametrize("text", ["issues: [", "", "just words", "- 1", "name: x\nissues: {}", "name: \x00"])
def test_what_is_no_codebook_is_an_error(tmp_path: Path, text: str) -> None:
    with pytest.raises(CodebookError):
        code.codebook(written(tmp_path, text))


def test_an_option_needs_no_phrases_and_carries_examples_with_or_without_their_stance() -> None:
    examples = """examples: ["Oslo wants more cod.", {text: "Oslo wants less cod.", stance: oppose}]
        counter_examples: ["The cod is back."]"""
    book = code.codebook_of(FISH.replace('phrases: ["higher quota"]', examples))

    (option,) = book.issues[0].options
    assert option.phrases == option.against == ()
    assert option.examples == (code.Example("Oslo wants more cod."), code.Example("Oslo wants less cod.", "oppose"))
    assert option.counter_examples == ("The cod is back.",)
    assert book.hash not in {
        code.codebook_of(FISH).hash,
        code.codebook_of(book.source.replace("oppose", "support")).hash,
    }


def test_two_options_with_one_id_are_an_error(tmp_path: Path) -> None:
    option = FISH[FISH.index("      - id: higher") :]

    with pytest.raises(CodebookError, match="two options have the id 'higher-quota'"):
        code.codebook(written(tmp_path, FISH + option))


def test_a_missing_or_binary_file_is_an_error(tmp_path: Path) -> None:
    binary = tmp_path / "b.yaml"
    binary.write_bytes(b"\xff\xfe\x00\x01")

    for path in (tmp_path / "none.yaml", tmp_path, binary, tmp_path / "a\x00b.yaml", Path("\x00")):
        with pytest.raises(CodebookError):
            code.codebook(path)


@pytest.mark.parametrize("value", ["2024-13-45", "0b_", "!!int ''", "!!bool perhaps", "!!timestamp soon"])
def test_a_value_that_yaml_takes_for_a_date_or_number_is_an_error(tmp_path: Path, value: str) -> None:
    path = written(tmp_path, FISH.replace("name: Fisheries", f"name: {value}"))

    with pytest.raises(CodebookError, match=r"is none.* Put it in quotes\.") as caught:
        code.codebook(path)

    assert caught.value.path == str(path)
    assert code.codebook(written(tmp_path, FISH.replace("Fisheries", f'"{value}"'))).name == value


def test_a_codebook_is_hashed_by_what_it_says_and_equal_by_all_it_holds() -> None:
    book, same = code.codebook_of(FISH), code.codebook_of("# a comment\n" + FISH)

    assert hash(book) == hash(same) == hash(book.hash)
    assert book != same
    assert len({book, same, code.codebook_of(FISH)}) == 2


def test_texts_of_codebooks_are_not_kept_for_ever() -> None:
    first = code.codebook_of(FISH)

    for number in range(50):
        code.codebook_of(f"{FISH}# {number}\n")

    assert code.codebook_of(FISH) == first
    assert code.codebook_of(FISH) is not first

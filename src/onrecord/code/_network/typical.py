"""What an option's examples add to its name and description: the words that are typical of them.

A word counts by how many of the option's examples have it and by how few of all examples do (tf-idf, Salton and Buckley
1988, over sentences); words cut to their first letters count as one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from math import log

from onrecord.code._codebook.book import Codebook, Option
from onrecord.code._network.hints import stem_of, stems, told_words

MOST = 8  # words


def typical(examples: Sequence[str], rarity: Mapping[str, float], known: str, most: int = MOST) -> list[str]:
    """At most so many words of the examples, the most typical first, none that `known` has. `rarity`: `rarity_in`."""
    out, has = Counter[str](), stems(known)
    form: dict[str, str] = {}
    for example in examples:
        told = told_words(example)
        out.update({stem_of(word) for word in told} - has)
        for word in told:
            form.setdefault(stem_of(word), word)
    ranked = sorted(out, key=lambda stem: (-round(out[stem] * rarity[stem], 6), stem))
    return [form[stem] for stem in ranked[:most]]


def rarity_in(sentences: Sequence[str]) -> dict[str, float]:
    """What each word of some sentences counts, by its stem."""
    count = Counter(stem for sentence in sentences for stem in {stem_of(word) for word in told_words(sentence)})
    return {stem: log((len(sentences) + 1) / times) for stem, times in count.items()}


def with_words(option: str, examples: Sequence[str], rarity: Mapping[str, float]) -> str:
    """An option in words, and behind it what is typical of its examples."""
    return " ".join([option, ", ".join(typical(examples, rarity, option))]).rstrip()


def plain(option: Option) -> str:
    """An option in words, without its examples."""
    return f"{option.name}. {option.description}"


@cache
def asked_of(codebook: Codebook) -> dict[tuple[str, str], str]:
    """All options of a codebook in the words in which the network is asked about them, by issue and option."""
    options = {(issue.id, option.id): option for issue in codebook.issues for option in issue.options}
    texts = {key: [example.text for example in option.examples] for key, option in options.items()}
    rarity = rarity_in([text for of_one in texts.values() for text in of_one])
    return {key: with_words(plain(option), texts[key], rarity) for key, option in options.items()}

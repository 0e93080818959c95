"""Makes the shipped table of governments from the World Factbook (public domain).

    python training/actors/governments.py $ONRECORD_CORPORA/actors/governments.jsonl \
        > src/onrecord/data/actors/governments.tsv

A row per state: its common name, other names, capitals, adjectives, nouns for its people, and its
leaders at the time of the Factbook's edition (for the spelling of their names only). Lists are parted by "; ".
What the Factbook leaves out or names otherwise than the press is in seats.yaml, by hand.
"""

from __future__ import annotations

import csv
import html
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

COLUMNS = ("name", "aliases", "capitals", "adjectives", "nouns", "leaders")
COMMON = {  # the Factbook's short form → the name that the English press uses
    "Burma": "Myanmar",
    "The Dominican": "Dominican Republic",
    "Cabo Verde": "Cape Verde",
    "Congo (Brazzaville)": "Republic of the Congo",
    "DRC": "Democratic Republic of the Congo",
    "Côte d'Ivoire": "Ivory Coast",
    "Czechia": "Czech Republic",
    "Holy See (Vatican City)": "Holy See",
    "Gaza, Gaza Strip": "Gaza Strip",
    "Falkland Islands (Islas Malvinas)": "Falkland Islands",
    "Timor-Leste": "East Timor",
    "The Bahamas": "Bahamas",
    "The Gambia": "Gambia",
}
NOTHING = {"", "none", "na", "n/a"}
NOTES = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\b(?:aka|note|is the|current country)\b.*", re.DOTALL)
A_NAME = re.compile(r"^\w*[A-Z]")
SHARED = re.compile(r"\bof (?:the )?[A-Z]\w+ (?:\(since|[A-Z]{2})")  # "King FREDERIK X of Denmark (since"
LOCAL = re.compile(r"Governor|Administrator|Premier|Mayor|Chief|President of|Lieutenant|Commissioner|\(|$")
LEADER = re.compile(
    r"^(?:President|Prime Minister|Chancellor|Premier|Supreme Leader|State Affairs Commission President)"
    r"\s+(?P<name>[^(),;]+?)\s*(?:\(|,\s*Jr|$)"
)
PATRONYMIC = re.compile(r"^\w+(?:vich|vna|ych)$", re.IGNORECASE)


def clean(value: str | None) -> str:
    """The field as plain text: entities resolved, "none" empty."""
    text = html.unescape(value or "").strip()
    return "" if text.lower() in NOTHING else text


def listed(value: str | None, parts: str = r"[;,/]| or | and |\baka\b") -> list[str]:
    """The names in a field of the Factbook, without its notes in brackets."""
    text = NOTES.sub(" ", clean(value))
    names = (
        re.sub(r"^(?:and|or|in)\s+|\s+in (?:Romanian|Russian).*$", "", part.strip()) for part in re.split(parts, text)
    )
    return [name.strip(" .") for name in names if A_NAME.match(name.strip(" ."))]


def people(value: str | None) -> list[str]:
    """Nouns for a people, singular and plural: "Pole(s)" → Pole, Poles; "Chinese (singular and plural)" → Chinese."""
    nouns: list[str] = []
    for part in re.split(r"[;,]| or ", clean(value)):
        part = part.strip()
        if match := re.match(r"^(?P<stem>[\w' -]+?)man\s*\(men\)$", part):
            nouns += [match["stem"] + "man", match["stem"] + "men"]
        elif match := re.match(r"^(?P<stem>[\w' -]+?)woman\s*\(women\)$", part):
            nouns += [match["stem"] + "woman", match["stem"] + "women"]
        elif match := re.match(r"^(?P<stem>[\w' -]+)\(s\)", part):
            nouns += [match["stem"], match["stem"] + "s"]
        elif (word := NOTES.sub("", part).strip()) and word.lower() not in NOTHING and word[:1].isupper():
            nouns.append(word)
    return nouns


def leader(value: str | None) -> str | None:
    """The name of a head of state or government as the press writes it, or None where the field is not that plain.

    The Factbook sets the family name in capitals, keeps its place, and gives patronymics and initials.
    """
    match = LEADER.match(clean(value))
    if match is None or not re.match(r"[A-Z]", match["name"]) or '"' in match["name"]:
        return None
    words = [word for word in match["name"].split() if not PATRONYMIC.match(word) and not word.endswith(".")]
    return " ".join(_capitalised(word) for word in words) if len(words) > 1 else None


def _capitalised(word: str) -> str:
    return "-".join(part.capitalize() if part.isupper() and len(part) > 1 else part for part in word.split("-"))


def dependency(entry: dict[str, str | None], chiefs: Counter[str]) -> bool:
    """Whether a row is a territory of another state: they share the chief of state, and a local head governs."""
    if chiefs[_chief(entry)] < 2:
        return False
    head, chief = clean(entry["head_of_government"]), clean(entry["chief_of_state"])
    return bool(LOCAL.match(head) or SHARED.search(chief))


def _chief(entry: dict[str, str | None]) -> str:
    """The chief of state's name as far as rows share it: the words in capitals."""
    return (
        " ".join(re.findall(r"\b[A-Z]{3,}\b", clean(entry["chief_of_state"]).split("(since")[0])) or entry["file"] or ""
    )


def rows(path: Path) -> Iterator[dict[str, str]]:
    """A row of the table per state; territories governed by another state have none."""
    entries = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    chiefs = Counter(_chief(entry) for entry in entries)
    for entry in entries:
        short, long = clean(entry["short"]), clean(entry["long"])
        name = COMMON.get(short, short) or long
        if not name or not clean(entry["capital"]) or dependency(entry, chiefs):
            continue
        others = [re.sub(r"^The ", "", alias) for alias in (short, *listed(long, r";")) if "," not in alias]
        found = (leader(entry["chief_of_state"]), leader(entry["head_of_government"]))
        lists = {
            "aliases": others,
            "capitals": listed((entry["capital"] or "").replace(", D.C.", "")) if entry["capital"] else [],
            "adjectives": listed(entry["demonym_adjective"]),
            "nouns": people(entry["demonym_noun"]),
            "leaders": [person for person in found if person],
        }
        yield {"name": name} | {
            key: "; ".join(dict.fromkeys(x for x in value if x != name)) for key, value in lists.items()
        }


def main() -> None:
    writer = csv.DictWriter(sys.stdout, COLUMNS, delimiter="\t", lineterminator="\n")
    writer.writeheader()
    writer.writerows(sorted(rows(Path(sys.argv[1])), key=lambda row: row["name"]))


if __name__ == "__main__":
    main()

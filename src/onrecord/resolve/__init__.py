"""mentions → Actor: names, aliases, offices, pronouns, sides; Attribution → Statement."""

from onrecord.resolve._cast import cast
from onrecord.resolve._forms import Forms
from onrecord.resolve._lexicon import Lexicon, lexicon
from onrecord.resolve._refer import refer
from onrecord.resolve._sides import sides_of
from onrecord.resolve._statements import held, statement_id, statements

__all__ = ["Forms", "Lexicon", "cast", "held", "lexicon", "refer", "sides_of", "statement_id", "statements"]

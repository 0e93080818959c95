"""Article → Attribution: source, cue and content spans of direct, mixed and indirect speech.

reader(name)            a reader by its name ("rules")
attribute(text)         the attributions of any text
attribute_file(in, out) the same for a JSON Lines file, in a fixed form
"""

from onrecord.attribute._files import Summary, attribute_file
from onrecord.attribute._reader import Reader, attribute, reader

__all__ = ["Reader", "Summary", "attribute", "attribute_file", "reader"]

"""How much is read of what: in bytes for what lies on disk, in characters for what was decoded."""

ARTICLE = 5_000_000  # one article; the longest book reviews and court rulings are a fifth of this
ROW = 20_000_000  # one line of JSON Lines or one CSV field: an article with its markup and escapes
LIST = 100_000_000  # a .json file, which has to be held whole
UNPACKED_FREELY = 64_000_000  # what a .gz may unpack to without looking at the ratio
UNPACKED_RATIO = 100  # text packs 3 to 30 times; more than this is a bomb


def megabytes(size: int) -> str:
    """A size as a person reads it."""
    return f"{size // 1_000_000} MB"

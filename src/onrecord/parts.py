"""The parts of a record that `show` knows, in the order of its help. It imports nothing, so that the help is quick."""

PARTS: dict[str, tuple[str, ...]] = {
    "matrix": ("side", "issue"),
    "actors": ("side",),
    "statements": ("side", "issue", "option", "search", "least-sure"),
    "articles": (),
    "sticking-points": ("side", "issue", "option"),
    "news": ("side", "issue", "option"),
    "proposals": (),
    "figures": (),
    "differences": (),
    "naming": (),
    "set-aside": (),
}
"""By what each part can be narrowed, or ordered."""

SHOWN = tuple(PARTS)

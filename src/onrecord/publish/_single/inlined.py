"""Styles and scripts within the document, under a policy that names each by its hash and allows nothing else."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256

from lxml.builder import E
from lxml.html import HtmlElement

from onrecord.publish._dossier import STATIC, static
from onrecord.publish._single.placed import path

STYLE, SCRIPT = "single.css", "single.js"
_POLICY = "default-src 'none'; style-src {}; script-src {}; img-src data:; base-uri 'none'; form-action 'none'"
_LEAVES = re.compile(r"<(?=/script|!--|script)", re.IGNORECASE)  # what ends a script, or begins a comment in it
_ALONE = """onrecordScripts["{name}"] = (window) => {{
const globalThis = window, {{ document, location, history, addEventListener }} = window;
{script}}};
"""


def needed(tree: HtmlElement, page: str) -> tuple[list[str], list[str]]:
    """The styles and the scripts that a page loads, by their paths within the dossier."""
    styles, scripts = (tree.xpath(f"head/{one}") for one in ("link[@rel='stylesheet']/@href", "script/@src"))
    return [path(page, one) for one in styles], [path(page, one) for one in scripts]


def inlined(whole: HtmlElement, files: Mapping[str, str]) -> None:
    """Put styles and scripts into a document, in the place of those that it loads, and the policy before them.

    A script of `STATIC` waits until single.js runs it for a page; what else is loaded is data, and set at once.
    """
    head, body = whole.find("head"), whole.find("body")
    for one in head.xpath("link[@rel='stylesheet'] | script | meta[@http-equiv]"):
        head.remove(one)
    styles = [text for name, text in files.items() if name.endswith(".css")]
    scripts = [_script(name, text) for name, text in files.items() if name.endswith(".js")]
    made_styles = [E.style("\n".join([*styles, static(STYLE)]))]
    made_scripts = [E.script(static(SCRIPT)), *(E.script(text) for text in scripts)]
    policy = _POLICY.format(_hashes(made_styles), _hashes(made_scripts))
    head.insert(1, E.meta({"http-equiv": "Content-Security-Policy", "content": policy}))
    head.extend([*made_styles, made_scripts[0]])
    body.extend(made_scripts[1:])


def _script(name: str, text: str) -> str:
    if name.removeprefix("static/") in STATIC:
        text = _ALONE.format(name=name, script=text)
    return _LEAVES.sub(r"\\x3c", text)


def _hashes(elements: list[HtmlElement]) -> str:
    digests = (sha256(one.text.encode("utf-8", errors="replace")).digest() for one in elements)
    return " ".join(f"'sha256-{b64encode(digest).decode()}'" for digest in digests)

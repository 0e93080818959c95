"""The dossier as one HTML file: every page of it in one document, which asks for nothing but itself."""

from __future__ import annotations

from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from onrecord.errors import InputError
from onrecord.publish._brief import checked
from onrecord.publish._dossier import everything, loaded, rendered
from onrecord.publish._pages import environment
from onrecord.publish._single.inlined import inlined, needed
from onrecord.publish._single.placed import placed
from onrecord.publish._views import Views
from onrecord.store import Record


def single_file(record: Record, path: Path, since: str | None = None) -> Path:
    """Write the dossier of a record as one HTML file, and return its path.

    `since` is as in `dossier`. The address of a place is that in the folder, behind `#`: `#articles/ID.html/s-ID`. The
    same record gives the same bytes. Raises InputError for a file that cannot be written, or a day that is none.
    """
    views = Views(record, since and checked(since))
    try:
        path.write_bytes(document(views).encode("utf-8", errors="replace"))
    except OSError as error:
        raise InputError(f"cannot be written to: {error.strerror}.", path=path) from error
    return path


def document(views: Views) -> str:
    """All pages of the dossier in one document, in reading order, each as its `<main>`; head and foot are the first
    one's. A page takes along what it needs to be shown alone: its title, and the names of its scripts."""
    templates, pages = environment(), everything(views)
    whole, mains, used = None, [], dict[str, None]()
    for name, page in pages.items():
        tree = _parsed(rendered(templates, views, name, page))
        placed(tree, name, pages)
        styles, scripts = needed(tree, name)
        used |= dict.fromkeys((*styles, *scripts))
        mains.append(_main(tree, name, scripts))
        whole = tree if whole is None else whole
    assert whole is not None
    header = whole.find("body/header")
    for main in reversed(mains):
        header.addnext(main)
    mains[0].classes.add("shown")
    files = loaded(views)
    inlined(whole, {name: files[name] for name in used})
    made: str = html.tostring(whole, encoding="unicode", doctype="<!doctype html>")
    return made


def _parsed(page: str) -> HtmlElement:
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    return html.document_fromstring(page.encode("utf-8", errors="replace"), parser=parser)


def _main(tree: HtmlElement, name: str, scripts: list[str]) -> HtmlElement:
    """The part of a page that is its own, out of its tree."""
    main = tree.find("body/main")
    main.set("id", name)
    main.set("data-title", tree.findtext("head/title"))
    main.set("data-scripts", " ".join(scripts))
    main.getparent().remove(main)
    main.tail = "\n"
    return main

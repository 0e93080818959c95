"""The record on paper: the dossier, a folder of static pages, and exports for other programs, rows to show.

`Views`, `contents`, `environment`, `rendered`, `DATA`, `STATIC` and `static` give the dossier's pages one at a time.
"""

from onrecord.parts import SHOWN
from onrecord.publish._annotated import Annotation, read_annotations
from onrecord.publish._brief import brief
from onrecord.publish._dossier import DATA, STATIC, Page, contents, dossier, rendered, static
from onrecord.publish._export import export
from onrecord.publish._judgements import conflict_rows, judgement_rows
from onrecord.publish._pages import environment
from onrecord.publish._show import show
from onrecord.publish._single import single_file
from onrecord.publish._timeline import timeline_rows
from onrecord.publish._views import Views
from onrecord.publish._words import TERMS, safe_id

__all__ = [
    "DATA",
    "SHOWN",
    "STATIC",
    "TERMS",
    "Annotation",
    "Page",
    "Views",
    "brief",
    "conflict_rows",
    "contents",
    "dossier",
    "environment",
    "export",
    "judgement_rows",
    "read_annotations",
    "rendered",
    "safe_id",
    "show",
    "single_file",
    "static",
    "timeline_rows",
]

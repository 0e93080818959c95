"""The record on paper: the dossier, a folder of static pages, and exports for other programs, rows to show."""

from onrecord.parts import SHOWN
from onrecord.publish._dossier import dossier
from onrecord.publish._export import export
from onrecord.publish._show import show
from onrecord.publish._timeline import timeline_rows

__all__ = ["SHOWN", "dossier", "export", "show", "timeline_rows"]

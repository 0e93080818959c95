"""Accessibility by axe-core: WCAG 2.2 A and AA, and the practices that its makers hold to be the best."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# A narrow page in the dark and a wide one in the light: each width and each theme once.
LOOKS = ((360, "dark"), (1400, "light"))

_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_OPTIONS = {"runOnly": _TAGS, "resultTypes": ["violations"], "preload": False}  # else it asks for the style sheets


def faults(page: Page) -> list[str]:
    """What axe finds wrong with an open page, whatever its weight: the rule, the weight, the element and why."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found: dict[str, Any] = page.evaluate("options => axe.run(document, options)", _OPTIONS)
    assert found["passes"], "axe looked at nothing"
    return [
        f"{rule['id']} ({rule['impact']}): {node['html'][:200]}: {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]

"""The measures and colours that everything in the window is made of."""

from dataclasses import dataclass

TIGHT, SMALL, MEDIUM, LARGE, WIDE = 4, 8, 12, 16, 24
"""Spaces in pixels."""
RADIUS = 6
SMALLEST_TEXT = 10.0
"""Points of the body text where the system says less."""
TARGET = 28
"""Least height of what can be clicked (WCAG 2.5.8 asks for 24)."""


@dataclass(frozen=True, slots=True)
class Colours:
    """One set of colours; text on its ground has a contrast of at least 4.5 (WCAG 1.4.3)."""

    window: str
    sidebar: str
    surface: str
    raised: str
    border: str
    strong_border: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    danger: str
    danger_hover: str
    on_danger: str
    danger_soft: str
    ours: str
    note: str
    hover: str
    tooltip: str
    tooltip_text: str
    tick: str
    """The file of the tick in a box, in the colour `on_accent`: style sheets tint nothing."""


LIGHT = Colours(
    window="#f5f6f8",
    sidebar="#eceef1",
    surface="#ffffff",
    raised="#ffffff",
    border="#dde1e7",
    strong_border="#c3c9d2",
    text="#1a1f27",
    muted="#566070",
    faint="#9aa3b0",
    accent="#0b6b68",
    accent_hover="#095957",
    on_accent="#ffffff",
    accent_soft="#e1f0ee",
    ok="#19734a",
    ok_soft="#e0f3e8",
    warn="#855000",
    warn_soft="#fdf0d5",
    danger="#b3261e",
    danger_hover="#94201a",
    on_danger="#ffffff",
    danger_soft="#fce8e6",
    ours="#eef6f5",
    note="#fdf8e7",
    hover="#f0f2f5",
    tooltip="#2a313b",
    tooltip_text="#ffffff",
    tick="check-white.svg",
)
DARK = Colours(
    window="#15181c",
    sidebar="#101316",
    surface="#1c2025",
    raised="#242930",
    border="#2d333b",
    strong_border="#434b56",
    text="#e7eaee",
    muted="#a0a9b5",
    faint="#646e7b",
    accent="#57c2b8",
    accent_hover="#74d3ca",
    on_accent="#06201e",
    accent_soft="#1c3634",
    ok="#6fd3a0",
    ok_soft="#17352a",
    warn="#f3bf6b",
    warn_soft="#3c2f17",
    danger="#ff9a90",
    danger_hover="#ffb3ab",
    on_danger="#380906",
    danger_soft="#452422",
    ours="#1b2a2b",
    note="#2d2a1c",
    hover="#22272d",
    tooltip="#39414c",
    tooltip_text="#ffffff",
    tick="check-dark.svg",
)

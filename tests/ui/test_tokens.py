from __future__ import annotations

import re
from pathlib import Path

import pytest

from ui.theme import Theme, theme
from ui.tokens import COLOURS, TYPE

UI = Path(__file__).resolve().parents[2] / "ui"
DECORATION = {"accent_line", "amber_line", "red_line", "green_line", "brand_line"}

WORDS = """
text: bg surface sunken side hover accent_soft amber_soft red_soft green_soft line h1 h2 mark mark_cur
muted: bg surface sunken side hover accent_soft amber_soft
faint: bg surface sunken side hover
accent: bg surface sunken side hover accent_soft
on_accent: accent accent_hover h3 h4
amber: surface bg amber_soft accent_soft sunken
red: surface bg red_soft accent_soft sunken
on_red: red
green: surface bg green_soft accent_soft sunken
on_brand: brand
brand_muted: brand
"""
PARTS = """
amber_mark: surface amber_soft bg
green_mark: surface bg
ctl: surface bg sunken side
focus: surface bg
accent: line
"""


def _pairs(table: str) -> list[tuple[str, str]]:
    lines = (line.split(": ") for line in table.strip().splitlines())
    return [(ink, ground) for ink, grounds in lines for ground in grounds.split()]


def _brightness(colour: str) -> float:
    """WCAG 2.2, relative luminance of `#RRGGBB`."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(looks: Theme, ink: str, ground: str) -> float:
    dark, bright = sorted(_brightness(looks.hex(token)) for token in (ink, ground))
    return (bright + 0.05) / (dark + 0.05)


@pytest.fixture(params=["light", "dark"])
def looks(request: pytest.FixtureRequest) -> Theme:
    return theme(request.param)


@pytest.mark.parametrize(("ink", "ground"), _pairs(WORDS))
def test_words_can_be_read_on_their_ground(looks: Theme, ink: str, ground: str) -> None:
    assert _contrast(looks, ink, ground) >= 4.5


@pytest.mark.parametrize(("ink", "ground"), _pairs(PARTS))
def test_the_parts_of_a_control_stand_out_from_their_ground(looks: Theme, ink: str, ground: str) -> None:
    assert _contrast(looks, ink, ground) >= 3


def test_every_colour_that_does_more_than_decorate_is_measured() -> None:
    measured = {token for pair in _pairs(WORDS) + _pairs(PARTS) for token in pair}
    assert set(COLOURS) - measured == DECORATION


def test_black_on_white_has_the_contrast_everybody_knows() -> None:
    assert (_brightness("#FFFFFF") + 0.05) / (_brightness("#000000") + 0.05) == pytest.approx(21)


def test_no_type_on_the_screen_is_under_12_px() -> None:
    assert min(kind.px for kind in TYPE.values()) == 12
    assert {kind.weight for kind in TYPE.values()} == {400, 500, 600}
    assert all(kind.line >= 1.15 * kind.px for kind in TYPE.values())


@pytest.mark.parametrize("file", sorted(UI.rglob("*.py")), ids=lambda file: file.relative_to(UI).as_posix())
def test_colours_and_sizes_of_type_stand_in_the_tokens_alone(file: Path) -> None:
    if file == UI / "tokens.py":
        return
    text = file.read_text(encoding="utf-8")
    assert not re.search(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b", text)
    assert not re.search(r"setPixelSize\(\d|setPointSizeF?\(|font-size:\s*\d|QColor\(\s*\d", text)
    assert not re.search(r"GlobalColor\.(?!transparent)", text)

"""The yardstick of the main job: its libraries imported, its lines drawn on as many pages, nothing else."""

from __future__ import annotations

import json
from importlib.resources import files
from io import BytesIO

import ahocorasick  # noqa: F401
import babel.dates  # noqa: F401
import click  # noqa: F401
import filelock  # noqa: F401
import fontpkg_fira_sans
import mnemonic  # noqa: F401
import msgspec  # noqa: F401
import nacl.pwhash  # noqa: F401
import phonenumbers  # noqa: F401
import platformdirs  # noqa: F401
import pypdf  # noqa: F401
import pypdfium2  # noqa: F401
import regex  # noqa: F401
import sqlcipher3  # noqa: F401
import sqlite_utils  # noqa: F401
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = fontpkg_fira_sans.ROOT / "files"
PAGES = 2
LINES_A_PAGE = 40

if __name__ == "__main__":
    plan = json.loads(files("resources").joinpath("sample", "natural_stone.json").read_bytes())[
        "brief_plans"
    ][0]
    lines = [text["en"] for text in plan["own_share"]] * PAGES * LINES_A_PAGE
    for weight in ("Regular", "Medium", "SemiBold"):
        registerFont(TTFont(weight, str(FONTS / f"FiraSans-{weight}.ttf")))
    canvas = Canvas(BytesIO(), pagesize=A4, invariant=1)
    for page in range(PAGES):
        for at in range(LINES_A_PAGE):
            canvas.setFont(("Regular", "Medium", "SemiBold")[at % 3], 10.5)
            canvas.drawString(50, 780 - 18 * at, lines[page * LINES_A_PAGE + at][:90])
        canvas.showPage()
    canvas.save()

"""Render the pages of every brief in a folder as pictures, to be looked at.

Usage: screenshots.py BRIEFS PICTURES. One PNG a page, named after the brief and the page.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2

DOTS_PER_INCH = 110
POINTS_PER_INCH = 72


def render(brief: Path, pictures: Path) -> list[Path]:
    """Write each page of `brief` to `pictures`; return the files written."""
    written = []
    with pypdfium2.PdfDocument(brief) as document:
        for number, page in enumerate(document, start=1):
            picture = pictures / f"{brief.stem}-{number}.png"
            page.render(scale=DOTS_PER_INCH / POINTS_PER_INCH).to_pil().save(picture)
            written.append(picture)
    return written


def main(briefs: Path, pictures: Path) -> None:
    """Render every brief anew: pictures of briefs that are gone do not stay."""
    pictures.mkdir(parents=True, exist_ok=True)
    for old in pictures.glob("*.png"):
        old.unlink()
    for brief in sorted(briefs.glob("*.pdf")):
        for picture in render(brief, pictures):
            print(picture)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

"""The language chain as a drawing where it can be read at a glance, else in words."""

from __future__ import annotations

from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Frame

from fieldkit.papers.chain import chain
from fieldkit.papers.day_content import ChainLink, ChainStop
from fieldkit.text import catalogue
from tests.brief.reading import by_pypdf
from tests.papers.looking import overlaps, shapes

WIDE = 172.0
FOUR = tuple(ChainStop(language=each) for each in ("Polish", "Romanian", "Dutch", "English"))
BRANCHED = (
    ChainLink(from_="Polish", to="Dutch", who="Int-3"),
    ChainLink(from_="Romanian", to="Dutch", who="Int-4"),
    ChainLink(from_="Dutch", to="English", who="Int-5"),
)


def drawn(stops: tuple[ChainStop, ...], links: tuple[ChainLink, ...], to: float = WIDE) -> bytes:
    stream = BytesIO()
    canvas = Canvas(stream, invariant=1)
    block = chain(stops, links, to, catalogue("en"))
    Frame(50, 50, 300, 700, 0, 0, 0, 0).addFromList(block, canvas)
    canvas.showPage()
    canvas.save()
    assert not block
    return stream.getvalue()


def boxes(pdf: bytes) -> int:
    return sum(box[2] - box[0] > 60 and 15 < box[3] - box[1] < 45 for box in shapes(pdf))


def test_every_language_has_its_box_and_every_step_its_name() -> None:
    pdf = drawn(FOUR, BRANCHED)
    [page] = by_pypdf(pdf)
    assert boxes(pdf) == 4
    assert [name for name in ("Polish", "English", "Int-3", "Int-4", "Int-5") if name not in page] == []
    assert overlaps(pdf) == []


def test_a_step_nobody_carries_is_named_as_open() -> None:
    [page] = by_pypdf(drawn(FOUR[2:], (ChainLink(from_="Dutch", to="English"),)))
    assert "nobody yet" in page


@pytest.mark.parametrize(
    ("stops", "links"),
    [
        (tuple(ChainStop(language=f"Dialect {number}") for number in range(9)), ()),
        ((*FOUR[:3], ChainStop(language="A language with a very long name of its own")), BRANCHED[:2]),
        (FOUR, (*BRANCHED, BRANCHED[0])),
        (FOUR, (ChainLink(from_="Twi", to="English", who="Int-7"),)),
    ],
)
def test_what_cannot_be_read_at_a_glance_is_said_in_words(
    stops: tuple[ChainStop, ...], links: tuple[ChainLink, ...]
) -> None:
    pdf = drawn(stops, links)
    said = " ".join(by_pypdf(pdf)[0].split())
    assert boxes(pdf) == 0
    assert [stop.language for stop in stops if stop.language not in said] == []
    for link in links:
        assert f"{link.from_} → {link.to}: {link.who}" in said


def test_a_note_goes_below_its_language_where_there_is_no_room_beside_it() -> None:
    noted = tuple(ChainStop(language=each.language, note="several listeners") for each in FOUR)
    beside, below = drawn(noted, (), to=240), drawn(noted, (), to=110)
    assert boxes(beside) == boxes(below) == 4
    heights = [max(box[3] - box[1] for box in shapes(pdf)) for pdf in (beside, below)]
    assert heights[0] < heights[1]


def test_without_a_language_there_is_room_to_write_them() -> None:
    assert shapes(drawn((), ()))

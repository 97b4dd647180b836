"""Blocks with something drawn round them: a panel, a point of a timeline. The end of a page may part them."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

Block = list[Flowable]

_GOES_WHOLE = 300.0  # points: what is lower than this goes to the next page in one piece


class Inset(msgspec.Struct, frozen=True, kw_only=True):
    """Room between what is drawn round a block and the block, in points."""

    left: float = 0
    top: float = 0
    right: float = 0
    bottom: float = 0


class Extent(msgspec.Struct, frozen=True, kw_only=True):
    """How large a held block, or a part of it, came out; its origin is its lower left corner."""

    width: float
    height: float
    begins: bool  # it is the first part of its block


Surround = Callable[[Canvas, Extent], None]


class Held(Flowable):  # type: ignore[misc]  # reportlab comes without types
    """A block that keeps its distance to what is drawn round it."""

    def __init__(self, block: Block, inset: Inset, surround: Surround, /, *, begins: bool = True) -> None:
        super().__init__()
        self._block = block
        self._inset = inset
        self._surround = surround
        self._begins = begins
        self._heights: list[float] = []  # of each part of the block with the space above it
        self.width = 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return how large it is; all of its block at once."""
        if not self._heights or width != self.width:
            self.width = width
            self._heights = [self._above(place) + self._high(each) for place, each in enumerate(self._block)]
        self.height = self._inset.top + self._inset.bottom + sum(self._heights)
        return width, self.height

    def split(self, width: float, height: float) -> Block:
        """Return the part for which there is room, and the rest; nothing where there is room for neither."""
        self.wrap(width, height)
        if self.height < _GOES_WHOLE:
            return []
        here, rest = self._parted(height - self._inset.top - self._inset.bottom)
        if not here:
            self._heights = []  # what was asked to part in vain has to be measured again
            return []
        first = Held(here, self._inset, self._surround, begins=self._begins)
        first.spaceBefore = self.getSpaceBefore()
        return [first, Held(rest, self._inset, self._surround, begins=False)] if rest else [first]

    def draw(self) -> None:
        """Draw what stands round the block, then the block from its top."""
        self._surround(self.canv, Extent(width=self.width, height=self.height, begins=self._begins))
        y = self.height - self._inset.top
        for each, high in zip(self._block, self._heights, strict=True):
            y -= high
            each.drawOn(self.canv, self._inset.left, y)

    def _above(self, place: int) -> float:
        return float(self._block[place].getSpaceBefore()) if place else 0

    def _high(self, each: Flowable) -> float:
        inner = self.width - self._inset.left - self._inset.right
        return float(each.wrap(inner, 1e6)[1])

    def _parted(self, room: float) -> tuple[Block, Block]:
        """Return what there is room for, and the rest; what belongs to what comes next goes with it."""
        place, used = 0, 0.0
        for high in self._heights:
            if used + high > room:
                break
            place, used = place + 1, used + high
        if place == len(self._block):
            return self._block, []
        here, rest = self._block[:place], self._block[place:]
        inner = self.width - self._inset.left - self._inset.right
        parts = rest[0].split(inner, room - used - self._above(place))
        if len(parts) > 1:
            return [*here, parts[0]], [*parts[1:], *rest[1:]]
        while here and here[-1].getKeepWithNext():
            rest.insert(0, here.pop())
        return here, rest

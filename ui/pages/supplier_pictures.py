"""What a workforce is made of: a bar for each dimension whose shares are known (Q3)."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldkit.model.supply import Supplier
from fieldkit.model.vocabulary import DIMENSION_CLASSES
from fieldkit.workspace.choices import label
from ui.context import Context
from ui.pages.supplier_drafts import path_of
from ui.parts.bars import Composition
from ui.parts.labels import Label
from ui.tokens import S4, S12, S16


class Pictures(QWidget):
    """The bars of one site."""

    def __init__(self, context: Context, site: int) -> None:
        super().__init__()
        self._site = site
        self._context = context
        self._of = {
            dimension: Picture(context, label("Dimension", dimension, context.words))
            for dimension in DIMENSION_CLASSES
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S16)
        for picture in self._of.values():
            column.addWidget(picture)

    def show_supplier(self, supplier: Supplier) -> None:
        """Show the shares of the site in a supplier, kept or still being typed."""
        words = self._context.words
        groups = supplier.sites[self._site].workforce_groups if self._site < len(supplier.sites) else ()
        odd = {
            groups[int(path[3])].dimension: sentence
            for key, sentence in self._context.workspace.editing.remarks(supplier, words)
            if (path := path_of(key))[:3] == ("sites", self._site, "workforce_groups")
            and path[4] == "share_pct"
        }
        shown = False
        for dimension, picture in self._of.items():
            parts = [
                (label(dimension, group.class_, words), float(group.share_pct))
                for group in groups
                if group.dimension == dimension and group.share_pct is not None
            ]
            picture.show_parts(parts, odd.get(dimension, ""))
            shown = shown or bool(parts)
        self.setVisible(shown)


class Picture(QWidget):
    """One dimension: its name, how much its shares are together, and the bar."""

    def __init__(self, context: Context, title: str) -> None:
        super().__init__()
        self._words = context.words
        self._bar = Composition(context.theme)
        self._total = Label(context.theme, role="second", ink="muted")
        head = QHBoxLayout()
        head.setSpacing(S12)
        head.addWidget(Label(context.theme, title, role="second_title", wrap=False))
        head.addWidget(self._total, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S4)
        column.addLayout(head)
        column.addWidget(self._bar)

    @property
    def total(self) -> str:
        """What is said of all shares together."""
        return self._total.text()

    def show_parts(self, parts: list[tuple[str, float]], odd: str) -> None:
        """Show the shares, and what is odd about them; hide where none is known."""
        self.setVisible(bool(parts))
        if not parts:
            return
        together = self._words.say("together {sum} %", sum=round(sum(share for _, share in parts)))
        self._total.setText(odd or together)
        self._total.set_ink("amber" if odd else "muted")
        self._bar.set_parts(parts)

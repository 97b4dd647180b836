"""Buttons: what one can do. Exactly one primary on a page, and it is the next thing."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui import icons
from ui.parts import drawing
from ui.parts.focus import FocusFrame
from ui.parts.keys import is_enter
from ui.parts.pressable import Pressable
from ui.parts.rows import RowButton
from ui.parts.strip import cap_width, draw_cap
from ui.theme import Theme
from ui.tokens import CONTROL, ICON, ICON_BUTTON, KEY, RADIUS_CONTROL, S8, SMALL

__all__ = ["Button", "ButtonKind", "IconButton", "RowButton"]

ButtonKind = Literal["primary", "secondary", "plain", "quiet", "danger", "link"]


@dataclass(frozen=True)
class _Looks:
    """The tokens a kind of button is drawn with; empty: nothing is drawn."""

    ink: str
    fill: str
    border: str
    hover: str
    role: str  # of the type when the button is of full height
    small_role: str = "second_strong"


_LOOKS: dict[str, _Looks] = {
    "primary": _Looks("on_accent", "accent", "", "accent_hover", "strong"),
    "secondary": _Looks("accent", "surface", "accent", "hover", "strong"),
    "plain": _Looks("text", "surface", "ctl", "hover", "row_title", "second_title"),
    "quiet": _Looks("accent", "", "", "hover", "strong"),
    "danger": _Looks("red", "surface", "red", "red_soft", "strong"),
    "link": _Looks("accent", "", "", "", "strong"),
}
_OFF = _Looks("faint", "sunken", "line", "sunken", "row_title", "second_title")
_BESIDE = ("secondary", "quiet", "link")  # they act on the thing beside them, so they are small


class Button(QPushButton):
    """One thing one can do. `keys` are shown, not bound: the page or the window binds them.

    `kind` is primary, secondary, plain, quiet, danger or link; `height` in px is that of the kind when 0.
    Enter and Space press it.
    """

    def __init__(
        self, theme: Theme, text: str, kind: ButtonKind = "plain", icon: str = "", keys: str = "",
        trailing_icon: str = "", height: int = 0,
    ) -> None:  # fmt: skip
        super().__init__()
        self._theme = theme
        self._kind = kind
        self._icon = icons.named(icon)
        self._keys = keys
        self._trailing = icons.named(trailing_icon)
        self._words = ""
        self._why = ""
        self._frame = FocusFrame(theme, self)
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(height or (SMALL if kind in _BESIDE else CONTROL))
        self.setText(text)

    @property
    def is_off(self) -> bool:
        """Whether pressing does nothing."""
        return bool(self._why)

    @property
    def why(self) -> str:
        """Why pressing does nothing; empty while it does something."""
        return self._why

    @property
    def words(self) -> str:
        """What the button says."""
        return self._words

    def setText(self, text: str) -> None:  # noqa: N802
        """Say something else."""
        self._words = text
        super().setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setToolTip(f"{text}  {self._keys}" if self._keys else "")
        self.updateGeometry()

    def set_icon(self, icon: str) -> None:
        """Show another icon before the words."""
        self._icon = icons.named(icon)
        self.updateGeometry()
        self.update()

    def set_off(self, why: str) -> None:
        """Have pressing do nothing, and say why. It still takes the focus, so that this can be heard."""
        self._why = why
        self._show_state(why)

    def set_on(self) -> None:
        """Have pressing do something again."""
        self._why = ""
        self._show_state("")

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the room the words need: a button grows, it never clips."""
        return QSize(math.ceil(self._content_width()) + 2 * self._pad(), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the same: a button never clips."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:  # noqa: N802
        """A button that is off is not hit."""
        return not self.is_off

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Let Enter press as Space does."""
        if self.is_off and (is_enter(event) or event.key() == Qt.Key.Key_Space):
            event.accept()
        elif is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show the focus frame."""
        super().focusInEvent(event)
        self._frame.note(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Take the focus frame away."""
        super().focusOutEvent(event)
        self._frame.note(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the button."""
        looks = self._looks()
        painter = QPainter(self)
        self._draw_box(painter, looks)
        left = (self.width() - self._content_width()) / 2
        ink = self._theme.colour(looks.ink)
        for kind, width, gap in self._pieces():
            left += gap
            place = QRectF(left, 0, width, self.height())
            if kind == "words":
                self._draw_words(painter, place, looks)
            elif kind == "keys":
                self._draw_keys(painter, place, looks)
            else:
                icons.draw(painter, kind, place, ink)
            left += width

    def _looks(self) -> _Looks:
        return _OFF if self.is_off or not self.isEnabled() else _LOOKS[self._kind]

    def _role(self, looks: _Looks) -> str:
        return looks.small_role if self.minimumHeight() <= SMALL else looks.role

    def _pad(self) -> int:
        if self._kind == "link":
            return 0
        return S8 if self._kind == "quiet" else 11 if self.minimumHeight() <= SMALL else 15

    def _pieces(self) -> list[tuple[str, float, int]]:
        """What stands side by side: kind or icon, width, and the gap before it."""
        words = QFontMetricsF(self._theme.font(self._role(self._looks()))).horizontalAdvance(self._words)
        icon = "lock-simple" if self.is_off else self._icon
        pieces: list[tuple[str, float, int]] = [(icon, ICON_BUTTON, 0)] if icon else []
        pieces.append(("words", words, S8 if icon else 0))
        if self._trailing and not self.is_off:
            pieces.append((self._trailing, ICON_BUTTON, S8))
        if self._keys:
            pieces.append(("keys", cap_width(self._theme, self._keys), S8))
        return pieces

    def _content_width(self) -> float:
        return sum(width + gap for _, width, gap in self._pieces())

    def _draw_box(self, painter: QPainter, looks: _Looks) -> None:
        lively = self.isDown() or (self.underMouse() and not self.is_off)
        fill = looks.hover if lively and looks.hover else looks.fill
        if fill or looks.border:
            drawing.box(
                painter, QRectF(self.rect()), RADIUS_CONTROL,
                self._theme.colour(fill) if fill else None,
                self._theme.colour(looks.border) if looks.border else None,
            )  # fmt: skip

    def _draw_words(self, painter: QPainter, place: QRectF, looks: _Looks) -> None:
        font = self._theme.font(self._role(looks))
        font.setUnderline(self._kind == "link")
        painter.setFont(font)
        painter.setPen(self._theme.colour(looks.ink))
        painter.drawText(place.adjusted(0, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter, self._words)

    def _draw_keys(self, painter: QPainter, place: QRectF, looks: _Looks) -> None:
        on_accent = looks.fill == "accent"
        ink = self._theme.colour(looks.ink if on_accent else "muted")
        line = ink if on_accent else self._theme.colour("line")
        place = QRectF(place.left(), (self.height() - KEY) / 2, place.width(), KEY)
        draw_cap(painter, self._theme, place, self._keys, line, ink)

    def _show_state(self, why: str) -> None:
        self.blockSignals(bool(why))  # however it is pressed: by mouse, keys or a screen reader
        self.setAccessibleDescription(why)
        self.setToolTip(why or (f"{self._words}  {self._keys}" if self._keys else ""))
        self.setCursor(Qt.CursorShape.ArrowCursor if why else Qt.CursorShape.PointingHandCursor)
        self.updateGeometry()
        self.update()


class IconButton(Pressable):
    """An icon one can press; its name is in the tooltip and is what a screen reader says."""

    def __init__(self, theme: Theme, icon: str, name: str, ink: str = "muted", size: int = SMALL) -> None:
        super().__init__(theme)
        self._icon = icons.named(icon)
        self._ink = ink
        self.setFixedSize(size, size)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Say something else."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def set_icon(self, icon: str, ink: str = "") -> None:
        """Show another icon."""
        self._icon = icons.named(icon)
        self._ink = ink or self._ink
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the icon, on a soft ground under the pointer."""
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            drawing.box(painter, QRectF(self.rect()), RADIUS_CONTROL, self._theme.colour("hover"), None)
        inset = (self.width() - ICON) / 2
        place = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        icons.draw(painter, self._icon, place, self._theme.colour(self._ink if self.isEnabled() else "faint"))

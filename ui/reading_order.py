"""Tab goes as one reads: through the layouts, row by row, whenever each of their widgets was made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QLayoutItem, QScrollArea, QWidget


def stops(root: QWidget, /) -> list[QWidget]:
    """Return what Tab stops at within a widget that is shown, in the order one reads it."""
    return [each for each in _in_order(root) if _is_stop(each)]


def next_stop(root: QWidget, focused: QWidget | None, /, *, on: bool) -> QWidget | None:
    """Return where Tab goes from the widget that has the focus: on, or back; round at the ends.

    One that has just gone leads to what stood beside it.
    """
    every = list(_in_order(root))
    at = every.index(focused) if focused in every else -1 if on else 0
    round_ = [*every[at + 1 :], *every[: at + 1]] if on else [*every[:at][::-1], *every[at:][::-1]]
    return next((each for each in round_ if _is_stop(each)), None)


def _is_stop(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return by_tab and widget.focusProxy() is None and widget.isEnabled() and widget.isVisible()


def _in_order(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    inner = widget.widget() if isinstance(widget, QScrollArea) else None
    if inner is not None:
        yield from _in_order(inner)
        return
    layout = widget.layout()
    laid_out = list(_laid_out(layout)) if layout is not None else []
    others = [each for each in widget.children() if isinstance(each, QWidget) and each not in laid_out]
    for each in (*laid_out, *others):
        if not each.isWindow():
            yield from _in_order(each)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for item in _items(layout):
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def _items(layout: QLayout) -> list[QLayoutItem]:
    order = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        order.sort(key=lambda index: cast("tuple[int, ...]", layout.getItemPosition(index))[:2])
    return [item for index in order if (item := layout.itemAt(index)) is not None]

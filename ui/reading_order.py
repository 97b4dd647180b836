"""Tab goes as one reads: from above to below, from left to right, whenever each widget was made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

READ_LAST = "read_last"  # property of what Tab comes to after all that stands beside it
Span = Callable[[QWidget], tuple[int, int]]  # where a widget begins and ends, along one direction


def stops(root: QWidget, /) -> list[QWidget]:
    """Return what Tab stops at within a widget that is shown, in the order one reads it."""
    return [each for each in _in_order(root, None) if _is_stop(each)]


def next_stop(root: QWidget, focused: QWidget | None, /, *, on: bool) -> QWidget | None:
    """Return where Tab goes from the widget that has the focus: on, or back; round at the ends.

    One that has just gone leads to what stood beside it.
    """
    every = list(_in_order(root, focused))
    at = every.index(focused) if focused in every else -1 if on else 0
    round_ = [*every[at + 1 :], *every[: at + 1]] if on else [*every[:at][::-1], *every[at:][::-1]]
    return next((each for each in round_ if _is_stop(each)), None)


def _is_stop(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return by_tab and widget.focusProxy() is None and widget.isEnabled() and widget.isVisible()


def _in_order(widget: QWidget, focused: QWidget | None) -> Iterator[QWidget]:
    yield widget
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    inner = [each for each in widget.findChildren(QWidget, options=direct) if _counts(each, focused)]
    for each in _read(inner):
        yield from _in_order(each, focused)


def _counts(widget: QWidget, focused: QWidget | None) -> bool:
    """Whether a widget is shown; what holds the focus counts also when it has just gone."""
    if widget.isWindow():
        return False
    return (
        not widget.isHidden() or widget is focused or (focused is not None and widget.isAncestorOf(focused))
    )


def _read(widgets: Sequence[QWidget]) -> list[QWidget]:
    """Put widgets beside each other in order: cut between rows where that goes, else between columns."""
    if len(widgets) < 2:  # as most are, within all that only lays out
        return list(widgets)
    if last := [each for each in widgets if each.property(READ_LAST)]:
        rest = _read([each for each in widgets if each not in last])
        return [*rest, *sorted(last, key=lambda each: (each.y(), each.x()))]
    for span in (_down, _across):
        if len(groups := _cut(widgets, span)) > 1:
            return [each for group in groups for each in _read(group)]
    return sorted(widgets, key=lambda each: (each.y(), each.x()))


def _cut(widgets: Sequence[QWidget], span: Span) -> list[list[QWidget]]:
    groups: list[list[QWidget]] = []
    end = 0
    placed = [(*span(widget), widget) for widget in widgets]
    for begins, ends, widget in sorted(placed, key=lambda each: each[:2]):
        if not groups or begins >= end:
            groups.append([])
            end = ends
        groups[-1].append(widget)
        end = max(end, ends)
    return groups


def _down(widget: QWidget) -> tuple[int, int]:
    return widget.y(), widget.y() + widget.height()


def _across(widget: QWidget) -> tuple[int, int]:
    return widget.x(), widget.x() + widget.width()

"""The style sheet: how Qt's own fields, lists and bars look. Written once per theme, from tokens alone.

Widgets are picked by what they are and by dynamic properties: `ground` (bg, surface, sunken, side, header,
status, foot, column, brand, popover, notice), `kind` (side, find), `tone` and `problem`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from string import Template

from PySide6.QtCore import QTemporaryDir
from PySide6.QtGui import QPixmap

from ui import tokens

_PICTURES = (  # file, icon, ink, px
    ("down", "caret-down", "muted", 14),
    ("up", "caret-up", "muted", 14),
    ("left", "caret-left", "muted", 16),
    ("right", "caret-right", "muted", 16),
    ("tick", "check-bold", "on_accent", 14),
)

_SHEET = Template("""
QToolTip {
    background: $surface; color: $text; border: 1px solid $line; border-radius: 5px; padding: 4px 8px;
}

QLineEdit, QPlainTextEdit, QComboBox {
    background: $surface; color: $text; border: 1px solid $ctl; border-radius: ${radius_control}px;
    selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $faint;
}
QLineEdit, QComboBox { min-height: ${inner}px; padding: 0 11px; }
QLineEdit:focus, QComboBox:focus {
    border: 2px solid $focus; padding: 0 10px; min-height: ${inner_focus}px;
}
QPlainTextEdit { border-radius: ${radius_card}px; padding: 4px 7px; }
QPlainTextEdit:focus { border: 2px solid $focus; padding: 3px 6px; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { border: none; padding: 0; min-height: 0; }
QLineEdit[problem="true"], QPlainTextEdit[problem="true"], QComboBox[problem="true"] {
    border-color: $amber_mark;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QLineEdit:read-only {
    background: $sunken; color: $faint; border-color: $line;
}

QComboBox::drop-down { border: none; width: 30px; }
QComboBox::down-arrow { image: url("$down"); width: 14px; height: 14px; }
QComboBox QAbstractItemView {
    border: 1px solid $ctl; border-radius: 0; padding: 4px;
    selection-background-color: $accent_soft; selection-color: $text;
}
QComboBox QAbstractItemView::item { min-height: 30px; padding: 0 8px; }

QCheckBox {
    color: $text; spacing: 8px; border: 2px solid transparent; border-radius: 6px; padding: 3px 4px 3px 2px;
}
QCheckBox:focus { border-color: $focus; }
QCheckBox:disabled { color: $faint; }
QCheckBox::indicator {
    width: 16px; height: 16px; border: 1px solid $ctl; border-radius: ${radius_cell}px; background: $surface;
}
QCheckBox::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QCheckBox::indicator:disabled { background: $sunken; border-color: $line; }

QScrollArea { border: none; background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; border: none; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; border: none; }
QScrollBar::handle { background: $ctl; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QListView, QTableView, QTreeView {
    background: $surface; color: $text; outline: none;
    border: 1px solid $line; border-radius: ${radius_card}px;
    selection-background-color: $accent_soft; selection-color: $text; gridline-color: transparent;
}
QListView, QTreeView { padding: 4px; }
QListView::item { padding: 0 8px; border-radius: 6px; }
QListView::item:hover { background: $hover; }
QListView::item:selected { background: $accent_soft; color: $text; }
QTableView { alternate-background-color: $surface; }
QHeaderView { background: $sunken; border: none; border-top-left-radius: 9px; border-top-right-radius: 9px; }
QHeaderView::section {
    background: transparent; color: $muted; border: none; border-bottom: 1px solid $line;
    padding: 0 14px; min-height: ${head}px;
    font-size: ${head_px}px; font-weight: ${head_weight};
}
QHeaderView::section:focus { color: $accent; }
QHeaderView::up-arrow {
    image: url("$up"); width: 12px; height: 12px; subcontrol-position: center right; right: 2px;
}
QHeaderView::down-arrow {
    image: url("$down"); width: 12px; height: 12px; subcontrol-position: center right; right: 2px;
}

QMenu { background: $surface; color: $text; border: 1px solid $ctl; padding: 4px; }
QMenu::item { padding: 7px 24px 7px 12px; border-radius: 6px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 0; }

QProgressBar {
    background: $line; border: none; border-radius: ${radius_bar}px;
    min-height: ${bar}px; max-height: ${bar}px; text-align: center;
}
QProgressBar::chunk { background: $accent; border-radius: ${radius_bar}px; }

QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; }
QCalendarWidget QToolButton {
    color: $text; border: 2px solid transparent; border-radius: 6px; padding: 4px 6px;
}
QCalendarWidget QToolButton:hover { background: $hover; }
QCalendarWidget QToolButton:focus { border-color: $focus; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QToolButton#qt_calendar_prevmonth { qproperty-icon: url("$left"); }
QCalendarWidget QToolButton#qt_calendar_nextmonth { qproperty-icon: url("$right"); }
QCalendarWidget QTableView { border: none; selection-background-color: $accent; selection-color: $on_accent; }

QToolButton { border: none; background: transparent; color: $text; }

QDialog, QMainWindow { background: $bg; }
[ground="bg"] { background: $bg; }
[ground="surface"] { background: $surface; }
[ground="sunken"] { background: $sunken; border-radius: ${radius_card}px; }
[ground="side"] { background: $side; border-right: 1px solid $line; }
[ground="header"] { background: $surface; border-bottom: 1px solid $line; }
[ground="status"] { background: $bg; border-top: 1px solid $line; }
[ground="foot"] { background: $surface; border-top: 1px solid $line; }
[ground="column"] { background: $bg; border-left: 1px solid $line; }
[ground="brand"] { background: $brand; }
[ground="popover"] { background: $surface; border: 1px solid $accent; }
[ground="notice"] { background: $surface; border-top: 1px solid $line; }
[ground="notice"][tone="amber"] { background: $amber_soft; border-top: 1px solid $amber_line; }
[ground="notice"][tone="green"] { background: $green_soft; border-top: 1px solid $green_line; }
""")


def written(colours: Mapping[str, str], files: Mapping[str, str], /) -> str:
    """Return the sheet in these colours (token to `#RRGGBB`), with the pictures it shows (name to file)."""
    return _SHEET.substitute(colours, **files, **_measures())


def pictures(
    draw: Callable[[str, str, int, float], QPixmap], theme: str, /, *, sharp: bool
) -> Mapping[str, str]:
    """Draw the few arrows and the tick, and return their files: a style sheet takes them from files only.

    `sharp` draws them for a fine screen too.
    """
    folder = Path(_folder().path())
    files = {}
    for name, icon, ink, size in _PICTURES:
        file = folder / f"{theme}-{name}.png"
        draw(icon, ink, size, 1.0).save(str(file))
        if sharp:
            draw(icon, ink, size, 2.0).save(str(file.with_stem(f"{file.stem}@2x")))
        files[name] = file.as_posix()
    return files


@lru_cache(maxsize=1)
def _folder() -> QTemporaryDir:
    """A folder of this run, gone at its end."""
    return QTemporaryDir()


def _measures() -> Mapping[str, int]:
    return {
        "radius_control": tokens.RADIUS_CONTROL,
        "radius_card": tokens.RADIUS_CARD,
        "radius_cell": tokens.RADIUS_CELL,
        "radius_bar": tokens.RADIUS_BAR,
        "inner": tokens.CONTROL - 2,  # between the borders
        "inner_focus": tokens.CONTROL - 4,
        "head": tokens.HEAD - 1,
        "head_px": tokens.TYPE["second_title"].px,
        "head_weight": tokens.TYPE["second_title"].weight,
        "bar": tokens.BAR,
    }

"""Somebody who uses the window: by keyboard alone, or by mouse; never by the objects behind it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from ui.parts.segments import Segments

MOST_TABS = 400


class Person:
    """What both ways of using the window share."""

    def __init__(self, window: QWidget) -> None:
        self.window = window

    def press(self, name: str) -> None:
        """Press a button, a row, the header of a section."""
        raise NotImplementedError

    def type(self, name: str, text: str) -> None:
        """Type into a field."""
        raise NotImplementedError

    def answer(self, question: str, answer: str) -> None:
        """Give an answer among those that stand side by side, or in a list."""
        raise NotImplementedError

    def in_dialog(self, name: str, fill: Callable[[], None]) -> None:
        """Press something that opens a dialog, and fill that in."""
        went: list[QDialog] = []

        def meet() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QDialog):
                return  # not there yet
            watch.stop()
            before, self.window = self.window, dialog
            went.append(dialog)
            try:
                fill()
            finally:
                self.window = before
                if (left := QApplication.activeModalWidget()) is not None:
                    left.close()  # a dialog nobody could finish must not hold up the test

        watch = QTimer(self.window, interval=0)
        watch.timeout.connect(meet)
        watch.start()
        self.press(name)
        QApplication.processEvents()
        watch.stop()
        self.window.activateWindow()  # as any desktop does once a dialog is gone
        QApplication.processEvents()
        assert went, f"{name} opened no dialog"

    def keys(self, keys: str) -> None:
        """Press a shortcut, wherever the cursor is."""
        QTest.keySequence(QApplication.focusWidget() or self.window, keys)
        QApplication.processEvents()

    def _controls(self, name: str) -> list[QWidget]:
        QApplication.processEvents()
        return [
            each
            for each in self.window.findChildren(QWidget)
            if each.isVisible() and _is_called(each, name) and each.focusPolicy() != Qt.FocusPolicy.NoFocus
        ]

    def _question(self, name: str) -> QWidget:
        QApplication.processEvents()
        asked = [
            each
            for each in self.window.findChildren(QWidget)
            if isinstance(each, Segments | QComboBox) and each.isVisible() and each.accessibleName() == name
        ]
        assert len(asked) == 1, (name, asked)
        return asked[0]


class ByKeyboard(Person):
    """Tab, arrows, Enter and Space."""

    def press(self, name: str) -> None:
        """Go there with Tab, and press Space."""
        self._tab_to(lambda widget: _is_called(widget, name), name)
        _key(Qt.Key.Key_Space)

    def type(self, name: str, text: str) -> None:
        """Go there with Tab, and type; Tab again leaves it."""
        self._tab_to(lambda widget: _is_called(widget, name), name)
        QTest.keyClicks(cursor(), text)
        _key(Qt.Key.Key_Tab)

    def answer(self, question: str, answer: str) -> None:
        """Go to the question with Tab, and to the answer with arrows."""
        asked = self._question(question)
        self._tab_to(lambda widget: widget is asked or widget.parentWidget() is asked, question)
        if isinstance(asked, QComboBox) and _given(asked) != answer:
            _key(Qt.Key.Key_Home)
        for _ in range(40):
            if _given(asked) == answer:
                return
            _key(Qt.Key.Key_Down if isinstance(asked, QComboBox) else Qt.Key.Key_Right)
        raise AssertionError(f"{question} has no answer {answer}")

    def _tab_to(self, meant: Callable[[QWidget], bool], name: str) -> None:
        passed = []
        for _ in range(MOST_TABS):
            if meant(cursor()):
                return
            passed.append(_name(cursor()))
            _key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {name}, but by {list(dict.fromkeys(passed))}")


class ByMouse(Person):
    """Clicks; letters still come from the keyboard."""

    def press(self, name: str) -> None:
        """Click it."""
        controls = self._controls(name)
        assert len(controls) == 1, (name, controls)
        self._click(controls[0])

    def type(self, name: str, text: str) -> None:
        """Click into it, and type."""
        controls = self._controls(name)
        assert len(controls) == 1, (name, controls)
        self._click(controls[0])
        QTest.keyClicks(cursor(), text)

    def answer(self, question: str, answer: str) -> None:
        """Click the answer; in a list, open it first."""
        asked = self._question(question)
        if isinstance(asked, QComboBox):
            self._pick(asked, answer)
            return
        [meant] = [each for each in asked.findChildren(QRadioButton) if _name(each) == answer]
        self._click(meant)

    def _pick(self, asked: QComboBox, answer: str) -> None:
        """Open the list with a click; it takes no second click at once, so the choice is by key."""
        self._click(asked)
        view = asked.view()
        view.setCurrentIndex(asked.model().index(asked.findText(answer), 0))
        QTest.keyClick(view, Qt.Key.Key_Return)
        QApplication.processEvents()

    def _click(self, widget: QWidget) -> None:
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(widget)
            parent = parent.parentWidget()
        QApplication.processEvents()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=_place(widget))
        QApplication.processEvents()


def _place(widget: QWidget) -> QPoint:
    return QPoint(min(20, widget.width() // 2), widget.height() // 2)


def cursor() -> QWidget:
    """Return what has the cursor."""
    widget = QApplication.focusWidget()
    assert widget is not None, "the cursor is nowhere"
    return widget


def _key(key: Qt.Key) -> None:
    QTest.keyClick(cursor(), key)
    QApplication.processEvents()


def _given(asked: QWidget) -> str:
    if isinstance(asked, QComboBox):
        return asked.currentText()
    return next((_name(each) for each in asked.findChildren(QRadioButton) if each.isChecked()), "")


def _is_called(widget: QWidget, name: str) -> bool:
    """Whether a control has this name; the header of a section also says how far the section is."""
    return _name(widget) == name or _name(widget).startswith(f"{name}, ")


def _name(widget: QWidget) -> str:
    named = widget.accessibleName()
    return named or (widget.text() if isinstance(widget, QAbstractButton) else "")

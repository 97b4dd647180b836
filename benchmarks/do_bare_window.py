"""The yardstick: a bare PySide6 window with one field to type in. Run in a process of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow


def main() -> None:
    """Show it and wait until its field can be typed in."""
    application = QApplication([])
    window = QMainWindow()
    field = QLineEdit(window)
    window.setCentralWidget(field)
    window.show()
    field.setFocus()
    while window.focusWidget() is None or not window.isVisible():
        application.processEvents()
    print("ready", flush=True)


if __name__ == "__main__":
    main()

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QLocale

from ui.preferences import Preferences

NONSENSE = """[General]
language=xx
appearance=pink
lock_minutes=-3
geometry=words
"""


def test_what_was_chosen_is_remembered(tmp_path: Path) -> None:
    first = Preferences(tmp_path)
    first.language, first.appearance, first.lock_minutes, first.role = "nl", "dark", 9, "facilitator"
    first.geometry = QByteArray(b"where it stood")
    del first
    again = Preferences(tmp_path)
    assert (again.language, again.appearance, again.lock_minutes, again.role) == (
        "nl",
        "dark",
        9,
        "facilitator",
    )
    assert again.geometry == QByteArray(b"where it stood")


def test_at_first_it_speaks_as_the_computer_does(tmp_path: Path) -> None:
    dutch = QLocale.system().name().startswith("nl")
    assert Preferences(tmp_path).language == ("nl" if dutch else "en")


def test_nonsense_in_the_file_is_read_as_nothing_chosen(tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_text(NONSENSE)
    preferences = Preferences(tmp_path)
    assert preferences.language in ("en", "nl")
    assert preferences.appearance == "system"
    assert preferences.lock_minutes == 5
    assert preferences.geometry is None


@pytest.mark.parametrize(("written", "minutes"), [("0", 1), ("1", 1), ("15", 15), ("99", 15), ("five", 5)])
def test_it_locks_after_one_to_fifteen_minutes_whatever_is_written(
    tmp_path: Path, written: str, minutes: int
) -> None:
    (tmp_path / "window.ini").write_text(f"[General]\nlock_minutes={written}\n")
    assert Preferences(tmp_path).lock_minutes == minutes


def test_a_file_that_is_not_text_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_bytes(bytes(range(256)) * 50)
    assert Preferences(tmp_path).lock_minutes == 5

"""Starting the window, and what it leaves behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CHOOSE_A_FOLDER = """
import sys
from PySide6.QtWidgets import QApplication, QFileDialog
from ui.app import leave_no_traces
application = QApplication([])
if sys.argv[2] == "ours":
    leave_no_traces()
dialog = QFileDialog(None, "", sys.argv[1])
dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
dialog.setFileMode(QFileDialog.FileMode.Directory)
dialog.show()
application.processEvents()
dialog.accept()
del dialog
"""


def _traces(folder: Path, whose: str) -> list[Path]:
    """Choose a folder in a process of its own, and return the files that then hold its name."""
    chosen, config = folder / "a village", folder / whose
    chosen.mkdir(exist_ok=True)
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(config)}
    command = [sys.executable, "-c", CHOOSE_A_FOLDER, str(chosen), whose]
    subprocess.run(command, env=surroundings, check=True, capture_output=True)
    written = (path for path in config.rglob("*") if path.is_file())
    return [path for path in written if b"village" in path.read_bytes()]


def test_a_folder_somebody_chose_is_written_down_nowhere(tmp_path: Path) -> None:
    assert _traces(tmp_path, "qt alone") != []  # or there would be nothing to keep it from
    assert _traces(tmp_path, "ours") == []

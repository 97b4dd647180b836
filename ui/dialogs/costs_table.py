"""Writing what sessions cost as a table."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.context import Context
from ui.dialogs.writing import write

NAME = "costs.xlsx"


def ask(parent: QWidget, context: Context, dialogue_code: str | None) -> None:
    """Ask where to, and write the costs of a dialogue, or of all."""
    say, costs = context.words.say, context.workspace.costs
    chosen, _ = QFileDialog.getSaveFileName(parent, say("Costs (XLSX)"), NAME, say("Tables (*.xlsx)"))
    if not chosen:
        return

    def write_table() -> None:
        with costs.beside() as beside:
            beside.write_table(Path(chosen), dialogue_code, context.words)

    write(context, write_table, say("The table is written. It is internal: keep it so."))

"""Bringing a backup back as a workspace file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem

from fieldkit.text import Catalogue
from ui.gate import work
from ui.gate.files import FILES, free_name
from ui.gate.phrase_line import PhraseLine, labelled
from ui.gate.view import Step, Surroundings, View
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.tokens import CONTROL, S8, S12

if TYPE_CHECKING:
    from fieldkit.workspace.backups import Backup

MOST_SHOWN = 4  # rows before the list scrolls


class RestoreView(View):
    """Which backup, its passphrase, and where the workspace shall be."""

    def __init__(self, around: Surroundings, step: Step) -> None:
        say = around.words.say
        lead = say("The backup stays as it is; what it holds comes back as a new file.")
        super().__init__(around, step, say("Restore a backup"), lead)
        self._target: Path | None = None
        self.list = _list(say("Backups on this computer"))
        self.phrase = PhraseLine(
            around.theme, around.words, say("Passphrase or recovery words of the backup")
        )
        self.phrase.returnPressed.connect(self._restore)
        self._button = Button(
            around.theme, say("Restore"), "primary", trailing_icon="arrow-right", keys="Enter"
        )
        self._button.clicked.connect(self._restore)
        self._lay_out()
        self.attempt(self._fill)

    @property
    def source(self) -> Path | None:
        """The backup that is chosen."""
        item = self.list.currentItem()
        return Path(item.data(Qt.ItemDataRole.UserRole)) if item is not None else None

    def begin(self) -> None:
        """Begin with the passphrase of the newest; with the file where there is none."""
        (self.phrase if self.list.count() else self._other).setFocus()
        self.phrase.selectAll()

    def show_busy(self, busy: bool) -> None:
        """Say that the backup is being brought back."""
        self.phrase.setReadOnly(busy)
        self.list.setEnabled(not busy)
        self._other.setEnabled(not busy)
        self._back.setEnabled(not busy)
        self._button.setText(self.words.say("Restoring") if busy else self.words.say("Restore"))

    def arrived(self, answer: Any) -> None:
        """Go in."""
        out, key_words = answer
        self.around.enter(out, key_words)

    def take_over(self, other: View) -> None:
        """Choose the same backup as before."""
        if isinstance(other, RestoreView) and (source := other.source) is not None:
            self.choose(source)
        super().take_over(other)

    def choose(self, source: Path) -> None:
        """Choose a backup; a file from elsewhere is put on top of the list."""
        for at in range(self.list.count()):
            if self.list.item(at).data(Qt.ItemDataRole.UserRole) == str(source):
                self.list.setCurrentRow(at)
                return
        self._add(source, self.words.say("File {file}", file=source.name), top=True)
        self.list.setCurrentRow(0)
        self._show_list()

    def _lay_out(self) -> None:
        say, theme = self.words.say, self.theme
        self._other = Button(theme, say("Choose a file"), "plain", "folder-open")
        self._other.clicked.connect(self._choose_file)
        self._back = Button(theme, say("Back"), "quiet", height=CONTROL)
        self._back.clicked.connect(self._go_back)
        self._none = Label(theme, say("No backup was found on this computer."), role="second", ink="muted")
        self._found = labelled(theme, say("Backups on this computer"), self.list)
        row = QHBoxLayout()
        row.setSpacing(S8)
        row.addWidget(self._button)
        row.addWidget(self._back)
        row.addStretch(1)
        for part in (self._found, self._none):
            self.column.addWidget(part)
        self.column.addWidget(self._other, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addSpacing(S12)
        self.column.addWidget(labelled(theme, say("Passphrase or recovery words of the backup"), self.phrase))
        self.column.addWidget(self.trouble)
        self.column.addLayout(row)

    def _fill(self) -> None:
        found = work.backups_here(self.around.setup)
        for backup, said in zip(found, told(found, self.words), strict=True):
            self._add(backup.path, said, top=False)
        self.list.setCurrentRow(0)
        self._show_list()

    def _add(self, source: Path, said: str, *, top: bool) -> None:
        item = QListWidgetItem(said)
        item.setData(Qt.ItemDataRole.UserRole, str(source))
        item.setSizeHint(QSize(0, CONTROL))
        self.list.insertItem(0 if top else self.list.count(), item)

    def _show_list(self) -> None:
        count = self.list.count()
        self._found.setVisible(bool(count))
        self._none.setVisible(not count)
        self.list.setFixedHeight(min(count, MOST_SHOWN) * CONTROL + S12)

    def _choose_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.words.say("Choose a file"), "", FILES)
        if chosen:
            self.choose(Path(chosen))
            self.phrase.setFocus()

    def _go_back(self) -> None:
        self.around.go(replace(self.step, name="unlock" if self.step.file.exists() else "create"))

    def _restore(self) -> None:
        source, passphrase, setup = self.source, self.phrase.text(), self.around.setup
        if self.is_busy:
            return
        if source is None or not passphrase:
            say = self.words.say
            missing = say("Choose a file first.") if source is None else say("Type the passphrase first.")
            self.trouble.say(missing)
            self.begin()
            return
        out = self._choose_target()
        if out is not None:
            self.run(lambda: (out, work.restore(source, out, passphrase, setup)))

    def _choose_target(self) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.words.say("Where the workspace shall be"), str(free_name(self.step.file)), FILES,
            options=QFileDialog.Option.DontConfirmOverwrite,  # nothing is ever overwritten
        )  # fmt: skip
        return Path(chosen).with_suffix(".fieldkit") if chosen else None


def told(found: Sequence[Backup], words: Catalogue, /) -> list[str]:
    """Return each backup by day and time; where several workspaces have some, told apart by a letter."""
    families = sorted({backup.family for backup in found})
    lines = []
    for backup in found:
        made = backup.made_at.astimezone()
        day, time = words.day(made.date(), "EEEE d MMMM y"), f"{made:%H:%M}"
        letter = chr(ord("A") + families.index(backup.family) % 26)
        lines.append(
            words.say("{day}, {time} · workspace {letter}", day=day, time=time, letter=letter)
            if len(families) > 1
            else words.say("{day}, {time}", day=day, time=time)
        )
    return lines


def _list(name: str) -> QListWidget:
    chooser = QListWidget()
    chooser.setAccessibleName(name)
    chooser.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    chooser.setUniformItemSizes(True)
    return chooser

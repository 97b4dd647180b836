"""What the gate has done: each a plain function that loads the work behind the gate when it is called.

Those that derive a key take about a second and run away from the thread that draws. They hand back the 24
words of the key rather than the workspace, which belongs to the thread that opened it; with the words it
opens there at once.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from fieldkit.errors import FileProblem

if TYPE_CHECKING:
    from fieldkit.workspace import Setup, Workspace
    from fieldkit.workspace.backups import Backup
    from fieldkit.workspace.passphrase import Strength

KeyWords = tuple[str, ...]
"""The 24 words that stand for the key of a file."""

MakeSetup = Callable[[], "Setup"]


def create(file: Path, passphrase: str, setup: MakeSetup, /) -> KeyWords:
    """Create a workspace file and return its words. Raises what `Workspace.create` raises."""
    from fieldkit.workspace import Workspace

    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        raise FileProblem("cannot_write", path=str(file)) from None
    with Workspace.create(file, passphrase, setup()) as workspace:
        return workspace.custody.recovery_words


def unlock(file: Path, passphrase: str, setup: MakeSetup, /) -> KeyWords:
    """See that a passphrase, or the 24 words, opens a file. Raises what `Workspace.open` raises."""
    from fieldkit.workspace import Workspace

    with Workspace.open(file, passphrase, setup()) as workspace:
        return workspace.custody.recovery_words


def change_passphrase(file: Path, words: KeyWords, passphrase: str, setup: MakeSetup, /) -> KeyWords:
    """Give a file another passphrase and return its new words. Raises what `change_passphrase` raises."""
    with enter(file, words, setup) as workspace:
        return workspace.custody.change_passphrase(passphrase).recovery_words


def restore(source: Path, out: Path, passphrase: str, setup: MakeSetup, /) -> KeyWords:
    """Bring a backup back as a new file and return its words. Raises what `backups.restore` raises."""
    from fieldkit.workspace import backups

    backups.restore(source, out, passphrase, setup())
    return unlock(out, passphrase, setup)


def enter(file: Path, words: KeyWords, setup: MakeSetup, /) -> Workspace:
    """Open a file by its words: at once, and for the thread that calls this."""
    from fieldkit.workspace import Workspace

    return Workspace.open(file, " ".join(words), setup())


def look_around(setup: MakeSetup, /) -> Workspace:
    """Open the sample dialogues in a workspace that is gone when it is locked."""
    from fieldkit.workspace import Workspace

    return Workspace.throw_away(setup())


def backups_here(setup: MakeSetup, /) -> list[Backup]:
    """Return the backups on this computer, newest first."""
    from fieldkit.workspace import backups

    return backups.found(setup())


def strength(passphrase: str, /) -> Strength:
    """Return how hard a passphrase is to guess."""
    from fieldkit.workspace import passphrase as passphrases

    return passphrases.strength(passphrase)


def unlisted(words: list[str], /) -> tuple[int, ...]:
    """Return which of the words stand on no recovery sheet, by their number."""
    from fieldkit.workspace import passphrase

    return passphrase.unlisted(words)


def usual_setup() -> Setup:
    """Return the setup of any day."""
    from fieldkit.workspace import Setup

    return Setup()


def three_to_ask(chance: Random, /) -> tuple[int, int, int]:
    """Return which three words of the sheet to ask for."""
    from fieldkit.workspace import passphrase

    return passphrase.three_to_ask(chance)


def is_on_sheet(number: int, typed: str, key_words: KeyWords, /) -> bool:
    """Return whether this is the word of that number on the sheet."""
    from fieldkit.workspace import passphrase

    return passphrase.check_words({number: typed}, key_words)


def sheet(key_words: KeyWords, language: str, /) -> bytes:
    """Return the recovery sheet as a page to print."""
    from fieldkit.workspace import printing

    return printing.recovery_sheet(key_words, language)


def write_sheet(out: Path, content: bytes, /) -> None:
    """Write the recovery sheet as a file. Raises `FileProblem` when it cannot be written."""
    from fieldkit.workspace import printing

    printing.write_pdf(out, content)

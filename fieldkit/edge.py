"""The edge of the commands: what stands before a command, how files are read, how errors become words."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from fieldkit.errors import FieldkitError, FileProblem, Reason, Refused, WrongUse
from fieldkit.text import LANGUAGES, Catalogue, catalogue, explain
from fieldkit.window import default_file

if TYPE_CHECKING:  # loads when a command needs it: the window must not wait for it
    from fieldkit.workspace import Setup, Workspace

PASSPHRASE = "FIELDKIT_PASSPHRASE"
MOST_MEGABYTES = 4
_TAKE_A_VALUE = ("--workspace", "--lang", "--today")


@dataclass(frozen=True)
class Asked:
    """What stands before the command, and what a test may put in its place (the cost of a key)."""

    workspace: Path | None = None
    as_json: bool = False
    language: str = "en"
    today: date | None = None  # the day the rules see, where one was asked for
    given: Setup | None = None  # what a test puts in the place of this machine

    @property
    def setup(self) -> Setup:
        """Return who works, when, and on what machine."""
        from fieldkit.workspace import Setup

        return replace(self.given or Setup(), today=self.today)

    @property
    def words(self) -> Catalogue:
        """Return the catalogue of the language asked for."""
        return catalogue(self.language)

    @property
    def file(self) -> Path:
        """Return the workspace file asked for, or the one in the user's data folder."""
        return self.workspace or default_file()

    def open(self) -> Workspace:
        """Open the workspace, asking for the passphrase where the environment does not hold it."""
        if not self.file.exists():
            raise FileProblem("file_missing", path=str(self.file))
        from fieldkit.workspace import Workspace

        phrase = ask_passphrase(self.words.say("Passphrase"))
        return Workspace.open(self.file, phrase, self.setup)

    def print(self, value: object, text: str) -> None:
        """Print a result: `value` for machines, or `text` for people."""
        click.echo(msgspec.json.encode(value).decode() if self.as_json else text)


class Spoken(click.Group):
    """A group of commands whose help speaks the language asked for."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help of the group."""
        with _in_words(self, ctx):
            super().format_help(ctx, formatter)


class SpokenCommand(click.Command):
    """A command whose help speaks the language asked for."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help of the command."""
        with _in_words(self, ctx):
            super().format_help(ctx, formatter)


Spoken.command_class = SpokenCommand
Spoken.group_class = Spoken


@contextmanager
def _in_words(command: click.Command, context: click.Context) -> Iterator[None]:
    """Have a command, its options and its commands translated while its help is written."""
    inner = command.commands.values() if isinstance(command, click.Group) else ()
    parts: list[Any] = [part for part in (command, *command.params, *inner) if getattr(part, "help", None)]
    english = [part.help for part in parts]
    for part in parts:
        part.help = context.find_root().obj.words.say(part.help)
    try:
        yield
    finally:
        for part, sentence in zip(parts, english, strict=True):
            part.help = sentence


def language_in(arguments: Sequence[str], /) -> str:
    """Return the language asked for before the command, also when the command itself could not be read."""
    flags = list(arguments)
    while flags and flags[0].startswith("-"):
        flag, joined, value = flags.pop(0).partition("=")
        if flag in _TAKE_A_VALUE and not joined:
            value = flags.pop(0) if flags else ""
        if flag == "--lang" and value in LANGUAGES:
            return value
    return "en"


def show(error: FieldkitError, words: Catalogue, *, as_json: bool) -> None:
    """Say what failed, on stderr in one sentence a reason, and on stdout for machines."""
    if isinstance(error, Refused):
        lines = reason_lines(error.reasons, words)
        result: dict[str, Any] = {"refused": in_words(error.reasons, words)}
    else:
        path = error.data.get("path")
        sentence = explain("errors", error.code, error.data, words)
        lines = [f"{path}: {sentence}" if path else sentence]
        result = {"error": {"code": error.code, "why": sentence, "path": path}}
    for line in lines:
        click.echo(line, err=True)
    if as_json:
        click.echo(msgspec.json.encode(result).decode())


def show_bug(error: Exception, words: Catalogue, /) -> None:
    """Say that the program itself went wrong, by the kind of error and its place: never by its words."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
    sentence = words.say(
        "Fieldkit itself went wrong ({kind} at {place}). Nothing half done was kept; please tell the makers.",
        kind=type(error).__name__,
        place=place,
    )
    click.echo(sentence, err=True)


def in_words(reasons: tuple[Reason, ...], words: Catalogue, /) -> list[dict[str, str]]:
    """Return reasons as the contract prints them."""
    return [
        {
            "rule": reason.rule,
            "object": reason.subject,
            "why": explain("reasons", reason.code, reason.data, words),
        }
        for reason in reasons
    ]


def reason_lines(reasons: tuple[Reason, ...], words: Catalogue, /) -> list[str]:
    """Return reasons as lines to read."""
    return [f"{reason['rule']}  {reason['object']}  {reason['why']}" for reason in in_words(reasons, words)]


def read(file: Path, /) -> bytes:
    """Return what a file holds, or standard input for `-`.

    Raises `FileProblem` when it cannot be read or is larger than anything we take; no more is read than that.
    """
    most = MOST_MEGABYTES * 1_000_000
    try:
        if str(file) == "-" and sys.stdin is None:
            raise FileProblem("cannot_read", path=str(file))
        with nullcontext(sys.stdin.buffer) if str(file) == "-" else file.open("rb") as stream:
            content = stream.read(most + 1)
    except OSError:
        raise FileProblem("cannot_read", path=str(file)) from None
    if len(content) > most:
        raise FileProblem("file_too_big", path=str(file), most=MOST_MEGABYTES)
    return content


def ask_passphrase(prompt: str, /, *, confirm: str | None = None) -> str:
    """Return the passphrase: from the environment, typed unseen, or where nobody types, a line of input.

    Raises `WrongUse` when there is none.
    """
    given = os.environ.get(PASSPHRASE)
    if given is None and sys.stdin is not None and sys.stdin.isatty():
        given = click.prompt(prompt, hide_input=True, confirmation_prompt=confirm or False, err=True)
    elif given is None and sys.stdin is not None:
        given = sys.stdin.readline().rstrip("\r\n")
    if not given:
        raise WrongUse("passphrase_missing")
    return str(given)


@contextmanager
def about(file: Path, /) -> Iterator[None]:
    """Have every problem with a file name the file."""
    try:
        yield
    except FileProblem as problem:
        raise problem.about(file) from None

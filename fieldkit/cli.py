"""The way in: the window, or one of the commands (`contract.md`).

What the commands need loads when one is called: the window has to stand before anybody notices.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from fieldkit import window
from fieldkit.edge import Asked, Spoken, language_in, show, show_bug
from fieldkit.errors import FieldkitError
from fieldkit.text import LANGUAGES


class Commands(Spoken):
    """The window's own command, and every other from a module that loads when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        from fieldkit.commands import every

        return sorted({*super().list_commands(ctx), *every.list_commands(ctx)})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name."""
        if found := super().get_command(ctx, cmd_name):
            return found
        from fieldkit.commands import every

        return every.get_command(ctx, cmd_name)


@click.group(
    cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.option("--workspace", type=click.Path(path_type=Path), metavar="FILE", help="The workspace file.")
@click.option("--json", "as_json", is_flag=True, help="Results for machines.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="The language spoken.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The day the rules see.")
@click.version_option(package_name="fieldkit")
@click.pass_context
def fieldkit(
    context: click.Context, workspace: Path | None, as_json: bool, lang: str | None, today: datetime | None
) -> None:
    """Plan dialogues with workers, record insights safely, and print a brief that gives nobody away."""
    asked = context.obj or Asked()
    day = today.date() if today else None
    context.obj = replace(asked, workspace=workspace, as_json=as_json, language=lang or "en", today=day)
    if context.invoked_subcommand is None:
        context.exit(_open(context.obj, None, lang or "", sample=False))


@fieldkit.command("open")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--sample", is_flag=True, help="Look around in the sample dialogues; nothing is kept.")
@click.pass_context
def open_(context: click.Context, file: Path | None, sample: bool) -> None:
    """Open the window."""
    asked_for = context.find_root().params["lang"] or ""
    context.exit(_open(context.obj, file, asked_for, sample=sample))


def main(arguments: list[str] | None = None, asked: Asked | None = None) -> None:
    """Run a command and exit: 0 done, 1 a bug, 2 wrong use, 3 refused by a rule, 4 a file's problem."""
    window.protect_process()
    given = sys.argv[1:] if arguments is None else arguments
    sys.exit(_run(given, replace(asked or Asked(), language=language_in(given))))


def _open(asked: Asked, file: Path | None, language: str, *, sample: bool) -> int:
    return window.show(file or asked.workspace, language, lambda: asked.setup, sample=sample)


def _run(arguments: list[str], asked: Asked) -> int:
    """Run a command and return its exit code."""
    try:
        fieldkit.main(args=arguments, prog_name="fieldkit", standalone_mode=False, obj=asked)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return 2
    except click.Abort:
        click.echo(asked.words.say("Stopped; nothing was changed."), err=True)
        return 2
    except OSError:  # standard output is full or closed
        return 4
    except FieldkitError as error:
        show(error, asked.words, as_json="--json" in arguments)
        return error.exit_code
    except Exception as error:  # noqa: BLE001  # the outermost edge
        show_bug(error, asked.words)
        return 1
    return 0

"""The commands; thin: parse, call the workspace, print (`contract.md`)."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import get_args

import click
import msgspec

from fieldkit.edge import (
    Asked,
    Spoken,
    about,
    ask_passphrase,
    in_words,
    language_in,
    read,
    reason_lines,
    show,
    show_bug,
)
from fieldkit.errors import FieldkitError, Refused
from fieldkit.text import LANGUAGES
from fieldkit.workspace import Workspace, briefing, custody, planning, recording


@click.group(cls=Spoken, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--workspace", type=click.Path(path_type=Path), metavar="FILE", help="The workspace file.")
@click.option("--json", "as_json", is_flag=True, help="Results for machines.")
@click.option("--lang", type=click.Choice(LANGUAGES), default="en", help="The language spoken.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The day the rules see.")
@click.version_option(package_name="fieldkit")
@click.pass_context
def fieldkit(
    context: click.Context, workspace: Path | None, as_json: bool, lang: str, today: datetime | None
) -> None:
    """Plan dialogues with workers, record insights safely, and print a brief that gives nobody away."""
    asked = context.obj or Asked()
    setup = replace(asked.setup, today=today.date() if today else None)
    context.obj = replace(asked, workspace=workspace, as_json=as_json, language=lang, setup=setup)


@fieldkit.group("workspace")
def workspace_group() -> None:
    """Create and verify the encrypted workspace file."""


@workspace_group.command("create")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--sample", is_flag=True, help="Fill it with the sample dialogues.")
@click.pass_obj
def workspace_create(asked: Asked, file: Path, sample: bool) -> None:
    """Create a workspace; prints the 24 recovery words once."""
    phrase = ask_passphrase(asked.words.say("New passphrase"), confirm=asked.words.say("The same again"))
    made = Workspace.create(file, phrase, asked.setup, sample=sample)
    with made:
        words = made.custody.recovery_words
    if not asked.as_json:
        notice = asked.words.say(
            "Write these 24 words down and keep them apart from the laptop: they open the workspace without "
            "its passphrase, and are not shown again."
        )
        click.echo(notice, err=True)
    asked.print({"recovery_words": words}, "\n".join(" ".join(words[at : at + 6]) for at in range(0, 24, 6)))


@workspace_group.command("verify")
@click.pass_obj
def workspace_verify(asked: Asked) -> None:
    """Check every page of the workspace file."""
    with asked.open() as workspace:
        workspace.custody.verify()
    asked.print({"sound": True}, asked.words.say("The workspace file is sound."))


@fieldkit.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Replace what stands under the same codes.")
@click.pass_obj
def import_(asked: Asked, file: Path, replace: bool) -> None:
    """Take in a dialogue file, all or nothing."""
    content = read(file)
    with asked.open() as workspace, about(file):
        done = workspace.custody.import_dialogue(content, replace=replace)
    asked.print(
        done,
        asked.words.say(
            "{dialogue}: {added} records added, {changed} changed, {removed} removed.",
            dialogue=done.dialogue_code,
            added=done.added,
            changed=done.changed,
            removed=done.removed,
        ),
    )


@fieldkit.command("export")
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--dialogue", metavar="CODE", help="Which dialogue; the only one needs no code.")
@click.option("--with-notes", is_flag=True, help="With the raw notes.")
@click.pass_obj
def export(asked: Asked, out: Path, dialogue: str | None, with_notes: bool) -> None:
    """Write a dialogue as a plain, readable file."""
    click.echo(
        asked.words.say("A dialogue file is plain text: whoever has it can read everything in it."), err=True
    )
    with asked.open() as workspace:
        size = workspace.custody.write_dialogue(out, dialogue, with_notes=with_notes)
    asked.print({"bytes": size}, asked.words.say("The dialogue file is written."))


@fieldkit.command("schema")
def schema() -> None:
    """Print the JSON Schema of the dialogue file."""
    click.echo(msgspec.json.format(msgspec.json.encode(custody.schema()), indent=2).decode())


@fieldkit.command("list")
@click.argument("what", type=click.Choice(get_args(planning.Listed)), default="dialogues")
@click.pass_obj
def list_(asked: Asked, what: planning.Listed) -> None:
    """Print codes and titles, one a line."""
    with asked.open() as workspace:
        lines = workspace.planning.listed(what, asked.words)
    text = "\n".join("  ".join(filter(None, (line.code, line.dialogue, line.title))) for line in lines)
    asked.print(lines, text) if lines or asked.as_json else None


@fieldkit.command("advise")
@click.argument("answers", type=click.Path(path_type=Path))
@click.pass_obj
def advise(asked: Asked, answers: Path) -> None:
    """Rank the five ways of listening for a site, with reasons."""
    with about(answers):
        advice = planning.advise(read(answers), asked.words)
    asked.print(advice, planning.advice_as_text(advice, asked.words))


@fieldkit.command("decide-source")
@click.argument("answers", type=click.Path(path_type=Path))
@click.pass_obj
def decide_source(asked: Asked, answers: Path) -> None:
    """Say whether a source may be named: A, B, C or D, and by which step."""
    with about(answers):
        decided = briefing.decide_source(read(answers))
    each = decided if isinstance(decided, list) else [decided]
    asked.print(decided, "\n".join(f"{one.outcome}  {one.rule}" for one in each))


@fieldkit.command("screen")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), default="-")
@click.option("--supplier-text", is_flag=True, help="With the rules for texts a supplier reads.")
@click.option("--known", type=click.Path(path_type=Path), help="A JSON list of strings to look for.")
@click.pass_obj
def screen(asked: Asked, file: Path, supplier_text: bool, known: Path | None) -> None:
    """Mark what a text gives away."""
    with about(file):
        text = recording.read_text(read(file))
    with about(known or file):
        extra = recording.read_known(read(known)) if known else []
    if asked.workspace:
        with asked.open() as workspace:
            marks = workspace.recording.screen(text, extra, supplier_text=supplier_text, language=None)
    else:
        marks = recording.screen_text(text, extra, supplier_text=supplier_text, language=None)
    lines = [f"{mark.start}-{mark.end}  {mark.severity}  {mark.kind}  {mark.text!r}" for mark in marks]
    asked.print(marks, "\n".join(lines) or asked.words.say("Nothing found."))


@fieldkit.group("brief")
def brief_group() -> None:
    """Plan, export and check the supplier's brief."""


@brief_group.command("plan")
@click.argument("dialogue")
@click.option("--lang", type=click.Choice(briefing.BRIEF_LANGUAGES), help="Language of the brief.")
@click.pass_obj
def brief_plan(asked: Asked, dialogue: str, lang: str | None) -> None:
    """Show per insight what would print, and every reason why the brief may not leave."""
    with asked.open() as workspace:
        plan = workspace.briefing.plan(dialogue, lang or asked.language)
    shown = {
        "dialogue": plan.dialogue,
        "language": plan.language,
        "items": plan.items,
        "refused": in_words(plan.reasons, asked.words),
        "hints": in_words(plan.hints, asked.words),
    }
    rows = [(item.insight, item.outcome, item.rule, " ".join(item.failed), item.text) for item in plan.items]
    lines = ["  ".join(cell or "-" for cell in row) for row in rows]
    asked.print(shown, "\n".join([*lines, *reason_lines((*plan.reasons, *plan.hints), asked.words)]))


@brief_group.command("export")
@click.argument("dialogue")
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--lang", type=click.Choice(briefing.BRIEF_LANGUAGES), help="Language of the brief.")
@click.pass_obj
def brief_export(asked: Asked, dialogue: str, out: Path, lang: str | None) -> None:
    """Release, draw, prove, write and remember the brief, or refuse with every reason at once."""
    with asked.open() as workspace:
        exported = workspace.briefing.export(dialogue, out, lang or asked.language)
    asked.print(exported, asked.words.say("The brief is written and proved."))


@brief_group.command("check")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def brief_check(asked: Asked, file: Path) -> None:
    """Look through a PDF as an adversary would: text, metadata, structure, file name."""
    content = read(file)
    if asked.workspace:
        with asked.open() as workspace, about(file):
            reasons = workspace.briefing.check(content, file.name)
    else:
        with about(file):
            reasons = briefing.check_file(content, file.name)
    if reasons:
        raise Refused(reasons)
    asked.print({"passed": True}, asked.words.say("Nothing found that gives anybody away."))


def main(arguments: list[str] | None = None, asked: Asked | None = None) -> None:
    """Run a command and exit: 0 done, 1 a bug, 2 wrong use, 3 refused by a rule, 4 a file's problem."""
    custody.protect_process()
    given = sys.argv[1:] if arguments is None else arguments
    sys.exit(_run(given, replace(asked or Asked(), language=language_in(given))))


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

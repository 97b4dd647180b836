"""The commands that need no window; thin: parse, call the workspace, print (`contract.md`)."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
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
    read,
    reason_lines,
)
from fieldkit.errors import FileProblem, Refused, WrongUse
from fieldkit.workspace import Workspace, backups, briefing, custody, planning, recording
from fieldkit.workspace.day_papers import DayPapers

NEW_PASSPHRASE = "FIELDKIT_NEW_PASSPHRASE"


@click.group(cls=Spoken)
def every() -> None:
    """Every command but the window's."""


@every.group("workspace")
def workspace_group() -> None:
    """Create the encrypted workspace file, verify it, and keep it safe."""


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
    _show_words(asked, words)


@workspace_group.command("verify")
@click.pass_obj
def workspace_verify(asked: Asked) -> None:
    """Check every page of the workspace file."""
    with asked.open() as workspace:
        workspace.custody.verify()
    asked.print({"sound": True}, asked.words.say("The workspace file is sound."))


@workspace_group.command("backup")
@click.argument("out", type=click.Path(path_type=Path))
@click.pass_obj
def workspace_backup(asked: Asked, out: Path) -> None:
    """Write a verified copy that the same passphrase opens."""
    with asked.open() as workspace:
        size = workspace.backups.copy_to(out)
    asked.print({"bytes": size}, asked.words.say("The backup is written, and was read back whole."))


@workspace_group.command("restore")
@click.argument("source", type=click.Path(path_type=Path), metavar="IN")
@click.argument("out", type=click.Path(path_type=Path))
@click.pass_obj
def workspace_restore(asked: Asked, source: Path, out: Path) -> None:
    """Bring a backup back as a new workspace file."""
    phrase = ask_passphrase(asked.words.say("Passphrase of the backup"))
    backups.restore(source, out, phrase, asked.setup)
    sentence = asked.words.say(
        "The backup is back as a workspace, and opens with the passphrase it was made under."
    )
    asked.print({"restored": True}, sentence)


@workspace_group.command("rekey")
@click.pass_obj
def workspace_rekey(asked: Asked) -> None:
    """Change the passphrase; prints the 24 new recovery words once."""
    with asked.open() as workspace:
        changed = workspace.custody.change_passphrase(_new_passphrase(asked))
    _show_words(asked, changed.recovery_words, backups_not_renewed=len(changed.not_renewed))
    click.echo(
        asked.words.say(
            "The former passphrase and the former sheet still open copies made elsewhere: destroy those, or "
            "make them anew."
        ),
        err=True,
    )
    for path in changed.not_renewed:
        sentence = asked.words.say("This backup still opens with a former passphrase: remove it.")
        click.echo(f"{path}: {sentence}", err=True)


@workspace_group.command("erase")
@click.option("--yes", is_flag=True, help="Needed: erasing cannot be undone.")
@click.pass_obj
def workspace_erase(asked: Asked, yes: bool) -> None:
    """Destroy the workspace file and its backups on this computer."""
    if not yes:
        raise WrongUse("erase_needs_yes")
    with asked.open() as workspace:
        left = workspace.custody.erase()
    if left:
        raise FileProblem("cannot_remove", path=", ".join(map(str, left)))
    sentence = asked.words.say(
        "The workspace and its backups on this computer are destroyed. A flash disk may keep traces for a "
        "while, and copies made elsewhere are still there."
    )
    asked.print({"erased": True}, sentence)


def _show_words(asked: Asked, words: Sequence[str], **more: object) -> None:
    """Print the words of a new recovery sheet, once."""
    if not asked.as_json:
        notice = asked.words.say(
            "Write these 24 words down and keep them apart from the laptop: they open the workspace without "
            "its passphrase, and are not shown again."
        )
        click.echo(notice, err=True)
    rows = "\n".join(" ".join(words[at : at + 6]) for at in range(0, len(words), 6))
    asked.print({"recovery_words": words, **more}, rows)


def _new_passphrase(asked: Asked) -> str:
    """Return the passphrase to change to: from its own variable, typed unseen twice, or a line of input."""
    given = os.environ.get(NEW_PASSPHRASE)
    if given is None and sys.stdin is not None and sys.stdin.isatty():
        again = asked.words.say("The same again")
        given = click.prompt(
            asked.words.say("New passphrase"), hide_input=True, confirmation_prompt=again, err=True
        )
    elif given is None and sys.stdin is not None:
        given = sys.stdin.readline().rstrip("\r\n")
    return str(given or "")


@every.command("import")
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


@every.command("export")
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


@every.command("schema")
def schema() -> None:
    """Print the JSON Schema of the dialogue file."""
    click.echo(msgspec.json.format(msgspec.json.encode(custody.schema()), indent=2).decode())


@every.command("list")
@click.argument("what", type=click.Choice(get_args(planning.Listed)), default="dialogues")
@click.pass_obj
def list_(asked: Asked, what: planning.Listed) -> None:
    """Print codes and titles, one a line."""
    with asked.open() as workspace:
        lines = workspace.planning.listed(what, asked.words)
    text = "\n".join("  ".join(filter(None, (line.code, line.dialogue, line.title))) for line in lines)
    asked.print(lines, text) if lines or asked.as_json else None


@every.command("advise")
@click.argument("answers", type=click.Path(path_type=Path))
@click.pass_obj
def advise(asked: Asked, answers: Path) -> None:
    """Rank the five ways of listening for a site, with reasons."""
    with about(answers):
        advice = planning.advise(read(answers), asked.words)
    asked.print(advice, planning.advice_as_text(advice, asked.words))


@every.command("decide-source")
@click.argument("answers", type=click.Path(path_type=Path))
@click.pass_obj
def decide_source(asked: Asked, answers: Path) -> None:
    """Say whether a source may be named: A, B, C or D, and by which step."""
    with about(answers):
        decided = briefing.decide_source(read(answers))
    each = decided if isinstance(decided, list) else [decided]
    asked.print(decided, "\n".join(f"{one.outcome}  {one.rule}" for one in each))


@every.command("ready")
@click.argument("code")
@click.pass_obj
def ready(asked: Asked, code: str) -> None:
    """Show what is still open at the gates of a session or a dialogue."""
    with asked.open() as workspace:
        found = workspace.gates.of(code, asked.words)
    lines = [
        f"{gate}  {each['item']}  {'!' if each['blocking'] else '-'}  {each['why']}"
        for gate, shown in found.items()
        for each in shown["open"]
    ]
    asked.print(found, "\n".join(lines) or asked.words.say("Nothing is open."))


@every.command("screen")
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


@every.group("brief")
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


@every.group("paper")
def paper_group() -> None:
    """Print what stays inside."""


@paper_group.command("method-comparison")
@click.argument("dialogue")
@click.argument("out", type=click.Path(path_type=Path))
@click.pass_obj
def paper_method_comparison(asked: Asked, dialogue: str, out: Path) -> None:
    """Compare the five methods for a dialogue on one page."""
    with asked.open() as workspace:
        workspace.printing.write(out, workspace.printing.method_comparison(dialogue, asked.words))
    asked.print({"written": True}, asked.words.say("The comparison is written. It is internal: keep it so."))


@paper_group.command("run-sheet")
@click.argument("session")
@click.argument("out", type=click.Path(path_type=Path))
@click.pass_obj
def paper_run_sheet(asked: Asked, session: str, out: Path) -> None:
    """Print the day of a session: times, people, languages, money, how to stop."""
    _write_paper(asked, out, lambda papers: papers.run_sheet(session, asked.words))


@paper_group.command("checklist")
@click.argument("session")
@click.argument("out", type=click.Path(path_type=Path))
@click.pass_obj
def paper_checklist(asked: Asked, session: str, out: Path) -> None:
    """Print the safety checklist of a session, to tick by hand."""
    _write_paper(asked, out, lambda papers: papers.checklist(session, asked.words))


@paper_group.command("consent-card")
@click.argument("session")
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--card-lang", metavar="LANGUAGE", help="Language of the card, by tag or name.")
@click.pass_obj
def paper_consent_card(asked: Asked, session: str, out: Path, card_lang: str | None) -> None:
    """Print what workers are told and asked, in their language where there are words for it."""
    _write_paper(asked, out, lambda papers: papers.consent_card(session, card_lang, asked.words))


@paper_group.command("log-form")
@click.argument("session")
@click.argument("out", type=click.Path(path_type=Path))
@click.pass_obj
def paper_log_form(asked: Asked, session: str, out: Path) -> None:
    """Print a form for notes by hand, in codes."""
    _write_paper(asked, out, lambda papers: papers.log_form(session, asked.words))


@paper_group.command("receipt-sheet")
@click.argument("session")
@click.argument("out", type=click.Path(path_type=Path))
@click.pass_obj
def paper_receipt_sheet(asked: Asked, session: str, out: Path) -> None:
    """Print a receipt by headcount: tokens, no names."""
    _write_paper(asked, out, lambda papers: papers.receipt_sheet(session, asked.words))


@paper_group.command("secrecy-sheet")
@click.argument("session")
@click.argument("out", type=click.Path(path_type=Path))
@click.pass_obj
def paper_secrecy_sheet(asked: Asked, session: str, out: Path) -> None:
    """Print the rule of secrecy that a listener agrees to."""
    _write_paper(asked, out, lambda papers: papers.secrecy_sheet(session, asked.words))


def _write_paper(asked: Asked, out: Path, draw: Callable[[DayPapers], bytes]) -> None:
    """Write a paper of a session, and say that it stays inside."""
    with asked.open() as workspace:
        workspace.printing.write(out, draw(workspace.day_papers))
    asked.print({"written": True}, asked.words.say("The paper is written. It is internal: keep it so."))


@every.command("calendar")
@click.argument("dialogue")
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--with-details", is_flag=True, help="With title, code and kind of venue.")
@click.pass_obj
def calendar(asked: Asked, dialogue: str, out: Path, with_details: bool) -> None:
    """Write the sessions of a dialogue for a calendar: hours alone, nothing of what they are about."""
    if with_details:
        click.echo(
            asked.words.say("The file holds titles and codes: whoever has the calendar can read them."),
            err=True,
        )
    with asked.open() as workspace:
        size = workspace.appointments.write_file(out, dialogue, asked.words, with_details=with_details)
    asked.print({"bytes": size}, asked.words.say("The calendar file is written."))


@every.group("table")
def table_group() -> None:
    """Write tables for other programs."""


@table_group.command("costs")
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--dialogue", metavar="CODE", help="One dialogue alone; otherwise all of them.")
@click.pass_obj
def table_costs(asked: Asked, out: Path, dialogue: str | None) -> None:
    """Write what sessions cost, by item and by currency (XLSX)."""
    with asked.open() as workspace:
        size = workspace.costs.write_table(out, dialogue, asked.words)
    asked.print({"bytes": size}, asked.words.say("The table is written. It is internal: keep it so."))

"""What is promised and due over all dialogues, in words: nothing a worker said stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple

import msgspec

from fieldkit.guide.agreements import in_force
from fieldkit.guide.due import CHECK_AFTER, DueKind, Tone, decision_waits, tone, word_back_on
from fieldkit.model.field import Wording
from fieldkit.model.partner import Agreement
from fieldkit.store.agenda import Agenda, Dated
from fieldkit.text import Catalogue, sentences
from fieldkit.workspace.courses import Known

Page = Literal["dialogue", "partner", "supplier"]


class Target(NamedTuple):
    """Where the window goes: a page, the code of what it shows, and the field that gets the cursor.

    Without a code it is the page as a whole.
    """

    page: Page
    code: str
    field: str = ""


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """Something promised, agreed or to be checked."""

    kind: DueKind
    subject: str  # one sentence
    label: str  # what kind of thing, in words: "Check after 2 weeks"
    dialogue_code: str = ""
    dialogue_title: str = ""
    partner_code: str = ""
    session_code: str = ""
    day: date
    days_late: int  # negative: still to go
    tone: Tone
    target: Target


class _Item(msgspec.Struct, frozen=True, kw_only=True):
    """A due thing before it is put into words."""

    kind: DueKind
    code: str  # of the promise, action, session, dialogue or agreement
    item: str = ""  # of a check
    day: date
    dialogue_code: str = ""
    partner_code: str = ""
    said: Wording | str = ""


Items = tuple[_Item, ...]


def gathered(
    known: Mapping[str, Known], agreements: Iterable[Agreement], agenda: Agenda, today: date, /
) -> Items:
    """Return all that is due, late checks on people first, then by day."""
    found = (
        *(item for each in known.values() for item in _of_dialogue(each, today)),
        *(_dated("promise", each) for each in agenda.promises()),
        *(_dated("action", each) for each in agenda.actions()),
        *_reviews(agreements, today),
    )
    return tuple(sorted(found, key=lambda each: _rank(each, today)))


def late_by_dialogue(items: Items, today: date, /) -> dict[str, int]:
    """Return how much of what is owed to people or agreed is late, by the code of the dialogue."""
    late: dict[str, int] = {}
    for each in items:
        if each.day < today and each.kind in ("check", "word_back", "promise", "action"):
            late[each.dialogue_code] = late.get(each.dialogue_code, 0) + 1
    return late


def in_words(item: _Item, titles: Mapping[str, str], today: date, words: Catalogue, /) -> Due:
    """Return a due thing as it is shown; `titles` are those of the dialogues by their codes."""
    said = sentences("overview")
    return Due(
        kind=item.kind,
        subject=_said(item, words) or words.say(said[f"due.{item.kind}"]),
        label=words.say(said[f"due_label.{item.item or item.kind}"]),
        dialogue_code=item.dialogue_code,
        dialogue_title=titles.get(item.dialogue_code, ""),
        partner_code=item.partner_code,
        session_code=item.code if item.kind == "check" else "",
        day=item.day,
        days_late=(today - item.day).days,
        tone=tone(item.kind, item.day, today),
        target=_target(item),
    )


def _of_dialogue(known: Known, today: date) -> Iterator[_Item]:
    code = known.dialogue.code
    days = {each.code: each.day for each in known.sessions}
    for session, item in known.unchecked:
        held = days[session]
        if held is not None:
            day = held + next(after for name, after in CHECK_AFTER.items() if name == item)
            yield _Item(kind="check", code=session, item=item, day=day, dialogue_code=code)
    word_back = word_back_on(known.so_far)
    if word_back is not None:
        yield _Item(kind="word_back", code=code, day=word_back, dialogue_code=code)
    decision = known.dialogue.decision_due
    if decision is not None and decision_waits(known.so_far, decision, today):
        yield _Item(kind="decision", code=code, day=decision, dialogue_code=code)


def _dated(kind: Literal["promise", "action"], each: Dated) -> _Item:
    return _Item(
        kind=kind,
        code=each.code,
        day=each.day,
        dialogue_code=each.dialogue_code or "",
        partner_code=each.partner_code or "",
        said=each.said,
    )


def _reviews(agreements: Iterable[Agreement], today: date) -> Iterator[_Item]:
    """Yield the days on which agreements are looked at again; one that has ended is not."""
    for each in agreements:
        if each.review_date is not None and in_force(each, today):
            yield _Item(kind="review", code=each.code, day=each.review_date, partner_code=each.partner_code)


def _rank(item: _Item, today: date) -> tuple[bool, date, str, str, str]:
    return tone(item.kind, item.day, today) != "red", item.day, item.dialogue_code, item.code, item.item


def _said(item: _Item, words: Catalogue) -> str:
    """Return the words of a promise or an agreed step, in the language shown where it has them."""
    if isinstance(item.said, Wording):
        return item.said.in_language(words.language) or item.said.en or item.said.nl or ""
    return item.said.strip()


def _target(item: _Item) -> Target:
    match item.kind:
        case "check":
            return Target("dialogue", item.dialogue_code, f"session/{item.code}/checks.{item.item}")
        case "word_back":
            return Target("dialogue", item.dialogue_code, "feedback")
        case "decision":
            return Target("dialogue", item.dialogue_code, "decision_due")
        case "action":
            return Target("dialogue", item.dialogue_code, f"action/{item.dialogue_code}/{item.code}")
        case "review":
            return Target("partner", item.partner_code, f"agreement/{item.code}/review_date")
        case "promise":
            field = f"promise/{item.code}"
            if item.dialogue_code and not item.partner_code:
                return Target("dialogue", item.dialogue_code, field)
            return Target("partner", item.partner_code, field)

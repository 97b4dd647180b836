"""Invented papers of a session to draw in tests."""

from __future__ import annotations

from typing import get_args

from msgspec.structs import replace

from fieldkit.model.vocabulary import ConsentLine
from fieldkit.papers.day_content import (
    Amount,
    CardLine,
    ChainLink,
    ChainStop,
    ConsentCard,
    Head,
    Heads,
    ListedGate,
    ListedItem,
    LogForm,
    Moment,
    ReceiptSheet,
    RunSheet,
    SafetyList,
    SecrecySheet,
    Theme,
)
from fieldkit.text import catalogue, sentences

HEAD = Head(
    code="CC-2026-01",
    day="Saturday 14 February 2026",
    about=("10:00–13:00", "community hall, address with the partner", "SUP-03"),
    destroy_by="15 May 2026",
)

RUN_SHEET = RunSheet(
    head=HEAD,
    moments=(
        Moment(time="08:30", title="Jeeps leave the bus stand", lines=("Two rounds, driver screened.",)),
        Moment(
            time="09:30",
            title="Room ready",
            lines=("Water, women’s toilet, both exits open, children’s corner.",),
        ),
        Moment(
            time="09:50",
            title="Is anyone from the employer’s side near?",
            lines=("Owner, yard manager, contractors, their relatives.",),
            boxes=("Nobody near. Looked by ______ at ______",),
        ),
        Moment(
            time="10:00",
            title="Welcome",
            lines=("Who listens and why, how it is used, the limits of secrecy, the right to stop.",),
            boxes=("Said back by the workers in their own words",),
        ),
        Moment(
            time="10:15",
            title="Consent, one use at a time",
            lines=("A no changes nothing about payment or meal.",),
            boxes=("Taking part", "Notes", "Own use", "Theme shared", "Kind of source"),
        ),
        Moment(title="Talk, first round", lines=("Women with Fac-2 in the side room, men with Fac-1.",)),
        Moment(time="11:20", title="Break", boxes=("Employer’s side still away. Looked by ______",)),
        Moment(
            time="11:35", title="Talk, second round", lines=("Their own topics, then what matters most.",)
        ),
        Moment(
            time="12:35",
            title="Closing",
            lines=("Next step and its date: word back within six weeks, through the partner.",),
            boxes=("Nothing promised that cannot be kept",),
        ),
        Moment(
            time="12:50",
            title="Payment by the partner",
            lines=("Sealed envelopes, one headcount receipt, no names.",),
            boxes=("26 envelopes handed out",),
        ),
        Moment(
            time="13:00", title="Lunch together", lines=("Vegetarian. Jeeps back from 14:00, before dusk.",)
        ),
        Moment(time="16:00", title="Partner reports", boxes=("Everyone is home safely",)),
    ),
    signal="Is the tea ready?",
    plan="What we say: savings group meeting. Pause, put notes away, children first, out by the second exit; "
    "the jeeps wait there. All are paid. Only the partner decides whether we go on.",
    people=(
        Heads(label="G1 women, cobbles", planned=14),
        Heads(label="G2 men, splitting", planned=12, present=11),
        Heads(label="Children in care", planned=6),
        Heads(label="Listeners", planned=5),
        Heads(label="Under 18 in the talk", planned=0),
    ),
    stops=(
        ChainStop(language="Hadoti", note="workers"),
        ChainStop(language="Hindi"),
        ChainStop(language="English", note="5 listeners"),
    ),
    links=(
        ChainLink(from_="Hadoti", to="Hindi", who="Int-1"),
        ChainLink(from_="Hindi", to="English"),
    ),
    amounts=(
        Amount(what="Lost wages, INR 450 × 26", sum="11,700"),
        Amount(what="Travel costs, INR 60 × 26", sum="1,560"),
    ),
    totals=(Amount(what="INR", sum="13,260"),),
    counted_by=("Fac-1", "Partner"),
    help=("Medical", "Legal", "Child protection", "Psychosocial"),
)

SAFETY_LIST = SafetyList(
    head=HEAD,
    gates=(
        ListedGate(
            phase="Before the day",
            gate="Before a session is confirmed",
            items=(
                ListedItem(
                    code="SC-17",
                    text="Employers, supervisors, labour contractors and their relatives or informants will "
                    "not be present and the partner has confirmed this.",
                    who="Partner",
                    state="done",
                ),
                ListedItem(
                    code="SC-22",
                    text="Risks for interpreters, drivers and local staff have been discussed with them and "
                    "they may refuse.",
                    who="Dialogue coordinator",
                    state="done",
                    by="dialogue coordinator",
                ),
                ListedItem(
                    code="SC-26",
                    text="Meal, toilets, access for disability and childcare are arranged.",
                    who="Partner",
                    state="set_aside",
                    by="partner organisation",
                ),
                ListedItem(
                    code="SC-28",
                    text="A stop signal, a harmless explanation and a way to break off are agreed.",
                    who="Partner · Facilitator",
                ),
            ),
        ),
    ),
)

LOG_FORM = LogForm(
    head=HEAD,
    groups=RUN_SHEET.people[:2],
    labels=("G1", "G2"),
    themes=(Theme(code="T05", title="Pay"), Theme(code="T07", title="Safety and health")),
)

RECEIPT_SHEET = ReceiptSheet(
    head=HEAD,
    tokens=26,
    amounts=RUN_SHEET.amounts,
    totals=RUN_SHEET.totals,
    counted_by=RUN_SHEET.counted_by,
)

SECRECY_SHEET = SecrecySheet(head=HEAD)

CARD = ConsentCard(
    language="en",
    lines=tuple(
        CardLine(line=line, said=sentences("consent")[line], meant=sentences("consent")[line])
        for line in get_args(ConsentLine)
    ),
)

BLANK_CARD = ConsentCard(lines=tuple(replace(each, said="") for each in CARD.lines))

HINDI_CARD = ConsentCard(
    language="hi",
    lines=tuple(replace(line, said=catalogue("hi").say(line.said)) for line in CARD.lines),
)

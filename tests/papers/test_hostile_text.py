"""No text anybody typed becomes a link, an image or an error on an internal paper."""

from __future__ import annotations

from typing import get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldkit.errors import FileProblem
from fieldkit.model.vocabulary import ConsentLine
from fieldkit.papers import comparison, consent_card, log_form, reading, run_sheet, safety_list
from fieldkit.papers.content import (
    Block,
    Boxes,
    Bullets,
    Comparison,
    Heading,
    Lines,
    MethodCard,
    Paragraph,
    Questions,
)
from fieldkit.papers.day_content import (
    Amount,
    CardLine,
    ChainLink,
    ChainStop,
    ConsentCard,
    Head,
    Heads,
    ItemState,
    ListedGate,
    ListedItem,
    LogForm,
    Moment,
    RunSheet,
    SafetyList,
    Theme,
)
from tests.brief.reading import EXTRACTORS, by_pypdf, dense
from tests.brief.test_hostile_text import ANYTHING, LONG, MARKUP, assert_only_text, printed


def lines(text: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(text, max_size=2).map(tuple)


def pages(text: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[Block, ...]]:
    texts = lines(text)
    block: st.SearchStrategy[Block] = st.one_of(
        st.builds(Heading, text=text),
        st.builds(Paragraph, text=text),
        st.builds(Bullets, lines=texts, codes=texts),
        st.builds(Boxes, lines=texts, codes=texts),
        st.builds(Questions, lines=texts, codes=texts),
    )
    return st.lists(block, max_size=6).map(tuple)


def comparisons(text: st.SearchStrategy[str]) -> st.SearchStrategy[Comparison]:
    texts = lines(text)
    cards = st.builds(
        MethodCard,
        strength=st.one_of(st.none(), st.floats(-1, 2)),
        **dict.fromkeys(("title", "label", "chosen", "reason"), text),
        **dict.fromkeys(("why", "first", "mind", "more"), texts),
    )
    return st.builds(
        Comparison,
        cards=st.lists(cards, max_size=2).map(tuple),
        **dict.fromkeys(("dialogue", "notice"), text),
        **dict.fromkeys(("about", "steps", "unknown", "combine"), texts),
    )


def drawn(content: Comparison | tuple[Block, ...]) -> bytes:
    """The PDF, or nothing where the type lacks a letter; anything else raised is a fault."""
    try:
        if isinstance(content, Comparison):
            return comparison.draw(content, "nl")
        return reading.draw("<b>Pay</b>", content, "en", second="&amp;")
    except FileProblem as problem:
        if problem.code != "letters_not_printable":
            raise
        return b""


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.one_of(pages(st.one_of(ANYTHING, st.just(LONG))), comparisons(st.one_of(ANYTHING, st.just(LONG)))))
def test_no_text_becomes_a_link_an_image_or_an_error(content: Comparison | tuple[Block, ...]) -> None:
    pdf = drawn(content)
    if pdf:
        assert_only_text(pdf)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(pages(st.sampled_from(MARKUP)))
def test_every_text_prints_as_it_was_written(content: tuple[Block, ...]) -> None:
    pdf = drawn(content)
    shown = [block for block in content if not isinstance(block, Heading)]
    texts = [text for block in shown for text in (block.lines if isinstance(block, Lines) else (block.text,))]
    for extract in EXTRACTORS:
        said = dense(" ".join(extract(pdf)))
        assert "<b>Pay</b>" in said
        assert [text for text in texts if printed(text) not in said] == []


def heads(text: st.SearchStrategy[str]) -> st.SearchStrategy[Head]:
    return st.builds(Head, about=lines(text), **dict.fromkeys(("code", "day", "destroy_by"), text))


def run_sheets(text: st.SearchStrategy[str]) -> st.SearchStrategy[RunSheet]:
    moments = st.builds(
        Moment, **dict.fromkeys(("time", "title"), text), **dict.fromkeys(("lines", "boxes"), lines(text))
    )
    people = st.builds(Heads, label=text, planned=st.integers(0, 10**6), present=st.none() | st.just(3))
    amounts = st.lists(st.builds(Amount, what=text, sum=text), max_size=2).map(tuple)
    return st.builds(
        RunSheet,
        head=heads(text),
        moments=st.lists(moments, max_size=2).map(tuple),
        people=st.lists(people, max_size=2).map(tuple),
        stops=st.lists(st.builds(ChainStop, language=text, note=text), max_size=2).map(tuple),
        links=st.lists(st.builds(ChainLink, from_=text, to=text, who=text), max_size=2).map(tuple),
        amounts=amounts,
        totals=amounts,
        **dict.fromkeys(("signal", "plan"), text),
        **dict.fromkeys(("counted_by", "help"), lines(text)),
    )


def safety_lists(text: st.SearchStrategy[str]) -> st.SearchStrategy[SafetyList]:
    states: st.SearchStrategy[ItemState] = st.sampled_from(("open", "done", "set_aside"))
    items = st.builds(ListedItem, state=states, **dict.fromkeys(("code", "text", "who", "by"), text))
    gates = st.builds(
        ListedGate, items=st.lists(items, max_size=2).map(tuple), **dict.fromkeys(("phase", "gate"), text)
    )
    return st.builds(SafetyList, head=heads(text), gates=st.lists(gates, max_size=2).map(tuple))


def cards(text: st.SearchStrategy[str]) -> st.SearchStrategy[ConsentCard]:
    keys = get_args(ConsentLine)
    said = st.tuples(
        *[st.builds(CardLine, line=st.just(key), said=text, meant=st.just("It")) for key in keys]
    )
    return st.builds(ConsentCard, lines=said)


def forms(text: st.SearchStrategy[str]) -> st.SearchStrategy[LogForm]:
    themes = st.lists(st.builds(Theme, code=text, title=text), max_size=2).map(tuple)
    return st.builds(LogForm, head=heads(text), labels=lines(text), themes=themes, insights=st.just(1))


DayPaper = RunSheet | SafetyList | ConsentCard | LogForm


def of_the_day(content: DayPaper) -> bytes:
    """The PDF, or nothing where the type lacks a letter; anything else raised is a fault."""
    try:
        match content:
            case RunSheet():
                return run_sheet.draw(content, "nl")
            case SafetyList():
                return safety_list.draw(content, "hi")
            case ConsentCard():
                return consent_card.draw(content, "en")
            case LogForm():
                return log_form.draw(content, "en")
    except FileProblem as problem:
        if problem.code != "letters_not_printable":
            raise
        return b""


HOSTILE = st.one_of(ANYTHING, st.just(LONG))
DAY_PAPERS = st.one_of(run_sheets(HOSTILE), safety_lists(HOSTILE), cards(HOSTILE), forms(HOSTILE))


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(DAY_PAPERS)
def test_on_the_papers_of_a_day_no_text_becomes_a_link_an_image_or_an_error(content: DayPaper) -> None:
    pdf = of_the_day(content)
    if pdf:
        assert_only_text(pdf)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(run_sheets(st.sampled_from(MARKUP)))
def test_every_text_of_a_run_sheet_prints_as_it_was_written(content: RunSheet) -> None:
    said = dense(" ".join(by_pypdf(of_the_day(content))))
    shown = [content.plan, *content.help, *(each for moment in content.moments for each in moment.lines)]
    assert [text for text in shown if printed(text) not in said] == []

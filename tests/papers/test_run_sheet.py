from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from fieldkit.papers import run_sheet
from fieldkit.papers.day_content import ChainLink, ChainStop, Head, Heads, Moment, RunSheet
from tests.brief.reading import EXTRACTORS, Extractor, by_pypdf, dense, folded, letter_boxes
from tests.papers.day_samples import HEAD, RUN_SHEET
from tests.papers.looking import overlaps

PLAN = "Pause, put notes away, children first, out by the second exit."


@pytest.mark.parametrize("extract", EXTRACTORS)
def test_one_page_holds_the_day_and_what_one_looks_up(extract: Extractor) -> None:
    [page] = extract(run_sheet.draw(RUN_SHEET, "en"))
    said = dense(page)
    for moment in RUN_SHEET.moments:
        for text in (moment.time, moment.title, *moment.lines, *moment.boxes):
            assert dense(text) in said
    for text in (
        HEAD.day, HEAD.code, *HEAD.about, "Signal: “Is the tea ready?”", RUN_SHEET.plan, "G1 women, cobbles",
        "Int-1", "INR", "13,260", "Fac-1", "Child protection", "Numbers are on the partner’s card.",
        "exact pay of one person", "Destroy by 15 May 2026",
    ):  # fmt: skip
        assert dense(text) in said, text


def test_the_day_stands_in_its_order() -> None:
    [page] = by_pypdf(run_sheet.draw(RUN_SHEET, "en"))
    places = [page.index(moment.title) for moment in RUN_SHEET.moments]
    assert places == sorted(places)


def test_what_stops_the_talk_stands_above_the_other_things_one_looks_up() -> None:
    [page] = by_pypdf(run_sheet.draw(RUN_SHEET, "en"))
    order = ("To stop the talk", "People planned", "Language chain", "Money", "Help nearby", "Never")
    places = [page.index(heading) for heading in order]
    assert places == sorted(places)


def test_a_step_that_nobody_carries_says_so() -> None:
    [page] = by_pypdf(run_sheet.draw(RUN_SHEET, "en"))
    assert "nobody yet" in page
    carried = tuple(replace(link, who="Int-9") for link in RUN_SHEET.links)
    [page] = by_pypdf(run_sheet.draw(replace(RUN_SHEET, links=carried), "en"))
    assert "nobody yet" not in page


def test_a_session_that_says_nothing_yet_is_a_sheet_to_fill_in() -> None:
    empty = RunSheet(head=Head(code="CC-1"), moments=(Moment(title="Welcome"),))
    [page] = by_pypdf(run_sheet.draw(empty, "en"))
    assert "Day not set yet" in page
    assert "Signal:" in page
    assert "Destroy by ____" in folded(page)


def test_what_does_not_fit_on_a_page_goes_on_and_nothing_is_lost() -> None:
    full = replace(RUN_SHEET, plan=f"{PLAN} " * 90, moments=RUN_SHEET.moments * 3)
    pages = by_pypdf(run_sheet.draw(full, "en"))
    assert len(pages) > 2
    said = "".join(dense(page) for page in pages)
    assert said.count(dense("put notes away")) == 90
    assert said.count(dense("Consent, one use at a time")) == 3
    assert said.count(dense("exact pay of one person")) == 1
    assert [page for page in pages if "Internal. Do not hand over." not in page] == []


def test_a_long_right_column_makes_pages_of_its_own() -> None:
    many = replace(RUN_SHEET, people=RUN_SHEET.people * 20)
    pages = by_pypdf(run_sheet.draw(many, "en"))
    assert len(pages) > 1
    assert "".join(pages).count("G1 women, cobbles") == 20


@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(
    people=st.integers(0, 12),
    languages=st.lists(st.sampled_from(("pl", "ro", "nl", "en", "Hadoti", "Twi")), max_size=6, unique=True),
    hops=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.sampled_from(("", "Int-1", "Int-22")))),
    plan=st.integers(0, 40),
)
def test_nothing_lies_on_anything_else(
    people: int, languages: list[str], hops: list[tuple[int, int, str]], plan: int
) -> None:
    links = tuple(
        ChainLink(from_=languages[from_], to=languages[to], who=who)
        for from_, to, who in hops
        if max(from_, to) < len(languages) and from_ != to
    )
    content = replace(
        RUN_SHEET,
        people=(Heads(label="G1 women, home-based, processing", planned=14),) * people,
        stops=tuple(ChainStop(language=each, note="workers") for each in languages),
        links=links,
        plan=f"{PLAN} " * plan,
    )
    pdf = run_sheet.draw(content, "nl")
    assert overlaps(pdf) == []
    assert all(box[2] < 556 for boxes in letter_boxes(pdf) for box in boxes)

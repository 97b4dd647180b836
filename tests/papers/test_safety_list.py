from __future__ import annotations

import pytest
from msgspec.structs import replace

from fieldkit.papers import safety_list
from fieldkit.papers.day_content import ListedGate, ListedItem, SafetyList
from fieldkit.text import catalogue
from resources.library import safety_checklist
from tests.brief.reading import by_pypdf, dense, folded
from tests.papers.day_samples import HEAD, SAFETY_LIST
from tests.papers.looking import overlaps, shapes, typefaces

ITEM = ListedItem(code="SC-28", text="A stop signal is agreed.", who="Partner")


def one(item: ListedItem) -> SafetyList:
    return SafetyList(head=HEAD, gates=(ListedGate(phase="Before the day", gate="Now", items=(item,)),))


def whole(language: str) -> SafetyList:
    words = catalogue(language)
    items = tuple(
        ListedItem(code=each.id, text=words.say(each.text), who=words.say("Partner"))
        for each in safety_checklist().items
    )
    return SafetyList(head=HEAD, gates=(ListedGate(phase=words.say("On the day"), gate="", items=items),))


def test_each_item_stands_with_its_code_and_who_answered_or_is_to() -> None:
    [page] = by_pypdf(safety_list.draw(SAFETY_LIST, "en"))
    said = dense(page)
    for gate in SAFETY_LIST.gates:
        for item in gate.items:
            assert dense(f"{item.text} {item.code}") in said
    for text in ("Follows from what is entered", "Set aside: partner organisation", "Partner · Facilitator"):
        assert dense(text) in said


def boxes_and_lines(item: ListedItem) -> tuple[int, int]:
    """How many shapes stand where the box is, and how many lines where one writes."""
    found = shapes(safety_list.draw(one(item), "en"))
    in_box = [each for each in found if each[0] > 50 and each[2] < 64]
    to_write = [each for each in found if each[0] > 400 and each[3] - each[1] < 2]
    return len(in_box), len(to_write)


def test_what_is_answered_is_ticked_and_what_is_not_has_room_to_write() -> None:
    assert boxes_and_lines(ITEM) == (1, 1)
    assert boxes_and_lines(replace(ITEM, state="done", by="union officer")) == (2, 0)
    assert boxes_and_lines(replace(ITEM, state="set_aside")) == (2, 0)


def test_whoever_answered_stands_in_the_place_of_whoever_is_to() -> None:
    [still_open] = by_pypdf(safety_list.draw(one(ITEM), "en"))
    [done] = by_pypdf(safety_list.draw(one(replace(ITEM, state="done", by="union officer")), "en"))
    assert "Partner" in still_open
    assert "union officer" in done
    assert "Partner" not in done


def test_the_phase_stands_once_above_its_gates() -> None:
    gates = tuple(ListedGate(phase="Afterwards", gate=gate, items=(ITEM,)) for gate in ("First", "Second"))
    [page] = by_pypdf(safety_list.draw(SafetyList(head=HEAD, gates=gates), "en"))
    assert page.count("Afterwards") == 1
    assert page.index("First") < page.index("Second")


@pytest.mark.parametrize("language", ["en", "nl", "hi"])
def test_the_whole_checklist_goes_on_over_pages_without_one_item_on_another(language: str) -> None:
    pdf = safety_list.draw(whole(language), language)
    said = "".join(by_pypdf(pdf))
    assert [each.id for each in safety_checklist().items if each.id not in said] == []
    if language != "hi":  # vowel signs stand on their letters
        assert overlaps(pdf) == []


def test_hindi_is_set_in_a_type_that_has_its_letters() -> None:
    assert typefaces(safety_list.draw(whole("hi"), "hi")) >= {"Mukta-Regular", "Mukta-SemiBold"}
    assert not any("Mukta" in name for name in typefaces(safety_list.draw(whole("nl"), "nl")))


def test_the_paper_says_that_no_name_stands_on_it() -> None:
    [page] = by_pypdf(safety_list.draw(SAFETY_LIST, "en"))
    assert "Write role and day beside what you tick, never a name." in folded(page)

"""The log form, the receipt by headcount and the rule of secrecy."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from fieldkit.papers import log_form, receipt_sheet, secrecy_sheet
from fieldkit.papers.day_content import Head, Heads, LogForm, ReceiptSheet, SecrecySheet
from fieldkit.text import catalogue
from tests.brief.reading import EXTRACTORS, Extractor, by_pypdf, dense, folded
from tests.papers.day_samples import HEAD, LOG_FORM, RECEIPT_SHEET, SECRECY_SHEET
from tests.papers.looking import overlaps, shapes


@pytest.mark.parametrize("extract", EXTRACTORS)
def test_the_log_form_has_a_block_for_each_insight_with_all_it_asks(extract: Extractor) -> None:
    said = "".join(dense(page) for page in extract(log_form.draw(LOG_FORM, "en")))
    for number in range(1, LOG_FORM.insights + 1):
        assert f"Insight{number}" in said
    for asked in (
        "How grave", "Danger to life or freedom", "How many", "What they suggest", "May be shared",
    ):  # fmt: skip
        assert said.count(dense(asked)) >= LOG_FORM.insights
    for text in ("T07 Safety and health", "G1 women, cobbles", "Codes only", "Destroy by 15 May 2026"):
        assert dense(text) in said


def test_a_block_of_the_log_form_is_never_parted() -> None:
    groups = (Heads(label="G1", planned=4),) * 9
    for page in by_pypdf(log_form.draw(replace(LOG_FORM, groups=groups), "nl")):
        assert page.count("Inzicht ") == page.count("Mag gedeeld")


def test_a_log_form_of_a_session_without_groups_has_room_to_write_them() -> None:
    [*pages] = by_pypdf(log_form.draw(LogForm(head=Head(code="CC-1")), "en"))
    assert "Insight 5" in "".join(pages)


@pytest.mark.parametrize("tokens", [1, 2, 26, 57, 130])
def test_the_receipt_numbers_each_token_once_with_four_boxes(tokens: int) -> None:
    bare = ReceiptSheet(head=Head(code="CC-1"), tokens=tokens)
    pdf = receipt_sheet.draw(bare, "en")
    numbers = [word for page in by_pypdf(pdf) for word in page.split() if word.isdigit()]
    for number in range(1, tokens + 1):
        assert numbers.count(str(number)) >= 1
    boxes = [box for box in shapes(pdf) if 9 < box[2] - box[0] < 12 and 9 < box[3] - box[1] < 12]
    assert len(boxes) == 4 * tokens


def test_a_receipt_for_nobody_has_tokens_without_numbers() -> None:
    [page] = by_pypdf(receipt_sheet.draw(ReceiptSheet(head=Head(code="CC-1"), tokens=0), "en"))
    assert [word for word in page.split() if word.isdigit()] == ["1", "1"]  # page 1 of 1


def test_a_slip_of_the_pen_does_not_print_a_book() -> None:
    many = by_pypdf(receipt_sheet.draw(replace(RECEIPT_SHEET, tokens=1_000_000), "en"))
    assert len(many) < 12


@pytest.mark.parametrize("extract", EXTRACTORS)
def test_the_receipt_says_what_it_comes_to_and_who_counted_by_role_or_code(extract: Extractor) -> None:
    [page] = extract(receipt_sheet.draw(RECEIPT_SHEET, "en"))
    said = dense(page)
    for text in ("Lost wages, INR 450 × 26", "11,700", "13,260", "Fac-1", "Partner", "Role", "nobody signs"):
        assert dense(text) in said


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_rule_of_secrecy_is_one_page_and_signed_by_code_role_and_day(language: str) -> None:
    [page] = by_pypdf(secrecy_sheet.draw(SECRECY_SHEET, language))
    say = catalogue(language).say
    for text in ("Code of the listener", "Role", "Day", "I agree", "I take nothing with me"):
        assert say(text) in folded(page)


def test_the_rule_of_secrecy_forbids_what_the_checklist_asks() -> None:
    """SC-25: no photos, no recording, no business cards to single workers, no promises."""
    said = folded(by_pypdf(secrecy_sheet.draw(SecrecySheet(head=Head(code="CC-1")), "en"))[0])
    for text in ("no photos", "no recordings", "no business card", "no promises", "no names"):
        assert text in said


@pytest.mark.parametrize("language", ["en", "nl"])
def test_nothing_lies_on_anything_else(language: str) -> None:
    for pdf in (
        log_form.draw(LOG_FORM, language),
        receipt_sheet.draw(RECEIPT_SHEET, language),
        secrecy_sheet.draw(SECRECY_SHEET, language),
    ):
        assert overlaps(pdf) == []


def test_each_says_until_when_it_may_be_kept_or_leaves_room_to_write_it() -> None:
    [dated] = by_pypdf(secrecy_sheet.draw(SecrecySheet(head=HEAD), "nl"))
    [undated] = by_pypdf(secrecy_sheet.draw(SecrecySheet(head=Head(code="CC-1")), "nl"))
    assert "Vernietigen uiterlijk 15 May 2026" in folded(dated)
    assert "Vernietigen uiterlijk ____" in folded(undated)

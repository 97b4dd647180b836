"""The page of a partner: who, trust, legitimacy, agreements, promises."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from fieldkit.model.field import Money
from fieldkit.model.partner import Agreement, Partner, Promise
from fieldkit.workspace import Setup, Workspace
from tests.ui.conftest import PASSPHRASE, found
from ui.desk import Desk
from ui.fields import ChoiceField, Field
from ui.pages.partner import PartnerPage
from ui.pages.partners import PartnersPage
from ui.parts.buttons import Button
from ui.parts.fold import Fold
from ui.parts.segments import Segments
from ui.places import TODAY, Place

DeskOf = Callable[..., Desk]

UNION = Partner(code="PA-01", type="union_site", name="Stitchers", legitimacy_result="unverified")
NGO = Partner(code="PA-02", type="ngo", name="Near the mill", languages=("pt",))
AGREED = Agreement(
    code="AG-01", partner_code="PA-02", start=date(2026, 1, 1), months=36, no_interference="yes",
    pace_set_by_partner="yes", exit_terms="Six months' notice.",
)  # fmt: skip


@pytest.fixture
def desk(desk_of: DeskOf, workspace: Workspace) -> Desk:
    workspace.editing.keep(UNION, NGO, AGREED)
    return desk_of(workspace)


def go(desk: Desk, code: str, field: str = "") -> PartnerPage:
    desk.go(Place("partner", code, field=field))
    QApplication.processEvents()
    assert isinstance(desk.page, PartnerPage)
    return desk.page


def field(page: PartnerPage, key: str) -> Field:
    page.go_to_field(key)
    name = key.rpartition("/")[2]
    return next(each for each in page.findChildren(Field) if each.key == name and each.isVisible())


def type_over(one: Field, text: str) -> None:
    """Type over a field and leave it, as one does by keyboard."""
    control = one.focusProxy()
    assert isinstance(control, QLineEdit | QPlainTextEdit)
    control.setFocus()
    control.selectAll()
    QTest.keyClicks(control, text)
    QTest.keyClick(control, Qt.Key.Key_Tab)


def texts(root: QWidget) -> list[str]:
    return [label.text() for label in root.findChildren(QLabel) if label.isVisible()]


def kept(desk: Desk, code: str = "PA-01") -> Partner:
    partner = desk.context.workspace.editing.find(Partner, code)
    assert partner is not None
    return partner


def agreement(desk: Desk, code: str = "AG-01") -> Agreement:
    found_ = desk.context.workspace.editing.find(Agreement, code)
    assert found_ is not None
    return found_


def press(root: QWidget, name: str) -> None:
    control = found(root, name)
    control.setFocus()
    QTest.keyClick(control, Qt.Key.Key_Return)
    QApplication.processEvents()


def answer(page: PartnerPage, question: str, value: str) -> None:
    page.go_to_field(f"legitimacy_answers.{question}")
    page._legitimacy._answers[question].pick(value)  # type: ignore[index]


def primaries(desk: Desk) -> list[str]:
    return [
        each.words
        for each in desk.findChildren(Button)
        if each.property("kind") == "primary" and each.isVisible()
    ]


def test_a_new_partner_opens_at_its_name_and_has_an_agreement_as_the_next_thing(desk: Desk) -> None:
    page = go(desk, "PA-01")
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert focused.text() == "Stitchers"
    assert primaries(desk) == ["Add an agreement"]
    assert "PA-01 · Union at the site" in texts(page)


def test_what_is_typed_about_a_partner_is_there_after_a_lock(desk: Desk, setup: Setup) -> None:
    page = go(desk, "PA-01")
    path = desk.context.workspace.path
    type_over(field(page, "name"), "Stitchers' Union")
    type_over(field(page, "contact_person"), "Ana Prado")
    languages = field(page, "languages").focusProxy()
    assert isinstance(languages, QPlainTextEdit)
    languages.setPlainText("pt\nمحلية\nMirandês")
    type_over(field(page, "years_active"), "12")
    trust = field(page, "worker_trust")
    assert isinstance(trust, ChoiceField)
    trust.choose("established")
    desk.window().lock()  # type: ignore[attr-defined]
    assert path is not None
    with Workspace.open(path, PASSPHRASE, setup) as again:
        partner = again.editing.find(Partner, "PA-01")
    assert partner is not None
    assert (partner.name, partner.contact_person, partner.years_active) == (
        "Stitchers' Union",
        "Ana Prado",
        12,
    )
    assert partner.languages == ("pt", "محلية", "Mirandês")
    assert partner.worker_trust == "established"


def test_the_contact_says_that_it_never_goes_on_paper(desk: Desk) -> None:
    page = go(desk, "PA-01")
    assert "Stays in this workspace, never on paper" in texts(field(page, "contact_person"))
    assert any("never on paper" in text for text in texts(field(page, "contact")))


@pytest.mark.parametrize(
    ("key", "typed", "said"),
    [
        ("years_active", "twelve", "Expected a whole number."),
        ("years_active", "-3", "Expected a whole number of at least 0."),
        ("name", "n" * 301, "Expected a text of at most 300 characters: shorten it."),
    ],
)
def test_what_cannot_be_kept_is_said_beside_the_field_and_stays_there(
    desk: Desk, key: str, typed: str, said: str
) -> None:
    page = go(desk, "PA-01")
    one = field(page, key)
    line = one.focusProxy()
    assert isinstance(line, QLineEdit)
    line.setText(typed)
    one.take()
    assert one.problem == said
    assert getattr(kept(desk), key) == getattr(UNION, key)
    type_over(field(page, "contact_person"), "Ana")
    assert kept(desk).contact_person == "Ana"
    desk.go(TODAY)
    again = field(go(desk, "PA-01"), key)
    assert again.problem == said


def test_a_pasted_megabyte_is_refused_in_words(desk: Desk) -> None:
    page = go(desk, "PA-01")
    note = field(page, "own_risk_note")
    control = note.focusProxy()
    assert isinstance(control, QPlainTextEdit)
    QApplication.clipboard().setText("x" * 1_000_000)
    control.paste()
    assert "1000000" in note.problem
    assert control.toPlainText() == ""


def test_ten_answers_make_a_union_trusted_at_once_l1_to_l5(desk: Desk) -> None:
    page = go(desk, "PA-01")
    for number in range(1, 6):
        assert kept(desk).legitimacy_result == "unverified"
        answer(page, f"L{number}", "yes")
    assert kept(desk).legitimacy_result == "trusted"
    assert "Trusted" in texts(page._legitimacy)
    assert "Yes to the first five: the union counts as trusted." in texts(page._legitimacy)


def test_a_no_on_the_first_five_is_red_in_words_and_two_make_it_yellow(desk: Desk) -> None:
    page = go(desk, "PA-01")
    red = "Red: a no here says that it may not be free."
    answer(page, "L6", "no")
    assert red not in texts(page)
    answer(page, "L2", "no")
    assert texts(page).count(red) == 1
    assert kept(desk).legitimacy_result == "unverified"
    answer(page, "L3", "no")
    assert texts(page).count(red) == 2
    assert kept(desk).legitimacy_result == "yellow"
    assert any("Yellow union" in text for text in texts(page._legitimacy))


def test_an_answer_and_what_follows_from_it_are_taken_back_as_one_step(desk: Desk) -> None:
    page = go(desk, "PA-01")
    for question in ("L2", "L3"):
        answer(page, question, "no")
    desk.context.undo.undo()
    assert kept(desk).legitimacy_answers == {"L2": "no"}
    assert kept(desk).legitimacy_result == "unverified"
    assert page._legitimacy._answers["L3"].value() == ""


def test_legitimacy_is_asked_of_unions_alone_and_follows_the_kind_in_one_step(desk: Desk) -> None:
    page = go(desk, "PA-01")
    assert page._legitimacy.isVisible()
    kinds = field(page, "type").focusProxy()
    assert isinstance(kinds, QComboBox)
    kinds.setCurrentIndex(kinds.findData("ngo"))
    kinds.activated.emit(kinds.currentIndex())
    assert (kept(desk).type, kept(desk).legitimacy_result) == ("ngo", "na")
    assert not page._legitimacy.isVisible()
    desk.context.undo.undo()
    assert kept(desk) == UNION
    assert page._legitimacy.isVisible()


def test_an_agreement_is_added_by_keyboard_and_says_what_is_open_m2_cau1(desk: Desk) -> None:
    page = go(desk, "PA-01")
    press(desk, "Add an agreement")
    assert agreement(desk, "AG-02").partner_code == "PA-01"
    said = texts(page._agreements)
    assert any("at least 24 months" in text for text in said)
    assert any("the partner sets the pace" in text for text in said)
    assert any(text.startswith("No end agreed · still open: ") for text in said)
    assert primaries(desk) == ["Add a promise"]


def test_an_agreement_shorter_than_two_years_is_remarked_beside_its_length_m2_cau1(desk: Desk) -> None:
    page = go(desk, "PA-02")
    type_over(field(page, "agreement/AG-01/months"), "12")
    assert agreement(desk).months == 12
    assert "Shorter than 24 months: a partner needs longer to build trust." in texts(page._agreements)
    assert "Until 1 January 2027" in texts(page._agreements)
    type_over(field(page, "agreement/AG-01/months"), "36")
    assert "Until 1 January 2029" in texts(page._agreements)
    assert not any("Shorter" in text for text in texts(page._agreements))


def test_every_field_of_an_agreement_is_kept(desk: Desk) -> None:
    page = go(desk, "PA-02")
    type_over(field(page, "agreement/AG-01/start"), "1-2-2026")
    type_over(field(page, "agreement/AG-01/promises_company"), "Pay for time")
    type_over(field(page, "agreement/AG-01/budget"), "1250.50")
    type_over(field(page, "agreement/AG-01/confidentiality"), "No names")
    type_over(field(page, "agreement/AG-01/review_date"), "1-2-2027")
    for key, value in (
        ("no_interference", "no"),
        ("pace_set_by_partner", ""),
        ("data_owner", "workers"),
        ("source_naming_consent", "type_only"),
    ):
        one = field(page, f"agreement/AG-01/{key}")
        assert isinstance(one, ChoiceField)
        one.choose(value)
    assert agreement(desk) == replace(
        AGREED, id=agreement(desk).id, start=date(2026, 2, 1), promises_company="Pay for time",
        budget=Money(minor=125050, currency="EUR"), confidentiality="No names", review_date=date(2027, 2, 1),
        no_interference="no", pace_set_by_partner=None, data_owner="workers",
        source_naming_consent="type_only",
    )  # fmt: skip


def test_what_is_not_agreed_yet_is_no_danger_to_people(desk: Desk) -> None:
    page = go(desk, "PA-02")
    one = field(page, "agreement/AG-01/no_interference")
    assert isinstance(one, ChoiceField)
    one.choose("")
    assert one.segments is not None
    assert not any(each.ground() == "red_soft" for each in one.segments._segments)


def test_what_consent_to_be_named_means_is_said(desk: Desk) -> None:
    page = go(desk, "PA-02")
    field(page, "agreement/AG-01/source_naming_consent")
    said = " ".join(texts(page._agreements))
    for word in ("Never: neither", "Kind of source only: a supplier may", "May be named: a supplier may"):
        assert word in said


def test_an_agreement_is_deleted_and_comes_back_with_undo(desk: Desk) -> None:
    page = go(desk, "PA-02", "agreement/AG-01/months")
    press(desk, "Delete this agreement")
    assert desk.context.workspace.editing.find(Agreement, "AG-01") is None
    assert not page._agreements.folds
    assert primaries(desk) == ["Add an agreement"]
    message = desk.context.messages.last
    assert message is not None
    assert message.act is not None
    message.act()
    assert agreement(desk) == AGREED
    assert list(page._agreements.folds) == ["AG-01"]


def test_a_promise_is_added_kept_and_turns_amber_when_it_is_late_rq_043(desk: Desk) -> None:
    page = go(desk, "PA-02")
    press(desk, "Add a promise")
    text = QApplication.focusWidget()
    assert isinstance(text, QPlainTextEdit)
    QTest.keyClicks(text, "Pay the travel money")
    type_over(field(page, "promise/PR-01/due"), "10-4-2026")
    [promise] = desk.context.workspace.editing.all(Promise)
    assert (promise.text, promise.due, promise.partner_code) == (
        "Pay the travel money",
        date(2026, 4, 10),
        "PA-02",
    )
    fold = page._promises.folds["PR-01"]
    assert "To the partner · 10 days late" in texts(fold)
    done = field(page, "promise/PR-01/kept")
    assert isinstance(done, ChoiceField)
    done.choose("late")
    assert "To the partner · by 10 April 2026 · Kept late" in texts(fold)


def test_a_promise_is_deleted_and_comes_back_with_undo(desk: Desk) -> None:
    desk.context.workspace.editing.keep(
        Promise(code="PR-07", partner_code="PA-02", to="workers", text="Word back")
    )
    page = go(desk, "PA-02", "promise/PR-07")
    press(desk, "Delete this promise")
    assert not page._promises.folds
    desk.context.undo.undo()
    assert list(page._promises.folds) == ["PR-07"]


def test_what_is_due_opens_at_the_very_field(desk: Desk) -> None:
    go(desk, "PA-02", "agreement/AG-01/review_date")
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert focused.accessibleName() == "Look at it again on"
    go(desk, "PA-01", "agreements")
    assert QApplication.focusWidget() is found(desk, "Add an agreement")


def test_a_partner_is_deleted_with_its_agreements_and_undo_brings_all_back(desk: Desk) -> None:
    go(desk, "PA-02")
    press(desk, "Delete the partner")
    assert isinstance(desk.page, PartnersPage)
    assert desk.context.workspace.editing.find(Agreement, "AG-01") is None
    desk.context.undo.undo()
    assert kept(desk, "PA-02") == NGO
    assert agreement(desk) == AGREED


def test_the_dialogues_of_a_partner_are_one_press_away(desk_of: DeskOf, sample: Workspace) -> None:
    desk = desk_of(sample)
    go(desk, "PA-12")
    press(desk, "Horticulture, D-04")
    assert desk._journey.place == Place("dialogue", "D-04", "partners")


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_long_name_squeezes_nothing_out_of_the_window(
    desk_of: DeskOf, workspace: Workspace, language: str
) -> None:
    long = replace(NGO, name="W" * 300)
    promised = Promise(code="PR-01", partner_code="PA-02", to="workers", text="W" * 20_000)
    workspace.editing.keep(long, AGREED, promised)
    desk = desk_of(workspace, language)
    desk.window().resize(1024, 640)
    page = go(desk, "PA-02")
    for fold in page.findChildren(Fold):
        fold.open()
    QApplication.processEvents()
    assert desk.window().width() == 1024
    for each in page.findChildren(Segments):
        right = each.mapTo(page, each.rect().topRight()).x()
        assert not each.isVisible() or right <= page.width()

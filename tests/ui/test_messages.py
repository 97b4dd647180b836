from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldkit.errors import FileProblem, InvalidValue, Reason, Refused
from fieldkit.model.partner import Partner
from fieldkit.text import catalogue
from fieldkit.workspace import Workspace
from tests.ui.conftest import found
from ui.desk import Desk
from ui.messages import Message, Messages, catch_bugs
from ui.notice import Notice


@pytest.fixture
def hook() -> Iterator[None]:
    """Put back what Python does with errors nobody caught."""
    before = sys.excepthook
    yield
    sys.excepthook = before


def notice_of(desk: Desk) -> Notice:
    [notice] = desk.findChildren(Notice)
    return notice


@pytest.mark.usefixtures("qapp")
def test_an_error_is_said_in_its_own_sentence_in_the_language_of_the_window() -> None:
    english, dutch = (Messages(catalogue(each)).sentence(FileProblem("disk_full")) for each in ("en", "nl"))
    assert "disk is full" in english
    assert "schijf is vol" in dutch


@pytest.mark.usefixtures("qapp")
def test_a_refusal_says_every_reason_at_once() -> None:
    reasons = (Reason("RQ-005", "rights", "rights_missing"), Reason("XR-6", "D-01", "acute_stop"))
    messages = Messages(catalogue("en"))
    both = messages.sentence(Refused(reasons))
    assert all(messages.sentence(Refused((each,))) in both for each in reasons)


@pytest.mark.usefixtures("qapp")
def test_a_bug_is_told_by_kind_and_place_without_anybodys_words() -> None:
    messages = Messages(catalogue("en"))
    try:
        dict[str, str]()["Kamala said this"]
    except KeyError as error:
        sentence = messages.sentence(error)
    assert "Kamala" not in sentence
    assert "KeyError" in sentence
    assert "test_messages.py:" in sentence


@pytest.mark.usefixtures("hook")
def test_a_bug_that_reaches_the_event_loop_is_said_and_the_window_stays(
    qtbot: QtBot, desk_of: Callable[..., Desk], workspace: Workspace
) -> None:
    desk = desk_of(workspace)
    catch_bugs(desk.context.messages)
    error = ValueError("what a worker said")
    with qtbot.waitSignal(desk.context.messages.said) as said:
        QTimer.singleShot(0, lambda: sys.excepthook(ValueError, error, None))
    assert "ValueError" in said.args[0].text
    assert "worker" not in said.args[0].text
    assert desk.isVisible()


def test_what_is_said_is_shown_below_the_page_and_goes_on_request(
    qtbot: QtBot, desk_of: Callable[..., Desk], workspace: Workspace
) -> None:
    desk = desk_of(workspace)
    notice = notice_of(desk)
    assert not notice.isVisible()
    desk.context.messages.failed(InvalidValue("not_a_day", path="decision_due"))
    assert notice.isVisible()
    assert notice.property("tone") == "amber"
    qtbot.mouseClick(found(notice, "Close"), Qt.MouseButton.LeftButton)
    assert not notice.isVisible()


def test_one_message_at_a_time_the_newest_is_read(
    qtbot: QtBot, desk_of: Callable[..., Desk], workspace: Workspace
) -> None:
    desk = desk_of(workspace)
    desk.context.messages.say("One thing was done.")
    desk.context.messages.say("Another thing was done.")
    QApplication.processEvents()
    assert found(notice_of(desk), "Another thing was done.").isVisible()
    assert desk.context.messages.last == Message("Another thing was done.")
    with pytest.raises(AssertionError):
        found(notice_of(desk), "One thing was done.")


def test_the_button_of_a_message_takes_back_the_very_deletion(
    qtbot: QtBot, desk_of: Callable[..., Desk], workspace: Workspace
) -> None:
    partner = Partner(code="PA-01", name="Kiran Trust", type="ngo")
    workspace.editing.keep(partner)
    desk = desk_of(workspace)
    assert desk.context.remove(partner, "The partner is deleted.")
    assert workspace.editing.find(Partner, "PA-01") is None
    qtbot.mouseClick(found(notice_of(desk), "Undo"), Qt.MouseButton.LeftButton)
    assert workspace.editing.find(Partner, "PA-01") == partner
    assert not notice_of(desk).isVisible()


def test_the_offer_to_take_back_goes_with_the_next_step_for_it_would_take_back_that_one(
    qtbot: QtBot, desk_of: Callable[..., Desk], workspace: Workspace
) -> None:
    partner = Partner(code="PA-01", name="Kiran Trust", type="ngo")
    workspace.editing.keep(partner)
    desk = desk_of(workspace)
    desk.context.remove(partner, "The partner is deleted.")
    desk.context.keep(Partner(code="PA-02", name="Other Trust", type="ngo"))
    assert not notice_of(desk).isVisible()


def test_what_went_wrong_stays_when_a_step_is_saved(
    desk_of: Callable[..., Desk], workspace: Workspace
) -> None:
    desk = desk_of(workspace)
    desk.context.messages.failed(FileProblem("disk_full"))
    desk.context.keep(Partner(code="PA-02", name="Other Trust", type="ngo"))
    assert notice_of(desk).isVisible()

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QThread
from pytestqt.qtbot import QtBot

from fieldkit.errors import FileProblem
from fieldkit.workspace import Workspace
from tests.ui.conftest import found
from ui.desk import Desk
from ui.jobs import Job, Jobs, Progress
from ui.parts.labels import Label


class Heard:
    """What a task came to, and on which thread it was told."""

    def __init__(self) -> None:
        self.answers: list[object] = []
        self.errors: list[Exception] = []
        self.threads: list[QThread] = []

    def done(self, answer: object) -> None:
        self.answers.append(answer)
        self.threads.append(QThread.currentThread())

    def failed(self, error: Exception) -> None:
        self.errors.append(error)
        self.threads.append(QThread.currentThread())


@pytest.fixture
def jobs(qtbot: QtBot) -> Jobs:
    return Jobs()


def test_a_task_runs_elsewhere_and_its_answer_comes_back_on_the_thread_that_draws(
    qtbot: QtBot, jobs: Jobs
) -> None:
    heard = Heard()
    here = QThread.currentThread()

    def task(_progress: Progress) -> bool:
        return QThread.currentThread() is here

    with qtbot.waitSignal(jobs.finished):
        jobs.run(task, heard.done, heard.failed)
    assert heard.answers == [False]
    assert heard.threads == [here]
    assert heard.errors == []
    assert not jobs.busy


def test_what_goes_wrong_in_a_task_is_handed_to_whoever_asked(qtbot: QtBot, jobs: Jobs) -> None:
    heard = Heard()

    def task(_progress: Progress) -> None:
        raise FileProblem("disk_full")

    with qtbot.waitSignal(jobs.finished):
        jobs.run(task, heard.done, heard.failed)
    assert heard.answers == []
    [error] = heard.errors
    assert isinstance(error, FileProblem)


def test_a_bug_in_a_task_is_handed_over_too_and_the_next_task_runs(qtbot: QtBot, jobs: Jobs) -> None:
    heard = Heard()
    with qtbot.waitSignal(jobs.finished):
        jobs.run(lambda _progress: 1 // 0, heard.done, heard.failed)
    with qtbot.waitSignal(jobs.finished):
        jobs.run(lambda _progress: "again", heard.done, heard.failed)
    assert [type(error) for error in heard.errors] == [ZeroDivisionError]
    assert heard.answers == ["again"]


def test_a_task_tells_how_far_it_is(qtbot: QtBot, jobs: Jobs) -> None:
    heard = Heard()
    shares: list[tuple[int, float]] = []
    jobs.moved.connect(lambda number, share: shares.append((number, share)))

    def task(progress: Progress) -> None:
        progress.at(0.25)
        progress.at(1.0)

    with qtbot.waitSignal(jobs.finished):
        job = jobs.run(task, heard.done, heard.failed)
    assert shares == [(job.number, 0.25), (job.number, 1.0)]


def test_cancelling_stops_a_task_at_its_next_step_and_nothing_is_told_to_have_failed(
    qtbot: QtBot, jobs: Jobs
) -> None:
    heard = Heard()
    under_way, go_on = threading.Event(), threading.Event()
    steps: list[int] = []

    def task(progress: Progress) -> None:
        under_way.set()
        go_on.wait()
        progress.at(0.5)
        steps.append(1)

    with qtbot.waitSignal(jobs.finished):
        job = jobs.run(task, heard.done, heard.failed)
        under_way.wait()
        job.progress.cancel()
        go_on.set()
    assert (steps, heard.answers, heard.errors) == ([], [], [])


def test_tasks_run_one_at_a_time_in_the_order_they_were_asked_for(qtbot: QtBot, jobs: Jobs) -> None:
    heard = Heard()
    running: list[int] = []
    together: list[int] = []

    def numbered(number: int) -> Callable[[Progress], int]:
        def task(_progress: Progress) -> int:
            running.append(number)
            together.append(len(running))
            running.remove(number)
            return number

        return task

    for number in range(200):
        jobs.run(numbered(number), heard.done, heard.failed)
    jobs.wait()
    assert heard.answers == list(range(200))
    assert set(together) == {1}


def test_waiting_hands_over_every_answer_also_of_what_an_answer_starts(qtbot: QtBot, jobs: Jobs) -> None:
    heard = Heard()

    def then_more(answer: object) -> None:
        heard.done(answer)
        jobs.run(lambda _progress: "second", heard.done, heard.failed)

    jobs.run(lambda _progress: "first", then_more, heard.failed)
    jobs.wait()
    assert heard.answers == ["first", "second"]
    assert not jobs.busy


def test_the_status_line_shows_a_task_with_a_title_and_cancels_it(
    qtbot: QtBot, desk_of: Callable[..., Desk], workspace: Workspace
) -> None:
    desk = desk_of(workspace)
    heard = Heard()
    under_way, go_on = threading.Event(), threading.Event()

    def task(progress: Progress) -> None:
        under_way.set()
        go_on.wait()
        progress.at(0.5)

    with qtbot.waitSignal(desk.context.jobs.finished):
        job: Job = desk.context.jobs.run(task, heard.done, heard.failed, "Backing up")
        under_way.wait()
        assert found(desk, "Backing up").isVisible()
        qtbot.mouseClick(found(desk, "Cancel"), Qt.MouseButton.LeftButton)
        go_on.set()
    assert job.title == "Backing up"
    assert (heard.answers, heard.errors) == ([], [])
    assert not [each for each in desk.findChildren(Label) if each.text() == "Backing up" and each.isVisible()]

"""Backups: made when a workspace is locked, thinned, brought back; passphrases judged and changed; erased."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.errors import FieldkitError, FileProblem, WorkspaceProblem, WrongUse
from fieldkit.store.connection import create, open_
from fieldkit.store.keys import SALT_BYTES, WEAKEST, derive
from fieldkit.store.schema import migrate, steps, version_of
from fieldkit.text import catalogue
from fieldkit.workspace import Setup, Workspace
from fieldkit.workspace.backups import DAYS, SESSIONS, WEEKS, found, kept, restore
from fieldkit.workspace.passphrase import check_words, strength, three_to_ask
from tests.stone import STONE

PHRASE = "a quiet river"
MONDAY = datetime(2026, 4, 20, 9, tzinfo=UTC)


class Clock:
    """A clock that stands still until it is told to go on."""

    def __init__(self) -> None:
        self.now = MONDAY

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def setup(tmp_path: Path, clock: Clock) -> Setup:
    return Setup(cost=WEAKEST, state_folder=tmp_path / "state", data_folder=tmp_path / "data", clock=clock)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Meera.fieldkit"


@pytest.fixture
def workspace(path: Path, setup: Setup) -> Iterator[Workspace]:
    with Workspace.create(path, PHRASE, setup) as workspace:
        yield workspace


def _opened(path: Path, setup: Setup, passphrase: str = PHRASE) -> Workspace:
    return Workspace.open(path, passphrase, setup)


def _dialogues(path: Path, setup: Setup, passphrase: str = PHRASE) -> list[str]:
    with _opened(path, setup, passphrase) as workspace:
        return [line.code for line in workspace.planning.listed("dialogues", catalogue("en"))]


def test_locking_makes_a_backup_only_if_anything_changed(path: Path, setup: Setup, clock: Clock) -> None:
    with Workspace.create(path, PHRASE, setup) as workspace:
        assert workspace.backups.newest() is None
    with _opened(path, setup) as workspace:
        assert workspace.backups.newest() == MONDAY
        workspace.planning.listed("dialogues", catalogue("en"))
        clock.now += timedelta(hours=1)
    assert len(found(setup)) == 1
    with _opened(path, setup) as workspace:
        workspace.custody.import_dialogue(STONE.read_bytes())
        assert workspace.lock() is None
        assert workspace.lock() is None
    assert [one.made_at for one in found(setup)] == [clock.now, MONDAY]


def test_what_was_backed_up_by_hand_is_not_backed_up_again(workspace: Workspace, setup: Setup) -> None:
    workspace.custody.import_dialogue(STONE.read_bytes())
    shares: list[float] = []
    made = workspace.backups.make(shares.append)
    assert (made.made_at, made.size, shares[-1]) == (MONDAY, made.path.stat().st_size, 1.0)
    assert workspace.backups.all() == [made]
    workspace.lock()
    assert found(setup) == [made]


def _of_an_older_program(path: Path) -> None:
    salt = bytes(range(SALT_BYTES))
    with closing(create(path, derive(PHRASE, salt, WEAKEST), salt)) as connection:
        migrate(connection, steps()[:-1])


def test_a_file_of_an_older_program_is_backed_up_before_it_is_updated(
    path: Path, setup: Setup, tmp_path: Path
) -> None:
    _of_an_older_program(path)
    before = path.read_bytes()
    with _opened(path, setup) as workspace:
        [made] = workspace.backups.all()
        assert version_of(workspace._store._connection) == len(steps())
    key = derive(PHRASE, before[:SALT_BYTES], WEAKEST)
    with closing(open_(made.path, key)) as copy:
        assert version_of(copy) == len(steps()) - 1
    restore(made.path, tmp_path / "back.fieldkit", PHRASE, setup)
    assert _dialogues(tmp_path / "back.fieldkit", setup) == []


def test_no_name_stands_with_the_backups_and_each_workspace_has_its_own(path: Path, setup: Setup) -> None:
    other = path.with_name("other.fieldkit")
    for each in (path, other):
        Workspace.create(each, PHRASE, setup).lock()
    assert setup.data_folder is not None
    entries = list(setup.data_folder.rglob("*"))
    assert not [entry for entry in entries if "Meera" in entry.name or "other" in entry.name]
    assert {entry.stat().st_mode & 0o077 for entry in entries if entry.name != "backups"} == {0}
    assert len({one.family for one in found(setup)}) == 2
    with _opened(path, setup) as workspace:
        [mine] = workspace.backups.all()
    assert mine in found(setup)


def test_a_sample_needs_no_backup(path: Path, setup: Setup) -> None:
    Workspace.create(path, PHRASE, setup, sample=True).lock()
    Workspace.throw_away(setup).lock()
    assert found(setup) == []


def test_a_backup_that_cannot_be_made_is_told_and_locks_all_the_same(path: Path, setup: Setup) -> None:
    assert setup.data_folder is not None
    workspace = Workspace.create(path, PHRASE, setup)
    setup.data_folder.write_text("no folder")
    problem = workspace.lock()
    assert isinstance(problem, FileProblem)
    assert problem.code == "cannot_write"
    assert _dialogues(path, setup) == []


def test_a_workspace_whose_stick_is_gone_locks_all_the_same(path: Path, setup: Setup) -> None:
    workspace = Workspace.create(path, PHRASE, setup)
    path.rename(path.with_name("elsewhere"))
    assert isinstance(workspace.lock(), FieldkitError)


def test_what_a_killed_program_left_is_cleared_away(workspace: Workspace) -> None:
    folder = workspace.backups.make().path.parent
    (folder / ".0123456789abcdef.part").write_bytes(b"half")
    (folder / ".0123456789abcdef.part-wal").write_bytes(b"half")
    workspace.backups.make()
    assert sorted(folder.iterdir()) == sorted(one.path for one in workspace.backups.all())


def test_what_somebody_else_put_there_is_no_backup(workspace: Workspace, setup: Setup) -> None:
    made = workspace.backups.make()
    (made.path.parent / "mine.fieldkit").write_bytes(b"something dear")
    assert workspace.backups.all() == [made]
    assert found(setup) == [made]


def test_many_sessions_are_thinned_and_the_one_just_made_never(workspace: Workspace, clock: Clock) -> None:
    for _ in range(8):
        workspace.backups.make()
        clock.now += timedelta(minutes=1)
    assert len(workspace.backups.all()) == SESSIONS
    clock.now = datetime(1970, 1, 1, tzinfo=UTC)  # the clock's own battery is empty
    made = workspace.backups.make()
    assert made in workspace.backups.all()


moments = st.lists(
    st.datetimes(datetime(2026, 1, 1), datetime(2026, 6, 30), timezones=st.just(UTC)),
    unique=True,
    max_size=60,
)


@given(moments)
def test_the_last_of_five_sessions_seven_days_and_four_weeks_are_kept(made: list[datetime]) -> None:
    wanted = kept(made)
    newest_first = sorted(made, reverse=True)
    assert wanted <= set(made)
    assert set(newest_first[:SESSIONS]) <= wanted
    assert len(wanted) <= SESSIONS + DAYS + WEEKS
    days = sorted({moment.date() for moment in made}, reverse=True)
    for day in days[:DAYS]:
        assert max(moment for moment in made if moment.date() == day) in wanted
    mondays = sorted({day - timedelta(days=day.weekday()) for day in days}, reverse=True)
    for monday in mondays[:WEEKS]:
        week = [m for m in made if monday <= m.date() < monday + timedelta(days=7)]
        assert max(week) in wanted


@given(moments)
def test_thinning_after_each_backup_keeps_what_thinning_at_the_end_keeps(made: list[datetime]) -> None:
    standing: set[datetime] = set()
    for moment in sorted(made):
        standing = kept({*standing, moment})
    assert standing == kept(made)


def test_every_backup_is_restored_by_passphrase_and_by_words(
    workspace: Workspace, setup: Setup, clock: Clock, tmp_path: Path
) -> None:
    words = " ".join(workspace.custody.recovery_words)
    workspace.backups.make()
    workspace.custody.import_dialogue(STONE.read_bytes())
    clock.now += timedelta(days=1)
    workspace.backups.make()
    for number, (one, held) in enumerate(zip(found(setup), (["D-01"], []), strict=True)):
        for typed in (PHRASE, words, words.upper()):
            out = tmp_path / f"back {number} {len(typed)} {typed[0]}.fieldkit"
            restore(one.path, out, typed, setup)
            assert _dialogues(out, setup) == held


def test_what_does_not_open_is_not_restored(workspace: Workspace, setup: Setup, tmp_path: Path) -> None:
    source, out = workspace.backups.make().path, tmp_path / "back.fieldkit"
    for typed, code in (
        ("another river", "passphrase_or_damage"),
        ("river " * 24, "recovery_words_wrong"),
        ("abandon " * 23 + "art", "passphrase_or_damage"),
    ):
        with pytest.raises(WorkspaceProblem) as told:
            restore(source, out, typed, setup)
        assert told.value.code == code
    with pytest.raises(FileProblem, match="file_exists"):
        restore(source, source, PHRASE, setup)
    assert not out.exists()


def test_words_typed_at_the_gate_are_told_apart_from_a_newer_file(path: Path, setup: Setup) -> None:
    with Workspace.create(path, PHRASE, setup) as workspace:
        words = workspace.custody.recovery_words
        workspace._store._connection.execute("PRAGMA user_version = 999")
    for typed, code in (
        (" ".join(words), "workspace_newer"),
        (" ".join((*words[1:], words[0])), "recovery_words_wrong"),
    ):
        with pytest.raises(WorkspaceProblem) as told:
            _opened(path, setup, typed)
        assert told.value.code == code


def test_a_new_passphrase_opens_the_workspace_and_all_its_backups(
    path: Path, setup: Setup, clock: Clock
) -> None:
    with Workspace.create(path, PHRASE, setup) as workspace:
        workspace.backups.make()
        clock.now += timedelta(days=1)
        workspace.custody.import_dialogue(STONE.read_bytes())
        workspace.backups.make()
        former = workspace.custody.recovery_words
        changed = workspace.custody.change_passphrase("a loud brook")
        assert changed.not_renewed == ()
        assert changed.recovery_words == workspace.custody.recovery_words != former
    assert _dialogues(path, setup, "a loud brook") == ["D-01"]
    held = []
    for one in found(setup):
        out = path.with_name(f"back {one.path.name}")
        for old in (PHRASE, " ".join(former)):
            with pytest.raises(WorkspaceProblem, match="passphrase_or_damage"):
                restore(one.path, out, old, setup)
        restore(one.path, out, "a loud brook", setup)
        held.append(_dialogues(out, setup, "a loud brook"))
    assert held[-2:] == [["D-01"], []]


def test_an_empty_passphrase_is_refused_and_no_other(path: Path, setup: Setup) -> None:
    with pytest.raises(WrongUse, match="passphrase_missing"):
        Workspace.create(path, "", setup)
    assert not path.exists()
    with Workspace.create(path, "a", setup) as workspace:
        with pytest.raises(WrongUse, match="passphrase_missing"):
            workspace.custody.change_passphrase("")
        workspace.custody.change_passphrase(" ")
    assert _dialogues(path, setup, " ") == []


def test_erasing_takes_the_backups_along_and_those_of_no_other(path: Path, setup: Setup) -> None:
    other = path.with_name("other.fieldkit")
    Workspace.create(other, PHRASE, setup).lock()
    [spared] = found(setup)
    with Workspace.create(path, PHRASE, setup) as workspace:
        folder = workspace.backups.make().path.parent
        (folder / ".0123456789abcdef.part").write_bytes(b"half")
        assert workspace.custody.erase() == []
        assert workspace.lock() is None
    assert not path.exists()
    assert not folder.exists()
    assert found(setup) == [spared]


@pytest.mark.parametrize(
    ("passphrase", "score"),
    [("", 0), ("   ", 0), ("water", 0), ("Password1!", 1), ("slate kettle orchard monsoon thimble", 4)],
)
def test_a_passphrase_is_judged_by_how_it_would_be_guessed(passphrase: str, score: int) -> None:
    assert strength(passphrase).score == score


@given(st.text(st.characters(), max_size=300))
def test_any_passphrase_is_judged_in_words_and_none_is_repeated(passphrase: str) -> None:
    judged = strength(passphrase)
    assert 0 <= judged.score <= 4
    assert judged.said(catalogue("en")).endswith(".")


def test_every_score_has_a_sentence_of_its_own() -> None:
    phrases = (
        "",
        "water",
        "Password1!",
        "river dusk",
        "slate kettle",
        "slate kettle orchard monsoon thimble",
    )
    said = [strength(phrase).said(catalogue("en")) for phrase in phrases]
    assert len(set(said)) == len(phrases)


@given(st.randoms(use_true_random=False))
def test_three_words_of_the_sheet_are_asked_for_in_its_order(chance: random.Random) -> None:
    asked = three_to_ask(chance)
    assert 1 <= asked[0] < asked[1] < asked[2] <= 24


def test_the_words_given_are_those_of_the_sheet_or_not(workspace: Workspace) -> None:
    words = workspace.custody.recovery_words
    given = {number: words[number - 1] for number in (1, 9, 24)}
    assert check_words(given, words)
    assert check_words({number: f" {word.upper()} " for number, word in given.items()}, words)
    assert not check_words(given | {9: "korenbloem"}, words)
    assert not check_words(given | {25: words[0], 0: words[0]}, words)
    assert not check_words({}, words)

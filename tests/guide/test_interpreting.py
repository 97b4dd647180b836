"""An interpreter more takes the first gap, and one who leaves is named by no step."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from fieldkit.guide import interpreting
from fieldkit.guide.languages import chain
from fieldkit.model.session import Interpreter, LanguageHop, Listener, ParticipantGroup, Session

LANGUAGES = st.sampled_from(("Hadoti", "Hindi", "English", "Dutch"))
CODES = ("Int-1", "Int-2", "Int-3")


def talk(spoken: str, heard: str, *hops: LanguageHop, interpreters: tuple[Interpreter, ...] = ()) -> Session:
    return Session(
        code="CC-2026-01",
        method="M2",
        groups=(ParticipantGroup(label="G1", headcount_planned=6, languages=(spoken,)),),
        listeners=(Listener(code="L-1", org_type="company", languages=(heard,)),),
        hops=hops,
        interpreters=interpreters,
    )


def hop(order: int, from_: str, to: str, code: str | None = None) -> LanguageHop:
    return LanguageHop(order=order, from_=from_, to=to, interpreter_code=code)


def trusted(session: Session) -> Session:
    """Return a session whose interpreters are asked about, with good answers."""
    asked = tuple(
        replace(each, independence="yes", accepted_by_workers="yes") for each in session.interpreters
    )
    return replace(session, interpreters=asked)


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    """Draw a session of a few steps, some of them carried by somebody."""
    codes = st.sampled_from((None, *CODES))
    hops = tuple(
        hop(number, draw(LANGUAGES), draw(LANGUAGES), draw(codes))
        for number in range(1, draw(st.integers(0, 4)) + 1)
    )
    people = tuple(
        Interpreter(
            code=code, from_lang=draw(LANGUAGES), to_lang=draw(LANGUAGES),
            independence=draw(st.sampled_from(("yes", "no", "unknown"))), accepted_by_workers="yes",
        )
        for code in CODES[: draw(st.integers(0, 3))]
    )  # fmt: skip
    return talk(draw(LANGUAGES), draw(LANGUAGES), *hops, interpreters=people)


@settings(max_examples=60, deadline=None)
@given(sessions())
def test_one_more_interpreter_leaves_everybody_else_where_they_were(session: Session) -> None:
    after = interpreting.with_interpreter(session, "Int-9")
    assert after.interpreters[:-1] == session.interpreters
    new = after.interpreters[-1]
    assert (new.independence, new.accepted_by_workers, new.confidentiality_signed) == (
        "unknown",
        "unknown",
        "no",
    )
    for before, now in zip(session.hops, after.hops, strict=False):
        assert now == before or now.interpreter_code == "Int-9"


@settings(max_examples=60, deadline=None)
@given(sessions())
def test_a_gap_that_nobody_carries_is_closed_once_the_new_interpreter_is_trusted(session: Session) -> None:
    gaps = [link for link in chain(session).missing if link.carried == "nobody"]
    after = chain(trusted(interpreting.with_interpreter(session, "Int-9")))
    carried = [link for link in after.links if link.interpreter == "Int-9"]
    assert [(link.from_, link.to) for link in carried] == [(link.from_, link.to) for link in gaps[:1]]
    assert all(link.carried == "yes" for link in carried)


def test_a_gap_that_was_never_entered_becomes_a_step_after_the_others() -> None:
    second = Interpreter(code="Int-2", from_lang="Hindi", to_lang="English")
    given = talk("Hadoti", "English", hop(4, "Hindi", "English", "Int-2"), interpreters=(second,))
    after = interpreting.with_interpreter(trusted(given), "Int-1")
    assert after.hops[-1] == hop(5, "Hadoti", "Hindi", "Int-1")


def test_where_everybody_shares_a_language_the_new_one_speaks_it_and_no_step_is_made() -> None:
    after = interpreting.with_interpreter(talk("Hindi", "Hindi"), "Int-1")
    assert after.hops == ()
    assert (after.interpreters[0].from_lang, after.interpreters[0].to_lang) == ("Hindi", "Hindi")


def test_while_no_language_is_known_there_is_no_step_to_make() -> None:
    unknown = Session(code="CC-2026-01", method="M2")
    assert interpreting.next_step(unknown) is None
    for make in (interpreting.with_step, lambda session: interpreting.with_interpreter(session, "Int-1")):
        with pytest.raises(ValueError, match="language"):
            make(unknown)


@settings(max_examples=60, deadline=None)
@given(sessions(), st.sampled_from(CODES))
def test_the_steps_of_one_who_left_have_nobody_and_the_rest_stays(session: Session, gone: str) -> None:
    left = tuple(each for each in session.interpreters if each.code != gone)
    after = interpreting.released(replace(session, interpreters=left))
    there = {each.code for each in left}
    for before, now in zip(session.hops, after.hops, strict=True):
        expected = before.interpreter_code if before.interpreter_code in there else None
        assert now == replace(before, interpreter_code=expected)

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from fieldkit.guide.languages import Chain, chain
from fieldkit.model.session import Interpreter, LanguageHop, Listener, ParticipantGroup, Session
from tests.guide.ready import first, ready

LANGUAGES = ("Hadoti", "Hindi", "English", "Dutch", "Marwari")


def interpreter(code: str, from_lang: str, to_lang: str, **more: str) -> Interpreter:
    told = {"independence": "yes", "accepted_by_workers": "yes"} | more
    return Interpreter(code=code, from_lang=from_lang, to_lang=to_lang, **told)  # type: ignore[arg-type]


def talk(
    spoken: tuple[str, ...], heard: tuple[tuple[str, ...], ...], *steps: tuple[str, str, str]
) -> Session:
    """Return a session with steps (from, to, code); each code gets an interpreter for its step."""
    return Session(
        code="CC-2026-01",
        method="M2",
        groups=tuple(
            ParticipantGroup(label=f"G{number}", headcount_planned=5, languages=(language,))
            for number, language in enumerate(spoken, 1)
        ),
        listeners=tuple(
            Listener(code=f"L-{number}", org_type="company", languages=languages)
            for number, languages in enumerate(heard, 1)
        ),
        hops=tuple(
            LanguageHop(order=number, from_=from_, to=to, interpreter_code=code)
            for number, (from_, to, code) in enumerate(steps, 1)
        ),
        interpreters=tuple(interpreter(code, from_, to) for from_, to, code in steps if code),
    )


def gaps(found: Chain) -> list[tuple[str, str]]:
    return [(link.from_, link.to) for link in found.missing]


def test_a_chain_of_two_steps_connects() -> None:
    found = chain(
        talk(("Hadoti",), (("English",),), ("Hadoti", "Hindi", "Int-1"), ("Hindi", "English", "Int-2"))
    )
    assert found.connects
    assert [[link.interpreter for link in route] for route in found.routes] == [["Int-1", "Int-2"]]


def test_the_missing_dialect_is_named_and_keeps_its_place() -> None:
    found = chain(talk(("Hadoti",), (("English",),), ("Hindi", "English", "Int-2")))
    assert gaps(found) == [("Hadoti", "Hindi")]
    assert [(link.from_, link.to, link.carried) for link in found.routes[0]] == [
        ("Hadoti", "Hindi", "nobody"),
        ("Hindi", "English", "yes"),
    ]


def test_without_any_step_the_whole_way_is_missing() -> None:
    assert gaps(chain(talk(("Hadoti",), (("English",),)))) == [("Hadoti", "English")]


def test_labels_are_compared_without_regard_to_case() -> None:
    found = chain(
        talk(("hadoti",), (("ENGLISH",),), ("Hadoti", "HINDI", "Int-1"), ("hindi", "English", "Int-2"))
    )
    assert found.connects


def test_a_step_in_the_wrong_direction_carries_no_words() -> None:
    found = chain(talk(("Hindi",), (("English",),), ("English", "Hindi", "Int-1")))
    assert gaps(found) == [("Hindi", "English")]


def test_an_interpreter_who_speaks_another_dialect_is_no_step() -> None:
    session = talk(("Hadoti",), (("Hindi",),), ("Hadoti", "Hindi", "Int-1"))
    other = replace(session, interpreters=(interpreter("Int-1", "Marwari", "Hindi"),))
    assert [link.carried for link in chain(other).missing] == ["elsewhere_spoken"]
    spoken = first(other.interpreters, dialects=("Hadoti",))
    assert chain(replace(other, interpreters=spoken)).connects


def test_one_with_a_tie_and_one_not_accepted_are_no_steps() -> None:
    session = talk(("Hindi",), (("English",),), ("Hindi", "English", "Int-1"))
    for changes, why in (
        ({"independence": "no"}, "tied"),
        ({"independence": "unknown"}, "tied"),
        ({"accepted_by_workers": "asked"}, "not_accepted"),
    ):
        found = chain(replace(session, interpreters=first(session.interpreters, **changes)))
        assert [link.carried for link in found.missing] == [why]


def test_steps_that_were_entered_keep_their_place_even_where_nobody_is_accepted_for_any_of_them() -> None:
    """As in every session that is planned like another: acceptance is asked anew."""
    session = talk(("Hadoti",), (("English",),), ("Hadoti", "Hindi", "Int-1"), ("Hindi", "English", "Int-2"))
    asked = tuple(replace(each, accepted_by_workers="unknown") for each in session.interpreters)
    found = chain(replace(session, interpreters=asked))
    assert [(link.hop, link.carried) for link in found.missing] == [(0, "not_accepted"), (1, "not_accepted")]
    assert [link.to for link in found.routes[0]] == ["Hindi", "English"]


def test_two_dialects_that_understand_each_other_need_nobody() -> None:
    session = talk(("Marwari",), (("Hindi",),), ("Marwari", "Hindi", ""))
    step = replace(session.hops[0], interpreter_code=None, mode="none_needed")
    assert chain(replace(session, hops=(step,))).connects
    assert not chain(replace(session, hops=(replace(step, mode="consecutive"),))).connects


def test_a_listener_hears_in_any_of_their_languages_and_each_group_is_heard() -> None:
    session = talk(("pl", "ro"), (("nl",), ("en", "nl")), ("pl", "nl", "Int-3"), ("ro", "nl", "Int-4"))
    assert chain(session).connects
    assert gaps(chain(replace(session, hops=session.hops[:1]))) == [("ro", "nl")]


def test_a_listener_halfway_makes_no_second_row() -> None:
    session = talk(("pl",), (("nl",), ("en",)), ("pl", "nl", "Int-3"), ("nl", "en", "Int-5"))
    assert [[link.to for link in route] for route in chain(session).routes] == [["nl", "en"]]


def test_those_not_admitted_do_not_listen_and_who_leads_listens_where_nobody_else_does() -> None:
    session = talk(("Hadoti",), (("English",),))
    turned_away = replace(session, listeners=first(session.listeners, rejected=True))
    assert chain(turned_away).connects
    leads = replace(ready().session.facilitators[0], languages=("Hindi",))
    assert gaps(chain(replace(turned_away, facilitators=(leads,)))) == [("Hadoti", "Hindi")]


def test_nobody_needs_an_interpreter_where_all_share_a_language() -> None:
    assert not chain(talk(("nl",), (("nl",), ("NL",)))).differs
    assert chain(talk(("nl", "pl"), (("nl",),))).differs


def test_what_is_not_known_is_not_taken_for_shared() -> None:
    session = talk(("nl",), (("nl",), ()))
    assert chain(session).mute_listeners == (1,)
    assert not chain(session).known
    mute = replace(session, groups=first(session.groups, languages=()))
    assert chain(mute).mute_groups == (0,)
    assert not chain(Session(code="CC-2026-01", method="M2")).known


def test_who_carries_two_steps_or_leads_the_talk_too_has_too_much_to_do() -> None:
    twice = talk(("pl", "ro"), (("nl",),), ("pl", "nl", "Int-3"), ("ro", "nl", "Int-3"))
    assert chain(twice).overloaded == ("Int-3",)
    leading = replace(ready().session.facilitators[0], code="Int-4")
    once = talk(("pl",), (("nl",),), ("pl", "nl", "Int-4"))
    assert chain(once).overloaded == ()
    assert chain(replace(once, facilitators=(leading,))).overloaded == ("Int-4",)


steps = st.lists(st.tuples(st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES)), max_size=6)


@settings(max_examples=150)
@given(st.sets(st.sampled_from(LANGUAGES), min_size=1), st.sampled_from(LANGUAGES), steps)
def test_a_chain_connects_exactly_where_every_word_can_travel(
    spoken: set[str], heard: str, entered: list[tuple[str, str]]
) -> None:
    """Compared with a plain closure over the steps."""
    named = tuple((from_, to, f"Int-{number}") for number, (from_, to) in enumerate(entered))
    found = chain(talk(tuple(spoken), ((heard,),), *named))
    reached = {heard}
    for _ in LANGUAGES:
        reached |= {from_ for from_, to in entered if to in reached}
    assert found.connects == (spoken <= reached)
    for route in found.routes:
        assert route[0].from_ in spoken
        assert route[-1].to == heard
        assert all(one.to == next_.from_ for one, next_ in pairwise(route))
        assert sum(link.carried != "yes" for link in route) <= 1


@settings(max_examples=60)
@given(st.sets(st.sampled_from(LANGUAGES), min_size=1), st.sampled_from(LANGUAGES), steps)
def test_filling_the_gaps_it_names_closes_the_chain(
    spoken: set[str], heard: str, entered: list[tuple[str, str]]
) -> None:
    named = [(from_, to, f"Int-{number}") for number, (from_, to) in enumerate(entered)]
    missing = gaps(chain(talk(tuple(spoken), ((heard,),), *named)))
    filled = [*named, *((from_, to, f"New-{number}") for number, (from_, to) in enumerate(missing))]
    assert chain(talk(tuple(spoken), ((heard,),), *filled)).connects

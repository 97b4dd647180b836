from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.airlock.marks import Kind, Mark, Severity
from fieldkit.airlock.runs import Fingerprints
from fieldkit.airlock.wording import find, hints

KINDS = {
    "W-2": Kind.GUESS,
    "W-3": Kind.BLAME,
    "W-4": Kind.QUOTE,
    "W-5": Kind.SINGLE_PERSON,
    "W-7": Kind.FORBIDDEN_SOURCE,
}


@pytest.mark.parametrize(
    ("rule", "lang", "text", "span"),
    [
        ("W-2", "en", "People are always paid late", "always"),
        ("W-2", "en", "Nobody gets a payslip", "Nobody"),
        ("W-2", "en", "All the workers are tired", "All the workers"),
        ("W-2", "en", "They must have known", "must have"),
        ("W-2", "en", "This is typical of the sector", "typical of"),
        ("W-2", "en", "Cléarly it is late", "Cléarly"),
        ("W-2", "nl", "Mensen worden altijd te laat betaald", "altijd"),
        ("W-2", "nl", "Niemand krijgt een loonstrook", "Niemand"),
        ("W-2", "nl", "Alle werkenden zijn moe", "Alle werkenden"),
        ("W-2", "nl", "Blijkbaar is dat zo", "Blijkbaar"),
        ("W-3", "en", "Pay is illegally withheld", "illegally"),
        ("W-3", "en", "This is exploitation", "exploitation"),
        ("W-3", "en", "A violation of the code", "violation"),
        ("W-3", "en", "Managers lied about it", "lied"),
        ("W-3", "nl", "Dit is uitbuiting", "uitbuiting"),
        ("W-3", "nl", "Een overtreding van de code", "overtreding"),
        ("W-4", "en", 'People said "we are tired" to us', '"we are tired"'),
        ("W-4", "en", "People said ‘we are tired’ to us", "‘we are tired’"),
        ("W-4", "nl", "Zij noemen het „te zwaar” werk", "„te zwaar”"),
        ("W-5", "en", "She was told to leave", "She"),
        ("W-5", "en", "The only woman left", "The only"),
        ("W-5", "en", "A woman who works there", "A woman who"),
        ("W-5", "en", "One worker fell", "One worker"),
        ("W-5", "nl", "Hij mocht niet weg", "Hij"),
        ("W-5", "nl", "Een werknemer die viel", "Een werknemer die"),
        ("W-5", "nl", "De enige vrouw", "De enige"),
        ("W-7", "en", "In interviews people raised dust", "interviews"),
        ("W-7", "en", "After a complaint we looked", "complaint"),
        ("W-7", "en", "The union says pay is late", "union says"),
        ("W-7", "en", "Our auditor found that", "Our auditor"),
        ("W-7", "en", "An audit showed gaps", "audit showed"),
        ("W-7", "en", "Workers told us of dust", "Workers told"),
        ("W-7", "en", "According to workers it is hot", "According to workers"),
        ("W-7", "nl", "In een sessie kwam stof op", "sessie"),
        ("W-7", "nl", "De vakbond zegt dat loon laat komt", "vakbond zegt"),
        ("W-7", "nl", "Werkenden vertelden ons over stof", "Werkenden vertelden"),
        ("W-7", "nl", "Volgens werknemers is het heet", "Volgens werknemers"),
    ],
)
def test_a_rule_finds_its_words(rule: str, lang: str, text: str, span: str) -> None:
    marks = [mark for mark in find(text, lang) if mark.kind is KINDS[rule]]
    assert span in [mark.text for mark in marks]
    assert {mark.severity for mark in marks} == {Severity.BLOCK}


def test_dutch_zij_and_ze_are_ambiguous_and_only_for_review_w_5() -> None:
    marks = find("Zij werken veel, en ze rusten weinig", "nl")
    assert [(mark.text, mark.severity) for mark in marks] == [
        ("Zij", Severity.REVIEW),
        ("ze", Severity.REVIEW),
    ]


@pytest.mark.parametrize("outcome", ["A", "B"])
def test_a_source_that_may_be_named_may_be_spoken_of_w_7(outcome: str) -> None:
    assert find("People mentioned that masks are shared", "en", outcome=outcome) == []
    assert find("People mentioned that masks are shared", "en", outcome="C")


def test_a_suggestion_stands_where_there_is_one_in_the_language_of_the_text_w_2() -> None:
    assert find("always late", "en")[0].suggestion == "several times in the past year"
    assert find("altijd laat", "nl")[0].suggestion == "meerdere keren in het afgelopen jaar"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "What does a newcomer receive in a language he or she reads?"),
        ("en", "The problem lies in late orders, which is not always clear"),
        ("en", "How do you make sure nobody suffers from speaking up?"),
        ("en", "Is there a complaints procedure, and are training sessions held?"),
        ("en", "the workers' rest and the drivers' pay"),
        ("en", "What do workers say about water, and how can a worker say no?"),
        ("nl", "'s ochtends en 's avonds, met foto's en auto's"),
        ("nl", "Welke taal leest hij of zij het liefst?"),
        ("nl", "Het loon is niet altijd op tijd, en de regels zijn niet duidelijk"),
        ("nl", "Kunnen mensen een klacht indienen?"),
    ],
)
def test_plain_talk_stays_unmarked(lang: str, text: str) -> None:
    assert find(text, lang) == []


def sources(text: str, lang: str) -> list[str]:
    return [mark.text for mark in find(text, lang) if mark.kind is Kind.FORBIDDEN_SOURCE]


TOLD = {
    "en": [
        "A trade union asked us to raise this.", "The union asked for this.", "Workers say this.",
        "Reports from workers show this.", "Workers complain about dust.",
        "A meeting with people took place.",
        "In our talks with workers pay came up.", "We listened to people who work for you.",
        "We met your workers.", "We visited your people at home.", "Somebody from your yard wrote to us.",
        "A colleague of yours said this.", "A women's group asked us.",
        "The help centre explained the pay slips.", "We paid people for their time.",
        "We met people in a community hall.", "We have spoken to workers.", "Information reached us.",
        "Workers say this?", "Pay was raised by workers.", "Your packers have often complained of dust.",
        "People in your hall mention heat.", "A network of workers wrote a letter.",
        "Last year we were visited by workers.", "Someone called us.",
        "Our conversations with women showed this.",
        "The committee has informed us.", "We often speak with your homeworkers.",
        "We know what is done, as workers say.", "We know that workers say this.",
        "Workers, in private, say this.", "Our colleagues sat with your workers.",
        "People who work for you complain about dust.",
    ],
    "nl": [
        "De vakbond vroeg hierom.", "Een lokale organisatie vroeg hierom.", "Werkenden zeggen dit.",
        "Werkenden melden dit.", "Mensen hebben ons dit verteld.", "Wij hebben met mensen gesproken.",
        "In gesprekken met mensen kwam loon ter sprake.", "Een audit liet dit zien.",
        "Iemand van uw kas schreef ons.", "Een medewerker liet ons dit weten.",
        "Een uitzendkracht uit de kas schreef ons.", "Er was een bijeenkomst met mensen.",
        "Wij betaalden mensen voor hun tijd.", "Wij kwamen bij mensen thuis.", "Dit zeggen werkenden.",
        "Hierom vroeg de vakbond.", "Vorig jaar spraken wij mensen uit de kas.",
        "Werkenden klagen over stof.",
        "Berichten van werkenden gaan hierover.", "Dit is gemeld door werkenden.", "Informatie bereikte ons.",
        "Een vrouwengroep heeft hierom gevraagd.", "Werkenden zeggen dit?", "Wij luisterden naar uw mensen.",
        "Wij weten dat werkenden dit zeggen.", "Mensen die bij u werken klagen over stof.",
        "Uw plukkers geven aan dat het heet is.",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang, texts in TOLD.items() for text in texts])
def test_whoever_told_us_is_found_in_plain_statements_w_7(lang: str, text: str) -> None:
    assert sources(text, lang)
    assert all(
        mark.severity is Severity.BLOCK for mark in find(text, lang) if mark.kind is Kind.FORBIDDEN_SOURCE
    )


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "People value that work is explained with patience."),
        ("en", "We would like to hear what workers say about water."),
        ("en", "Workers may ask for a break."),
        ("en", "How do workers choose the people who speak for them?"),
        ("en", "You told us that orders come late, and you showed us the roster."),
        ("en", "As you have told us, prices are low."),
        ("en", "When workers ask for leave, an answer comes within a week."),
        ("en", "Your managers ask workers how they are."),
        ("en", "We will meet your workers' representatives together with you."),
        ("en", "We met you in the autumn, and we visited your site."),
        ("en", "People tell each other how it works."),
        ("en", "Workers receive a written report on their pay."),
        ("en", "Workers' claims are handled within a week."),
        ("en", "Information we hold suggests that dust is a concern in the sector."),
        ("en", "What do people ask you most, and whom do they tell?"),
        ("en", "We pay people in our own office fairly."),
        ("en", "People who say no are safe."),
        ("nl", "Mensen die nee zeggen, hebben geen nadeel."),
        ("en", "People can read the pay slip and say what is missing."),
        ("nl", "Mensen waarderen dat werk met geduld wordt uitgelegd."),
        ("nl", "Wij horen graag wat werkenden over water zeggen."),
        ("nl", "Werkenden kunnen om een pauze vragen."),
        ("nl", "U vertelde ons dat bestellingen laat komen."),
        ("nl", "Zoals u ons heeft verteld, zijn de prijzen laag."),
        ("nl", "Als werkenden verlof vragen, komt er binnen een week antwoord."),
        ("nl", "Uw leiding vraagt werkenden elke maand wat beter kan."),
        ("nl", "Wat zeggen werkenden over water?"),
        ("nl", "Wij bezochten uw bedrijf in het najaar."),
        ("nl", "Wij willen samen met u met werkenden spreken."),
    ],
)
def test_questions_wishes_and_what_the_supplier_said_stay_unmarked_w_7(lang: str, text: str) -> None:
    assert sources(text, lang) == []


@pytest.mark.parametrize("outcome", ["A", "B"])
def test_who_told_us_may_stand_where_the_source_may_be_known_w_7(outcome: str) -> None:
    assert find("Workers say this.", "en", outcome=outcome) == []


def shared_runs(text: str, notes: Iterable[str]) -> list[Mark]:
    return Fingerprints.of(notes).shared_runs(text)


NOTE = "The water tank behind the yard leaks and nobody mends it."


def test_four_words_in_a_row_from_a_note_are_marked_whole_w_4() -> None:
    (mark,) = shared_runs("We hear: THE WATER-TANK behind the yard, leaks!", [NOTE])
    assert (mark.text, mark.kind) == ("THE WATER-TANK behind the yard, leaks", Kind.SHARED_RUN)


def test_articles_and_endings_do_not_hide_a_shared_run_w_4() -> None:
    assert shared_runs("water tanks behind yard leaking", [NOTE])


def test_three_words_are_no_run_w_4() -> None:
    assert shared_runs("Behind the yard there is a shed", [NOTE]) == []


def test_runs_are_found_in_every_language_w_4() -> None:
    note = "यार्ड के पीछे पानी की टंकी टपकती है"
    assert shared_runs(f"सुना: {note}", [note])[0].text == note


def test_keyed_hashes_find_the_same_runs_w_4() -> None:
    def digest(run: str) -> str:
        return f"key:{hash(run)}"

    text = "behind the yard leaks"
    assert Fingerprints.of([NOTE], digest=digest).shared_runs(text) == Fingerprints.of([NOTE]).shared_runs(
        text
    )


@given(st.text(), st.text())
def test_looking_for_runs_never_fails(text: str, note: str) -> None:
    for mark in shared_runs(text, [note, text]):
        assert text[mark.start : mark.end] == mark.text


def test_a_statement_without_time_or_effect_gets_a_hint_w_1() -> None:
    assert [hint.rule for hint in hints("Masks are shared.", "en")] == ["W-1"]
    assert hints("Masks are often shared, which makes people ill.", "en") == []
    assert hints("How are masks shared?", "en") == []


def test_a_sentence_of_more_than_25_words_gets_a_hint_w_10() -> None:
    long = "Often " + "word " * 25 + "means more."
    text = f"Short. {long}"
    (hint,) = hints(text, "en")
    assert (hint.rule, text[hint.start : hint.end]) == ("W-10", long)
    assert hints("Often " + "word " * 22 + "means more.", "en") == []


@given(st.text(st.characters(exclude_categories=())), st.sampled_from(["en", "nl"]))
def test_offsets_are_exact_on_any_text(text: str, lang: str) -> None:
    for mark in find(text, lang):
        assert text[mark.start : mark.end] == mark.text != ""
    for hint in hints(text, lang):
        assert 0 <= hint.start < hint.end <= len(text)

"""Search over the texts of insights: accents and capitals do not count, no query can go wrong."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.model.field import Wording
from fieldkit.store import Store
from fieldkit.store.keys import WEAKEST
from tests.store.workspaces import ROLE, dialogue, insight

SAID = {
    "I1": insight("I1", "Overuren worden niet betaald, zegt de groep bij café Zoë."),
    "I2": insight("I2", "Water is far away.", suggestion_by_workers="A second tap near the lines"),
    "I3": insight(
        "I3", "Masks", print_text=Wording(en="Protective masks are missing", nl="Mondkapjes ontbreken")
    ),
    "I4": insight("I4", "मज़दूरी देर से मिलती है", print_suggestion=Wording(nl="Betaal op tijd")),
    "I10": insight("I10", "Şükran: ücret geç. Tiền lương. AND OR NOT NEAR"),
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("told")
    with Store.create(folder / "case.fieldkit", "phrase", cost=WEAKEST, state_folder=folder) as store:
        with store.transaction():
            store.save(dialogue(), by_role=ROLE)
            for one in SAID.values():
                store.save(one, by_role=ROLE)
        yield store


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("betaald", ["I1"]),
        ("beta", ["I1", "I4"]),  # the last word may be only begun
        ("beta overuren", []),  # the others not
        ("overuren beta", ["I1"]),
        ("CAFE ZOE", ["I1"]),
        ("café", ["I1"]),
        ("sukran ucret", ["I10"]),
        ("tien luong", ["I10"]),
        ("second tap", ["I2"]),
        ("protective", ["I3"]),
        ("mondkapjes", ["I3"]),
        ("tijd", ["I4"]),
        ("मज़दूरी", ["I4"]),
        ("मिल", ["I4"]),
        ("masks water", []),
        ("NOT", ["I10"]),
        ('"protective masks"', ["I3"]),
        ('masks"', ["I3"]),
        ("fact_text:masks", []),
        ("water*", ["I2"]),
        ("(water", ["I2"]),
        ("- water", ["I2"]),
        ("", []),
        (' "" * -- ( ', []),
        ("water\0", ["I2"]),
        ("water \ud800", ["I2"]),
    ],
)
def test_a_query_finds_the_insights_that_hold_all_its_words(
    told: Store, query: str, found: list[str]
) -> None:
    assert [one.code for one in told.search_insights(query)] == found


@given(st.text(st.characters()) | st.text('"*^(){}:+-,.\\ ANDORNOTEAR'))
def test_no_query_can_go_wrong(told: Store, query: str) -> None:
    told.search_insights(query)


@given(st.sampled_from(sorted(SAID)), st.data())
def test_every_word_of_a_text_finds_it(told: Store, code: str, data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(SAID[code].fact_text.split()))
    assert SAID[code] in told.search_insights(word)


def test_a_changed_text_is_found_by_its_new_words_alone(store: Store) -> None:
    store.save(dialogue(), by_role=ROLE)
    store.save(insight("I1", "Water is far."), by_role=ROLE)
    store.save(insight("I1", "Masks are missing."), by_role=ROLE)
    assert store.search_insights("water") == []
    assert [one.code for one in store.search_insights("masks")] == ["I1"]
    store.delete(insight("I1"), by_role=ROLE)
    assert store.search_insights("masks") == []
    store._connection.execute(
        "INSERT INTO insight_search (insight_search, rank) VALUES ('integrity-check', 1)"
    )


def test_twenty_thousand_insights_are_searched(store: Store) -> None:
    store.save(dialogue(), by_role=ROLE)
    store.save(insight("I0", "Pay comes late in the month."), by_role=ROLE)
    [table] = [table for table in store.tables.values() if table.name == "insight"]
    others = [column.name for column in table.columns if column.name not in ("id", "code", "fact_text")]
    with store.transaction():  # by one statement, as the settings of a connection make 20,000 saves slow
        store._connection.execute(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
            f" INSERT INTO insight (id, code, fact_text, {', '.join(others)})"
            " SELECT printf('%08x', i) || substr(id, 9), 'I' || i, 'Pay of line ' || i || ' comes late.',"
            f" {', '.join(others)} FROM insight, n WHERE code = 'I0'"
        )
    assert [one.code for one in store.search_insights("line 1999")] == [
        "I1999",
        *(f"I1999{n}" for n in range(10)),
    ]
    assert store.insights.count() == 20_001
    assert msgspec.structs.replace(store.insights.all()[-1], id="") == insight(
        "I20000", "Pay of line 20000 comes late.", id=""
    )

"""Tables handed in: shown in words first, then taken in whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from fieldkit.errors import FieldkitError, FileProblem, InvalidValue, WrongUse
from fieldkit.exchange.headings import FIELDS
from fieldkit.model.supply import Supplier
from fieldkit.store import Store
from fieldkit.text import catalogue
from fieldkit.workspace.tables import SpokenPreview, Tables
from tests.copies import new_store

EN, NL = catalogue("en"), catalogue("nl")
ROLE = "coordinator"
LIST = (
    "Supplier,Country,Site,Tier,% women,As of,Phone\n"
    "Alfa,India,North,3,35%,Feb 2026,12\n"
    "Beta,Nederland,,deep,,,\n"
    "Gamma,NL,,1,,14-02-2026,\n"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_store(tmp_path / "work.fieldkit", "phrase") as opened:
        yield opened


@pytest.fixture
def tables(store: Store) -> Tables:
    return Tables(store, role=ROLE)


def previewed(tables: Tables, text: str = LIST) -> SpokenPreview:
    [sheet] = tables.read(text.encode(), "list.csv")
    return tables.preview(sheet, tables.guess(sheet), EN)


def test_a_preview_says_in_words_what_each_row_makes_and_what_is_wrong(tables: Tables, store: Store) -> None:
    preview = previewed(tables)
    first, second, third = preview.rows
    assert first.makes == ("New supplier SUP-01", "New site SITE-01", "New group: women")
    assert [(each.column, each.text) for each in second.problems] == [
        (3, "Expected one of: 1, 2, 3+, unknown.")
    ]
    assert (second.makes, third.problems) == ((), ())
    assert (preview.new, preview.changed, preview.left_out) == (2, 0, 1)
    assert preview.columns_left_out == ("Phone",)
    assert store.suppliers.all() == []


def test_what_is_taken_in_stands_and_can_be_taken_back(tables: Tables, store: Store) -> None:
    preview = previewed(tables)
    changes = tables.take_in(preview)
    assert store.suppliers.all() == list(preview.suppliers)
    assert [(before, after.name) for before, after in changes] == [(None, "Alfa"), (None, "Gamma")]
    [group] = preview.suppliers[0].sites[0].workforce_groups
    assert (group.share_pct, group.as_of) == (35, "2026-02")
    assert previewed(tables).changes == ()
    again = previewed(tables, "Supplier,Country,Cooperation\nalfa,,refuses\n")
    [(before, after)] = tables.take_in(again)
    assert before == preview.suppliers[0]
    assert store.suppliers.get("SUP-01") == after == replace(preview.suppliers[0], cooperation="refuses")


def test_nothing_is_written_when_a_supplier_changed_since_the_preview(tables: Tables, store: Store) -> None:
    tables.take_in(previewed(tables))
    preview = previewed(tables, "Supplier,Country,Leverage\nNew,NL,low\nAlfa,,high\nGamma,,low\n")
    gamma = store.suppliers.get("SUP-02")
    assert gamma is not None
    store.save(replace(gamma, address="Elsewhere"), by_role=ROLE)
    stood = store.suppliers.all()
    with pytest.raises(WrongUse) as problem:
        tables.take_in(preview)
    assert problem.value.code == "table_out_of_date"
    assert store.suppliers.all() == stood


def test_nothing_is_written_when_one_supplier_cannot_be_kept(tables: Tables, store: Store) -> None:
    preview = previewed(tables)
    broken = Supplier(code="SUP-99", name="x" * 301, country="NL")
    with pytest.raises(InvalidValue):
        tables.take_in(replace(preview, changes=(*preview.changes, (None, broken))))
    assert store.suppliers.all() == []


def test_a_file_that_is_no_table_is_turned_away(tables: Tables) -> None:
    with pytest.raises(FileProblem) as problem:
        tables.read(b"%PDF-1.7", "list.csv")
    assert problem.value.code == "table_foreign"


@pytest.mark.parametrize("words", [EN, NL], ids=["en", "nl"])
def test_the_empty_table_holds_every_heading_and_is_understood_again(tables: Tables, words: object) -> None:
    language = EN if words is EN else NL
    text = tables.sample_csv(language).decode("utf-8-sig")
    separator = ";" if language is NL else ","
    filled = f"{text}SUP-09{separator}Alfa{separator}NL\r\n"
    [sheet] = tables.read(filled.encode(), "empty.csv")
    assert tables.guess(sheet).columns == FIELDS
    assert tables.preview(sheet, tables.guess(sheet), language).new == 1


@pytest.mark.parametrize("words", [EN, NL], ids=["en", "nl"])
def test_everything_a_column_can_be_has_a_name_of_its_own(tables: Tables, words: object) -> None:
    names = [name for _, name in tables.targets(EN if words is EN else NL)]
    assert len(set(names)) == len(names)
    assert not any("{" in name or not name for name in names)


def test_shares_over_100_are_remarked_in_words(tables: Tables) -> None:
    preview = previewed(tables, "Supplier,Country,% women,% men\nBeta,NL,60,50\n")
    assert preview.remarks == (
        "SITE-01: the shares by sex or gender add up to 110 %, which is more than 100.",
    )


def test_no_error_of_a_table_repeats_what_stood_there(tables: Tables) -> None:
    hidden = "Zubeida"
    text = f"Supplier,Country,Tier,Region,Workers\n{hidden},{hidden},{hidden},{hidden} 7,{hidden}\n"
    try:
        rows = previewed(tables, text).rows
    except FieldkitError as error:
        raise AssertionError from error
    assert len(rows[0].problems) == 4
    assert hidden not in str(rows)

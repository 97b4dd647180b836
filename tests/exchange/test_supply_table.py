"""What a table of suppliers would do: understood in two languages, told row by row, never half."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from fieldkit.errors import FileProblem, InvalidValue
from fieldkit.exchange import delimited
from fieldkit.exchange.headings import FIELDS, LEFT_OUT, UNUSED, Mapping, choices, guess
from fieldkit.exchange.neutral_codes import tells
from fieldkit.exchange.sheets import read
from fieldkit.exchange.supply_table import Preview, preview
from fieldkit.exchange.table_values import VOCABULARIES, band
from fieldkit.exchange.table_values import read as value
from fieldkit.exchange.table_words import countries, shown, values
from fieldkit.model.supply import LabourProvider, Site, Supplier, WorkforceGroup
from fieldkit.model.vocabulary import DIMENSION_CLASSES
from fieldkit.text import sentences
from fieldkit.workspace.days import read_month


def previewed(*lines: str, known: Iterable[Supplier] = ()) -> Preview:
    [sheet] = read("\n".join(lines).encode(), "list.csv")
    return preview(sheet, guess(sheet.header), known, read_month)


def codes(made: Preview) -> list[tuple[int, int | None, str]]:
    """The problems, as row, column and code."""
    return [(row.number, each.column, each.code) for row in made.rows for each in row.problems]


ALFA = Supplier(
    code="SUP-03",
    name="Alfa Stone Exports",
    aliases=("ASE",),
    country="IN",
    contact_person="Somebody",
    cooperation="willing",
    labour_providers=(LabourProvider(name="Crew Ltd"),),
    sites=(
        Site(
            code="SITE-03b",
            name="North quarry",
            tier="3plus",
            workforce_groups=(
                WorkforceGroup(
                    dimension="sex_gender",
                    class_="women",
                    share_pct=20,
                    effect_on_approach="Ask women alone.",
                ),
            ),
        ),
    ),
)


# Headings


@pytest.mark.parametrize(
    ("heading", "target"),
    [
        ("Supplier", "supplier.name"),
        ("LEVERANCIER", "supplier.name"),
        ("supplier_code", "supplier.code"),
        ("Leveranciers-nummer", "supplier.code"),
        ("Land", "supplier.country"),
        ("Productielocatie", "site.name"),
        ("Aantal werknemers", "site.workforce_total_band"),
        ("Schakel", "site.tier"),
        ("% women", "share.sex_gender.women"),
        ("Women (%)", "share.sex_gender.women"),
        ("Aandeel vrouwen", "share.sex_gender.women"),
        ("aantal vrouwen", "headcount.sex_gender.women"),
        ("Number of agency workers", "headcount.contract.agency"),
        ("% migrants", "share.migrant.cross_border_irregular_unknown"),
        ("Percentage seizoenswerkers", "share.contract.seasonal"),
        ("Women", UNUSED),
        ("% none", UNUSED),
        ("Contact person", LEFT_OUT),
        ("Telefoon", LEFT_OUT),
        ("E-mail", LEFT_OUT),
        ("GPS", LEFT_OUT),
        ("Colour", UNUSED),
        ("", UNUSED),
    ],
)
def test_a_heading_in_either_language_is_understood(heading: str, target: str) -> None:
    assert guess([heading]).columns == (target,)


def test_the_surer_of_two_headings_wins_and_no_two_columns_are_guessed_alike() -> None:
    assert guess(["Name", "Supplier name", "Supplier name"]).columns == (UNUSED, "supplier.name", UNUSED)
    header = ["Supplier", "Code", "Site", "Tier", "% women", "vrouwen in %", "Address", "Name"]
    used = [target for target in guess(header).columns if target != UNUSED]
    assert len(used) == len(set(used))


def test_a_number_is_of_the_group_where_each_row_is_one_and_else_of_the_site() -> None:
    assert guess(["Supplier", "Headcount"]).columns[1] == "site.workforce_total_band"
    assert guess(["Supplier", "Dimension", "Class", "Headcount"]).columns[3] == "group.headcount"


@given(st.lists(st.text(max_size=30), max_size=20))
def test_any_heading_gets_one_of_the_choices(header: list[str]) -> None:
    columns = guess(header).columns
    assert len(columns) == len(header)
    assert set(columns) <= set(choices())


def test_every_column_and_class_has_a_name_and_its_english_one_is_understood() -> None:
    names = sentences("columns")
    classes = {f"{dimension}.{each}" for dimension, those in DIMENSION_CLASSES.items() for each in those}
    assert set(names) == {UNUSED, LEFT_OUT, *FIELDS, *classes}
    assert guess([names[field] for field in FIELDS]).columns == FIELDS


# Values


@pytest.mark.parametrize(
    ("target", "text", "expected"),
    [
        ("supplier.country", "India", "IN"),
        ("supplier.country", "in", "IN"),
        ("supplier.country", "IND", "IN"),
        ("supplier.country", "Verenigd Koninkrijk", "GB"),
        ("supplier.country", "turkije", "TR"),
        ("supplier.country", "Cote d'Ivoire", "CI"),
        ("supplier.country", "Myanmar (Burma)", "MM"),
        ("supplier.union_attitude", "Vijandig", "hostile"),
        ("supplier.cooperation", "not_asked", "not_asked"),
        ("supplier.relation_years", "12.0", 12),
        ("site.tier", "3", "3plus"),
        ("site.tier", "Tier 3+", "3plus"),
        ("site.tier", "3plus", "3plus"),
        ("site.tier", "schakel 1", "1"),
        ("site.formality", "informeel", "informal"),
        ("site.workforce_total_band", "1.250", "1000+"),
        ("site.workforce_total_band", "ca. 300 werknemers", "250-999"),
        ("site.workforce_total_band", "100–249", "100-249"),
        ("site.workforce_total_band", "100 to 200", "100-249"),
        ("site.workforce_total_band", "< 20", "<20"),
        ("site.workforce_total_band", "1000+", "1000+"),
        ("site.workforce_total_band", "more than 1000", "1000+"),
        ("site.workforce_total_band", "onbekend", "unknown"),
        ("group.share_pct", "35 %", 35),
        ("group.share_pct", "35,5", 36),
        ("share.contract.agency", "0.4%", 0),
        ("headcount.contract.agency", "1,200", 1200),
        ("group.as_of", "feb 2026", "2026-02"),
        ("group.vulnerability", "hoog", "high"),
    ],
)
def test_a_value_is_understood_as_people_write_it(target: str, text: str, expected: object) -> None:
    assert value(target, text, read_month) == expected


@pytest.mark.parametrize(
    ("target", "text", "code"),
    [
        ("supplier.country", "Atlantis", "not_a_country"),
        ("supplier.country", "EU", "not_a_country"),
        ("supplier.name", "x" * 301, "text_too_long"),
        ("supplier.relation_years", "many", "not_a_number"),
        ("supplier.relation_years", "-1", "number_at_least"),
        ("supplier.code", "SUP 03", "not_like"),
        ("site.region_label", "Ward 7", "not_like"),
        ("site.tier", "deep", "not_one_of"),
        ("site.workforce_total_band", "200-400", "not_a_band"),
        ("site.workforce_total_band", "< 100", "not_a_band"),
        ("site.workforce_total_band", "-5", "not_a_band"),
        ("group.share_pct", "101", "not_a_share"),
        ("group.share_pct", "-1", "not_a_share"),
        ("group.share_pct", "0.35", "not_a_share"),
        ("group.as_of", "spring", "not_a_month"),
        ("headcount.contract.day", "1000001", "number_at_most"),
    ],
)
def test_a_value_that_is_not_understood_is_told_without_being_repeated(
    target: str, text: str, code: str
) -> None:
    with pytest.raises(InvalidValue) as problem:
        value(target, text, read_month)
    assert (problem.value.code, problem.value.data["path"]) == (code, target)
    assert text not in str(dict(problem.value.data))


@pytest.mark.parametrize("vocabulary", [*VOCABULARIES.values(), *DIMENSION_CLASSES])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_word_that_is_shown_as_a_choice_is_understood(vocabulary: str, language: str) -> None:
    known = values(vocabulary)
    assert {
        known.get(word.casefold().replace("-", " ").replace(".", " ")) for word in shown(vocabulary, language)
    } == (set(known.values()))


@given(st.integers(0, 10**6))
def test_a_number_of_people_lies_in_its_band(people: int) -> None:
    assert value("site.workforce_total_band", str(people), read_month) == band(people)


# Rows


def test_several_rows_of_one_supplier_make_one_supplier_with_several_sites() -> None:
    made = previewed(
        "Supplier,Country,Site,Tier,Workers,% women,Contact person",
        "Alfa,India,North quarry,3,80,20%,Somebody",
        "ALFA,India,South quarry,2,30,,Somebody",
    )
    [supplier] = made.suppliers
    assert (supplier.code, supplier.contact_person) == ("SUP-01", "")
    assert [(site.code, site.tier, site.workforce_total_band) for site in supplier.sites] == [
        ("SITE-01", "3plus", "50-99"),
        ("SITE-02", "2", "20-49"),
    ]
    assert supplier.sites[0].workforce_groups[0].share_pct == 20
    states = [[(each.kind, each.state) for each in row.made] for row in made.rows]
    assert states == [
        [("supplier", "new"), ("site", "new"), ("group", "new")],
        [("supplier", "same"), ("site", "new")],
    ]


def test_a_known_supplier_is_met_by_code_or_name_and_keeps_what_the_table_does_not_say() -> None:
    for first in ("SUP-03,", ",ALFA stone-exports"):
        made = previewed(
            "Code,Supplier,Country,Cooperation,Site,% women",
            f"{first},,refuses,north Quarry,30",
            known=[ALFA],
        )
        [(before, after)] = made.changes
        [site] = ALFA.sites
        [group] = site.workforce_groups
        changed = replace(site, workforce_groups=(replace(group, share_pct=30),))
        assert before == ALFA
        assert after == replace(ALFA, cooperation="refuses", sites=(changed,))


def test_the_same_table_again_changes_nothing() -> None:
    lines = ["Supplier,Country,Site,Tier", "Alfa,IN,North,3", "Beta,NL,,1"]
    first = previewed(*lines)
    again = previewed(*lines, known=first.suppliers)
    assert again.changes == ()
    assert {each.state for row in again.rows for each in row.made} == {"same"}


def test_an_empty_cell_or_a_dash_empties_nothing() -> None:
    assert previewed("Code,Country,Cooperation", "SUP-03,-,", known=[ALFA]).changes == ()


def test_codes_are_the_next_free_ones_and_never_made_of_a_name() -> None:
    made = previewed(
        "Supplier code,Supplier,Country", ",Gamma,IN", "SUP-01,Delta,NL", ",Beta,TR", known=[ALFA]
    )
    assert [(each.name, each.code) for each in made.suppliers] == [
        ("Gamma", "SUP-02"),
        ("Delta", "SUP-01"),
        ("Beta", "SUP-04"),
    ]


@pytest.mark.parametrize(
    ("code", "is_told"),
    [
        ("ALFA-1", True),
        ("ase.1", True),
        ("Stone7", True),
        ("JAI-2", True),
        ("SUP-9", False),
        ("100234", False),
    ],
)
def test_a_code_that_gives_away_a_name_a_place_or_initials_is_refused(code: str, is_told: bool) -> None:
    assert tells(code, ["Alfa Stone Exports", "Ring road, Jaipur"]) is is_told
    made = previewed("Code,Supplier,Country,Address", f'{code},Alfa Stone Exports,IN,"Ring road, Jaipur"')
    assert codes(made) == ([(2, 0, "code_tells_name")] if is_told else [])


def test_a_row_with_a_problem_is_left_out_whole_and_the_others_stand() -> None:
    made = previewed("Supplier,Country,Site,Tier", "Alfa,Atlantis,North,deep", "Beta,NL,,2")
    assert codes(made) == [(2, 1, "not_a_country"), (2, 3, "not_one_of")]
    assert made.left_out == 1
    assert [supplier.name for supplier in made.suppliers] == ["Beta"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Supplier,Country,Tier", ",NL,2"], (2, 0, "row_without_supplier")),
        (["Code,Supplier,Country", "7,,NL"], (2, 1, "supplier_without_name")),
        (["Supplier,Country", "Beta,"], (2, 1, "supplier_without_country")),
        (["Code,Supplier,Country", "7,Alfa Stone exports,IN"], (2, 0, "known_under_code")),
        (["Code,Supplier,Country", "7,Beta,IN", "8,Beta,IN", ",Beta,IN"], (4, 1, "name_of_several")),
        (["Supplier,Country", "Beta,NL", "Beta,BE"], (3, 1, "row_says_otherwise")),
        (["Supplier,Country,Site,% men", "Beta,NL,A,4", "Beta,NL,A,5"], (3, 3, "row_says_otherwise")),
        (
            ["Supplier,Country,Site,Tier", "Beta,NL,A,", "Beta,NL,B,", "Beta,NL,,2"],
            (4, 2, "row_without_site"),
        ),
        (["Supplier,Country,Feature,Class,Share", "Beta,NL,sex,,5"], (2, 2, "class_missing")),
        (["Supplier,Country,Feature,Class,Share", "Beta,NL,,none,5"], (2, 3, "class_of_several")),
        (["Supplier,Country,Feature,Class,Share", "Beta,NL,,purple,5"], (2, 3, "class_unknown")),
        (["Supplier,Country,Feature,Class,Share", "Beta,NL,contract,women,5"], (2, 3, "not_one_of")),
    ],
)
def test_what_is_wrong_is_told_with_its_row_and_column(
    lines: list[str], expected: tuple[int, int, str]
) -> None:
    assert codes(previewed(*lines, known=[ALFA])) == [expected]


def test_shares_that_add_up_to_more_than_100_are_told_and_keep_nothing_out() -> None:
    made = previewed("Supplier,Country,% women,% men", "Beta,NL,60,50")
    [remark] = made.remarks
    assert (remark.row, remark.site_code, remark.dimension, remark.total) == (2, "SITE-01", "sex_gender", 110)
    assert made.left_out == 0
    assert previewed("Supplier,Country,% women,% men", "Beta,NL,60,40").remarks == ()


# Promises

WORDS = st.text(st.characters(codec="ascii", categories=["L"]), min_size=1, max_size=8)
NAMES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
MONTHS = st.none() | st.dates().map("{:%Y-%m}".format).filter(read_month)


def of(vocabulary: str) -> st.SearchStrategy[Any]:
    return st.sampled_from(sorted(set(values(vocabulary).values())))


def counts(most: int) -> st.SearchStrategy[int | None]:
    return st.none() | st.integers(0, most)


GROUPS = st.sampled_from(
    [(name, each) for name, those in DIMENSION_CLASSES.items() for each in those]
).flatmap(
    lambda key: st.builds(
        WorkforceGroup,
        dimension=st.just(key[0]),
        class_=st.just(key[1]),
        share_pct=counts(100),
        headcount=counts(10**6),
        as_of=MONTHS,
        source=of("WorkforceSource"),
        representation=of("Representation"),
        vulnerability=of("Degree"),
        effect_on_approach=st.just(""),
    )
)
SITES = st.builds(
    Site,
    code=st.integers(1, 99).map("SITE-{}".format),
    name=NAMES,
    address=NAMES | st.just(""),
    aliases=st.just(()),
    region_label=NAMES | st.just(""),
    tier=of("Tier"),
    formality=of("Formality"),
    workforce_total_band=st.sampled_from(["<20", "20-49", "50-99", "100-249", "250-999", "1000+", "unknown"]),
    known_sites_in_region=counts(500),
    workforce_groups=st.lists(GROUPS, max_size=3, unique_by=lambda g: (g.dimension, g.class_)).map(tuple),
)
SUPPLIERS = st.builds(
    Supplier,
    id=st.just(ALFA.id),
    code=st.integers(1, 99).map("SUP-{}".format),
    name=NAMES,
    aliases=st.just(()),
    address=NAMES | st.just(""),
    contact_role=NAMES | st.just(""),
    contact_person=st.just(""),
    country=st.sampled_from(sorted(set(countries().values()))),
    union_attitude=of("Attitude"),
    cooperation=of("Cooperation"),
    relation_years=counts(100),
    leverage=st.none() | of("Leverage"),
    sites=st.lists(SITES, max_size=3, unique_by=(lambda s: s.code, lambda s: s.name)).map(tuple),
    labour_providers=st.just(()),
)


def as_rows(suppliers: Iterable[Supplier]) -> Iterator[list[str]]:
    """The suppliers as a table: a row for each group, or site, or supplier without any."""
    for supplier in suppliers:
        for site in supplier.sites or (None,):
            for group in (site.workforce_groups if site else ()) or (None,):
                records = {"supplier": supplier, "site": site, "group": group}
                yield [cell(records, field) for field in FIELDS]


def cell(records: dict[str, Any], target: str) -> str:
    room, _, field = target.partition(".")
    held = getattr(records[room], "class_" if field == "class" else field, None)
    return "" if held is None else str(held)


@given(st.lists(SUPPLIERS, max_size=4, unique_by=lambda supplier: supplier.code))
def test_suppliers_written_as_a_table_and_read_back_are_the_same(suppliers: list[Supplier]) -> None:
    header = [sentences("columns")[field] for field in FIELDS]
    [sheet] = read(delimited.write([header, *as_rows(suppliers)], separator=";"), "list.csv")
    made = preview(sheet, guess(sheet.header), (), read_month)
    assert codes(made) == []
    assert [replace(supplier, id=ALFA.id) for supplier in made.suppliers] == suppliers
    again = preview(sheet, guess(sheet.header), suppliers, read_month)
    assert again.changes == ()


ALIKE = st.sampled_from(
    ["Alfa", "alfa ", "Beta", "SUP-03", "SUP-1", "IN", "India", "3", "40%", "women", "none", ""]
)


@given(
    table=st.lists(st.lists(ALIKE | st.text(max_size=12), min_size=2, max_size=6), min_size=2, max_size=12),
    drawn=st.data(),
)
def test_no_table_makes_it_fail_and_what_has_problems_makes_nothing(
    table: list[list[str]], drawn: st.DataObject
) -> None:
    try:
        [sheet] = read(delimited.write(table, separator=","), "list.csv")
    except FileProblem:
        return
    targets = st.sampled_from([*FIELDS, *choices()])
    columns = drawn.draw(st.lists(targets, min_size=len(sheet.header), max_size=len(sheet.header)))
    made = preview(sheet, Mapping(columns=tuple(columns)), [ALFA], read_month)
    assert [row.number for row in made.rows] == list(sheet.numbers)
    assert not any(row.made and row.problems for row in made.rows)
    stand = [supplier.code for supplier in made.suppliers]
    assert len(stand) == len(set(stand))

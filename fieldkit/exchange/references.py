"""Whether the codes in a dialogue file lead somewhere, and each stands for one thing only.

What a code leads to is declared where its field is declared (`refers_to`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

import msgspec

from fieldkit.errors import InvalidValue
from fieldkit.exchange.dialogue_file import DialogueFile
from fieldkit.model.field import RefersTo, fields
from fieldkit.model.session import Session

Codes = Mapping[RefersTo, Collection[str]]


def check(document: DialogueFile, known: Codes, /) -> None:
    """Raise `InvalidValue` with the path of the first code that stands twice or leads nowhere.

    `known` are companies, suppliers and partners that a workspace holds already; they need not stand in the
    document.
    """
    for path, code in (*_twice(document), *_astray(document, "$", _scope(document, known))):
        raise InvalidValue(code, path=path)


def _twice(document: DialogueFile) -> Iterator[tuple[str, str]]:
    lists = {name: getattr(document, name) for name in document.__struct_fields__}
    lists |= {f"suppliers[{at}].sites": each.sites for at, each in enumerate(document.suppliers)}
    for name, records in lists.items():
        if isinstance(records, tuple):
            code = "supplier_code" if name == "brief_plans" else "code"
            yield from _repeated(f"$.{name}", records, code, "code_twice")
            yield from _repeated(f"$.{name}", records, "id", "id_twice")


def _repeated(path: str, records: tuple[Any, ...], key: str, error: str) -> Iterator[tuple[str, str]]:
    seen = set()
    for index, record in enumerate(records):
        value = getattr(record, key, index)  # a site has no id
        if value in seen:
            yield f"{path}[{index}].{key}", error
        seen.add(value)


def _scope(document: DialogueFile, known: Codes) -> Codes:
    """Return the codes that a code of this document may lead to."""
    own = next((each for each in document.suppliers if each.code == document.dialogue.supplier_code), None)
    scope: dict[RefersTo, Collection[str]] = {
        "company": {*known.get("company", ()), *([document.company.code] if document.company else [])},
        "supplier": {*known.get("supplier", ()), *(each.code for each in document.suppliers)},
        "partner": {*known.get("partner", ()), *(each.code for each in document.partners)},
        "session": {each.code for each in document.sessions},
        "insight": {each.code for each in document.insights},
        "group": {f"{each.code}/{group.label}" for each in document.sessions for group in each.groups},
    }
    if own is not None:  # the sites of a supplier that only the workspace holds are not known here
        scope["site"] = {site.code for site in own.sites}
    return scope


def _within(session: Session) -> Codes:
    labels = {group.label for group in session.groups}
    return {
        "interpreter": {each.code for each in session.interpreters},
        "label": labels,
        "subject": labels | {each.code for each in session.participant_codes},
    }


def _astray(value: Any, path: str, scope: Codes) -> Iterator[tuple[str, str]]:
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _astray(item, f"{path}[{index}]", scope)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _astray(item, f"{path}.{key}", scope)
    elif isinstance(value, msgspec.Struct):
        inner = {**scope, **_within(value)} if isinstance(value, Session) else scope
        for field in fields(type(value)):
            held, where = getattr(value, field.name), f"{path}.{field.key}"
            if field.refers_to:
                yield from _unknown(held, where, field.refers_to, inner)
            elif field.field_class is None:
                yield from _astray(held, where, inner)


def _unknown(held: Any, path: str, target: RefersTo, scope: Codes) -> Iterator[tuple[str, str]]:
    if isinstance(held, tuple):
        for index, code in enumerate(held):
            yield from _unknown(code, f"{path}[{index}]", target, scope)
    elif held is not None and target in scope and held not in scope[target]:
        yield path, f"no_such_{target}"

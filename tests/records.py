"""Records of every type, made from what their fields declare: any valid one, or one full of a given text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC
from functools import cache
from typing import Any, TypeVar

import msgspec
from hypothesis import Phase, find, settings
from hypothesis import strategies as st
from msgspec import inspect as shape

from fieldkit.model.field import Record
from fieldkit.model.insight import Insight
from fieldkit.model.session import CheckAnswer, Session
from fieldkit.model.supply import GroupClass, WorkforceGroup
from fieldkit.model.vocabulary import DIMENSION_CLASSES

R = TypeVar("R", bound=Record)
Values = st.SearchStrategy[Any]

LONGEST = 40
"""Characters of a drawn text; the declared limits are far higher and would only make the tests slow."""

MOST = 2
"""Members of a drawn list or mapping."""


@cache
def records(kind: type[R], /, *, saying: str | None = None) -> st.SearchStrategy[R]:
    """Return a strategy for valid records of a type. What belongs to a dialogue always names one.

    With `saying`, every field is there, no list is empty, and every text that is free to be anything is that
    text, which should look like a code so that it fits codes too.
    """
    declared = shape.type_info(kind).fields  # type: ignore[attr-defined]
    values = {field.name: _values(field.type, saying) for field in declared}
    needed = {
        field.name
        for field in declared
        if field.required or field.name == "dialogue_code" or (saying and field.name != "id")
    }
    drawn = st.fixed_dictionaries(
        {name: strategy for name, strategy in values.items() if name in needed},
        optional={name: strategy for name, strategy in values.items() if name not in needed},
    )
    mend = MENDED.get(kind, dict)
    return drawn.map(lambda given: kind(**mend(given)))


def full(kind: type[R], /, saying: str) -> R:
    """Return one record of a type in which nothing is left out and every free text is `saying`."""
    first = settings(max_examples=1, phases=[Phase.generate], database=None)
    found: R = find(records(kind, saying=saying), lambda _: True, settings=first)
    return found


def texts_in(value: object, /) -> Iterator[str]:
    """Yield every text a record holds, at any depth."""
    match msgspec.to_builtins(value):
        case str() as text:
            yield text
        case dict() as mapping:
            for key, inner in mapping.items():
                yield from texts_in(key)
                yield from texts_in(inner)
        case list() | tuple() as members:
            for inner in members:
                yield from texts_in(inner)


def _values(declared: shape.Type, saying: str | None) -> Values:
    match declared:
        case shape.Metadata(type=inner):
            return _values(inner, saying)
        case shape.StructType(cls=kind):
            return records(kind, saying=saying)
        case shape.UnionType(types=choices):
            wanted = [choice for choice in choices if not (saying and isinstance(choice, shape.NoneType))]
            return st.one_of([_values(choice, saying) for choice in wanted])
        case shape.VarTupleType(item_type=item, max_length=most):
            members = _values(item, saying)
            return st.lists(members, min_size=bool(saying), max_size=min(most or MOST, MOST)).map(tuple)
        case shape.DictType(key_type=key, value_type=value):
            pair = (_values(key, saying), _values(value, saying))
            return st.dictionaries(*pair, min_size=bool(saying), max_size=MOST)
        case shape.LiteralType(values=words):
            return st.sampled_from(sorted(words, key=str))
        case shape.StrType():
            return _texts(declared, saying)
        case shape.IntType(ge=least, le=most):
            return st.integers(-(2**53) if least is None else least, 2**53 if most is None else most)
        case shape.AnyType():
            return st.just({saying: [saying]}) if saying else ANYTHING
    return PLAIN[type(declared)]


def _texts(declared: shape.StrType, saying: str | None) -> Values:
    if saying and (declared.pattern is None or re.search(declared.pattern, saying)):
        return st.just(saying)
    if declared.pattern:
        return st.from_regex(declared.pattern, fullmatch=True, alphabet=st.characters(codec="ascii"))
    least, most = declared.min_length or 0, declared.max_length or LONGEST
    return st.text(min_size=least, max_size=min(most, LONGEST))


PLAIN: dict[type[shape.Type], Values] = {
    shape.BoolType: st.booleans(),
    shape.NoneType: st.none(),
    shape.DateType: st.dates(),
    shape.DateTimeType: st.datetimes(timezones=st.just(UTC)).map(lambda moment: moment.replace(fold=0)),
    shape.DecimalType: st.decimals("0.0001", 744, places=4),
}

ANYTHING: Values = st.dictionaries(
    st.text(max_size=LONGEST),
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=LONGEST),
        lambda inner: st.lists(inner, max_size=MOST) | st.dictionaries(st.text(), inner, max_size=MOST),
        max_leaves=4,
    ),
    max_size=MOST,
)
"""What JSON can hold without loss."""


def _of_its_dimension(given: dict[str, Any]) -> dict[str, Any]:
    allowed = DIMENSION_CLASSES[given["dimension"]]
    return given | {"class_": allowed[len(given["class_"]) % len(allowed)]}


def _of_its_theme(given: dict[str, Any]) -> dict[str, Any]:
    return given | {"theme": given["subtheme"][:3]}


def _with_a_reason(given: dict[str, Any]) -> dict[str, Any]:
    return given | {"reason": given.get("reason", "") + " and that is why."}


def _in_order(given: dict[str, Any]) -> dict[str, Any]:
    hours = sorted(filter(None, (given.pop("start", None), given.pop("end", None))))
    named = dict(zip(("start", "end"), dict.fromkeys(hours), strict=False))
    groups = {group.label: group for group in given.get("groups", ())}
    return given | named | {"groups": tuple(groups.values())}


MENDED: dict[type[Record], Callable[[dict[str, Any]], dict[str, Any]]] = {
    GroupClass: _of_its_dimension,
    WorkforceGroup: _of_its_dimension,
    Insight: _of_its_theme,
    CheckAnswer: _with_a_reason,
    Session: _in_order,
}
"""What a record type refuses although each of its fields is right, put right."""

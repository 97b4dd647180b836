"""The words for every value one can choose or see: `Tier.3plus` is "tier 3 and deeper"."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from fieldkit.model import vocabulary
from fieldkit.model.answers import Answers
from fieldkit.text import Catalogue, sentences

_ANSWERS = "answers."


def label(name: str, value: str, words: Catalogue, /) -> str:
    """Return a value in words.

    `name` is a vocabulary (`Tier`), a dimension of the workforce (`contract`) or a field of the answers
    (`answers.literacy`), which may have plainer words than its vocabulary.
    """
    own = sentences("choices").get(f"{name}.{value}")
    return words.say(own if own is not None else sentences("choices")[f"{_vocabulary(name)}.{value}"])


def options(name: str, words: Catalogue, /) -> tuple[tuple[str, str], ...]:
    """Return all values that `name` allows, each with its words, in the order of the vocabulary."""
    return tuple((value, label(name, value, words)) for value in values(name))


@cache
def values(name: str, /) -> tuple[str, ...]:
    """Return the values that `name` allows."""
    if name.startswith(_ANSWERS):
        return get_args(_hints()[name.removeprefix(_ANSWERS)])
    classes = {str(dimension): each for dimension, each in vocabulary.DIMENSION_CLASSES.items()}
    return classes[name] if name in classes else get_args(vocabularies()[name])


@cache
def vocabularies() -> dict[str, Any]:
    """Return every vocabulary by its name."""
    return {name: kind for name, kind in vars(vocabulary).items() if get_origin(kind) is Literal}


@cache
def _vocabulary(name: str) -> str:
    """Return the name of the vocabulary that a field of the answers takes its values from."""
    return next(each for each, kind in vocabularies().items() if get_args(kind) == values(name))


@cache
def _hints() -> dict[str, Any]:
    return get_type_hints(Answers)

"""The languages people speak, as they are said, and which of them Fieldkit can speak on a card.

What knows their names loads when it is asked: the window must not wait for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from fieldkit.guide.languages import same
from fieldkit.model.dialogue import ConsentWording
from fieldkit.model.session import Session
from fieldkit.text import LANGUAGES


def tag(label: str, /) -> str:
    """Return the tag of a language given by its name or its tag, as readers of a document need it.

    Empty where there is none: dialects often have none.
    """
    from babel import Locale, UnknownLocaleError

    by_name = _tags_by_name().get(label.strip().casefold())
    if by_name is not None:
        return by_name
    try:
        return str(Locale.parse(label.strip(), sep="-").language)
    except (ValueError, UnknownLocaleError):
        return ""


def ours(label: str, /) -> str | None:
    """Return the language of ours that a label means, by its tag or by its name; None if none."""
    return next((each for each in LANGUAGES if same(tag(label), each)), None)


def typed(label: str, wordings: Sequence[ConsentWording], /) -> ConsentWording | None:
    """Return the lines that were typed for a language, however its label is written."""
    return next((each for each in wordings if same(each.language, label)), None)


def spoken_by_workers(session: Session, /) -> tuple[str, ...]:
    """Return the languages of those who are heard, each once."""
    return tuple(dict.fromkeys(each for group in session.groups for each in group.languages))


@cache
def _tags_by_name() -> Mapping[str, str]:
    """Return the tags of all languages by their names in the languages of ours."""
    from babel import Locale

    return {name.casefold(): code for each in LANGUAGES for code, name in Locale(each).languages.items()}

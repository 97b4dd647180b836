"""Finding anything by its code, its title or its name, while somebody types (Ctrl+K)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

import msgspec

from fieldkit.store.agenda import Agenda, Kind, Name
from fieldkit.text import Catalogue, sentences
from fieldkit.workspace.choices import label
from fieldkit.workspace.due import Target

MOST = 20

_ORDER: tuple[Kind, ...] = ("dialogue", "supplier", "site", "partner", "session")
# Letters that Unicode does not take apart.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ħ": "h", "þ": "th", "æ": "ae", "œ": "oe"}
)


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was found."""

    kind: Kind
    label: str  # the kind, in words
    code: str
    title: str
    second: str
    target: Target


class _Entry(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A name as it is looked through."""

    name: Name
    code: str  # folded, like the two below
    title: str
    all: str


class Finder:
    """Looks through all codes, titles and names of a workspace, read again once something changed."""

    def __init__(self, agenda: Agenda) -> None:
        self._agenda = agenda
        self._version = (-1, -1)
        self._entries: list[_Entry] = []
        self._titles: dict[str, str] = {}

    def find(self, query: str, words: Catalogue, /) -> tuple[Found, ...]:
        """Return what holds every word that was typed, the best first, at most `MOST`.

        Capitals and accents do not count. Nothing typed finds nothing.
        """
        self._refresh()
        typed = folded(query).split()
        if not typed:
            return ()
        hits = (entry for entry in self._entries if all(word in entry.all for word in typed))
        best = sorted(hits, key=lambda entry: _rank(entry, typed))[:MOST]
        return tuple(self._shown(entry.name, words) for entry in best)

    def _refresh(self) -> None:
        version = self._agenda.version()
        if version != self._version:
            names = self._agenda.names()
            self._titles = {each.code: each.title for each in names if each.kind in ("dialogue", "supplier")}
            self._entries = _entries(names)
            self._version = version

    def _shown(self, name: Name, words: Catalogue) -> Found:
        return Found(
            kind=name.kind,
            label=words.say(sentences("overview")[f"kind.{name.kind}"]),
            code=name.code,
            title=name.title or name.code,
            second=self._second(name, words),
            target=_target(name),
        )

    def _second(self, name: Name, words: Catalogue) -> str:
        match name.kind:
            case "supplier":
                return words.country(name.detail)
            case "partner":
                return label("PartnerType", name.detail, words)
            case "session":
                return words.day(name.day) if name.day else words.say("no day yet")
        return self._titles.get(name.within, name.within)


def folded(text: str, /) -> str:
    """Return a text without capitals and accents; signs that carry a vowel stay."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in parts if unicodedata.combining(each) in (0, 9)).translate(_PLAIN)


def _entries(names: Iterable[Name]) -> list[_Entry]:
    memo: dict[str, str] = {}

    def plain(text: str) -> str:
        if text not in memo:
            memo[text] = folded(text)
        return memo[text]

    return [
        _Entry(
            name=name,
            code=plain(name.code),
            title=plain(name.title),
            all="\n".join(
                (
                    plain(name.code),
                    plain(name.title),
                    *map(plain, name.aliases),
                    plain(name.within),
                    _day(name),
                )
            ),
        )
        for name in names
    ]


def _day(name: Name) -> str:
    return name.day.isoformat() if name.day else ""


def _rank(entry: _Entry, typed: list[str]) -> tuple[int, int, int, str]:
    """Put the code as it is first, then what begins with what was typed, then words that do."""
    whole = " ".join(typed)
    begun = all(f" {word}" in f" {entry.title}" for word in typed)
    places = (
        entry.code == whole,
        entry.title == whole,
        entry.code.startswith(whole) or entry.title.startswith(whole),
        begun,
        all(word in entry.code or word in entry.title for word in typed),
    )
    place = places.index(True) if True in places else len(places)
    newest = -entry.name.day.toordinal() if entry.name.day else 0
    return place, _ORDER.index(entry.name.kind), newest, entry.code


def _target(name: Name) -> Target:
    match name.kind:
        case "site":
            return Target("supplier", name.within, f"sites.{name.code}")
        case "session":
            return Target("dialogue", name.within, f"session/{name.code}")
        case "supplier" | "partner" | "dialogue":
            return Target(name.kind, name.code)

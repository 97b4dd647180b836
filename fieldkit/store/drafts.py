"""What somebody typed and no record can hold yet: a number that is none, a line that is too long."""

from __future__ import annotations

from fieldkit.store.connection import Connection


class Drafts:
    """The typed texts of a workspace, by their place: `supplier/SUP-03/sites[0].name`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, place: str, /) -> str | None:
        """Return what was typed at a place, or None."""
        found = self._connection.execute("SELECT text FROM draft WHERE place = ?", (place,))
        return str(found[0][0]) if found else None

    def within(self, place: str, /) -> dict[str, str]:
        """Return what was typed in the fields of one record, by the path of the field."""
        start = f"{place}/"
        found = self._connection.execute(
            "SELECT place, text FROM draft WHERE substr(place, 1, ?) = ? ORDER BY place", (len(start), start)
        )
        return {str(each).removeprefix(start): str(text) for each, text in found}

    def keep(self, place: str, text: str, /) -> None:
        """Remember what was typed at a place."""
        self._connection.execute(
            "INSERT INTO draft (place, text) VALUES (?, ?)"
            " ON CONFLICT (place) DO UPDATE SET text = excluded.text",
            (place, text),
        )

    def drop(self, place: str, /) -> None:
        """Forget what was typed at a place, and in all fields below it."""
        self._connection.execute(
            "DELETE FROM draft WHERE place = ? OR substr(place, 1, ?) = ?",
            (place, len(place) + 1, f"{place}/"),
        )

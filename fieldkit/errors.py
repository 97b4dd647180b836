"""What can go wrong that a user can mend: a class, a code and data; no sentences.

*The world failed* (disk full, wrong passphrase, bad file) is a `FieldkitError`. *We have a bug* is any
other exception. The sentences for every code stand in `resources/messages/errors.json`; the edge
(`cli`, `ui`) fetches them through `fieldkit.text`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Self


class FieldkitError(Exception):
    """Something outside the program failed, or was asked wrongly; the user can mend it.

    `code` names the sentence; `data` fills it and never holds anybody's words, only paths, keys,
    limits and versions.
    """

    exit_code = 4

    def __init__(self, code: str, /, **data: object) -> None:
        super().__init__(code)
        self.code = code
        self.data: Mapping[str, object] = MappingProxyType(data)

    def about(self, path: object, /) -> Self:
        """Return this error, telling which file it is about."""
        self.data = MappingProxyType({**self.data, "path": str(path)})
        return self


class WrongUse(FieldkitError):
    """The command or call itself is off: an unknown code, a missing choice."""

    exit_code = 2


class FileProblem(FieldkitError):
    """A file cannot be read, is not valid, or cannot be written."""


class InvalidValue(FieldkitError):
    """A value in a file is not what was expected; `data["path"]` says where."""


class WorkspaceProblem(FieldkitError):
    """The workspace file cannot be opened, or cannot be trusted."""


class Refused(FieldkitError):
    """A rule says no. `reasons` holds every reason at once, so nobody mends them one by one."""

    exit_code = 3

    def __init__(self, reasons: tuple[Reason, ...], /) -> None:
        super().__init__("refused", count=len(reasons))
        self.reasons = reasons


class Reason:
    """One reason why a rule says no.

    `rule` is the rule's id (`G-2`, `XR-1`, `T6`, `W-2`), `subject` the code of what it is about (`I3`),
    `code` names the sentence in `resources/messages/reasons.json`, `data` fills it.
    """

    __slots__ = ("code", "data", "rule", "subject")

    def __init__(self, rule: str, subject: str, code: str, /, **data: object) -> None:
        self.rule = rule
        self.subject = subject
        self.code = code
        self.data: Mapping[str, object] = MappingProxyType(data)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Reason):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self) -> int:
        return hash((self.rule, self.subject, self.code))

    def __repr__(self) -> str:
        return f"Reason({self.rule!r}, {self.subject!r}, {self.code!r}, {dict(self.data)!r})"

    def _key(self) -> tuple[object, ...]:
        return self.rule, self.subject, self.code, dict(self.data)

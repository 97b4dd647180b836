"""The dialogue file: everything about one dialogue as one JSON document (`contract.md`)."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec

from fieldkit.errors import FileProblem, InvalidValue
from fieldkit.exchange.expected import invalid_value
from fieldkit.exchange.json_guard import guard
from fieldkit.model.channels import AuditRound, Mechanism, Tool
from fieldkit.model.dialogue import Assessment, Dialogue
from fieldkit.model.field import Day, Record, of_class
from fieldkit.model.followup import Action, Brief, BriefPlan, Incident, SupplierTalk, WorkerFeedback
from fieldkit.model.insight import Insight
from fieldkit.model.partner import Agreement, Partner, Promise
from fieldkit.model.session import Session
from fieldkit.model.supply import Company, Supplier

FORMAT = "fieldkit-dialogue"
VERSION = 1


class DialogueFile(Record, frozen=True, kw_only=True):
    """One document. References go by code; `id` is optional on import."""

    format: Annotated[Literal["fieldkit-dialogue"], of_class("N")] = "fieldkit-dialogue"
    version: Annotated[Literal[1], of_class("N")] = 1
    today: Annotated[Day | None, of_class("N")] = None  # sample files only
    company: Company | None = None
    suppliers: tuple[Supplier, ...] = ()
    partners: tuple[Partner, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    promises: tuple[Promise, ...] = ()
    mechanisms: tuple[Mechanism, ...] = ()
    tools: tuple[Tool, ...] = ()
    audit_rounds: tuple[AuditRound, ...] = ()
    dialogue: Dialogue
    assessment: Assessment | None = None
    sessions: tuple[Session, ...] = ()
    insights: tuple[Insight, ...] = ()
    brief_plans: tuple[BriefPlan, ...] = ()
    briefs: tuple[Brief, ...] = ()
    talks: tuple[SupplierTalk, ...] = ()
    actions: tuple[Action, ...] = ()
    feedback: tuple[WorkerFeedback, ...] = ()
    incidents: tuple[Incident, ...] = ()


DIALOGUE_PARTS = (
    "promises", "mechanisms", "tools", "audit_rounds", "sessions", "insights", "brief_plans", "briefs",
    "talks", "actions", "feedback", "incidents",
)  # fmt: skip
"""The lists whose records belong to the dialogue of the document."""


def read(content: bytes, /) -> DialogueFile:
    """Return the document in `content`, checked whole.

    Raises `FileProblem` for what is no dialogue file of a version we know, `InvalidValue` with the path for
    a value that is not what was expected.
    """
    tree = guard(content)
    _check_kind(tree)
    try:
        document = msgspec.convert(tree, DialogueFile)
    except msgspec.ValidationError as error:
        raise invalid_value(error, DialogueFile) from None
    return _belonging(document)


def write(document: DialogueFile, /) -> bytes:
    """Return the document as JSON that people can read: format and version first, two spaces."""
    tree = {"format": FORMAT, "version": VERSION, **msgspec.to_builtins(document)}
    return msgspec.json.format(msgspec.json.encode(tree), indent=2) + b"\n"


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the dialogue file, made from the records themselves."""
    made = msgspec.json.schema(DialogueFile)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def _check_kind(tree: Any) -> None:
    if not isinstance(tree, dict) or tree.get("format") != FORMAT:
        raise FileProblem("not_a_dialogue_file")
    version = tree.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or not 1 <= version < 10_000:
        raise InvalidValue("not_one_of", path="$.version", choices=str(VERSION))
    if version > VERSION:
        raise FileProblem("dialogue_file_newer", version=version, known=VERSION)


def _belonging(document: DialogueFile) -> DialogueFile:
    """Return the document with every part saying which dialogue it belongs to."""
    code = document.dialogue.code
    changes: dict[str, Any] = {
        name: tuple(
            _of(code, part, f"$.{name}[{index}]") for index, part in enumerate(getattr(document, name))
        )
        for name in DIALOGUE_PARTS
    }
    if document.assessment is not None:
        changes["assessment"] = _of(code, document.assessment, "$.assessment")
    return msgspec.structs.replace(document, **changes)


def _of(code: str, part: Any, path: str) -> Any:
    if part.dialogue_code not in ("", None, code):
        raise InvalidValue("not_one_of", path=f"{path}.dialogue_code", choices=code)
    return msgspec.structs.replace(part, dialogue_code=code)

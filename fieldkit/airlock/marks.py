"""Mark: a span of text, what it gives away, what could stand there instead."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Kind(StrEnum):
    """What a span gives away, or which wording rule it breaks."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    ADDRESS = "address"
    DATE = "date"
    TIME = "time"
    PHONE = "phone"
    EMAIL = "email"
    URL = "url"
    ID_NUMBER = "id_number"
    ACCOUNT = "account"
    VEHICLE = "vehicle"
    COORDINATES = "coordinates"
    MONEY = "money"
    AGE = "age"
    FAMILY = "family"
    RARE_ROLE = "rare_role"
    NATIONALITY = "nationality"
    RELIGION = "religion"
    ETHNICITY = "ethnicity"
    HEALTH = "health"
    UNION_MEMBERSHIP = "union_membership"
    SMALL_NUMBER = "small_number"
    SINGLE_EVENT = "single_event"
    QUOTE = "quote"
    BLAME = "blame"
    GUESS = "guess"
    SINGLE_PERSON = "single_person"
    FORBIDDEN_SOURCE = "forbidden_source"
    SHARED_RUN = "shared_run"
    UNKNOWN_WORD = "unknown_word"


class Detector(StrEnum):
    """Which detector found it."""

    KNOWN = "known"
    PATTERNS = "patterns"
    NAMES = "names"
    CIRCUMSTANCES = "circumstances"
    WORDING = "wording"
    VOCABULARY = "vocabulary"


class Severity(StrEnum):
    """`block`: must be rewritten. `review`: rewritten, or accepted by a named role with a reason."""

    BLOCK = "block"
    REVIEW = "review"


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """One span of a text; offsets count Unicode code points of the text as typed."""

    start: int  # first code point
    end: int  # one past the last code point
    kind: Kind
    detector: Detector
    severity: Severity
    text: str  # the span as typed
    suggestion: str | None = None  # what could stand there instead, in the language of the text

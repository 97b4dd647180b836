"""From a passphrase to the key of the file, and from the key to 24 words on paper and back."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from mnemonic import Mnemonic
from nacl.exceptions import RuntimeError as DerivationFailed
from nacl.pwhash import argon2id

from fieldkit.errors import WorkspaceProblem

KEY_BYTES = 32
SALT_BYTES = argon2id.SALTBYTES


@dataclass(frozen=True)
class Cost:
    """What one guess at a passphrase costs."""

    memory_bytes: int
    passes: int


STRONG = Cost(memory_bytes=256 * 1024 * 1024, passes=3)
"""The cost of every workspace somebody works with: about a second and 256 MiB for each guess."""

WEAKEST = Cost(memory_bytes=argon2id.MEMLIMIT_MIN, passes=argon2id.OPSLIMIT_MIN)
"""The least that libsodium allows: only for throw-away files."""


def derive(passphrase: str, salt: bytes, cost: Cost, /) -> bytes:
    """Return the key of 32 bytes that Argon2id makes of a passphrase and the file's salt of 16 bytes.

    Two ways of typing the same letters (composed or not) give the same key. Raises
    `WorkspaceProblem("memory_short")` when the computer cannot spare the memory.
    """
    # A terminal may hand over bytes that are no text; they count as they are rather than fail.
    typed = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    try:
        return argon2id.kdf(KEY_BYTES, typed, salt, opslimit=cost.passes, memlimit=cost.memory_bytes)
    except DerivationFailed:
        megabytes = cost.memory_bytes // 1024**2
        raise WorkspaceProblem("memory_short", megabytes=megabytes) from None


def recovery_words(key: bytes, /) -> tuple[str, ...]:
    """Return the key as 24 English words, the last of which also checks the others (BIP 39)."""
    return tuple(Mnemonic("english").to_mnemonic(key).split())


def key_from_words(words: Iterable[str], /) -> bytes:
    """Return the key that 24 words stand for; capitals and extra spaces do not matter.

    Raises `WorkspaceProblem("recovery_words_wrong")`, which does not repeat the words.
    """
    typed = " ".join(words).lower().split()
    try:
        key = bytes(Mnemonic("english").to_entropy(typed))
    except (ValueError, LookupError):
        raise WorkspaceProblem("recovery_words_wrong") from None
    if len(key) != KEY_BYTES:
        raise WorkspaceProblem("recovery_words_wrong")
    return key

"""What one guess at a passphrase costs."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import pbkdf2_hmac

from benchmarks.figure import Figure, median_milliseconds
from fieldkit.store.keys import SALT_BYTES, STRONG, derive


def measure() -> Iterator[Figure]:
    """Yield the time of one key beside a common way of the same purpose."""
    salt = bytes(SALT_BYTES)
    ours = median_milliseconds(lambda: derive("a quiet river", salt, STRONG), runs=3)
    usual = median_milliseconds(lambda: pbkdf2_hmac("sha512", b"a quiet river", salt, 256_000), runs=3)
    against = "PBKDF2-SHA512 with 256,000 rounds, SQLCipher's own default"
    yield Figure("derive the key from a passphrase", ours, "ms", usual, against, ">= 250 ms")

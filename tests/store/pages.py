"""Reads the pages of a workspace file as somebody would who holds its key: deciphered, free ones too.

SQLCipher's pages are 4096 bytes: AES-256 in CBC mode, the last 80 bytes are the initial value of 16 and the
seal of 64. The first page starts with the salt. The standard library has no AES, so it stands here
(FIPS 197).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from struct import pack, unpack

PAGE = 4096
RESERVED = 80
SALT = 16


def deciphered(path: Path, key: bytes) -> bytes:
    """Every page of the file, in clear."""
    content = path.read_bytes()
    cipher = Decipher(key)
    return b"".join(_page(content, start, cipher) for start in range(0, len(content), PAGE))


def _page(content: bytes, start: int, cipher: Decipher) -> bytes:
    page = content[start : start + PAGE]
    hidden = page[SALT if start == 0 else 0 : PAGE - RESERVED]
    return cipher.chained(hidden, page[PAGE - RESERVED :][:16])


class Decipher:
    """AES-256, the way back."""

    def __init__(self, key: bytes) -> None:
        self._rounds = list(reversed([_columns(part) for part in _schedule(key)]))
        # The middle rounds use keys that went through the mixing of columns too, so that tables do the work.
        self._middle = [tuple(map(_unmixed, part)) for part in self._rounds[1:-1]]

    def chained(self, hidden: bytes, initial: bytes) -> bytes:
        blocks = [initial, *(hidden[at : at + 16] for at in range(0, len(hidden), 16))]
        return b"".join(_xor(self.block(now), before) for before, now in pairwise(blocks))

    def block(self, hidden: bytes) -> bytes:
        state = [a ^ b for a, b in zip(_columns(hidden), self._rounds[0], strict=True)]
        for part in self._middle:
            state = [
                T0[state[i] >> 24] ^ T1[state[i - 1] >> 16 & 255] ^ T2[state[i - 2] >> 8 & 255]
                ^ T3[state[i - 3] & 255] ^ part[i]
                for i in range(4)
            ]  # fmt: skip
        last = [
            UNBOX[state[i] >> 24] << 24 | UNBOX[state[i - 1] >> 16 & 255] << 16
            | UNBOX[state[i - 2] >> 8 & 255] << 8 | UNBOX[state[i - 3] & 255]
            for i in range(4)
        ]  # fmt: skip
        return pack(">4I", *(a ^ b for a, b in zip(last, self._rounds[-1], strict=True)))


def _columns(block: bytes) -> tuple[int, ...]:
    return unpack(">4I", block)


def _xor(one: bytes, other: bytes) -> bytes:
    return (int.from_bytes(one) ^ int.from_bytes(other)).to_bytes(16)


def _times(a: int, b: int) -> int:
    product = 0
    while b:
        product ^= a if b & 1 else 0
        a = a << 1 ^ (0x11B if a & 0x80 else 0)
        b >>= 1
    return product


def _substitutions() -> Iterator[int]:
    inverse = {a: b for a in range(1, 256) for b in range(1, 256) if _times(a, b) == 1} | {0: 0}
    for value in range(256):
        turned = inverse[value] * 0x101
        yield (turned ^ turned >> 4 ^ turned >> 5 ^ turned >> 6 ^ turned >> 7) & 255 ^ 0x63


BOX = list(_substitutions())
UNBOX = [BOX.index(value) for value in range(256)]
MIX = [[_times(value, factor) for factor in (14, 9, 13, 11)] for value in range(256)]
T0 = [int.from_bytes(bytes(MIX[UNBOX[value]])) for value in range(256)]
T1, T2, T3 = ([entry >> turn | entry << 32 - turn & 0xFFFFFFFF for entry in T0] for turn in (8, 16, 24))


def _unmixed(column: int) -> int:
    one, two, three, four = (BOX[byte] for byte in column.to_bytes(4))
    return T0[one] ^ T1[two] ^ T2[three] ^ T3[four]


def _schedule(key: bytes) -> list[bytes]:
    words = [key[at : at + 4] for at in range(0, 32, 4)]
    constant = 1
    for at in range(8, 60):
        word = words[-1]
        if at % 8 == 0:
            word = bytes(BOX[byte] for byte in word[1:] + word[:1])
            word = bytes([word[0] ^ constant]) + word[1:]
            constant = _times(constant, 2)
        elif at % 8 == 4:
            word = bytes(BOX[byte] for byte in word)
        words.append(bytes(a ^ b for a, b in zip(words[at - 8], word, strict=True)))
    return [b"".join(words[at : at + 4]) for at in range(0, 60, 4)]

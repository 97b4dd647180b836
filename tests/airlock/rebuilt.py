"""A finished PDF taken apart and put together again with one thing changed, its table of objects right."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Mapping
from types import MappingProxyType

_HEAD = re.compile(rb"%PDF-[^\n]*\n%[^\n]*\n")
_TABLE = re.compile(rb"xref\n0 \d+\n(?:\d{10} \d{5} [nf] ?\r?\n)+")

Bodies = list[bytes]
"""What stands between `obj` and `endobj`; the first belongs to object 1."""


def rebuilt(
    pdf: bytes,
    change: Callable[[Bodies], object] = lambda bodies: None,
    *,
    before: Mapping[int, bytes] = MappingProxyType({}),
    trailer: tuple[bytes, bytes] = (b"", b""),
) -> bytes:
    """Return `pdf` with its objects changed in place, and one piece of its trailer replaced.

    `before` is what else to put before the object of a number; 0 is the table of objects.
    """
    head = _HEAD.match(pdf)
    table = _TABLE.search(pdf)
    assert head
    assert table
    places = [int(entry[:10]) for entry in table.group().split(b"\n")[3:-1]]
    ends = [*places[1:], table.start()]
    bodies = [
        pdf[at:end].split(b" obj", 1)[1].rsplit(b"endobj", 1)[0] for at, end in zip(places, ends, strict=True)
    ]
    change(bodies)
    content, offsets = head.group(), []
    for number, body in enumerate(bodies, start=1):
        content += before.get(number, b"")
        offsets.append(len(content))
        content += b"%d 0 obj%sendobj\n" % (number, body)
    content += before.get(0, b"")
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    content += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    tail = pdf[table.end() : pdf.rindex(b"startxref")].replace(*trailer)
    tail = tail.replace(b"/Size %d" % (len(places) + 1), b"/Size %d" % (len(bodies) + 1))
    return content + tail + b"startxref\n%d\n%%%%EOF\n" % start


def where(bodies: Bodies, mark: bytes) -> int:
    """Return the place of the first object that holds `mark`."""
    return next(index for index, body in enumerate(bodies) if mark in body)


def put(bodies: Bodies, mark: bytes, old: bytes, new: bytes) -> None:
    """Replace `old`, which must be there, in the first object that holds `mark`."""
    index = where(bodies, mark)
    assert old in bodies[index]
    bodies[index] = bodies[index].replace(old, new, 1)


def packed(body: bytes) -> bytes:
    """Return the bytes of a stream as they stand."""
    return body.split(b"stream\n", 1)[1].rsplit(b"endstream", 1)[0]


def stream(data: bytes, keys: bytes = b"/Filter [ /FlateDecode ]") -> bytes:
    """Return the body of a stream, packed if `keys` say so."""
    return raw_stream(zlib.compress(data) if b"Flate" in keys else data, keys)


def raw_stream(content: bytes, keys: bytes) -> bytes:
    """Return the body of a stream whose bytes stand as they are."""
    return b"\n<<\n%s /Length %d\n>>\nstream\n%sendstream\n" % (keys, len(content), content)

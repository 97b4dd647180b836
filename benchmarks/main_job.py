"""From a dialogue file to a proved brief, in a process of its own, the key apart."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.figure import Figure, in_a_process


def measure() -> Iterator[Figure]:
    """Yield time and memory of the whole job beside the bare cost of its libraries and pages."""
    job, bare = in_a_process("benchmarks.do_main_job"), in_a_process("benchmarks.do_bare_pages")
    against = "the libraries imported, the same lines drawn in raw reportlab"
    yield Figure("import the sample and export its brief", job.seconds, "s", bare.seconds, against, "< 3 s")
    yield Figure("the same, most memory at once", job.megabytes, "MB", bare.megabytes, against, "< 200 MB")

"""How long the ranking of the five methods takes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files

import msgspec

from benchmarks.figure import Figure, median_milliseconds
from fieldkit.guide.methods import advise
from fieldkit.model.answers import Answers


def measure() -> Iterator[Figure]:
    """Yield the time of one ranking beside that of reading its answers."""
    sample = json.loads(files("resources").joinpath("sample", "natural_stone.json").read_bytes())
    content = sample["assessment"]["answers"]
    answers = msgspec.convert(content, Answers)
    ours = median_milliseconds(lambda: advise(answers), runs=300)
    beside = median_milliseconds(lambda: msgspec.convert(content, Answers), runs=300)
    yield Figure("rank the five methods", ours, "ms", beside, "reading the same answers", "<= 50 ms")

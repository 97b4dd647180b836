from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fieldkit.brief.layout import draw
from tests.brief.samples import QUESTIONS_ONLY, WITH_FINDINGS

ROOT = Path(__file__).parents[2]
DRAW = (
    "import sys; from fieldkit.brief.layout import draw; from tests.brief.samples import WITH_FINDINGS; "
    "sys.stdout.buffer.write(draw(WITH_FINDINGS))"
)


def test_the_same_brief_gives_the_same_bytes_whatever_was_drawn_before() -> None:
    first = draw(WITH_FINDINGS)
    draw(QUESTIONS_ONLY)
    assert draw(WITH_FINDINGS) == first


@pytest.mark.parametrize(
    "surroundings",
    [
        {"TZ": "Asia/Kolkata", "PYTHONHASHSEED": "1", "LC_ALL": "C"},
        {"TZ": "America/Lima", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "1760000000"},
    ],
)
def test_another_process_clock_and_time_zone_give_the_same_bytes(surroundings: dict[str, str]) -> None:
    made = subprocess.run(
        [sys.executable, "-c", DRAW], cwd=ROOT, env=os.environ | surroundings, check=True, capture_output=True
    )
    assert made.stdout == draw(WITH_FINDINGS)

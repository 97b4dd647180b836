"""No text anybody typed becomes a link, an image or an error on an internal paper."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldkit.errors import FileProblem
from fieldkit.papers import comparison, reading
from fieldkit.papers.content import (
    Block,
    Boxes,
    Bullets,
    Comparison,
    Heading,
    Lines,
    MethodCard,
    Paragraph,
    Questions,
)
from tests.brief.reading import EXTRACTORS, dense
from tests.brief.test_hostile_text import ANYTHING, LONG, MARKUP, assert_only_text, printed


def lines(text: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(text, max_size=2).map(tuple)


def pages(text: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[Block, ...]]:
    texts = lines(text)
    block: st.SearchStrategy[Block] = st.one_of(
        st.builds(Heading, text=text),
        st.builds(Paragraph, text=text),
        st.builds(Bullets, lines=texts, codes=texts),
        st.builds(Boxes, lines=texts, codes=texts),
        st.builds(Questions, lines=texts, codes=texts),
    )
    return st.lists(block, max_size=6).map(tuple)


def comparisons(text: st.SearchStrategy[str]) -> st.SearchStrategy[Comparison]:
    texts = lines(text)
    cards = st.builds(
        MethodCard,
        strength=st.one_of(st.none(), st.floats(-1, 2)),
        **dict.fromkeys(("title", "label", "chosen", "reason"), text),
        **dict.fromkeys(("why", "first", "mind", "more"), texts),
    )
    return st.builds(
        Comparison,
        cards=st.lists(cards, max_size=2).map(tuple),
        **dict.fromkeys(("dialogue", "notice"), text),
        **dict.fromkeys(("about", "steps", "unknown", "combine"), texts),
    )


def drawn(content: Comparison | tuple[Block, ...]) -> bytes:
    """The PDF, or nothing where the type lacks a letter; anything else raised is a fault."""
    try:
        if isinstance(content, Comparison):
            return comparison.draw(content, "nl")
        return reading.draw("<b>Pay</b>", content, "en", second="&amp;")
    except FileProblem as problem:
        if problem.code != "letters_not_printable":
            raise
        return b""


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.one_of(pages(st.one_of(ANYTHING, st.just(LONG))), comparisons(st.one_of(ANYTHING, st.just(LONG)))))
def test_no_text_becomes_a_link_an_image_or_an_error(content: Comparison | tuple[Block, ...]) -> None:
    pdf = drawn(content)
    if pdf:
        assert_only_text(pdf)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(pages(st.sampled_from(MARKUP)))
def test_every_text_prints_as_it_was_written(content: tuple[Block, ...]) -> None:
    pdf = drawn(content)
    shown = [block for block in content if not isinstance(block, Heading)]
    texts = [text for block in shown for text in (block.lines if isinstance(block, Lines) else (block.text,))]
    for extract in EXTRACTORS:
        said = dense(" ".join(extract(pdf)))
        assert "<b>Pay</b>" in said
        assert [text for text in texts if printed(text) not in said] == []

"""Invented papers to draw in tests."""

from __future__ import annotations

from fieldkit.papers.content import (
    Block,
    Boxes,
    Bullets,
    Comparison,
    Heading,
    MethodCard,
    Paragraph,
    Questions,
)

RECOVERY_WORDS = (
    "abandon", "ability", "able", "about", "above", "absent", "absorb", "abstract",
    "absurd", "abuse", "access", "accident", "account", "accuse", "achieve", "acid",
    "acoustic", "acquire", "across", "act", "action", "actor", "actress", "umbrella",
)  # fmt: skip

PARTNER = MethodCard(
    title="NGO, local network or third party",
    label="Recommended",
    strength=1.0,
    why=("Workers have trusted this organisation for years.",),
    mind=("Organisations work under pressure: agree how visible the contact may be.",),
    more=("Several languages: organisations rooted locally bridge them better.",),
    chosen="Lead, through P-01",
    reason="The federation asked us to begin here.",
)

UNION = MethodCard(
    title="Union or other worker representation",
    label="Weak",
    strength=0.13,
    why=("An international federation can be asked for an affiliate near the site.",),
    first=("Global federation confirms a local contact",),
    mind=("The supplier is negative about unions; members may be exposed.",),
)

AUDIT = MethodCard(
    title="Interviews within an audit",
    label="Not available",
    strength=None,
    why=("Reprisals are likely; it is the employer’s ground.",),
)

COMPARISON = Comparison(
    dialogue="Natural stone, Rajasthan",
    about=("D-01", "SUP-03", "12 February 2026"),
    unknown=("Women’s position",),
    cards=(PARTNER, UNION, AUDIT),
    combine=("Combine the union with an organisation close to the less heard group.",),
)

PAGE: tuple[Block, ...] = (
    Paragraph(text="For the person who talks with the supplier."),
    Heading(text="Before you go"),
    Boxes(lines=("The context sheet is filled in", "You know what you bring yourself")),
    Heading(text="While you listen"),
    Bullets(lines=("Ask, wait, and ask again in other words.", "Let silence stand.")),
    Heading(text="Pay"),
    Questions(lines=("How is pay worked out in a slow week?", "How can workers check their pay?")),
)

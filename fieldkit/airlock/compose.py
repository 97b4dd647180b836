"""Composes the brief from fields and from texts written for it; nothing else gets in (`05` section 5.1)."""

from __future__ import annotations

from collections.abc import Iterable

from fieldkit.airlock import generalise
from fieldkit.airlock.dossier import Dossier
from fieldkit.airlock.item import Item
from fieldkit.airlock.source import source_line
from fieldkit.airlock.supplier_texts import printed
from fieldkit.brief.content import ActionLine, SupplierBrief, ThemeQuestions, Understood
from fieldkit.model.field import Day, Wording
from fieldkit.model.followup import Action, BriefPlan
from fieldkit.model.vocabulary import Owner
from fieldkit.text import Catalogue
from resources.themes import benefits, themes


def compose(
    dossier: Dossier, plan: BriefPlan, items: Iterable[Item], words: Catalogue, today: Day, /
) -> SupplierBrief:
    """Return the brief. Items that stay unnamed (C) or unsaid (D) leave no trace but the questions."""
    # By theme and wording: codes count up in the order in which things were heard.
    shown = sorted(
        (item for item in items if item.printed),
        key=lambda item: (item.insight.subtheme, _in(item.insight.print_text, words)),
    )
    company = dossier.company
    return SupplierBrief(
        language=words.language,
        sender=company.name if company else "",
        issued=words.month(f"{today:%Y-%m}"),
        title=_in(plan.title, words) or words.say("Good work along the chain"),
        benefits=tuple(words.say(benefits()[benefit]) for benefit in sorted(plan.benefits)),
        understood=tuple(_understood(item, dossier, words) for item in shown if _is_statement(item)),
        goes_well=(
            *(_in(item.insight.print_text, words) for item in shown if item.insight.polarity == "positive"),
            *(_in(text, words) for text in plan.goes_well),
        ),
        helpful=tuple(_helpful(shown, words)),
        questions=_questions(plan, words),
        own_share=tuple(_in(text, words) for text in plan.own_share),
        actions=tuple(_action(action, dossier, words) for action in dossier.actions if printed(action)),
    )


def theme_titles_in(text: str, words: Catalogue, /) -> frozenset[str]:
    """Return the themes whose short title stands in a text (G-10, the title)."""
    folded = text.casefold()
    return frozenset(id_ for id_, theme in themes().items() if words.say(theme.title).casefold() in folded)


def _in(wording: Wording, words: Catalogue) -> str:
    return wording.in_language(words.language) or ""


def _is_statement(item: Item) -> bool:
    return item.insight.polarity not in ("positive", "suggestion")


def _understood(item: Item, dossier: Dossier, words: Catalogue) -> Understood:
    insight = item.insight
    partners = dossier.partners_behind(insight)
    line = source_line(item.outcome or "D", partners, words)
    if line is None:
        raise ValueError("a statement without a source that may show")  # a bug: only A and B come here
    return Understood(
        source=line,
        statement=_in(insight.print_text, words),
        also_asks=insight.evidence in ("E0", "E1"),
        period=generalise.period(insight.period, words),
        place=generalise.place(dossier, words),
        who=generalise.who(insight, words),
        how_wide=generalise.how_wide(insight, dossier, words),
    )


def _helpful(shown: list[Item], words: Catalogue) -> Iterable[str]:
    """Yield what people would find most helpful, what they rank highest first."""
    ranked = sorted(shown, key=lambda item: item.insight.worker_priority or 9)
    for item in ranked:
        own = item.insight.print_text if item.insight.polarity == "suggestion" else None
        for wording in (own, item.insight.print_suggestion):
            if wording and (text := _in(wording, words)):
                yield text


def _questions(plan: BriefPlan, words: Catalogue) -> tuple[ThemeQuestions, ...]:
    """Return the questions in the taxonomy's order, never the order in which things were heard."""
    asked = sorted({theme.id for theme in plan.themes})
    return tuple(
        ThemeQuestions(
            theme=words.say(themes()[theme].title),
            questions=(
                *(
                    words.say(question.text)
                    for question in themes()[theme].questions
                    if question.id in plan.question_ids
                ),
                *(_in(own.text, words) for own in plan.own_questions if own.theme == theme),
            ),
        )
        for theme in asked
    )


def _action(action: Action, dossier: Dossier, words: Catalogue) -> ActionLine:
    return ActionLine(
        what=_in(action.text, words),
        who=_owner(action.owner, dossier, words),
        by_when=words.month(f"{action.due:%Y-%m}") if action.due else "",
        what_shows=_in(action.evidence_of_result, words),
        look_again=words.month(f"{action.look_again:%Y-%m}") if action.look_again else "",
    )


def _owner(owner: Owner, dossier: Dossier, words: Catalogue) -> str:
    match owner:
        case "buyer":
            return dossier.company.name if dossier.company else words.say("we")
        case "supplier":
            return words.say("you")
        case "joint":
            return words.say("together")
        case "union" | "partner":
            raise ValueError("an owner that tells of a source")  # a bug: release refuses it before

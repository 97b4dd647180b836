"""Invented briefs to draw in tests."""

from __future__ import annotations

from fieldkit.brief.content import ActionLine, SourceLine, SupplierBrief, ThemeQuestions, Understood

QUESTIONS = (
    ThemeQuestions(
        theme="Working hours",
        questions=(
            "How is extra work decided, and how can somebody say no?",
            "What do the hours look like in your busiest weeks?",
        ),
    ),
    ThemeQuestions(
        theme="Pay",
        questions=("How can workers check their pay?", "Which deductions exist and how are they agreed?"),
    ),
    ThemeQuestions(
        theme="Housing, transport",
        questions=(
            "Who arranges housing and transport, and what does it cost workers?",
            "What happens to someone’s room when the job ends?",
        ),
    ),
    ThemeQuestions(
        theme="Agencies",
        questions=(
            "How do you learn what recruiters promise?",
            "How do you follow work that is passed on to others?",
        ),
    ),
)

STATEMENT = Understood(
    source=SourceLine(
        sentence="A workers’ organisation in your sector told us the following.",
        cell="workers’ organisation",
    ),
    statement=(
        "Working hours often change at short notice, by phone message. It becomes hard to arrange "
        "transport, family care and rest."
    ),
    also_asks=True,
    period="first half of 2026",
    place="the Netherlands",
    who="agency workers",
    how_wide="a group of people",
)

ACTION = ActionLine(
    what="Order amounts confirmed two days ahead",
    who="Groenmarkt",
    by_when="January 2027",
    what_shows="Fewer late changes in the rosters",
    look_again="March 2027",
)

WITH_FINDINGS = SupplierBrief(
    language="en",
    sender="Groenmarkt",
    issued="September 2026",
    title="Working hours, pay and housing",
    benefits=(
        "Fewer people leave, so less goes into finding and training new ones.",
        "Work and quality become steadier.",
        "We can plan together, lead times and price included.",
    ),
    understood=(STATEMENT,),
    goes_well=(
        "People value that work is explained with patience and respect.",
        "You told us that rosters are now shared in more than one language.",
    ),
    helpful=(
        "A roster that is known several days ahead.",
        "A call rather than a message when it has to change.",
        "Somebody to ask who is not the person planning the shifts.",
    ),
    questions=QUESTIONS,
    own_share=(
        "Our order amounts often change late in the day. We know this reaches your rosters. From January "
        "we aim to confirm amounts two days ahead.",
        "We are open to look at price and lead time together where that helps steadier hours.",
    ),
    actions=(ACTION,),
)

QUESTIONS_ONLY = SupplierBrief(
    language="en",
    sender="Steenhandel De Groeve",
    issued="April 2026",
    title="Health, pay and contracts in stone cutting",
    benefits=(
        "Problems that are found early cost less.",
        "Fewer accidents and fewer days of illness.",
    ),
    questions=(
        ThemeQuestions(
            theme="Health and safety",
            questions=(
                "Which risk worries you most at this work, and how do you notice it?",
                "How are accidents and illnesses recorded and paid for?",
                "What help would speed up safer methods such as dust control?",
            ),
        ),
        ThemeQuestions(
            theme="Pay and living wage",
            questions=(
                "How is pay worked out for someone on piece work in a slow week?",
                "How can workers check their pay?",
                "What stands between present pay and a living wage, and what is our part in that?",
            ),
        ),
        ThemeQuestions(
            theme="Contracts and work passed on",
            questions=(
                "What do people receive on paper when they start?",
                "When do you use short contracts, agencies or home work?",
                "How do you follow work that is passed on to others?",
            ),
        ),
        ThemeQuestions(
            theme="Recruitment",
            questions=(
                "Through whom do people find work with you, and what does it cost them?",
                "How do you learn what recruiters promise?",
                "What would help you to bear recruitment costs yourself?",
            ),
        ),
        ThemeQuestions(
            theme="Buying practice",
            questions=(
                "Which of our habits as a buyer make good work harder?",
                "When did an order change hurt most, and what did it mean for people?",
                "What would you like us to commit to?",
            ),
        ),
    ),
    own_share=("We look at our lead times this spring and share what we find with you.",),
    actions=(
        ActionLine(
            what="Wet cutting at two machines, on trial",
            who="you, with our share in the cost",
            by_when="June 2026",
            what_shows="Less dust in the cutting shed",
            look_again="September 2026",
        ),
    ),
)

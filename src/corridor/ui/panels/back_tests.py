"""How good the rules, the ranges and the lists were in a filter’s places: tables of Method."""

from __future__ import annotations

from corridor import answers
from corridor.answers import NextMonth, Surges
from corridor.filter import IncidentFilter
from corridor.texts import ahead_text, surges_text
from corridor.texts.count_phrases import capital
from corridor.ui import parts
from corridor.ui.frame import cached
from corridor.ui.parts import Html, TableColumn
from corridor.words import say


def back_tests(chosen: IncidentFilter) -> Html:
    """Draw the back-test of each rule, of the ranges (by year too) and of the lists."""
    rules = [cached.answer(answers.surges, chosen, rule) for rule in answers.RULES]
    ahead = cached.answer(answers.next_month, chosen)
    if not ahead.places:
        return parts.notice(say("surges-no-month", series=ahead.series))
    where = cached.answer(answers.where_next, chosen)
    return parts.lines(
        _told("backtest-note"),
        _rules(rules),
        _told("ahead-note"),
        parts.table(_scores("range"), ahead_text.score_rows(ahead), say("ahead-caption")),
        _years(ahead),
        parts.paragraph(ahead_text.lists_held(where) or ahead_text.where_next(where)),
    )


def _told(key: str) -> Html:
    return parts.paragraph(parts.rich(say(key)))


def _rules(found: list[Surges]) -> Html:
    columns = [
        TableColumn(say("backtest-rule"), strong=True),
        TableColumn(say("backtest-place"), whole=True),
        TableColumn(say("backtest-months"), numeric=True, phone=False),
        TableColumn(say("backtest-alarms"), numeric=True),
        TableColumn(say("backtest-false"), numeric=True),
        TableColumn(say("backtest-right"), numeric=True, phone=False),
        TableColumn(say("backtest-any"), numeric=True, phone=False),
        TableColumn(say("backtest-tells"), whole=True),
    ]
    rows = [
        [surges_text.rule(each.rule), *surges_text.test_row(place)]
        for each in found
        for place in each.places
    ]
    return parts.table(columns, _once(rows), say("backtest-caption"))


def _years(found: NextMonth) -> Html:
    rows = ahead_text.year_rows(found)
    if not rows:
        return Html("")
    title = _told("ahead-note-years")
    return parts.lines(title, parts.table(_scores("year"), _once(rows), say("ahead-caption-years")))


def _once(rows: list[list[str]]) -> list[list[str]]:
    """Leave the first cell of a row empty where it is that of the row before."""
    before = [[""], *rows]
    return [
        ["" if row[0] == last[0] else row[0], *row[1:]]
        for last, row in zip(before, rows, strict=False)
    ]


def _scores(second: str) -> list[TableColumn]:
    place, _, *scores = ahead_text.SCORES
    return [
        TableColumn(capital(say(f"ahead-column-{place}")), strong=True),
        TableColumn(capital(say(f"ahead-column-{second}")), numeric=True),
        *(
            TableColumn(
                capital(say(f"ahead-column-{name}")),
                numeric=True,
                phone=name not in ("twelve-months", "season"),
            )
            for name in scores
        ),
    ]

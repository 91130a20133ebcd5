"""Which months stand out by a rule, and how often such an alarm was right, in words."""

from __future__ import annotations

from corridor.answers import Surge, Surges
from corridor.texts.count_phrases import capital
from corridor.words import numbers as fmt
from corridor.words import say


def told(found: Surges) -> str:
    """Say in which places the rule raises an alarm; "" where no month is whole."""
    if found.days is None:
        return ""
    if all(each.is_elevated is None for each in found.places):
        return say("surges-unknown", days=_days(found))
    if not found.elevated:
        return say("surges-none", rule=found.rule, days=_days(found))
    named = [
        say(
            "surges-place",
            place=place(each),
            count=each.incidents or 0,
            against=against(found, each),
            false=false(each),
        )
        for each in found.elevated
    ]
    places = fmt.sentence_list(named)
    first = say("surges-told", rule=found.rule, days=_days(found), places=places)
    return fmt.sentences(first, *(_caution(each) for each in found.elevated))


def thin(found: Surges) -> str:
    """Say that more of the month may be coded later; "" where it is not one of the last weeks."""
    return say("surges-thin") if found.is_thin else ""


def place(found: Surge) -> str:
    """Name the place of a surge."""
    return found.place or say("surges-all")


def rule(name: str) -> str:
    """Name a rule, as it is chosen."""
    return say(f"surges-rule-{name}")


def rule_told(found: Surges) -> str:
    """Say what the rule of an answer asks, and in which places its alarms have told anything."""
    tried = [each for each in found.places if each.back_test.alarms]
    better = [_right(each) for each in tried if each.back_test.is_better]
    others = [_right(each) for each in tried if not each.back_test.is_better]
    untried = [place(each) for each in found.places if not each.back_test.alarms]
    return fmt.sentences(
        say(f"surges-rule-{found.rule}-means"),
        say("surges-better", places=fmt.sentence_list(better)) if better else "",
        say("surges-no-better", places=fmt.sentence_list(others)) if others else "",
        say("surges-untried", places=fmt.sentence_list(untried)) if untried else "",
    )


def _right(found: Surge) -> str:
    test = found.back_test
    return say("surges-right", place=place(found), right=test.right, alarms=test.alarms)


def against(found: Surges, each: Surge) -> str:
    """Say what a rule compares a place's incidents with; "–" where it is unknown."""
    if each.against is None:
        return fmt.EN_DASH
    digits = 0 if each.against.is_integer() else 1
    return say("surges-against", rule=found.rule, against=fmt.number(each.against, digits))


def false(found: Surge) -> str:
    """Say how many of a place's alarms before were false."""
    return say("surges-false", alarms=found.back_test.alarms, false=found.back_test.false)


def tested(found: Surge) -> str:
    """Say how often the alarm was right in a place, and whether that is more than for any month."""
    test = found.back_test
    if not test.months:
        return say("backtest-none", place=place(found))
    return say(
        "backtest-told",
        place=place(found),
        alarms=test.alarms,
        right=test.right,
        false=test.false,
        months=test.months,
        share=fmt.percent(test.higher / test.months),
        verdict="better" if test.is_better else "no-better",
    )


def test_row(found: Surge) -> list[str]:
    """Return place, months, alarms, false alarms, right ones, any month, and whether it tells."""
    test = found.back_test
    return [
        place(found),
        fmt.number(test.months),
        fmt.number(test.alarms),
        fmt.number(test.false),
        fmt.percent(test.right / test.alarms) if test.alarms else fmt.EN_DASH,
        fmt.percent(test.higher / test.months) if test.months else fmt.EN_DASH,
        say("backtest-better" if test.is_better else "backtest-no-better"),
    ]


def _days(found: Surges) -> str:
    """Name the month, or the 30 days."""
    if found.days is None:
        return ""
    first, last = found.days
    is_month = found.rule != "thirty-days"
    return fmt.month_in_full(first) if is_month else fmt.days(first, last)


def _caution(found: Surge) -> str:
    """Say what speaks against taking an alarm for a rise: the channel, and the back-test."""
    named = capital(place(found))
    return fmt.sentences(
        say("surges-caution", place=named, channel=found.channel) if found.channel else "",
        "" if found.back_test.is_better else say("surges-untold", place=named),
    )

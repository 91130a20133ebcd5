"""Which months stand out, and how often such an alarm was right, in words."""

from __future__ import annotations

from corridor.answers import Surge, Surges
from corridor.texts.count_phrases import capital
from corridor.words import numbers as fmt
from corridor.words import say


def told(found: Surges) -> str:
    """Say which places have their highest month in 12; "" where no month is whole."""
    if found.month is None:
        return ""
    month = fmt.month_in_full(found.month)
    known = [each for each in found.places if each.is_elevated is not None]
    if not known:
        return say("surges-unknown", month=month)
    if not found.elevated:
        return say("surges-none", month=month)
    named = [
        say("surges-place", place=place(each), count=each.incidents or 0, highest=each.highest or 0)
        for each in found.elevated
    ]
    first = say("surges-told", month=month, places=fmt.sentence_list(named))
    return fmt.sentences(first, *(_caution(each) for each in found.elevated))


def thin(found: Surges) -> str:
    """Say that more of the month may be coded later; "" where it is not one of the last weeks."""
    return say("surges-thin") if found.is_thin else ""


def place(found: Surge) -> str:
    """Name the place of a surge."""
    return found.place or say("surges-all")


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
        months=test.months,
        share=fmt.percent(test.higher / test.months),
        verdict="better" if test.is_better else "no-better",
    )


def _caution(found: Surge) -> str:
    """Say what speaks against taking an alarm for a rise: the channel, and the back-test."""
    named = capital(place(found))
    return fmt.sentences(
        say("surges-caution", place=named, channel=found.channel) if found.channel else "",
        "" if found.back_test.is_better else say("surges-untold", place=named),
    )

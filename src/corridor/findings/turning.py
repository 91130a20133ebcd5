"""The very days on which a finding's verdict turned, and what tipped it.

Every day is measured, but those on which nothing that a part counts can have changed. What tipped a
verdict is found by taking things away, one at a time, and never by guessing: see `WHY`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final

import numpy as np

from corridor.analysis import verdicts
from corridor.findings import indicators
from corridor.findings.measured import Scene
from corridor.findings.parts import measure_parts, one_word, word
from corridor.findings.rules import Rule
from corridor.findings.spec import FindingSpec, PartSpec
from corridor.findings.window import Mask, Window

# Why a verdict turned, in the order in which it is asked:
# - coverage: the series begins or ceases to cover enough of the window.
# - entered: but for one incident of that day the verdict would have stayed.
# - together: so it would but for several that entered, or left, and not but for one of them.
# - left: had one that left the window the night before been gone a day sooner, so had the verdict.
# - baseline: the earlier months that tell how much months vary have moved on by one.
# - periods: the same incidents fall into other of the window's equal periods, which move daily.
WHY: Final = ("coverage", "entered", "left", "together", "baseline", "periods")
# Of more incidents that enter or leave on a day only all together are left out.
MOST_ALONE: Final = 50
_A_DAY: Final = timedelta(days=1)
At = Callable[[date], Scene]


@dataclass(frozen=True)
class Turn:
    """A finding's verdict on a `day`, another than on the day `before`, and why (one of `WHY`).

    `entered` and `left` are ids of those that tipped it, each by itself; where `why` is together,
    all of them with one another. Both are empty where no incident did.
    """

    day: date
    before: str
    after: str
    why: str
    entered: tuple[str, ...] = ()
    left: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the shape of a turn in `verdict-history --json`."""
        return {
            "day": self.day.isoformat(),
            "before": self.before,
            "after": self.after,
            "why": self.why,
            "entered": list(self.entered),
            "left": list(self.left),
        }


def turns(spec: FindingSpec, at: At, first: date, last: date) -> tuple[Turn, ...]:
    """Return each day from `first` (which is none) to `last` that has another verdict.

    `at` gives what the finding is measured on as of a day.
    """
    days = [first + _A_DAY * n for n in range((last - first).days + 1)]
    words = list(_words(spec, at, days))
    changed = zip(days[1:], words[:-1], words[1:], strict=True)
    return tuple(
        _turn(spec, at, day, (before, after)) for day, before, after in changed if before != after
    )


def _words(spec: FindingSpec, at: At, days: Sequence[date]) -> Iterator[str]:
    moving = [_moving(part, at(days[0])) for part in spec.parts] if days else []
    told: list[str] = []
    for day in days:
        here = at(day)
        number = day.toordinal()
        told = [
            told[n]
            if told and changes is not None and number not in changes and _is_settled(part, here)
            else word(part, indicators.measure(part, here), here)
            for n, (part, changes) in enumerate(zip(spec.parts, moving, strict=True))
        ]
        yield verdicts.combine(told)


def _moving(part: PartSpec, scene: Scene) -> Collection[int] | None:
    """Return the days on which what a part counts enters or leaves; None where any day counts."""
    rules = _rules(part)
    if not indicators.KINDS[part.kind].by_set or part.contrast or _is_dated(rules):
        return None
    series, days = scene.series, part.settings.get("days", scene.window.days)
    ordinals = np.unique(series.ordinals[_matching(scene, rules)])
    accounts = scene.accounts.of(str(part.settings.get("incident", "")))
    return {*ordinals.tolist(), *(ordinals + days).tolist(), *(item.ordinal for item in accounts)}


def _is_settled(part: PartSpec, scene: Scene) -> bool:
    """Say whether all of the window is covered, and was the day before."""
    days = max(part.settings.get("days", 0), scene.window.days)
    first = scene.as_of - timedelta(days=days)
    series = scene.series
    return series.coverage.is_whole(first, scene.as_of) and (
        not part.everywhere or series.everywhere.is_whole(first, scene.as_of)
    )


def _rules(part: PartSpec) -> list[Rule]:
    """Return the rules that a part counts by, those of its other ways left out."""
    return replace(part, ways=()).rules()


def _is_dated(rules: Sequence[Rule]) -> bool:
    return any(rule.depends_on_date for rule in rules)


def _matching(scene: Scene, rules: Sequence[Rule], here: slice = slice(None)) -> Mask:
    series = scene.series
    kept = series.kept[here]
    every = [series.masks[rule][here] for rule in rules]
    return np.asarray(np.logical_or.reduce([kept & False, *every]) & kept)


@dataclass(frozen=True)
class _Gone:
    """Incidents, or accounts of one, that are left out: ids, and the days they are of."""

    ids: tuple[str, ...] = ()
    ordinals: tuple[int, ...] = ()

    def __add__(self, other: _Gone) -> _Gone:
        return _Gone(self.ids + other.ids, self.ordinals + other.ordinals)

    def single(self) -> Iterator[_Gone]:
        for name, ordinal in zip(self.ids, self.ordinals, strict=True):
            yield _Gone((name,), (ordinal,))


def _turn(spec: FindingSpec, at: At, day: date, verdict: tuple[str, str]) -> Turn:
    """Find what tipped a verdict: `verdict` is that of the day before, and the day's."""
    before, after = verdict
    then, now = at(day - _A_DAY), at(day)
    if _usable(then) != _usable(now):
        return Turn(day, before, after, "coverage")
    entered, left = _entered(spec, now), _left(spec, then)
    for why, scene, gone, expected in (
        ("entered", now, entered, before),
        ("left", then, left, after),
    ):
        found = [one.ids[0] for one in _few(gone) if _without(spec, scene, one) == expected]
        if found:
            return Turn(day, before, after, why, **{why: tuple(found)})
        if len(gone.ids) > 1 and _without(spec, scene, gone) == expected:
            return Turn(day, before, after, "together", **{why: gone.ids})
    both = entered + left
    return _by_time(
        spec, Turn(day, before, after, "together", entered.ids, left.ids), then, now, both
    )


def _few(gone: _Gone) -> Iterator[_Gone]:
    return gone.single() if len(gone.ids) <= MOST_ALONE else iter(())


def _by_time(spec: FindingSpec, turn: Turn, then: Scene, now: Scene, gone: _Gone) -> Turn:
    """Say of a turn that neither those that entered nor those that left explain why it is one.

    `gone` are both. Without them two days have the same incidents, and only time has passed.
    """
    old, new = _without(spec, then, gone), _without(spec, now, gone)
    if old == new:
        return turn
    why = "periods"
    if _covered(then) != _covered(now):
        why = "coverage"
    elif _without(spec, _before(now, then.window), gone) == old:
        why = "baseline"
    return replace(turn, why=why, entered=(), left=())


def _before(scene: Scene, window: Window) -> Scene:
    """Return a scene that takes its earlier months from before another window."""
    return replace(scene, window=replace(scene.window, before=window.first))


def _usable(scene: Scene) -> tuple[bool, bool]:
    return scene.window.is_usable, _everywhere(scene).is_usable


def _covered(scene: Scene) -> tuple[int, int]:
    return scene.window.covered_days, _everywhere(scene).covered_days


def _everywhere(scene: Scene) -> Window:
    return replace(scene.window, coverage=scene.series.everywhere)


def _entered(spec: FindingSpec, scene: Scene) -> _Gone:
    """Return what a finding counts that happened on the as-of date, accounts too."""
    day = scene.window.last
    found = _on(spec.parts, scene, day)
    accounts = [
        item.incident_id
        for part in spec.parts
        for item in scene.accounts.of(str(part.settings.get("incident", "")))
        if item.ordinal == day and item.incident_id not in found
    ]
    ids = (*found, *dict.fromkeys(accounts))
    return _Gone(ids, (day,) * len(ids))


def _left(spec: FindingSpec, scene: Scene) -> _Gone:
    """Return what is counted as of a scene's date and will have left the windows the day after."""
    gone = _Gone()
    lengths = {part.settings.get("days", scene.window.days) for part in spec.parts}
    for days in sorted(lengths):
        parts = [p for p in spec.parts if p.settings.get("days", scene.window.days) == days]
        day = scene.window.last - days + 1
        ids = tuple(name for name in _on(parts, scene, day) if name not in gone.ids)
        gone += _Gone(ids, (day,) * len(ids))
    return gone


def _on(parts: Sequence[PartSpec], scene: Scene, day: int) -> tuple[str, ...]:
    """Return the ids of what parts count on a day."""
    here = scene.series.between(day, day)
    rules = [rule for part in parts for rule in _rules(part)]
    found = _matching(scene, rules, here) & (scene.series.ordinals[here] == day)
    return tuple(map(str, scene.series.rows["incident_id"].iloc[here][found]))


def _without(spec: FindingSpec, scene: Scene, gone: _Gone) -> str:
    """Give the verdict without some incidents."""
    if not gone.ids:
        return one_word(measure_parts(spec, scene), scene)
    left_out = scene.nothing()
    for day in set(gone.ordinals):
        here = scene.series.between(day, day)
        left_out[here] = scene.series.rows["incident_id"].iloc[here].isin(gone.ids).to_numpy()
    series, accounts = scene.series.without(left_out), scene.accounts.but(gone.ids)
    other = replace(scene, series=series, accounts=accounts)
    return one_word(measure_parts(spec, other), other)

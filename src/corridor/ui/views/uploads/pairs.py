"""Accounts of a file that are probably of a known incident: side by side, a decision for each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import streamlit as st

from corridor import queries, vocabulary
from corridor.figures import format as fmt
from corridor.ingest.decisions import DECISIONS, Decided, Decision, Decisions
from corridor.ingest.matching import ENOUGH, MOST_POINTS
from corridor.ingest.upload import Checked
from corridor.ui import cells, parts
from corridor.ui.parts import Fact, Html, PairSide

SHOWN_AT_ONCE: Final = 20
LONGEST_NOTE: Final = 160
WORDS: Final[dict[Decision, str]] = {"link": "Link", "apart": "Keep apart", "skip": "Leave out"}


@dataclass
class _Chosen:
    """What was chosen for one file so far: for some accounts, and for all others."""

    rest: Decision = "link"
    single: dict[tuple[str, str], Decision] = field(default_factory=dict)
    shown: int = SHOWN_AT_ONCE

    def among(self, found: Mapping[str, str]) -> Decisions:
        """Give the decisions about the pairs that are found now.

        Others may have written meanwhile: what was said of another pair says nothing of this one.
        """
        told = ((pair, decision) for pair, decision in sorted(self.single.items()))
        here = tuple((one, decision) for (one, of), decision in told if found.get(one) == of)
        return Decisions(self.rest, here)


def show(checked: Checked) -> Decisions:
    """Draw the pairs, surest first, and give what was decided about them."""
    if not checked.matched:
        return Decisions()
    key = _key(checked)
    chosen: _Chosen = st.session_state.setdefault(key, _Chosen())
    decisions = chosen.among(checked.pairs)
    parts.show(_told(checked.matched))
    _all_at_once(chosen, decisions, f"{key}-all")
    for row in queries.rows_of(checked.matches(chosen.shown)):
        _pair(row, chosen, decisions, f"{key}-{row['line']}")
    more = min(SHOWN_AT_ONCE, checked.matched - chosen.shown)
    if more > 0:
        label = f"Show {more} more of {checked.matched:,}"
        st.button(label, key=f"{key}-more", on_click=_show_more, args=(chosen,))
    return decisions


def forget(checked: Checked) -> None:
    """Drop what was decided about a file: it is written, and asks anew when it comes again."""
    st.session_state.pop(_key(checked), None)


def _key(checked: Checked) -> str:
    return f"pairs-{checked.report.sha256[:12]}"


def label(checked: Checked, decided: Decided) -> str:
    """Say what a click would write: "Write 12 incidents, 3 linked, 1 left out"."""
    skipped = len(decided.skipped)
    written = checked.written - skipped
    if not written:
        return "Nothing to write: all is left out" if skipped else "Nothing new to write"
    told = [f"Write {fmt.plural(written, 'incident')}"]
    told += [f"{decided.linked:,} linked"] if decided.linked else []
    told += [f"{skipped:,} left out"] if skipped else []
    return ", ".join(told)


def outcome(counts: Mapping[str, int]) -> str:
    """Say what a commit did with pairs: ", 3 linked, 1 left out"; "" where there were none."""
    words = {"linked": "linked", "apart": "kept apart", "skipped": "left out"}
    return "".join(f", {counts[name]:,} {word}" for name, word in words.items() if counts.get(name))


def _told(matched: int) -> Html:
    told = (
        f"**{fmt.plural(matched, 'account')} of your file: probably incidents that are told "
        "already.** Linked, two accounts are one incident and count once; kept apart, they are two "
        "for good; left out, yours is not written. Surest first; "
        f"{MOST_POINTS} points at most, {ENOUGH} are enough."
    )
    return parts.paragraph(parts.rich(told))


def _all_at_once(chosen: _Chosen, decisions: Decisions, key: str) -> None:
    is_common = all(decision == chosen.rest for _, decision in decisions.single)
    st.session_state[key] = chosen.rest if is_common else None
    st.segmented_control(
        "All",
        DECISIONS,
        format_func=WORDS.__getitem__,
        key=key,
        on_change=_decide_all,
        args=(chosen, key),
    )


def _decide_all(chosen: _Chosen, key: str) -> None:
    # A click on what is chosen already takes the choice away: nothing changes then.
    chosen.rest = st.session_state[key] or chosen.rest
    chosen.single.clear()


def _pair(row: dict[str, Any], chosen: _Chosen, decisions: Decisions, key: str) -> None:
    name, target = str(row["incident_id"]), str(row["target_id"])
    with st.container(key=f"cw-{key}"):
        parts.show(_card(row))
        st.session_state[key] = decisions.of(name)
        st.segmented_control(
            f"What to do with {parts.plain(name)}",
            DECISIONS,
            required=True,
            format_func=WORDS.__getitem__,
            key=key,
            label_visibility="collapsed",
            on_change=_decide_one,
            args=(chosen, (name, target), key),
        )


def _decide_one(chosen: _Chosen, pair: tuple[str, str], key: str) -> None:
    chosen.single[pair] = st.session_state[key]


def _show_more(chosen: _Chosen) -> None:
    chosen.shown += SHOWN_AT_ONCE


def _card(row: dict[str, Any]) -> Html:
    there = {
        name.removeprefix("stored_"): value
        for name, value in row.items()
        if name.startswith("stored_")
    }
    line = cells.count(row["target_line"])
    where = "Here already" if line is None else f"In your file, line {line:.0f}"
    account, target = str(row["account_id"]), str(row["target_id"])
    return parts.pair_card(
        PairSide(f"In your file, line {row['line']}", str(row["incident_id"])),
        PairSide(where, account if account == target else f"{account}, of incident {target}"),
        _facts(row, there),
        parts.lines(
            parts.rich(f"**{row['score']} of {MOST_POINTS} points:** "), parts.esc(str(row["why"]))
        ),
    )


def _facts(ours: dict[str, Any], there: dict[str, Any]) -> list[Fact]:
    deaths = ours["agrees_deaths"] or "unknown in one"
    return [
        Fact("Source", cells.text(ours["source"]), cells.text(there["source"])),
        Fact("Date", _date(ours), _date(there), ours["agrees_date"]),
        Fact("Place", _place(ours), _place(there), ours["agrees_place"]),
        Fact("Sides", _sides(ours), _sides(there), ours["agrees_sides"], ours["sides"] == 0),
        Fact("People killed", cells.killed(ours), cells.killed(there), deaths, ours["deaths"] < 0),
        Fact("Told as", _note(ours), _note(there)),
    ]


def _date(row: dict[str, Any]) -> str:
    rank = cells.count(row["date_precision"])
    known = "unknown" if rank is None else vocabulary.DATE_PRECISIONS[int(rank)]
    return f"{cells.days(row)} (precision: {known})"


def _place(row: dict[str, Any]) -> str:
    return f"{cells.place(row)} (precision: {cells.precision(row)})"


def _sides(row: dict[str, Any]) -> str:
    return cells.actors(row) or fmt.UNKNOWN


def _note(row: dict[str, Any]) -> str:
    told = cells.text(row["notes"]) or cells.text(row["source_title"], "nothing told")
    return told if len(told) <= LONGEST_NOTE else f"{told[: LONGEST_NOTE - 1].rstrip()}…"

"""Accounts of a file that may be of a known incident: side by side, a decision for each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import streamlit as st

from corridor import queries, vocabulary
from corridor.ingest.review.decisions import DECISIONS, Decision, Decisions
from corridor.ingest.review.matching import ENOUGH, MOST_POINTS
from corridor.ingest.review.upload import Checked
from corridor.texts import as_text
from corridor.ui import parts
from corridor.ui.parts import Fact, Html, PairSide
from corridor.words import say
from corridor.words.terms import term

SHOWN_AT_ONCE: Final = 20
LONGEST_NOTE: Final = 160


@dataclass
class _Chosen:
    """What was chosen for one file so far: for some accounts, and for all other probable ones."""

    rest: Decision = "undecided"
    single: dict[tuple[str, str], Decision] = field(default_factory=dict)
    shown: int = SHOWN_AT_ONCE
    weak_shown: int = SHOWN_AT_ONCE

    def among(self, found: Mapping[str, str]) -> Decisions:
        """Give the decisions about the pairs that are found now.

        Others may have written meanwhile: what was said of another pair says nothing of this one.
        """
        told = ((pair, decision) for pair, decision in sorted(self.single.items()))
        here = tuple((one, decision) for (one, of), decision in told if found.get(one) == of)
        return Decisions(self.rest, here)


def chosen(checked: Checked) -> Decisions:
    """Return what was decided about the pairs of a file so far."""
    kept: _Chosen | None = st.session_state.get(_key(checked))
    return kept.among(checked.pairs) if kept else Decisions()


def show(checked: Checked) -> None:
    """Draw the pairs, surest first; weak and vetoed ones are folded away."""
    if not checked.matched and not checked.weak:
        return
    kept: _Chosen = st.session_state.setdefault(_key(checked), _Chosen())
    if checked.matched:
        parts.show(_told(checked.matched))
        _all_at_once(kept, chosen(checked), f"{_key(checked)}-all")
        _listed(checked, kept, weak=False)
    if checked.weak:
        with st.expander(say("pairs-weaker", count=checked.weak)):
            _listed(checked, kept, weak=True)


def _listed(checked: Checked, kept: _Chosen, *, weak: bool) -> None:
    key, decisions = _key(checked), kept.among(checked.pairs)
    total, shown = (checked.weak, kept.weak_shown) if weak else (checked.matched, kept.shown)
    for row in queries.rows_of(checked.matches(shown, weak=weak)):
        _pair(row, kept, decisions, f"{key}-{row['line']}")
    more = min(SHOWN_AT_ONCE, total - shown)
    if more > 0:
        label = say("pairs-show-more", more=more, count=total)
        name = f"{key}-more-weak" if weak else f"{key}-more"
        st.button(label, key=name, on_click=_show_more, args=(kept, weak))


def forget(checked: Checked) -> None:
    """Drop what was decided about a file: it is written, and asks anew when it comes again."""
    st.session_state.pop(_key(checked), None)


def _key(checked: Checked) -> str:
    return f"pairs-{checked.report.key}"


def _told(matched: int) -> Html:
    told = say("pairs-about", count=matched, enough=ENOUGH, most=MOST_POINTS)
    return parts.paragraph(parts.rich(told))


def _word(decision: Decision) -> str:
    return say(f"pairs-decision-{decision}")


def _all_at_once(kept: _Chosen, decisions: Decisions, key: str) -> None:
    is_common = all(decision == kept.rest for _, decision in decisions.single)
    st.session_state[key] = kept.rest if is_common else None
    st.segmented_control(
        say("pairs-all"),
        DECISIONS,
        format_func=_word,
        key=key,
        on_change=_decide_all,
        args=(kept, key),
    )


def _decide_all(kept: _Chosen, key: str) -> None:
    # A click on what is chosen already takes the choice away: nothing changes then.
    kept.rest = st.session_state[key] or kept.rest
    kept.single.clear()


def _pair(row: dict[str, Any], kept: _Chosen, decisions: Decisions, key: str) -> None:
    name, target = str(row["incident_id"]), str(row["target_id"])
    with st.container(key=f"cw-{key}"):
        parts.show(_card(row))
        st.session_state[key] = decisions.of(name, is_weak=bool(row["is_weak"]))
        st.segmented_control(
            say("pairs-what-to-do", account=parts.plain(name)),
            DECISIONS,
            required=True,
            format_func=_word,
            key=key,
            label_visibility="collapsed",
            on_change=_decide_one,
            args=(kept, (name, target), key),
        )


def _decide_one(kept: _Chosen, pair: tuple[str, str], key: str) -> None:
    kept.single[pair] = st.session_state[key]


def _show_more(kept: _Chosen, weak: bool) -> None:
    if weak:
        kept.weak_shown += SHOWN_AT_ONCE
    else:
        kept.shown += SHOWN_AT_ONCE


def _card(row: dict[str, Any]) -> Html:
    there = {
        name.removeprefix("stored_"): value
        for name, value in row.items()
        if name.startswith("stored_")
    }
    line = as_text.count(row["target_line"])
    where = say("pairs-here") if line is None else _in_file(int(line))
    account, target = str(row["account_id"]), str(row["target_id"])
    return parts.pair_card(
        PairSide(_in_file(row["line"]), str(row["incident_id"])),
        PairSide(
            where,
            account
            if account == target
            else say("pairs-account-of", account=account, incident=target),
        ),
        _facts(row, there),
        parts.lines(
            parts.rich(_likely(row)),
            " ",
            parts.esc(str(row["why"])),
        ),
    )


def _likely(row: dict[str, Any]) -> str:
    if row["is_vetoed"]:
        return say("pairs-vetoed")
    return say("pairs-points", points=row["score"], most=MOST_POINTS)


def _in_file(line: int) -> str:
    return say("pairs-in-file", line=str(line))


def _facts(ours: dict[str, Any], there: dict[str, Any]) -> list[Fact]:
    is_other = bool(ours["is_other"])
    return [
        Fact(
            say("pairs-source"),
            as_text.text(ours["source"]),
            as_text.text(there["source"]),
        ),
        Fact(say("pairs-date"), _date(ours), _date(there), ours["agrees_date"]),
        Fact(say("pairs-place"), _place(ours), _place(there), ours["agrees_place"]),
        Fact(say("pairs-sides"), _sides(ours), _sides(there), ours["agrees_sides"], is_other),
        Fact(
            say("pairs-killed"),
            as_text.killed(ours),
            as_text.killed(there),
            ours["agrees_deaths"],
            ours["deaths"] < 0,
        ),
        Fact(say("pairs-description"), _note(ours), _note(there)),
    ]


def _date(row: dict[str, Any]) -> str:
    rank = as_text.count(row["date_precision"])
    known = say("unknown") if rank is None else term(vocabulary.DATE_PRECISIONS[int(rank)])
    return say("pairs-known-to", what=as_text.days(row), precision=known)


def _place(row: dict[str, Any]) -> str:
    return say("pairs-known-to", what=as_text.place(row), precision=as_text.precision(row))


def _sides(row: dict[str, Any]) -> str:
    return as_text.actors(row) or say("unknown")


def _note(row: dict[str, Any]) -> str:
    told = as_text.text(row["notes"]) or as_text.text(
        row["source_title"], say("pairs-no-description")
    )
    return told if len(told) <= LONGEST_NOTE else f"{told[: LONGEST_NOTE - 1].rstrip()}…"

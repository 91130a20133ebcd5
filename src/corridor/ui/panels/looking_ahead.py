"""What stands out by a rule that is chosen, and the next month: a range, and where it may be."""

from __future__ import annotations

from typing import Final

import streamlit as st

from corridor import answers
from corridor.filter import IncidentFilter
from corridor.texts import ahead_text, surges_text
from corridor.ui import parts
from corridor.ui.frame import cached, navigation, state
from corridor.ui.parts import Html
from corridor.words import numbers as fmt
from corridor.words import say

_HERE: Final = "rule_here"


def show(chosen: IncidentFilter) -> None:
    """Draw the section for a filter, with the choice of the rule, which the address keeps."""
    title, choice = st.columns((7, 4), gap="medium", vertical_alignment="bottom")
    with title:
        parts.show(parts.section(say("ahead-title"), say("ahead-title-told")))
    asked = st.query_params.get(navigation.RULE, "")
    # A bound widget would write the words of its choice into the address, not its name.
    st.session_state[_HERE] = asked if asked in answers.RULES else answers.USUAL_RULE
    rule = choice.selectbox(
        say("surges-rule"),
        answers.RULES,
        format_func=surges_text.rule,
        key=_HERE,
        on_change=_chosen,
    )
    parts.show(cached.kept(_told, chosen, rule))


def _chosen() -> None:
    rule = st.session_state[_HERE]
    state.open_in_address(navigation.RULE, "" if rule == answers.USUAL_RULE else rule)


def _told(chosen: IncidentFilter, rule: str) -> Html:
    found = cached.answer(answers.surges, chosen, rule)
    if found.days is None:
        return parts.notice(say("surges-no-month", series=found.series))
    told = {
        "stands-out": fmt.sentences(surges_text.told(found), surges_text.thin(found)),
        "rule": surges_text.rule_told(found),
        "next": ahead_text.next_month(cached.answer(answers.next_month, chosen)),
        "where": ahead_text.where_next(cached.answer(answers.where_next, chosen)),
    }
    to_method = parts.link(say("ahead-to-method"), navigation.href("method", chosen) + "#ahead")
    return parts.lines(
        parts.short_answers([(say(f"ahead-{name}-asked"), said) for name, said in told.items()]),
        parts.paragraph(to_method),
    )

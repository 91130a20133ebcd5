"""New incidents: template, check, confirm; beside it the history with undo and redo."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import streamlit as st

from corridor.exchange.template import template_csv
from corridor.ingest.review.confirm import Choices, UploadError, counted
from corridor.ingest.review.decisions import Decided, Decisions
from corridor.ingest.review.retractions import is_retraction_list
from corridor.ingest.review.upload import Checked
from corridor.people import Person
from corridor.store import StoreError
from corridor.store.progress import CancelledError
from corridor.texts.upload_text import adds
from corridor.ui import parts
from corridor.ui.frame import cached, signed_in
from corridor.ui.panels.uploads import (
    check,
    coverage,
    declaring,
    done,
    fetched,
    files,
    history,
    jobs,
    linking,
    messages,
    outlook,
    pairs,
    reading,
    release,
    repeats,
    retraction,
)
from corridor.words import say
from corridor.workers import WorkError

_SEEN: Final = "upload_seen"


def show() -> None:
    """Draw the page."""
    parts.show(
        parts.rule(),
        parts.headline(
            say("uploads-kicker"),
            say("uploads-headline"),
            say("uploads-so-what"),
        ),
    )
    left, right = st.columns((8, 6), gap="large")
    with left:
        done.show(_person())
        retraction.outcome()
        _steps()
    with right:
        linking.show(_person())
        declaring.show(_person())
        parts.show(messages.troubles())
        history.show(_person())


def _steps() -> None:
    parts.show(parts.section(say("upload-step-template"), say("upload-template-note")))
    st.download_button(
        say("upload-template"),
        template_csv,
        "corridor-watch-template.csv",
        "text/csv",
        on_click="ignore",
        key="template",
    )
    if not signed_in.may("link"):
        parts.show(signed_in.refusal("check"))
        return
    jobs.make_ready()
    if jobs.is_committing():
        _end_commit()
    if jobs.is_hiding():
        retraction.end(files.put_aside)
    handed = files.ask()
    if signed_in.may("upload"):
        fetched.show()
    chosen = files.choose(handed)
    if chosen is not None:
        _checked(chosen.path, chosen.name, chosen.file_id)


def _checked(data: Path, name: str, file_id: str) -> None:
    try:
        _looked_at(data, name, file_id)
    except CancelledError:
        parts.show(parts.notice(say("upload-check-stopped")))
        st.button(say("upload-check-again"), on_click=jobs.forget, key="check_again")
    except (WorkError, StoreError) as error:
        parts.show(parts.notice(say("upload-not-checked", file=name), [parts.esc(str(error))]))
        st.button(say("upload-check-again"), on_click=jobs.forget, key="check_again")


def _looked_at(data: Path, name: str, file_id: str) -> None:
    checked = jobs.check_file(data, name, file_id, reading.chosen(file_id))
    report = checked.report
    if is_retraction_list(report):
        reading.ask_sheet(report, file_id)
        found = jobs.check_list(data, name, file_id, reading.chosen(file_id).sheet)
        retraction.show(found, file_id, _person, files.put_aside)
        return
    if report.refused:
        title = say(
            "upload-columns-unknown" if report.is_mappable else "upload-not-read",
            file=report.file_name,
        )
        refused = parts.notice(title, [parts.esc(report.refused)])
        parts.show(parts.section(say("upload-step-check")), refused)
        if report.is_mappable:
            reading.show(data, report, file_id)
        else:
            reading.ask_sheet(report, file_id)
        return
    read_as = say("upload-read-as", file=report.file_name, layout=reading.title(report))
    parts.show(parts.section(say("upload-step-check"), read_as))
    reading.show(data, report, file_id)
    decisions = repeats.decide(checked, pairs.chosen(checked))
    decided = checked.decided(decisions)
    release.show(checked, file_id, coverage.said(checked), decided)
    check.show(checked, counted(checked, decided))
    repeats.show(checked)
    pairs.show(checked)
    is_part, _ = release.said(file_id)
    choices = Choices(decisions=decisions, is_part=is_part)
    done.keep(outlook.show(checked, reading.chosen(file_id), choices))
    _confirm(checked, file_id, decisions, decided)


def _confirm(checked: Checked, file_id: str, decisions: Decisions, decided: Decided) -> None:
    report = checked.report
    parts.show(parts.section(say("upload-step-confirm")))
    if not signed_in.may("upload"):
        parts.show(signed_in.refusal("upload"))
        return
    signed_in.ask_name(st, say("upload-your-name"), "author")
    only_good = False
    if report.rejected_rows:
        take = say("upload-take-good", good=report.accepted_rows, bad=report.rejected_rows)
        only_good = st.checkbox(take, key="take_good", disabled=not report.accepted_rows)
    declared = coverage.ask(checked)
    is_settled = release.ask(checked, file_id, declared)
    is_part, is_sure = release.said(file_id)
    choices = Choices(only_good, decisions, declared, is_part, is_sure)
    is_any = checked.written > len(decided.skipped) or release.brings_anything(checked, choices)
    is_ready = is_any and is_settled and not any(item.problem() for item in declared)
    is_ready = is_ready and (checked.is_committable or only_good)
    seen = (checked.transaction, decided.digest)
    was_seen = st.session_state.get(_SEEN) == seen
    st.session_state[_SEEN] = seen
    gone = release.withdrawn(checked, choices, decided)
    label = _label(checked, decided, gone, is_any=is_any)
    if st.button(
        label,
        type="primary",
        disabled=not is_ready,
        key="confirm",
    ):
        if not was_seen:
            parts.show(parts.notice(say("upload-data-changed")))
            return
        jobs.begin_commit(checked, file_id, _person(), choices)
        _end_commit()


def _label(checked: Checked, decided: Decided, gone: int, *, is_any: bool) -> str:
    """Say what a click would write: "Add 10 new incidents and 2 more accounts of …"."""
    if checked.written > len(decided.skipped) and gone:
        added = adds(counted(checked, decided))
        return say("upload-add-and-withdraw", what=added, count=gone)
    if checked.written > len(decided.skipped):
        return say("upload-add", what=adds(counted(checked, decided)))
    if is_any:
        return say("upload-take-release")
    return say("upload-all-left-out" if decided.skipped else "upload-nothing-new")


def _end_commit() -> None:
    """Wait for the commit that was begun, and tell its end."""
    try:
        written = jobs.end_commit()
    except CancelledError:
        parts.show(parts.notice(say("upload-saving-stopped")))
    except (UploadError, StoreError, WorkError) as error:
        parts.show(parts.notice(parts.esc(str(error))))
    else:
        pairs.forget(written.checked)
        done.remember(written.commit)
        files.put_aside(written.file_id)
        st.rerun()


def _person() -> Person:
    typed = str(st.session_state.get("author", "")).strip()
    return signed_in.person(typed or cached.settings_now().user or "unnamed")

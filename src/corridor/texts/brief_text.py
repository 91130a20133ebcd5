"""A brief in words, once: paper, slide, mail and JSON are all written from this one value."""

from __future__ import annotations

import shlex
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final

from corridor.answers import FIGURES, Brief
from corridor.answers.changes import DISTRICT
from corridor.filter import dimensions
from corridor.findings import Finding, Part
from corridor.texts import (
    age_text,
    changes_text,
    count_phrases,
    figures_text,
    level_text,
    places_text,
    short_answers,
    verdict_text,
)
from corridor.texts.credit_lines import credit_lines
from corridor.vocabulary import VERDICTS
from corridor.words import numbers as fmt
from corridor.words import say, terms
from corridor.words.strange import one_line

# Of the districts that changed: the page of the brief has no room for more.
MOST: Final = 5
# The shape of each verdict where it is a letter: how full it is says how far the data bear it out.
GLYPHS: Final = dict(zip(VERDICTS, "◉●◐◒○⊖◇◌", strict=True))
# What only sets words apart for a browser, and nothing shows.
_UNSEEN: Final = dict.fromkeys(map(ord, "\u2060\u2068\u2069"))


@dataclass(frozen=True)
class Table:
    """Rows of texts under headings; `note` stands below."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


@dataclass(frozen=True)
class VerdictRow:
    """A conclusion then and now: verdicts as `vocabulary.VERDICTS` has them, and in words."""

    number: int
    title: str
    then: str
    now: str
    then_told: str
    now_told: str
    then_figure: str
    now_figure: str
    by_series: str
    confidence: str


@dataclass(frozen=True)
class KeyFigure:
    """A key figure with its change against the days compared with, and against a year before."""

    label: str
    value: str
    change: str
    second: str


@dataclass(frozen=True)
class Section:
    """A part of the annex."""

    title: str
    lines: tuple[str, ...]
    table: Table | None = None


@dataclass(frozen=True)
class BriefText:
    """What a brief says, in the order in which it is read; `foot` is of (what it is, words).

    `warnings` have to be read before anything else, `cautions` with it.
    """

    product: str
    about: str
    headline: str
    warnings: tuple[str, ...]
    lead: tuple[str, ...]
    cautions: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]
    verdict_headings: tuple[str, ...]
    verdicts: tuple[VerdictRow, ...]
    figures_title: str
    figures: tuple[KeyFigure, ...]
    figures_note: str
    where: str
    map_told: str
    when: str
    when_told: str
    changes: Table | None
    foot: tuple[tuple[str, str], ...]
    address: str
    annex_title: str
    annex: tuple[Section, ...]

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values."""
        return asdict(self)


def brief_text(found: Brief, made: datetime, link: str = "") -> BriefText:
    """Say a brief that was made at a moment; `link` is the address of its view, "" for none."""
    now, then = found.tested.now, found.tested.then
    said: BriefText = _clean(
        BriefText(
            product=say("brief-of-product", product=say("product")),
            about=verdict_text.answer_about(found.headline),
            headline=f"{verdict_text.answer_headline(found.headline)}.",
            warnings=_warnings(found),
            lead=_told(verdict_text.answer_figures(found.headline)),
            cautions=_cautions(found),
            answers=_answers(found),
            verdict_headings=_headings(found),
            verdicts=tuple(_verdict(*pair) for pair in zip(now, then, strict=True)),
            figures_title=_figures_title(found),
            figures=_figures(found),
            figures_note=_figures_note(found),
            where=places_text.where_most(found.places.districts),
            map_told=places_text.caption(found.chosen, found.places.legend, found.region.ground),
            when=level_text.months_in_words(found.levels),
            when_told=fmt.sentences(
                f"{count_phrases.capital(level_text.in_words(found.levels))}.",
                level_text.thin_in_words(found.levels),
            ),
            changes=_changes(found),
            foot=_foot(found, made),
            address=link,
            annex_title=say("brief-annex"),
            annex=_annex(found),
        )
    )
    return said


def _warnings(found: Brief) -> tuple[str, ...]:
    """Say what of the store is missing, that nothing matches, and that the record is old."""
    age = age_text.age_sentence(found.age)
    return _told(
        say("brief-damaged", problems="; ".join(found.damaged)) if found.damaged else "",
        say("brief-nothing-here") if not found.summary.incidents else "",
        fmt.sentences(age, say("record-describes-the-past")) if age else "",
    )


def _cautions(found: Brief) -> tuple[str, ...]:
    """Say what headline and figures cover, and why a rise may be none."""
    narrow = say("brief-scope", region=found.region.short, place=found.chosen.place())
    return _told(
        narrow if found.is_narrower else "",
        found.headline.coverage,
        verdict_text.answer_caution(found.headline),
    )


def _answers(found: Brief) -> tuple[tuple[str, str], ...]:
    told = {
        "worse": short_answers.worse(found.figures, found.acts),
        "where": short_answers.where(found.places.districts, found.summary.incidents),
        "lately": short_answers.lately_and_now(found.late, found.surges),
        "sure": short_answers.sure(found.answering, found.headline, found.summary),
    }
    return tuple((say(f"short-{name}-asked"), said) for name, said in told.items() if said)


def _headings(found: Brief) -> tuple[str, ...]:
    return (
        say("heading-conclusion"),
        say("brief-then", day=fmt.day(found.tested.report.date)),
        say("brief-now", day=fmt.day(found.as_of)),
        say("brief-by-series"),
        say("word-confidence"),
    )


def _verdict(now: Finding, then: Finding) -> VerdictRow:
    return VerdictRow(
        number=now.number,
        title=now.title,
        then=then.verdict,
        now=now.verdict,
        then_told=count_phrases.capital(terms.term(then.verdict)),
        now_told=count_phrases.capital(terms.term(now.verdict)),
        then_figure=_figure(then.headline),
        now_figure=_figure(now.headline),
        by_series=verdict_text.by_series_text(now) or now.series,
        confidence=terms.term(now.confidence.level),
    )


def _figure(part: Part) -> str:
    ends = "" if part.is_low_base else verdict_text.interval_text(part.indicator)
    figure = verdict_text.figure_text(part)
    return say("brief-figure", figure=figure, range=ends) if ends else figure


def _figures_title(found: Brief) -> str:
    place = count_phrases.capital(found.chosen.place())
    return say("brief-figures", place=place, period=found.chosen.period())


def _figures(found: Brief) -> tuple[KeyFigure, ...]:
    told = found.figures
    if told.windows is None:
        return ()
    return tuple(
        KeyFigure(
            figures_text.title(told, name),
            fmt.number(told.of(name)[0]),
            figures_text.change(told, name) or say("figures-no-comparison"),
            say("figures-year-before", change=year)
            if (year := figures_text.year_change(told, name))
            else "",
        )
        for name in FIGURES
    )


def _figures_note(found: Brief) -> str:
    if found.figures.windows is None:
        return say("figures-none", series=found.figures.series)
    return fmt.sentences(figures_text.acts(found.acts), figures_text.note(found.figures))


def _changes(found: Brief) -> Table | None:
    listed = found.changes.of(DISTRICT)[:MOST]
    if not listed:
        return None
    headings = (say("heading-district"), say("changes-column-change"), say("brief-incidents"))
    rows = [
        (changes_text.place(each), changes_text.change(each), changes_text.sentence(each))
        for each in listed
    ]
    return Table(say("changes-title"), headings, tuple(rows), changes_text.against(found.changes))


def _foot(found: Brief, made: datetime) -> tuple[tuple[str, str], ...]:
    hidden = found.hidden
    return (
        (say("brief-foot-filter"), _sentence(found)),
        *(
            [(say("brief-foot-hidden"), say("hidden-rows", count=hidden.rows, of=hidden.series))]
            if hidden.rows
            else []
        ),
        (
            say("brief-foot-data"),
            say(
                "brief-version",
                data=str(found.version),
                day=fmt.day(made.date()),
                time=f"{made:%H:%M}",
            ),
        ),
    )


def _sentence(found: Brief) -> str:
    """Say the filter and its figures as the pages do."""
    ends = None if found.age.is_old else found.age.ends
    return f"{count_phrases.filter_sentence(found.chosen, found.summary, ends)}."


def _annex(found: Brief) -> tuple[Section, ...]:
    report = found.tested.report
    untested = [each for finding in found.tested.now for each in finding.spec.not_tested]
    return (
        *(_section_of(now) for now in found.tested.now),
        Section(say("brief-annex-thresholds"), _told(say("brief-threshold-words"),
                                                     report.thresholds, report.about)),
        Section(say("brief-annex-caveats"), _caveats(found)),
        Section(say("brief-annex-untested"), _told(*untested)),
        Section(say("brief-annex-age"), _age(found)),
        Section(say("brief-annex-again"), (_sentence(found), command(found))),
        Section(say("brief-annex-sources"), credit_lines(found.attributions, found.version)),
    )  # fmt: skip


def _section_of(finding: Finding) -> Section:
    """Say a finding whole: what the report concluded, what is measured, and how it is judged."""
    headings = ("heading-what", "heading-value", "heading-range", "heading-right-from",
                "brief-wrong-from", "brief-verdict")  # fmt: skip
    rows = [
        (
            part.label,
            verdict_text.figure_text(part),
            verdict_text.interval_text(part.indicator) or fmt.EN_DASH,
            verdict_text.claim_text(part),
            verdict_text.threshold_text(part, part.denial),
            terms.term(part.verdict),
        )
        for part in finding.parts
    ]
    title = say("brief-annex-finding", number=finding.number, title=finding.title)
    return Section(
        title,
        _told(
            finding.spec.statement,
            f"{finding.reason.rstrip('.')}.",
            f"{verdict_text.confidence_text(finding)}.",
            finding.coverage_note,
        ),
        Table("", tuple(map(say, headings)), tuple(rows)),
    )


def _caveats(found: Brief) -> tuple[str, ...]:
    return _told(
        *_warnings(found),
        *_cautions(found),
        f"{warning}." if (warning := verdict_text.answer_warning(found.headline)) else "",
        changes_text.note(found.changes) if found.changes.places else "",
    )


def _age(found: Brief) -> tuple[str, ...]:
    days = (fmt.day(found.age.ends), fmt.day(found.age.today))
    return _told(
        say("brief-age", last=days[0], today=days[1], count=max(found.age.days, 0)),
        say("record-describes-the-past") if found.age.is_old else "",
    )


def command(found: Brief) -> str:
    """Return the command that makes the same brief of the same version of the data."""
    words = ["corridor", "brief"]
    flags = {"date_from": found.chosen.date_from, "date_to": found.chosen.date_to}
    for row in dimensions():
        day = flags.get(row.name)
        texts = [day.isoformat()] if day else [] if row.name in flags else row.texts(found.chosen)
        for text in texts:
            more = [f"--{row.option}={text}"] if row.kind != "switch" else [f"--{row.option}"]
            words += more
    words += [f"--report={found.tested.report.slug}", f"--as-of={found.as_of.isoformat()}",
              f"--at-version={found.version}", "--out=brief.pdf"]  # fmt: skip
    return " ".join(map(shlex.quote, words))


def _told(*said: str) -> tuple[str, ...]:
    """Leave out what says nothing, and what was said before."""
    return tuple(dict.fromkeys(filter(None, said)))


def _clean(value: Any) -> Any:
    """Return a text, or what texts are in, without marks that are not seen; `**` is no word."""
    if isinstance(value, str):
        return one_line(value.translate(_UNSEEN).replace("**", ""))
    if isinstance(value, tuple):
        return tuple(map(_clean, value))
    if isinstance(value, Table | VerdictRow | KeyFigure | Section | BriefText):
        return type(value)(*(_clean(getattr(value, name)) for name in value.__dataclass_fields__))
    return value

"""The codebook and the settings as text, written from the code that obeys them."""

from __future__ import annotations

from dataclasses import fields
from typing import Final

import corridor.packs  # noqa: F401  the meanings name the country
from corridor import schema, vocabulary
from corridor.settings import SECRETS, Settings
from corridor.words import say
from corridor.words.terms import slug


def codebook_markdown() -> str:
    """Give the codebook as Markdown: every column and every closed list."""
    lines = [f"# {say('codebook-title')}", "", say("codebook-about"), ""]
    for group in _GROUPS:
        lines += [f"## {say(f'field-group-{group}')}", "", *_headings()]
        lines += [_row(column) for column in schema.RECORDS if column.group == group]
        lines.append("")
    return "\n".join([*lines, *_lists()]) + "\n"


def settings_markdown() -> str:
    """Give every setting as Markdown."""
    names = [say(f"settings-column-{name}") for name in ("variable", "default", "meaning")]
    lines = [f"# {say('settings-title')}", "", say("settings-about"), ""]
    lines += [_cells(*names), "|---|---|---|"]
    for item in fields(Settings):
        default = say("settings-default-folder") if item.name == "data_dir" else f"`{item.default}`"
        shown = say("settings-default-empty") if item.default == "" else default
        meaning = say(f"setting-meaning-{slug(item.name)}")
        lines.append(_cells(f"`{item.metadata['variable']}`", shown, meaning))
    lines += ["", f"## {say('settings-secrets')}", "", say("settings-secrets-about"), ""]
    lines += [_cells(names[0], names[2]), "|---|---|"]
    lines += [_cells(f"`{variable}`", say(f"secret-meaning-{slug(name)}"))
              for name, variable in SECRETS.items()]  # fmt: skip
    return "\n".join(lines) + "\n"


_GROUPS: Final = (
    *("key", "when", "what", "who", "how-many", "where", "source", "derived"),
    *("record", "decision", "coverage"),
)


def _headings() -> list[str]:
    names = ("field", "type", "unit", "meaning", "upload")
    return [_cells(*(say(f"codebook-column-{name}") for name in names)), "|---|---|---|---|---|"]


def _row(column: schema.Column) -> str:
    unit = say(f"field-unit-{column.unit}") if column.unit else ""
    may = say("codebook-may") if column.in_csv else ""
    upload = f"**{say('codebook-required')}**" if column.required else may
    return _cells(f"`{column.name}`", column.type, unit, column.meaning, upload)


def _cells(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _lists() -> list[str]:
    """Give the closed lists: their words as files have them, and what they mean."""
    lines = [f"## {say('codebook-lists')}", "", say("codebook-event-types"), ""]
    for event_type in vocabulary.EVENT_TYPES:
        subs = [name for name, parent in vocabulary.SUB_EVENT_TYPES.items() if parent == event_type]
        lines.append(f"- **{event_type}**: {', '.join(subs)}")
    lines += ["", say("codebook-precisions"), ""]
    lines += [f"- {rank} **{name}**: {say(f'precision-meaning-{rank}')}"
              for rank, name in vocabulary.GEO_PRECISIONS.items()]  # fmt: skip
    lines += ["", say("codebook-date-precisions"), ""]
    lines += [f"- {rank} **{name}**" for rank, name in vocabulary.DATE_PRECISIONS.items()]
    lines += ["", say("codebook-roles"), ""]
    lines += [f"- **{role}**: {say(f'role-meaning-{role}')}" for role in vocabulary.SOURCE_ROLES]
    lines += ["", say("codebook-grades"), ""]
    grades = (*vocabulary.SOURCE_RELIABILITY, *vocabulary.INFORMATION_CREDIBILITY)
    lines += [f"- **{grade}**: {say(f'grade-meaning-{slug(grade)}')}" for grade in grades]
    return lines

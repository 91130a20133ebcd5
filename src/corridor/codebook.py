"""The codebook and the settings as text, written from the code that obeys them."""

from __future__ import annotations

from dataclasses import fields

from corridor import schema, vocabulary
from corridor.settings import Settings


def codebook_markdown() -> str:
    """Give the codebook as Markdown: every column and every closed list."""
    lines = [
        "# Codebook",
        "",
        "Every field of the incident store. Written by `python -m corridor codebook`; a test",
        "fails when it is stale. Upload: the field may stand in an uploaded CSV (**required** ones",
        "must).",
        "",
    ]
    for group, title in _GROUPS.items():
        lines += [
            f"## {title}",
            "",
            "| field | type | unit | meaning | upload |",
            "|---|---|---|---|---|",
        ]
        lines += [_row(column) for column in schema.RECORDS if column.group == group]
        lines.append("")
    return "\n".join([*lines, *_lists()]) + "\n"


def settings_markdown() -> str:
    """Give every setting as Markdown."""
    lines = [
        "# Settings",
        "",
        "Read from the environment at start. A test fails when this page is stale.",
        "",
    ]
    lines += ["| variable | default | meaning |", "|---|---|---|"]
    for item in fields(Settings):
        default = "a checkout's `data/`" if item.name == "data_dir" else f"`{item.default}`"
        shown = "empty" if item.default == "" else default
        lines.append(f"| `{item.metadata['variable']}` | {shown} | {item.metadata['help']} |")
    return "\n".join(lines) + "\n"


_GROUPS = {
    "key": "Identity",
    "when": "When",
    "what": "What",
    "who": "Who",
    "how many": "How many (reported; empty is unknown, never 0)",
    "where": "Where",
    "source": "Source",
    "derived": "Added by the product",
    "record": "Bookkeeping of the store",
    "decision": "Links, judgements and retractions",
    "coverage": "Declared sources",
}


def _row(column: schema.Column) -> str:
    upload = "**required**" if column.required else "yes" if column.in_csv else ""
    return f"| `{column.name}` | {column.type} | {column.unit} | {column.meaning} | {upload} |"


def _lists() -> list[str]:
    lines = ["## Closed lists", "", "Event types (ACLED), each with its sub-events:", ""]
    for event_type in vocabulary.EVENT_TYPES:
        subs = [name for name, parent in vocabulary.SUB_EVENT_TYPES.items() if parent == event_type]
        lines.append(f"- **{event_type}**: {', '.join(subs)}")
    lines += ["", "Location precision (UCDP where_prec), best first:", ""]
    lines += [f"- {rank} **{name}**: {vocabulary.GEO_PRECISION_MEANINGS[rank]}"
              for rank, name in vocabulary.GEO_PRECISIONS.items()]  # fmt: skip
    lines += ["", "Date precision (UCDP date_prec):", ""]
    lines += [f"- {rank} **{name}**" for rank, name in vocabulary.DATE_PRECISIONS.items()]
    lines += ["", "Role of a source:", ""]
    lines += [f"- **{name}**: {meaning}" for name, meaning in vocabulary.SOURCE_ROLES.items()]
    lines += ["", "Admiralty grade: reliability of the source, then credibility of the item.", ""]
    lines += [
        f"- **{grade}**: {meaning}" for grade, meaning in vocabulary.SOURCE_RELIABILITY.items()
    ]
    lines += [
        f"- **{grade}**: {meaning}" for grade, meaning in vocabulary.INFORMATION_CREDIBILITY.items()
    ]
    return lines

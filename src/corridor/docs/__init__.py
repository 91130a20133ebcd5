"""The pages under `docs/` that come from the code; `python -m corridor.docs` writes them."""

from __future__ import annotations

import argparse
import os
import re
from pathlib import Path

from corridor.cli.arguments import build_parser
from corridor.codebook import codebook_markdown, settings_markdown
from corridor.docs.picture import layers_picture
from corridor.docs.workbench import workbench_markdown
from corridor.ingest.layouts.guide import layouts_markdown
from corridor.settings import PROJECT
from corridor.words import say


def command_line_markdown() -> str:
    """Give every command's help text as Markdown."""
    os.environ["COLUMNS"] = "100"
    parser = build_parser()
    lines = [
        f"# {say('help-title')}",
        "",
        say("help-about"),
        "",
        *_help(parser),
    ]
    for action in parser._actions:  # noqa: SLF001 - argparse has no public list of subcommands
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for name, command in action.choices.items():
                lines += [f"## {name}", "", *_help(command)]
    return "\n".join(lines)


def _help(parser: argparse.ArgumentParser) -> list[str]:
    text = re.sub(r"\x1b\[[0-9;]*m", "", parser.format_help())
    return ["```text", text.rstrip(), "```", ""]


def pages() -> dict[Path, str]:
    """Give each generated page and its text."""
    docs = PROJECT / "docs"
    return {
        docs / "codebook.md": codebook_markdown(),
        docs / "layouts.md": layouts_markdown(),
        docs / "settings.md": settings_markdown(),
        docs / "command-line.md": command_line_markdown(),
        docs / "images" / "layers.svg": layers_picture(),
        docs / "workbench.md": workbench_markdown(docs / "workbench.md"),
    }

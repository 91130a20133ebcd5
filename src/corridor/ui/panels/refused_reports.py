"""Reports that cannot be used: which, why, and what to do."""

from __future__ import annotations

from corridor.ui import parts
from corridor.ui.frame import cached
from corridor.words import say


def notice() -> parts.Html:
    """Name the reports that were refused, with what is wrong in each; nothing when none was."""
    refused = cached.reports().refused
    if not refused:
        return parts.Html("")
    told = say("reports-refused", count=len(refused))
    return parts.notice(told, [str(why) for why in refused.values()])


def no_report() -> parts.Html:
    """Stand in the place of the findings when no report can be used."""
    why = say("no-report-why", folder=str(cached.settings_now().reports_dir))
    told = parts.headline(say("no-report-about"), say("no-report"), parts.esc(why))
    return parts.lines(told, notice())

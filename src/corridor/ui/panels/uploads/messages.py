"""Messages about new data that did not go out, and that they are muted."""

from __future__ import annotations

from corridor import messages
from corridor.messages import told
from corridor.ui import parts
from corridor.ui.frame import cached
from corridor.ui.parts import Html
from corridor.words import say

MOST_TOLD = 5


def troubles() -> Html:
    """Say which messages could not be sent, the newest first; nothing where all went out."""
    try:
        record = messages.load(cached.settings_now())
    except messages.MessageError as error:
        return parts.notice(str(error))
    newest = record.troubles[::-1][:MOST_TOLD]
    listed = [parts.esc(told.sending(item)) for item in newest]
    muted = told.muted(record)
    return parts.lines(
        parts.notice(say("message-troubles"), listed) if listed else "",
        parts.paragraph(parts.esc(muted), quiet=True) if muted else "",
    )

"""What goes out about a new version, to whom an administrator says: signed webhook, mail, feed.

Nothing goes out unless it is configured. What was sent, and what could not be, is kept in the data
folder and shown; no receiver holds anybody up, as nobody but `notify` waits for one.
"""

from corridor.messages.feed import atom, latest_changes
from corridor.messages.notify import mute, notify, tell_from, unmute
from corridor.messages.record import MessageError, Record, Sending, load

__all__ = [
    "MessageError",
    "Record",
    "Sending",
    "atom",
    "latest_changes",
    "load",
    "mute",
    "notify",
    "tell_from",
    "unmute",
]

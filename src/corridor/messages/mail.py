"""A mail: text, the same as HTML, and the numbers as JSON beside it."""

from __future__ import annotations

import json
import smtplib
import ssl
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Final
from urllib.parse import urlsplit

from corridor.fetching.secret import secret
from corridor.messages.note import Note
from corridor.messages.record import MessageError
from corridor.settings import Settings
from corridor.words import later

_PORTS: Final = {"smtp": 25, "smtps": 465}
_HERE: Final = frozenset({"127.0.0.1", "::1", "localhost"})


def letter(note: Note, settings: Settings) -> EmailMessage:
    """Return the mail about a version; one that is sent twice has one id."""
    made = EmailMessage()
    made["Subject"] = note.subject
    made["From"] = settings.mail_from or settings.mail_to.split(",")[0].strip()
    made["To"] = settings.mail_to
    made["Date"] = format_datetime(note.made_at)
    made["Message-ID"] = f"<{note.id}@corridor-watch.invalid>"
    made["Auto-Submitted"] = "auto-generated"
    made.set_content(note.plain)
    made.add_alternative(note.html, subtype="html")
    values = json.dumps(note.data, ensure_ascii=False, indent=1, default=str)
    made.add_attachment(
        values.encode(), "application", "json", filename=f"version-{note.version}.json"
    )
    return made


def send(settings: Settings, note: Note, seconds: float) -> str:
    """Hand a mail to the server that is set; return "accepted".

    Raises MessageError when the server is not reached within so many seconds, takes the mail from
    nobody or to nobody, or a password would go to another machine without encryption.
    """
    address = urlsplit(settings.smtp_url)
    user, password = secret("smtp_user"), secret("smtp_password")
    safe = ssl.create_default_context()
    try:
        with _line(settings.smtp_url, seconds, safe) as line:
            line.ehlo_or_helo_if_needed()
            is_safe = address.scheme == "smtps" or address.hostname in _HERE
            if address.scheme == "smtp" and line.has_extn("starttls"):
                line.starttls(context=safe)
                is_safe = True
            if user:
                if not is_safe:
                    raise MessageError(later("message-mail-in-plain"))
                line.login(user, password)
            line.send_message(letter(note, settings))
    except TimeoutError:
        raise MessageError(later("message-no-answer", seconds=seconds)) from None
    except smtplib.SMTPResponseException as error:
        raise MessageError(later("message-refused", status=str(error.smtp_code))) from None
    except smtplib.SMTPRecipientsRefused:
        raise MessageError(later("message-nobody-takes-it")) from None
    except (smtplib.SMTPException, OSError, ValueError):
        raise MessageError(later("message-no-line")) from None
    return "accepted"


def _line(url: str, seconds: float, safe: ssl.SSLContext) -> smtplib.SMTP:
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    if parts.scheme == "smtps":
        return smtplib.SMTP_SSL(host, port, timeout=seconds, context=safe)
    return smtplib.SMTP(host, port, timeout=seconds)

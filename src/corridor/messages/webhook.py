"""A signed webhook, as Standard Webhooks has it: id, time and HMAC-SHA256 in three headers."""

from __future__ import annotations

import binascii
import http.client
import ssl
import urllib.error
import urllib.request
from datetime import datetime
from typing import Final

from standardwebhooks import Webhook
from standardwebhooks.webhooks import EmptyWebhookSecretError

from corridor import __version__
from corridor.messages.note import Note
from corridor.messages.record import MessageError
from corridor.words import later

_GOOD: Final = range(200, 300)


def post(url: str, secret: str, note: Note, now: datetime, seconds: float) -> str:
    """Send a message and return the number that the receiver answers.

    Raises MessageError when there is no secret, nobody answers within so many seconds, or the
    answer is no success; a redirection is none, as what is signed is for one address.
    """
    body = note.body()
    headers = {
        "Content-Type": "application/json",
        "User-Agent": f"corridor-watch/{__version__}",
        "webhook-id": note.id,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": _signed(secret, note, now, body),
    }
    request = urllib.request.Request(url, body.encode(), headers)  # noqa: S310  by its form
    try:
        with _opener().open(request, timeout=seconds) as answer:
            return str(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            raise MessageError(later("message-refused", status=str(error.code))) from None
    except TimeoutError:
        raise MessageError(later("message-no-answer", seconds=seconds)) from None
    except OSError as error:
        is_slow = isinstance(getattr(error, "reason", error), TimeoutError)
        told = later("message-no-answer", seconds=seconds) if is_slow else later("message-no-line")
        raise MessageError(told) from None
    except (http.client.HTTPException, ValueError):
        raise MessageError(later("message-not-understood")) from None


def _signed(secret: str, note: Note, now: datetime, body: str) -> str:
    if not secret:
        raise MessageError(later("message-no-secret"))
    try:
        return Webhook(secret).sign(note.id, now, body)
    except (binascii.Error, EmptyWebhookSecretError, ValueError):
        raise MessageError(later("message-secret-odd")) from None


def _opener() -> urllib.request.OpenerDirector:
    """Return what asks and follows no redirection; proxies are those of the environment."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(context=ssl.create_default_context()),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener

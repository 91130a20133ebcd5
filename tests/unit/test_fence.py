"""The fence round the servers of browser tests notes what would leave this machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.conftest import fenced


@pytest.mark.parametrize(
    ("call", "is_noted"),
    [
        ("socket.socket().connect(('192.0.2.1', 80))", True),
        ("socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('8.8.8.8', 1))", True),
        ("socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('8.8.8.8', 1))", True),
        ("socket.getaddrinfo('evil.example', 80)", True),
        ("urllib.request.urlopen('http://evil.example')", True),
        ("socket.getaddrinfo('localhost', 80)", False),
        ("socket.socket().connect(('127.0.0.1', 1))", False),
        ("socket.socket(socket.AF_UNIX).connect('/none')", False),
    ],
)
def test_what_leaves_is_noted_and_refused(call: str, is_noted: bool, tmp_path: Path) -> None:
    calls = tmp_path / "calls.log"
    calls.touch()
    program = f"import socket, urllib.request\ntry: {call}\nexcept OSError: pass"
    subprocess.run([sys.executable, "-c", program], env=os.environ | fenced(calls), check=True)
    assert bool(calls.read_text("utf-8")) == is_noted

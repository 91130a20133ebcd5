"""Ports for the servers of tests."""

from __future__ import annotations

import random
import socket

# Below those that systems give to connections (from 32768, on others from 49152): nothing takes
# one of these between the moment when it is found free and the start of its server.
_OURS = range(20_000, 32_000)


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    while True:
        port = random.choice(_OURS)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port

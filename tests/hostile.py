"""Texts made to do harm, by what they try: nothing of them may run, fetch or break anything."""

from __future__ import annotations

from typing import Final

# deck.gl's JSON runs strings that begin with @@.
DECK: Final = (
    "@@=(",
    "@@=)(",
    "@@=1+1",
    "@@=c",
    "@@=constructor.constructor('return this')()",
    "@@=[0,0]",
    "@@=",
    "@@",
    "@@#X",
    "@@#GL.ONE",
    "@@#__proto__.x",
    "@@type",
    "@@function",
    "@@\u202e=(",
)

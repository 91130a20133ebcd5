"""What is made once for every language that it is read in, and kept with its object."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from corridor.words import language

Holder = TypeVar("Holder")
Made = TypeVar("Made")


class once_a_language(Generic[Holder, Made]):  # noqa: N801  a decorator, as `cached_property`
    """A property that is made when it is first read, and again in another language."""

    def __init__(self, make: Callable[[Holder], Made]) -> None:
        self.make = make
        self.__doc__ = make.__doc__

    def __get__(self, holder: Holder, _owner: type[Holder]) -> Made:
        """Return what is kept in the language spoken now, made where there is none yet."""
        kept, name = vars(holder), f"{self.make.__name__} in {language().code}"
        if name not in kept:
            kept[name] = self.make(holder)
        found: Made = kept[name]
        return found

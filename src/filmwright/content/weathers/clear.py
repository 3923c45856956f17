"""A clear sky: every set is made for it."""

from __future__ import annotations

from filmwright.content.kinds import Cover, Setting

WORDS = ("clear", "sunny", "cloudless", "blue sky")
EXAMPLE = "A woman walks through a pine forest on a clear day"
COVER = Cover()


def change(setting: Setting, *, wind: str | None = None, strength: str | None = None, seed: int = 0) -> Setting:
    """The set as it is."""
    return setting

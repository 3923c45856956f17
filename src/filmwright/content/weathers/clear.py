"""A clear sky: the set as it was built."""

from __future__ import annotations

from filmwright.content.kinds import Cover, Setting

WORDS = ("clear", "clear sky", "clear weather", "fine weather", "sunny", "cloudless")
EXAMPLE = "A man in a jacket stands on a beach under a clear sky"
COVER = Cover()


def change(setting: Setting, *, wind: str | None = None, seed: int = 0) -> Setting:
    """The same set."""
    return setting

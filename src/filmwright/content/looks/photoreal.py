"""As the lens saw it: no grade at all."""

from __future__ import annotations

from filmwright.content.kinds import Grade

WORDS = ("photoreal", "photorealistic", "realistic", "lifelike")
EXAMPLE = "A woman walks on the beach, photorealistic"

GRADE = Grade()

"""Video tape of the 1980s: soft, smeared, its colors beside themselves. Chosen by eye."""

from __future__ import annotations

from filmwright.content.kinds import Grade, Hand

WORDS = ("vhs", "vhs tape")
EXAMPLE = "A woman walks on the beach, VHS style"

HAND = Hand(tape=1.0)
GRADE = Grade(lift=(0.035, 0.03, 0.045), gain=(0.98, 0.97, 0.95), saturation=1.12, contrast=0.95, grain=0.22)

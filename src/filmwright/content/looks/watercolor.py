"""Washes on white paper: pale, pooled at their edges, the border left white. Chosen by eye."""

from __future__ import annotations

from filmwright.content.kinds import Grade, Hand

WORDS = ("watercolor", "watercolor painting")
EXAMPLE = "A woman walks on the beach, watercolor painting"

HAND = Hand(dabs=0.012, vivid=0.3, wash=1.0, ink=0.22, ink_width=0.0022, paper=0.5)
GRADE = Grade(gamma=(1.14, 1.14, 1.14))

"""A dream painted smoothly: too much color, light that bleeds, teal shadows under an amber day. Chosen by eye."""

from __future__ import annotations

from filmwright.content.kinds import Grade, Hand

WORDS = ("surrealism", "surrealist", "surreal")
EXAMPLE = "A woman walks on the beach, surrealism style"

HAND = Hand(dabs=0.007, strokes=0.010, swirl=0.25, vivid=0.55, glow=0.35, glow_tint=(1.0, 0.85, 0.7))
GRADE = Grade(lift=(-0.02, 0.02, 0.07), gain=(1.08, 1.0, 0.9), gamma=(0.97, 1.03, 1.06), contrast=1.1, vignette=0.25)

"""Neon and night: cyan shadows, magenta lights that bleed. Chosen by eye."""

from __future__ import annotations

from filmwright.content.kinds import Grade, Hand

WORDS = ("cyberpunk",)
EXAMPLE = "A woman walks down a neon street at night, cyberpunk style"

HAND = Hand(glow=0.75, glow_tint=(1.0, 0.55, 0.95), vivid=0.3)
GRADE = Grade(
    lift=(-0.005, 0.012, 0.05),
    gain=(1.06, 0.9, 1.12),
    gamma=(0.98, 0.97, 1.06),
    contrast=1.14,
    vignette=0.3,
    grain=0.06,
)

"""A woodblock print: flat colors of few pigments on warm paper, outlines in ink, after Hokusai. Chosen by eye."""

from __future__ import annotations

from filmwright.content.kinds import Grade, Hand

WORDS = ("ukiyo-e", "ukiyo e")
EXAMPLE = "A woman walks on the beach, ukiyo-e style"

PIGMENTS = (
    (0.93, 0.88, 0.77), (0.82, 0.74, 0.60), (0.13, 0.22, 0.38), (0.25, 0.40, 0.55), (0.52, 0.64, 0.68), (0.72, 0.78, 0.74),
    (0.66, 0.22, 0.16), (0.82, 0.50, 0.33), (0.36, 0.42, 0.30), (0.58, 0.60, 0.42),
    (0.15, 0.13, 0.13), (0.42, 0.32, 0.24), (0.75, 0.62, 0.34),
)  # fmt: skip
"""Paper, Prussian blue, vermilion, indigo, green and ink as old prints have them (sRGB; chosen by eye)."""

HAND = Hand(dabs=0.012, vivid=0.3, levels=6, palette=PIGMENTS, ink=0.85, ink_width=0.0034, paper=0.55)
GRADE = Grade(lift=(0.02, 0.01, 0.0), gain=(1.0, 0.985, 0.95))

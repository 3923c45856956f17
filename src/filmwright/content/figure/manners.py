"""What age does to the way somebody moves."""

from __future__ import annotations

from filmwright.content.figure.gait import Manner


def frailty(age_years: float) -> float:
    """0 up to 55, 1 from 80 on: how much age shows in the movement. Chosen."""
    return min(max((age_years - 55.0) / 25.0, 0.0), 1.0)


def aged(manner: Manner, age_years: float) -> Manner:
    """The manner of somebody that old: old people take shorter steps, slower, a little stooped."""
    k = frailty(age_years)
    return manner._replace(
        speed_m_s=manner.speed_m_s * (1 - 0.32 * k),
        stride=manner.stride * (1 - 0.13 * k),
        arms=manner.arms * (1 - 0.35 * k),
        lean_deg=manner.lean_deg + 2.0 * k,
        stoop_deg=manner.stoop_deg + 11.0 * k,
        head_deg=manner.head_deg + 1.0 * k,
        sway=manner.sway * (1 + 0.25 * k),
        toes_deg=manner.toes_deg + 4.0 * k,
    )

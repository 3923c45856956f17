"""How a camera may see somebody: shot sizes, angles and the lens that goes with a size. Camera moves are content/moves."""

from __future__ import annotations

import math
from typing import NamedTuple


class Size(NamedTuple):
    """How much of the subject fills the frame: from `bottom` to `top` of the body's height (0: soles, 1: top of the head),
    which takes `share` of the frame's height; `lens_mm` is the focal length (full frame, 36 mm wide) used when the text
    gives none; `people` is how many of the cast it frames. Source of the cuts: the usual body lines of shot sizes (knees, waist,
    chest, shoulders); shares and lenses chosen."""

    bottom: float
    top: float
    share: float
    lens_mm: float
    words: tuple[str, ...]
    people: int = 1


class Angle(NamedTuple):
    """Where the camera looks from: `pitch_rad` is its height over (+) or under (-) the subject as an elevation angle, `roll_rad`
    the tilt of the horizon; `turn_rad`: how far a subject that stays is turned from the lens, 0 as it is seen best. Chosen by eye."""

    pitch_rad: float
    roll_rad: float
    words: tuple[str, ...]
    turn_rad: float = 0.0


SIZES: dict[str, Size] = {
    "extreme_wide": Size(
        0.0,
        1.0,
        0.16,
        24.0,
        (
            "extreme wide shot",
            "extreme wide",
            "extreme long shot",
            "very wide shot",
            "panoramic view",
            "panorama",
            "vista",
        ),
    ),
    "establishing": Size(
        0.0,
        1.0,
        0.22,
        24.0,
        ("establishing shot", "establishing view", "wide establishing shot", "opening wide shot"),
    ),
    "wide": Size(
        0.0,
        1.0,
        0.42,
        28.0,
        (
            "wide shot",
            "wide view",
            "wide angle shot",
            "wide angle view",
            "wide angle",
            "long shot",
            "wide frame",
            "wide framing",
            "wide",
        ),
    ),
    "full": Size(
        0.0,
        1.0,
        0.80,
        35.0,
        (
            "full shot",
            "full body shot",
            "full length shot",
            "full body",
            "full length",
            "head to toe",
            "full figure shot",
        ),
    ),
    "medium_wide": Size(
        0.27,
        1.0,
        0.84,
        40.0,
        (
            "medium wide shot",
            "medium wide",
            "medium long shot",
            "american shot",
            "cowboy shot",
            "three quarter shot",
            "knee shot",
        ),
    ),
    "medium": Size(
        0.52,
        1.0,
        0.82,
        50.0,
        (
            "medium shot",
            "mid shot",
            "waist shot",
            "waist up",
            "from the waist up",
            "half body shot",
            "half length",
            "medium view",
            "medium framing",
        ),
    ),
    "medium_close_up": Size(
        0.70,
        1.0,
        0.80,
        65.0,
        (
            "medium close up",
            "medium closeup",
            "medium close shot",
            "bust shot",
            "chest shot",
            "chest up",
            "from the chest up",
        ),
    ),
    "close_up": Size(
        0.82,
        1.0,
        0.78,
        85.0,
        (
            "close up",
            "closeup",
            "close up shot",
            "closeup shot",
            "close shot",
            "close view",
            "portrait shot",
            "portrait",
            "headshot",
            "head shot",
            "close up view",
            "tight shot",
            "face shot",
        ),
    ),
    "extreme_close_up": Size(
        0.895,
        0.985,
        1.0,
        100.0,
        (
            "extreme close up",
            "extreme closeup",
            "extreme close up shot",
            "very close up",
            "macro shot",
            "macro",
            "super close up",
            "detail shot",
        ),
    ),
    "two_shot": Size(0.42, 1.0, 0.74, 40.0, ("two shot", "two person shot", "medium two shot"), people=2),
    "over_the_shoulder": Size(
        0.70,
        1.0,
        0.66,
        50.0,
        (
            "over the shoulder",
            "over the shoulder shot",
            "over shoulder shot",
            "shot over his shoulder",
            "shot over her shoulder",
        ),
        people=2,
    ),
    "insert": Size(0.36, 0.62, 1.0, 85.0, ("insert shot", "insert", "cutaway shot", "close up of the hands")),
}


class Part(NamedTuple):
    """A part of somebody that a close-up may be of: the bones it is at ("l", "r" or both sides, `both`), and how tall what is shown of it
    is, in metres of somebody 1.7 m tall; `pitch_rad` how far the camera looks down on it. Chosen by eye."""

    at: str
    tall_m: float
    both: bool
    pitch_rad: float = 0.05


PARTS: dict[str, Part] = {
    "eye": Part("eye", 0.022, both=False),
    "eyes": Part("eye", 0.042, both=True),
    "mouth": Part("mouth", 0.075, both=True),
    "hand": Part("hand", 0.20, both=False),
    "hands": Part("hand", 0.22, both=True, pitch_rad=0.20),
    "foot": Part("foot", 0.20, both=False, pitch_rad=0.14),
    "feet": Part("foot", 0.26, both=True, pitch_rad=0.14),
}

ANGLES: dict[str, Angle] = {
    "eye_level": Angle(
        0.0, 0.0, ("eye level", "eye level shot", "at eye level", "eye level angle", "front view", "straight on")
    ),
    "behind": Angle(
        0.0, 0.0, ("seen from behind", "viewed from behind", "back view", "rear view"), turn_rad=math.radians(172)
    ),
    "profile": Angle(
        0.0,
        0.0,
        ("in profile", "profile view", "profile shot", "side view", "side profile"),
        turn_rad=math.radians(88),
    ),
    "low": Angle(
        math.radians(-16),
        0.0,
        (
            "low angle",
            "low angle shot",
            "low angle view",
            "from below",
            "seen from below",
            "knee level",
            "hip level",
            "low camera",
        ),
    ),
    "worms_eye": Angle(
        math.radians(-36),
        0.0,
        (
            "worm's eye view",
            "worms eye view",
            "worm's eye",
            "worms eye",
            "worm's eye angle",
            "worm's eye shot",
            "extreme low angle",
            "very low angle",
            "ground level",
            "ground level shot",
        ),
    ),
    "high": Angle(
        math.radians(24),
        0.0,
        (
            "high angle",
            "high angle shot",
            "high angle view",
            "from above",
            "seen from above",
            "aerial view",
            "aerial shot",
            "aerial",
            "drone shot",
            "drone view",
            "drone footage",
            "drone camera",
            "aerial footage",
            "from a high angle",
        ),
    ),
    "overhead": Angle(
        math.radians(68),
        0.0,
        (
            "overhead",
            "overhead shot",
            "overhead view",
            "top down",
            "top down view",
            "top down shot",
            "bird's eye view",
            "birds eye view",
            "bird's eye shot",
            "god's eye view",
            "top view",
            "from directly above",
            "straight down",
        ),
    ),
    "dutch": Angle(
        0.0,
        math.radians(12),
        (
            "dutch angle",
            "dutch tilt",
            "canted angle",
            "tilted horizon",
            "oblique angle",
            "tilted frame",
        ),
    ),
}

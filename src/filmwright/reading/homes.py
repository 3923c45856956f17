"""Where people are of whom a text says what they wear or do, but not where: tables alone, all chosen by what comes to mind first."""

from __future__ import annotations

WORN_HOMES = {
    "spacesuit": "moon", "scrubs": "hospital_room", "lab_coat": "hospital_room", "chef_jacket": "kitchen", "chef_hat": "kitchen",
    "apron": "kitchen", "turnout_gear": "city_street", "police_uniform": "city_street", "wedding_dress": "church",
    "armor": "castle", "knight_helmet": "castle", "samurai_armor": "village", "kimono": "village", "witch_hat": "forest",
    "crown": "castle", "tutu": "stage", "ice_skates": "ice_rink", "wetsuit": "beach", "swimsuit": "beach",
    "swim_trunks": "beach", "pajamas": "bedroom", "bathrobe": "bathroom", "tuxedo": "ballroom", "evening_dress": "ballroom",
    "top_hat": "ballroom", "cowboy_hat": "western_town", "pirate_hat": "harbor", "thobe": "desert", "superhero_suit": "rooftop",
    "santa_hat": "snow_valley", "parka": "snow_valley", "puffer_jacket": "snow_valley", "raincoat": "neon_street",
    "trench_coat": "city_street", "tracksuit": "gym", "leggings": "gym", "backpack": "mountain", "suit": "office",
    "blazer": "office", "tie": "office", "beret": "seine", "straw_hat": "meadow", "hoodie": "alley", "sari": "market",
    "turban": "market", "dress": "beach", "sandals": "beach",
}  # fmt: skip
"""By garment, what says most of where somebody is before what says less: the first that is worn decides."""

STREETWISE = ("walk", "run")
"""Deeds for which people in a suit go out of the office."""
STREET = "city_street"

PORTRAIT_HOME = "cafe"
"""Where somebody is whose portrait is all that is asked for: soft lights far behind."""
CLOSEST_HOME, CLOSEST = "studio", ("eye", "eyes", "mouth")
"""Where somebody is of whom no more than such a part of a face is seen: in soft light."""

USUAL_HOMES = {
    "dance": "stage", "run": "park", "jump": "meadow", "walk": "park", "wave": "harbor", "kneel": "church", "lie": "meadow",
    "laugh": "park", "cry": "bridge", "talk": "cafe", "point": "mountain", "look_around": "village", "look_up": "rooftop",
    "look": "rooftop", "think": "library", "drink": "cafe", "eat": "restaurant", "use_phone": "city_street",
    "talk_on_phone": "city_street", "take_photo": "seine", "take_selfie": "seine", "clap": "stadium", "hold": "market",
    "paint": "art_studio",
}  # fmt: skip
"""By what somebody does, or what that is a kind of, where they do it if nothing else tells."""
ELSEWHERE = {
    "child": "park", "boy": "park", "girl": "park", "baby": "living_room", "woman": "beach", "man": "city_street",
    "couple": "seine", "crowd": "city_street",
}  # fmt: skip
"""By who somebody is, or what that is a kind of, for deeds that are done anywhere."""
ELSEWHERE_BY_AGE = {"child": "park", "teen": "city_street", "old": "village"}
"""By how old somebody is, for deeds that are done anywhere."""

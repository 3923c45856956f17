"""Things that a deed cannot be thought without: who rides a horse has a horse. Where content cannot stage the deed, it stages the
thing, in a hand or beside whoever does it; where content can, it says which of the action's USES is meant. And clothes that somebody
cannot be thought without: an astronaut has a spacesuit."""

from __future__ import annotations

from typing import Literal

from filmwright.spec.shot import Member

WORN: dict[str, tuple[str, ...]] = {"astronaut": ("spacesuit",)}
"""People by concept, and the garments that make them what they are; chosen."""

How = Literal["holds", "beside"]

THINGS: dict[str, tuple[str, How]] = {
    "walk_with_horse": ("horse", "beside"),
    "shoe_horse": ("horse", "beside"),
    "ride_camel": ("camel", "beside"),
    "drive_car": ("car", "beside"),
    "drive_truck": ("truck", "beside"),
    "walk_dog": ("dog", "beside"),
    "train_dog": ("dog", "beside"),
    "groom_dog": ("dog", "beside"),
    "milk_cow": ("cow", "beside"),
    "watch_tv": ("tv", "beside"),
    "play_piano": ("piano", "beside"),
    "play_guitar": ("guitar", "holds"),
    "strum_guitar": ("guitar", "holds"),
    "read": ("book", "holds"),
    "read_book": ("book", "holds"),
    "eat_watermelon": ("watermelon", "holds"),
    "eat_ice_cream": ("ice_cream", "holds"),
    "drink_coffee": ("cup", "holds"),
    "taste_beer": ("bottle", "holds"),
    "drink_tea": ("cup", "holds"),
    "talk_on_phone": ("cell_phone", "holds"),
    "use_phone": ("cell_phone", "holds"),
    "take_selfie": ("cell_phone", "holds"),
    "take_photo": ("cell_phone", "holds"),
    "use_computer": ("laptop", "holds"),
    "brush_teeth": ("toothbrush", "holds"),
    "dunk_basketball": ("basketball", "holds"),
    "play_baseball": ("baseball", "holds"),
    "throw_baseball": ("baseball", "holds"),
    "throw_snowball": ("snowball", "holds"),
    "hit_baseball": ("baseball_bat", "holds"),
    "fly_kite": ("kite", "beside"),
    "open_umbrella": ("umbrella", "holds"),
    "cut_hair": ("scissors", "holds"),
}
"""Actions by concept; chosen."""

PAWS: dict[str, tuple[str, ...]] = {
    "drink_coffee": ("cup",),
    "drink_tea": ("cup",),
    "play_guitar": ("guitar",),
    "play_drums": ("drum_kit",),
    "read": ("book",),
    "cook": ("frying_pan",),
    "use_computer": ("laptop",),
    "take_selfie": ("cell_phone",),
    "use_phone": ("cell_phone",),
    "vlog": ("cell_phone",),
    "drink": ("bowl", "bucket"),
    "play": ("tennis_ball", "sports_ball"),
    "eat": (),
}
"""What an animal that says it HANDLES something has for a deed: the first, if none of them is there; for a meal what is eaten."""

INSTEAD = {("talk", "cell_phone"): "talk_on_phone", ("eat", "soup"): "eat_soup"}
"""Actions that are others with that thing in the hand, or when they are done to it."""

MALE_DEEDS = ("shave_beard",)
"""What men do, where nobody says who does it."""

TABLES = ("desk", "dining_table")
"""What stands for the table of an action that brings its own; chosen."""


def implied_id(thing: str, owner: Member) -> str:
    """The id of a thing that somebody of the cast brings along; none that the text gives is that high."""
    return f"{thing}-{900 + int(owner.id.rsplit('-', 1)[1])}"

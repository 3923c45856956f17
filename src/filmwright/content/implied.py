"""Things that a deed cannot be thought without: who rides a horse has a horse. Where content cannot stage the deed, it stages the
thing, in a hand or beside whoever does it; where content can, it says which of the action's USES is meant. And clothes that somebody
cannot be thought without: an astronaut has a spacesuit."""

from __future__ import annotations

from typing import Literal

from filmwright.spec.shot import Garment, Hair, Member


def _of(*worn: str) -> tuple[Garment, ...]:
    """Garments from words: "kind", "color/kind", "color/kind/pattern", "color/kind//material"."""
    made = []
    for item in worn:
        first, *rest = item.split("/")
        color, kind = (first, rest[0]) if rest else (None, first)
        pattern, material = (*rest[1:], None, None)[:2]
        made.append(Garment(kind=kind, color=color or None, pattern=pattern or None, material=material))
    return tuple(made)


WORN: dict[str, tuple[Garment, ...]] = {
    "astronaut": _of("spacesuit"),
    "knight": _of("armor", "knight_helmet"),
    "ninja": _of("black/sweater", "black/hood", "black/face_mask", "black/sweatpants", "black/boots", "black/gloves"),
    "samurai": _of("samurai_armor", "samurai_helmet", "dark_brown/sandals"),
    "soldier": _of("uniform", "combat_helmet", "black/boots"),
    "police_officer": _of("police_uniform", "peaked_cap", "navy/trousers", "black/shoes"),
    "firefighter": _of("turnout_gear", "firefighter_helmet", "black/boots"),
    "chef": _of("chef_jacket", "chef_hat", "black/trousers", "white/apron", "black/shoes"),
    "cook": _of("white/t_shirt", "white/apron", "black/trousers"),
    "doctor": _of("lab_coat", "light_blue/shirt", "dark_gray/trousers", "black/shoes"),
    "surgeon": _of("green/scrubs", "green/face_mask"),
    "nurse": _of("scrubs", "white/sneakers"),
    "male_nurse": _of("scrubs", "white/sneakers"),
    "scientist": _of("lab_coat", "white/shirt", "dark_brown/trousers", "glasses"),
    "king": _of("crown", "dark_red/cape", "navy/robe//silk", "black/boots"),
    "queen": _of("crown", "dark_red/cape", "white/evening_dress", "necklace"),
    "prince": _of("crown", "navy/cape", "white/shirt", "black/trousers", "black/boots"),
    "princess": _of("crown", "pink/evening_dress", "necklace"),
    "bride": _of("wedding_dress", "veil"),
    "groom": _of("black/suit", "white/shirt", "black/bow_tie"),
    "pirate": _of("pirate_hat", "dark_red/coat", "white/shirt", "brown/belt", "dark_brown/trousers", "black/boots"),
    "cowboy": _of("cowboy_hat", "red/shirt/plaid", "brown/vest", "jeans", "brown/boots"),
    "cowgirl": _of("cowboy_hat", "red/shirt/plaid", "jeans", "brown/boots"),
    "wizard": _of("navy/robe", "navy/witch_hat"),
    "witch": _of("black/robe", "black/witch_hat"),
    "monk": _of("brown/robe", "brown/sandals"),
    "priest": _of("black/robe", "black/shoes"),
    "nun": _of("black/robe", "black/headscarf", "black/shoes"),
    "ballerina": _of("tutu"),
    "swimmer": _of("swim_trunks"),
    "lifeguard": _of("red/swim_trunks"),
    "santa_claus": _of("red/coat", "santa_hat", "black/belt", "red/trousers", "black/boots", "white/gloves"),
    "sailor": _of("white/peaked_cap", "navy/sweater/striped", "white/trousers"),
    "captain": _of("white/peaked_cap", "navy/blazer", "white/shirt", "white/trousers"),
    "construction_worker": _of("yellow/helmet", "orange/vest", "blue/shirt/checked", "jeans", "brown/boots"),
    "miner": _of("yellow/helmet", "navy/shirt", "jeans", "black/boots"),
    "businessman": _of("navy/suit", "white/shirt", "burgundy/tie"),
    "businesswoman": _of("navy/suit", "white/shirt"),
    "waiter": _of("black/vest", "white/shirt", "bow_tie", "black/trousers", "black/shoes"),
    "butler": _of("tuxedo", "white/shirt", "bow_tie"),
    "magician": _of("tuxedo", "top_hat", "white/shirt", "red/bow_tie"),
    "pilot": _of("white/shirt", "black/tie", "navy/trousers", "peaked_cap"),
    "farmer": _of("straw_hat", "blue/shirt/checked", "jeans", "brown/boots"),
    "geisha": _of("red/kimono/floral"),
    "superhero": _of("superhero_suit", "red/cape", "red/boots"),
    "surfer": _of("wetsuit"),
    "diver": _of("wetsuit"),
    "runner": _of("t_shirt", "black/shorts", "sneakers"),
    "player": _of("red/t_shirt", "white/shorts", "sneakers"),
    "athlete": _of("t_shirt", "black/shorts", "sneakers"),
    "yogi": _of("t_shirt", "leggings"),
    "fencer": _of("white/sweater", "white/sweatpants", "white/gloves", "white/sneakers"),
    "skier": _of("puffer_jacket", "beanie", "gloves"),
    "hiker": _of("backpack", "green/shirt/checked", "beige/trousers", "brown/boots"),
    "fisherman": _of("yellow/raincoat", "beanie", "trousers", "boots"),
    "detective": _of("beige/coat", "hat", "shirt", "trousers", "shoes"),
    "barista": _of("apron", "shirt", "trousers", "shoes"),
    "tourist": _of("backpack", "straw_hat"),
}
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

GRAYBEARDS: dict[str, Hair] = {
    "santa_claus": Hair(color="white", beard="long"),
    "wizard": Hair(color="white", beard="long"),
}
"""Who is thought of as an old man with a beard: how his hair is, where the text says nothing of it."""
OWN = {"fencer": "foil"}
"""By who handles it, which of the things an action may be done with is their own."""

MALE_DEEDS = ("shave_beard",)
"""What men do, where nobody says who does it."""

TABLES = ("desk", "dining_table")
"""What stands for the table of an action that brings its own; chosen."""

BOARDS = {"ship_deck": ("ocean", "ship")}
"""Places that are a part of a thing: where that is, and the thing that people stand on there."""

IMPLIED_FROM = 900


def implied_id(thing: str, owner: Member) -> str:
    """The id of a thing that somebody of the cast brings along; none that the text gives is that high."""
    return f"{thing}-{IMPLIED_FROM + int(owner.id.rsplit('-', 1)[1])}"


def is_implied(name: str) -> bool:
    """Whether an id is that of a thing the text does not speak of."""
    return int(name.rsplit("-", 1)[1]) >= IMPLIED_FROM

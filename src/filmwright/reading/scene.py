"""Where, when and in what weather: place, season, ground, features, time of day, weather and wind."""

from __future__ import annotations

from filmwright import concepts
from filmwright.reading.draft import Draft, Note, PlaceFound, spoken
from filmwright.reading.items import Item, within
from filmwright.reading.vocabulary import Sense

HEAVENLY = ("moon", "planet", "sun")
KINDS = ("place", "feature", "region", "lighting", "season", "ground", "time", "weather", "wind")
IMPLIED = ("region", "season", "ground", "time", "weather", "wind")
BACKDROPS = (
    "sky",
    "horizon",
    "background",
    "room",
    "indoors",
    "outdoors",
)  # the place only where nothing else is
WIDE = ("city", "village", "island", "countryside", "open_country", "suburb", "old_town", "downtown", "futuristic_city")
"""The place only where no narrower one is named."""
SIGHTS = ("fountain", "lighthouse", "windmill")
"""Places that are looked at rather than been at, where nothing says otherwise: one of them alone is the subject of the picture."""
SKIES = {"clear": 0, "overcast": 1, "rain": 2, "snowfall": 2, "storm": 3}
"""Of two kinds of weather that a text names together, that with the higher number has the other in it."""
ALOFT = "sky"
AIRY = ("steam",)  # what a thing gives off: "a steaming cup" has it about it
COVERED = ("garment", "thing")  # "winter coat", "beach towel": the first word says which, not where


def read(draft: Draft) -> None:
    """Collect places and features, and fill region, season, ground, time, weather and wind of the draft."""
    for item in list(draft.open()):
        sense = item.of("place") or item.of(*KINDS)
        if sense is None or _qualifies(draft, item, sense) or _is_action(draft, item):
            continue
        if item.of("thing", "person") and sense.kind in ("place", "feature") and not _is_where(draft, item):
            continue
        _take(draft, item, sense)
    if not draft.places:
        _take_thing_as_place(draft)


def _take(draft: Draft, item: Item, sense: Sense) -> None:
    for implied in within(item, draft.tokens, draft.words, IMPLIED) if sense.kind in ("place", "feature") else ():
        if implied.kind == "region":
            draft.place.setdefault("region", implied.value)
        elif implied.kind == "weather" and sense.value == ALOFT:
            continue  # above the clouds it is clear
        else:
            _set(draft, implied)
    _more(draft, sense)
    if sense.kind == "place":
        draft.places.append(PlaceFound((item.first, item.end), sense))
        draft.outside |= _from_outside(draft, item, sense)
        item.used = True
    elif sense.kind == "feature":
        draft.features.append(((item.first, item.end), sense.value))
        item.used = True
    elif sense.kind == "region":
        draft.usual_place = draft.usual_place or sense.get("place")
        if draft.place.setdefault("region", sense.value) == sense.value:
            draft.staged(item, sense, f"{draft.at}.place.region")
    elif sense.kind == "lighting":
        if draft.light.setdefault("quality", sense.value) == sense.value:
            draft.staged(item, sense, f"{draft.at}.light.quality")
    else:
        _read_one(draft, item, sense)


OUTSIDE = ("outside", "outside of", "past", "opposite", "devant", "vor", "delante de")
BESIDE = ("in_front_of", "behind", "beside", "left_of", "right_of")


def _from_outside(draft: Draft, item: Item, sense: Sense) -> bool:
    """Whether what goes on is before a building, not in it: "parked in front of a diner"."""
    lead = _lead(draft, item)
    relation = lead.of("relation") if lead is not None else None
    out = lead is not None and (draft.text(lead) in OUTSIDE or (relation is not None and relation.value in BESIDE))
    return out and "indoors" in concepts.ancestors("place", sense.value) and item.of("thing") is None


TOLD_APART = ("color", "age", "bulk", "material", "pattern", "build")
GOES = ("enter", "leave", "cross", "explore", "patrol", "walk", "go", "arrive", "visit", "approach", "travel", "run")
"""Deeds whose object is where the shot is: "enters a barn"."""
WITHIN = (
    "in",
    "inside",
    "into",
    "within",
    "at",
    "through",
    "across",
    "over",
    "up",
    "down",
    "along",
    "at the top of",
    "from the top of",
    "dans",
    "por",
    "durch",
)
"""Where a building is rather than beside what is going on, with the words that other languages call so beside those for "in"."""


def _lead(draft: Draft, item: Item) -> Item | None:
    """The preposition or verb before a noun, over its adjectives and articles."""
    before = draft.before(item)
    while before is not None and (
        before.of("praise", "build", "season", "weather", "shade", *TOLD_APART)
        or before.unknown
        or (before.of("function") and before.senses[0].value in ("indefinite", "definite", "possessive"))
    ):
        before = draft.before(before)
    return before


def _is_where(draft: Draft, item: Item) -> bool:
    """Whether a word that may be a thing says where the shot is: "in a barn", not "a barn"; "trees", not "a tree"."""
    before, lead = draft.before(item), _lead(draft, item)
    if item.of("place"):
        if lead is None:
            return before is None and _is_land(item) and _bare(draft, item)  # "Mars at sunset"
        function = lead.of("function") if lead.joins else None
        if _is_heavenly(item):  # one howls at the moon from afar
            return (function is not None and function.value in ("in", "on")) or _goes(lead)
        if _is_land(item):
            return (function is not None and function.value in ("in", "on", "other")) or _goes(lead)
        told_apart = before is not None and before.of(*TOLD_APART) is not None
        inside = function is not None and (function.value == "in" or draft.text(lead) in WITHIN)
        return (inside or _goes(lead)) and not told_apart
    plural = draft.text(item).endswith("s")
    return plural and before is not None and before.joins and before.of("number") is None


def _goes(lead: Item) -> bool:
    """Whether a verb leads into a place."""
    deed = lead.of("action")
    return deed is not None and any(name in GOES for name in concepts.ancestors("action", deed.value))


def _bare(draft: Draft, item: Item) -> bool:
    after = draft.after(item)
    return after is None or after.joins or after.of("time") is not None


def _take_thing_as_place(draft: Draft) -> None:
    """ "A tower", "a castle at dawn": with no other place, and nobody in it, what may be a place is one."""
    for item in draft.open():
        sense = item.of("place")
        if (
            sense is not None
            and sense.value not in SIGHTS
            and item.of("thing")
            and not any(o.of("relation") for o in draft.together(item))
        ):
            cast = (o.of("person", "crowd", "pronoun") or (o.of("thing") and not o.of("place")) for o in draft.open())
            if (_is_land(item) and not _is_heavenly(item)) or not any(cast):
                _take(draft, item, sense)
            return


def _is_heavenly(item: Item) -> bool:
    """Whether a thing is in the sky wherever one is not on it."""
    thing = item.of("thing")
    return thing is not None and any(name in HEAVENLY for name in concepts.ancestors("thing", thing.value))


def _is_land(item: Item) -> bool:
    """Whether a thing is a piece of land or water, which one is at rather than beside."""
    thing = item.of("thing")
    return thing is not None and "natural_wonder" in concepts.ancestors("thing", thing.value)


def _qualifies(draft: Draft, item: Item, sense: Sense) -> bool:
    after = draft.after(item)
    about = sense.kind == "time" or (sense.kind == "feature" and sense.value in AIRY)
    return not about and after is not None and after.of(*COVERED) is not None and after.of("place") is None


def _is_action(draft: Draft, item: Item) -> bool:
    """ "A woman waves" is an action, "the waves" and "with waves" are the sea's: a verb follows its subject, a noun a joining word."""
    if item.of("action") is None:
        return False
    before, after = draft.before(item), draft.after(item)
    said = [o for o in draft.of_sentence(item) if o.first < item.first]
    if not any(o.of("person", "pronoun", "thing") for o in said):
        return False
    if before is None:
        return not any(o.of("action") for o in said) and (
            after is None or after.joins or after.of("manner") is not None
        )
    if not draft.words.adjectives_follow and (
        before.of("bulk", "praise", "color", "shade") or (before.unknown and not draft.text(before).endswith("ly"))
    ):
        return False  # "giant waves"
    return not before.joins or draft.text(before) in ("who", "and", "qui", "et")


_FIELD = {"season": ("place", "season"), "ground": ("place", "ground"), "time": ("light", "time"), "weather": ("weather", "kind"),
          "wind": ("weather", "wind"), "strength": ("weather", "strength")}  # fmt: skip


def _read_one(draft: Draft, item: Item, sense: Sense) -> None:
    part, field = _FIELD[sense.kind]
    if sense.kind == "weather" and _is_in_it(draft, item, sense):
        return
    if not _set(draft, sense):
        had = spoken(getattr(draft, part)[field])
        draft.note(item, None, "unstaged", f"a shot has one {sense.kind}: {had} came first")
    else:
        draft.staged(item, sense, f"{draft.at}.{part}.{field}")
        _more(draft, sense)


def _is_in_it(draft: Draft, item: Item, sense: Sense) -> bool:
    """Rain falls from clouds, a storm has rain, and white clouds stand in a blue sky: "overcast, light snow" is one weather, whichever
    comes first. True if the new word says no more than is known."""
    had = draft.weather.get("kind")
    if had == sense.value or had not in SKIES or sense.value not in SKIES or SKIES[had] == SKIES[sense.value]:
        return False
    low, high = sorted((str(had), sense.value), key=SKIES.__getitem__)
    light = "light" in (draft.weather.get("strength"), sense.get("strength"))
    if low == "clear" and not (high == "overcast" and light):
        return False
    if high == had:
        draft.staged(item, sense, f"{draft.at}.weather.kind")
        return True
    draft.weather["kind"] = high
    draft.weather.pop("strength", None)
    return False


def _more(draft: Draft, sense: Sense) -> None:
    """What else a word says: snowfall leaves snow on the ground, "snowy" means winter."""
    for key, value in sense.more:
        if key in _FIELD:
            _set(draft, Sense(key, value))


def _set(draft: Draft, sense: Sense) -> bool:
    part, field = _FIELD[sense.kind]
    table = getattr(draft, part)
    fits = bool(table.setdefault(field, sense.value) == sense.value)
    if fits:
        _more(draft, sense)
    return fits


def _is_dark(draft: Draft, place: PlaceFound) -> bool:
    """Whether the text calls a place dark."""
    word = next((i for i in draft.items if i.end == place.words[0] and i.of("shade")), None)
    own = draft.words.phrases.get((draft.tokens[place.words[0]].key,), ())  # "dark forest" is one phrase
    shades = [word.of("shade")] if word is not None else [s for s in own if s.kind == "shade"]
    if not any(shade is not None and shade.value == "dark" for shade in shades):
        return False
    if word is not None:
        draft.note(word, f"{draft.at}.place.kind", "staged")
    return True


def settle(draft: Draft) -> None:
    """Decide the place among those found; the others are features of it. Leaves `place["kind"]` unset when the text names none."""
    narrow = (p for p in draft.places if p.sense.value not in (*BACKDROPS, *WIDE))
    wide = (p for p in draft.places if p.sense.value not in BACKDROPS)
    chosen = next((p for found in (narrow, wide, draft.places) for p in found), None)
    if chosen is not None:
        draft.place["kind"] = chosen.sense.value
        draft.dark = _is_dark(draft, chosen)
    features: list[str] = []
    for found in draft.places:
        if chosen is not None and found.sense.value == chosen.sense.value:
            draft.notes.append(Note(found.words, f"{draft.at}.place.kind", "staged"))
        else:
            _feature(draft, features, found.words, found.sense.value)
    for words, name in draft.features:
        _feature(draft, features, words, name)
    if draft.outside and "outdoors" not in features:
        features.append("outdoors")
    if features:
        draft.place["features"] = features


def _feature(draft: Draft, features: list[str], words: tuple[int, int], name: str) -> None:
    if name not in features:
        features.append(name)
    draft.notes.append(Note(words, f"{draft.at}.place.features.{features.index(name)}", "staged"))

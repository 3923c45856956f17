"""Where, when and in what weather: place, season, ground, features, time of day, weather and wind."""

from __future__ import annotations

from filmwright.reading.draft import Draft, Note, PlaceFound, spoken
from filmwright.reading.items import Item, within
from filmwright.reading.vocabulary import Sense

KINDS = ("place", "feature", "season", "ground", "time", "weather", "wind")
IMPLIED = ("season", "ground", "time", "weather", "wind")
FALLING = ("snowfall", "rain")
COVERED = ("garment", "thing")  # "winter coat", "beach towel": the first word says which, not where


def read(draft: Draft) -> None:
    """Collect places and features, and fill season, ground, time, weather and wind of the draft."""
    for item in list(draft.open()):
        sense = item.of(*KINDS)
        if sense is None or _qualifies(draft, item, sense) or _is_action(draft, item):
            continue
        for implied in within(item, draft.tokens, draft.words, IMPLIED) if sense.kind in ("place", "feature") else ():
            _set(draft, implied)
        if sense.kind == "place":
            draft.places.append(PlaceFound((item.first, item.end), sense))
            item.used = True
        elif sense.kind == "feature":
            homes = tuple(s.value for s in item.senses if s.kind == "feature")
            draft.features.append(((item.first, item.end), homes))
            item.used = True
        else:
            _read_one(draft, item, sense)


def _qualifies(draft: Draft, item: Item, sense: Sense) -> bool:
    after = draft.after(item)
    return sense.kind != "time" and after is not None and after.of(*COVERED) is not None and after.of("place") is None


def _is_action(draft: Draft, item: Item) -> bool:
    """ "A woman waves" is an action, "the waves" and "with waves" are the sea's: a verb follows its subject, a noun a joining word."""
    if item.of("action") is None:
        return False
    before, after = draft.before(item), draft.after(item)
    said = [o for o in draft.items if o.first < item.first and draft.sentence(o) == draft.sentence(item)]
    if not any(o.of("person", "pronoun") for o in said):
        return False
    if before is None:
        return not any(o.of("action") for o in said) and (
            after is None or after.joins or after.of("manner") is not None
        )
    return not before.joins or draft.text(before) in ("who", "and", "qui", "et")


_FIELD = {"season": ("place", "season"), "ground": ("place", "ground"), "time": ("light", "time"), "weather": ("weather", "kind"),
          "wind": ("weather", "wind")}  # fmt: skip


def _read_one(draft: Draft, item: Item, sense: Sense) -> None:
    if sense.degree == "never":
        draft.never(item)
        return
    part, field = _FIELD[sense.kind]
    if sense.kind == "weather" and _falls_from(draft, item, sense):
        return
    if not _set(draft, sense):
        had = spoken(getattr(draft, part)[field])
        draft.note(item, None, "unstaged", f"a shot has one {sense.kind}: {had} came first")
    else:
        draft.staged(item, sense, f"{draft.at}.{part}.{field}")
        _more(draft, sense)


def _falls_from(draft: Draft, item: Item, sense: Sense) -> bool:
    """Rain and snow fall from an overcast sky: "overcast, light snow" is one weather, whichever comes first. True if that is said."""
    had = draft.weather.get("kind")
    if had == "overcast" and sense.value in FALLING:
        draft.weather["kind"] = sense.value
        return False
    if had in FALLING and sense.value == "overcast":
        draft.staged(item, sense, f"{draft.at}.weather.kind")
        return True
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


def settle(draft: Draft) -> None:
    """Decide the place among those found, note the others, and say which features the place has. Leaves `place["kind"]` unset when
    the text names none."""
    chosen = _choose(draft)
    if chosen is None and draft.features:
        words, homes = draft.features[0]
        home = draft.place["kind"] = homes[0]
        text = " ".join(t.key for t in draft.tokens[words[0] : words[1]])
        reason = f"the text names no place; {text} belongs to {spoken(home)}"
        draft.notes.append(Note(None, f"{draft.at}.place.kind", "chosen", reason))
    for found in draft.places:
        _note_place(draft, found, chosen)
    for words, homes in draft.features:
        _note_feature(draft, words, homes, draft.place.get("kind"))


def _choose(draft: Draft) -> PlaceFound | None:
    """The first place that exists, else the first that something is near to."""
    exact = [p for p in draft.places if _exact(draft, p.sense)]
    near = [p for p in draft.places if p.sense.degree != "never"]
    chosen = next(iter([*exact, *near]), None)
    if chosen is not None:
        draft.place["kind"] = chosen.sense.value
    return chosen


def _exact(draft: Draft, sense: Sense) -> bool:
    """A forest is the snowy one only if the text speaks of snow."""
    snow = (
        draft.place.get("ground") == "snow"
        or draft.place.get("season") == "winter"
        or draft.weather.get("kind") == "snowfall"
    )
    wish = sense.get("if")
    night = draft.light.get("time") in ("night", "dusk", "blue_hour")
    return sense.degree == "" or (wish == "snow" and snow) or (wish == "night" and night)


def _note_place(draft: Draft, found: PlaceFound, chosen: PlaceFound | None) -> None:
    text = " ".join(t.key for t in draft.tokens[found.words[0] : found.words[1]])
    path = f"{draft.at}.place.kind"
    if found.sense.degree == "never":
        draft.notes.append(Note(found.words, None, "unstaged", f"no {text} can be staged yet"))
    elif chosen is None or found.sense.value != chosen.sense.value:
        kept = spoken(draft.place["kind"])
        draft.notes.append(Note(found.words, None, "unstaged", f"a shot has one place: {kept} was taken"))
    elif _exact(draft, found.sense):
        draft.notes.append(Note(found.words, path, "staged"))
    else:
        reason = f"no {text} can be staged yet; the nearest place is {spoken(found.sense.value)}"
        draft.notes.append(Note(found.words, path, "approximated", reason))


def _note_feature(draft: Draft, words: tuple[int, int], homes: tuple[str, ...], kind: str | None) -> None:
    """A feature is staged where the place has it by itself; it cannot be carried to another place."""
    text = " ".join(t.key for t in draft.tokens[words[0] : words[1]])
    if kind in homes:
        draft.notes.append(Note(words, f"{draft.at}.place.kind", "staged"))
    else:
        draft.notes.append(Note(words, None, "unstaged", f"no {text} can be staged in this place yet"))

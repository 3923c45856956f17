"""What the text leaves open and the Film must say: the place, the time, the weather, what somebody does. Each choice says why."""

from __future__ import annotations

from filmwright import registry
from filmwright.reading.draft import Draft, Note, Person, spoken
from filmwright.reading.vocabulary import PACKAGES, constant

USUAL_PLACE = "beach"  # open, bright, fits most clothes (chosen)
USUAL_TIME = {"snow_valley": "golden_hour", "neon_street": "night", "cafe": "morning", "beach": "golden_hour"}
CLOCK = ("dawn", "morning", "noon", "afternoon", "golden_hour", "dusk", "blue_hour", "night")
NEAR_WEATHER = {
    "snowfall": ("overcast", "clear"),
    "rain": ("overcast", "clear"),
    "fog": ("overcast", "clear"),
    "overcast": ("clear",),
}
COLOR_OF_SHADE = {"dark": "dark_gray", "light": "cream", "bright": "yellow"}  # of clothes said to be only that (chosen)
JEANS_OF_SHADE = {"dark": "navy", "light": "light_blue", "bright": "blue"}
SHARED = ("stand", "sit", "walk", "run")
WARM_CLOTHES = ("coat", "scarf")


def place(draft: Draft, before: Draft | None) -> None:
    """Choose a place if the text names none: the one of the shot before, else one that fits weather, hour, deeds and clothes."""
    if "kind" in draft.place:
        return
    if before is not None:
        draft.place = dict(before.place) | draft.place
        draft.notes.append(Note(None, f"{draft.at}.place.kind", "chosen", "the same place as in the shot before"))
        return
    kind, why = _fitting(draft)
    draft.place["kind"] = kind
    draft.notes.append(Note(None, f"{draft.at}.place.kind", "chosen", f"the text names no place; {spoken(kind)} {why}"))


def has_cue(draft: Draft) -> bool:
    """Whether snow, rain or a season in the text say enough to choose a place without people."""
    return bool(draft.place) or draft.weather.get("kind") in ("snowfall", "rain", "fog")


def _fitting(draft: Draft) -> tuple[str, str]:
    weather, hour = draft.weather.get("kind"), draft.light.get("time")
    if weather == "snowfall" or draft.place.get("season") == "winter" or draft.place.get("ground") == "snow":
        return "snow_valley", "has the snow"
    if weather == "rain" or hour == "night" or draft.place.get("ground") == "wet":
        return "neon_street", "looks best at night and in the rain"
    if any(person.action == "sit" for person in draft.cast):
        return "cafe", "has seats"
    if any(g["kind"] in WARM_CLOTHES for person in draft.cast for g in person.wardrobe):
        return "snow_valley", "fits warm clothes"
    return USUAL_PLACE, "is open and bright"


def time(draft: Draft, before: Draft | None) -> None:
    """Choose the hour by the place, and move an hour the place cannot show to the nearest it can."""
    kind = draft.place["kind"]
    offered = _offered(kind, "TIMES")
    path = f"{draft.at}.light.time"
    if "time" not in draft.light:
        same = before is not None and before.place["kind"] == kind
        usual = before.light["time"] if before and same else offered[0] if offered else USUAL_TIME.get(kind, "morning")
        draft.light["time"] = usual
        why = "as in the shot before" if same else f"the hour of this place is {spoken(usual)}"
        draft.notes.append(Note(None, path, "chosen", f"the text names no hour; {why}"))
    elif offered and draft.light["time"] not in offered:
        asked = draft.light["time"]
        found = min(
            offered, key=lambda name: abs(CLOCK.index(name) - CLOCK.index(asked)) if name in CLOCK else len(CLOCK)
        )
        draft.light["time"] = found
        _instead(draft, path, asked, found)


def weather(draft: Draft, before: Draft | None) -> None:
    """Keep the weather of the shot before, and change one the place cannot have to the nearest it can."""
    kind = draft.place["kind"]
    if "kind" not in draft.weather:
        if before is not None and before.place["kind"] == kind:
            draft.weather = dict(before.weather) | draft.weather
        return
    offered = _offered(kind, "WEATHERS")
    asked = draft.weather["kind"]
    if offered and asked not in offered:
        found = next((name for name in NEAR_WEATHER.get(asked, ()) if name in offered), offered[0])
        draft.weather["kind"] = found
        _instead(draft, f"{draft.at}.weather.kind", asked, found)


def _offered(place_kind: str, called: str) -> tuple[str, ...]:
    package = PACKAGES["place"]
    return (constant(package, place_kind, called) or ()) if place_kind in registry.names(package) else ()


def _instead(draft: Draft, path: str, asked: str, found: str) -> None:
    """Notes that promised what the place cannot show become approximate; without one the change is a choice."""
    place_name = spoken(draft.place["kind"])
    reason = f"{place_name} cannot be shown with {spoken(asked)} yet; {spoken(found)} is the nearest"
    promised = [n for n, note in enumerate(draft.notes) if note.path == path and note.status == "staged"]
    for n in promised:
        draft.notes[n] = draft.notes[n]._replace(status="approximated", reason=reason)
    if not promised:
        draft.notes.append(Note(None, path, "chosen", reason))


def action(draft: Draft, before: Draft | None) -> None:
    """People who do nothing by the text go on with what they did a shot before in the same place; else as those they are
    next to; else they stand, or sit where the place is for sitting."""
    same = before is not None and before.place["kind"] == draft.place["kind"]
    doing = {person.id: person for person in before.cast} if before is not None and same else {}
    for person in draft.cast:
        if person.action is None and person.id in doing:
            person.action = doing[person.id].action
            person.manner = person.manner or doing[person.id].manner
            reason = f"{person.kind} does as in the shot before"
            draft.notes.append(Note(None, f"{person.at}.action", "chosen", reason))
        _manner(draft, person)
        _like_the_other(draft, person)
        if person.action is None:
            person.action = "sit" if draft.place["kind"] == "cafe" else "stand"
            reason = f"the text says nothing that can be staged; {person.kind} {person.action}s"
            draft.notes.append(Note(None, f"{person.at}.action", "chosen", reason))


def _like_the_other(draft: Draft, person: Person) -> None:
    """Who is only said to be next to somebody does the same; beside one who waves or looks around people stand."""
    beside = {person.relation[1]} if person.relation else set()
    beside |= {other.id for other in draft.cast if other.relation is not None and other.relation[1] == person.id}
    other = next((p for p in draft.cast if p.id in beside and p.action is not None), None)
    if person.action is not None or other is None:
        return
    person.action = other.action if other.action in SHARED else "stand"
    if other.action == person.action:
        person.manner = person.manner or other.manner
    reason = f"the text says nothing that can be staged; {person.kind} is with the {other.kind}"
    draft.notes.append(Note(None, f"{person.at}.action", "chosen", reason))


def shades(draft: Draft) -> None:
    """A "dark coat" has a color, though the text names none."""
    for person in draft.cast:
        for n, piece in enumerate(person.wardrobe):
            shade = piece.pop("shade", None)
            if shade is None or "color" in piece:
                continue
            piece["color"] = (JEANS_OF_SHADE if piece["kind"] == "jeans" else COLOR_OF_SHADE)[shade]
            reason = f"the text says only {shade}: {spoken(piece['color'])}"
            draft.notes.append(Note(None, f"{person.at}.wardrobe.{n}.color", "chosen", reason))


def _manner(draft: Draft, person: Person) -> None:
    """A manner its action does not have is left out, and said."""
    if person.manner is None or person.action is None:
        return
    offered = constant(PACKAGES["action"], person.action, "MANNERS") or ()
    if person.manner in offered:
        return
    path = f"{person.at}.action.manner"
    reason = f"{spoken(person.action)} cannot be done in a {spoken(person.manner)} manner yet"
    person.manner = None
    for n, note in enumerate(draft.notes):
        if note.path == path:
            draft.notes[n] = note._replace(path=None, status="unstaged", reason=reason)


def season(draft: Draft) -> None:
    """A forest without a word of snow is green, unless people are dressed for winter."""
    if draft.place["kind"] != "snow_valley" or "season" in draft.place or "ground" in draft.place:
        return
    warm = any(g["kind"] in WARM_CLOTHES for person in draft.cast for g in person.wardrobe)
    draft.place["season"] = "winter" if warm or draft.weather.get("kind") == "snowfall" else "summer"
    why = "people are dressed for it" if warm else "nothing speaks of snow"
    draft.notes.append(Note(None, f"{draft.at}.place.season", "chosen", f"the text names no season; {why}"))


def camera(draft: Draft) -> None:
    """Whom the camera follows and keeps sharp."""
    if not draft.cast:
        if draft.camera.get("move") == "follow":
            draft.camera["move"] = "truck_right"
            _instead_move(draft)
        return
    lead = draft.cast[0]
    draft.camera["focus"] = lead.id
    if draft.camera.get("move") == "follow":
        wanted = [p for p in draft.cast if draft.follow_gender in (None, "they", p.gender)]
        draft.camera["follow"] = draft.camera["focus"] = (wanted or [lead])[0].id


def _instead_move(draft: Draft) -> None:
    path = f"{draft.at}.camera.move"
    reason = "there is nobody to follow; the camera travels to the right"
    for n, note in enumerate(draft.notes):
        if note.path == path:
            draft.notes[n] = note._replace(status="approximated", reason=reason)

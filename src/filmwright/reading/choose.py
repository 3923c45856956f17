"""What the text leaves open and the Film must say: the place, the time, the weather, what somebody does. Each choice says why."""

from __future__ import annotations

from typing import Any

from filmwright import concepts
from filmwright.content.offers import SIGHTS, constant, done_as, facts, offered, sights
from filmwright.content.stageable import WARM_CLOTHES, stand_in_place
from filmwright.reading.draft import Draft, Member, Note, spoken
from filmwright.reading.scene import HEAVENLY

USUAL_PLACE = "beach"  # open, bright, fits most clothes (chosen)
HOMES = {
    "furniture": "studio", "household": "studio", "food": "tabletop", "instrument": "studio", "tool": "studio", "toy": "studio",
    "street_furniture": "neon_street", "building": "neon_street", "rail_vehicle": "neon_street", "road_vehicle": "neon_street",
}  # fmt: skip
"""Where things are at home that are named without a place, and whose content does not say it itself (chosen)."""
COLOR_OF_SHADE = {"dark": "dark_gray", "light": "cream", "bright": "yellow"}  # of clothes said to be only that (chosen)
JEANS_OF_SHADE = {"dark": "navy", "light": "light_blue", "bright": "blue"}
PLAIN = ("studio", "tabletop")  # places that show a thing by itself
USUAL_DEEDS = {"cafe": "sit", "outer_space": "float"}  # of people of whom the text says nothing else, by place
DEEDS_OF = {"dancer": "dance"}  # and of those who are known by what they do (chosen)
SHARED = ("stand", "sit", "walk", "run")
ROOTED = ("animal", "tower", "watercraft", "aircraft", "farm_vehicle", "plant", "drawn_vehicle")
"""Things that are where they belong at night and in the rain too (chosen)."""


def place(draft: Draft, before: Draft | None) -> None:
    """Choose a place if the text names none: the one of the shot before, else one that fits weather, hour, deeds, things and clothes."""
    if "kind" in draft.place:
        return
    if before is not None:
        draft.place = dict(before.place) | draft.place
        draft.notes.append(Note(None, f"{draft.at}.place.kind", "chosen", "the same place as in the shot before"))
        return
    kind, why = _fitting(draft)
    draft.place["kind"] = kind
    draft.notes.append(Note(None, f"{draft.at}.place.kind", "chosen", f"the text names no place; {spoken(kind)} {why}"))


def _fitting(draft: Draft) -> tuple[str, str]:
    if draft.usual_place is not None:
        return draft.usual_place, f"is what {spoken(draft.place['region'])} brings to mind"
    named = next((m.kind for m in draft.cast if not m.person and m.kind in offered("place")), None)
    if len(draft.cast) > 1 and any(name in HEAVENLY for name in concepts.ancestors("thing", named or "")):
        named = None  # "a wolf howls at the moon": it is in the sky
    if named is not None and named not in offered("thing"):
        return named, "is what the text speaks of"
    features = [name for name in draft.place.get("features", ()) if name not in HEAVENLY]
    where = next((name for name in features if name in offered("place")), None)
    if where is not None:
        return where, "is what the text speaks of"
    weather, hour = draft.weather.get("kind"), draft.light.get("time")
    if weather == "snowfall" or draft.place.get("season") == "winter" or draft.place.get("ground") == "snow":
        return "snow_valley", "has the snow"
    for member in draft.cast:
        own = _own_place(draft, member)
        if own is not None and any(above in ROOTED for above in concepts.ancestors("thing", member.kind)):
            return own, f"suits a {spoken(member.kind)}"
    if weather != "storm" and (weather == "rain" or hour == "night" or draft.place.get("ground") == "wet"):
        return "neon_street", "looks best at night and in the rain"
    for name in features:
        home = next((p for p in offered("place") if name in facts("place", p, "FEATURES")), None)
        if home is not None:
            return home, f"has {spoken(name)}"
    if any(deed["kind"] == "sit" for member in draft.cast for deed in member.deeds):
        for member in draft.cast:
            own = None if member.person else _own_place(draft, member)
            if own is not None:
                return own, f"suits a {spoken(member.kind)}"
        return "cafe", "has seats"
    does = [done_as(deed["kind"]) for member in draft.cast if member.person for deed in member.deeds]
    home = next((p for kind in does for p in facts("action", kind, "HOME") if p in offered("place")), None)
    if home is not None:
        return home, "is where one does that"
    for member in draft.cast:
        line = () if member.person else tuple(concepts.ancestors("thing", member.kind))
        own = _own_place(draft, member)
        if own is not None:
            return own, f"suits a {spoken(member.kind)}"
        home = next((HOMES[above] for above in line if above in HOMES), None)
        if home is not None:
            return home, f"suits a {spoken(member.kind)}"
    if any(g["kind"] in WARM_CLOTHES for member in draft.cast for g in member.wardrobe):
        return "snow_valley", "fits warm clothes"
    if weather == "storm":
        return "meadow", "has the sky a storm needs"
    return USUAL_PLACE, "is open and bright"


def _own_place(draft: Draft, member: Member) -> str | None:
    """The place that the content of a thing is looked for in; with people about, one they live in, if it is large enough to matter."""
    staged = concepts.nearest("thing", member.kind, offered("thing")) or ""
    homes = [p for p in facts("thing", staged, "HOME") if p in offered("place")]
    if any(m.person for m in draft.cast):
        homes = [] if facts("thing", staged, "GRIP") else [p for p in homes if p not in PLAIN]
    return next(iter(homes), None)


def time(draft: Draft, before: Draft | None) -> None:
    """Choose the hour by the place, if the text names none."""
    kind = draft.place["kind"]
    if "time" in draft.light:
        return
    named = (*(m.kind for m in draft.cast), *draft.place.get("features", ()))
    sight = next((name for name in named if name in sights()), None)
    hours = constant(SIGHTS, sights()[sight], "TIMES") if sight is not None else None
    if sight is not None and hours:
        draft.light["time"] = hours[0]
        why = f"the text names no hour; {spoken(sight)} are seen at {spoken(draft.light['time'])}"
        draft.notes.append(Note(None, f"{draft.at}.light.time", "chosen", why))
        return
    moon = "moon" in draft.place.get("features", ()) or any(m.kind == "moon" for m in draft.cast)
    if moon and kind != "moon" and "night" in facts("place", stand_in_place(kind), "TIMES"):
        draft.light["time"] = "night"
        draft.notes.append(Note(None, f"{draft.at}.light.time", "chosen", "the text names no hour; the moon is out"))
        return
    same = before is not None and before.place["kind"] == kind
    shown = facts("place", stand_in_place(kind), "TIMES")
    usual = before.light["time"] if before and same else shown[0] if shown else "morning"
    draft.light["time"] = usual
    why = "as in the shot before" if same else f"the hour of this place is {spoken(usual)}"
    draft.notes.append(Note(None, f"{draft.at}.light.time", "chosen", f"the text names no hour; {why}"))


def weather(draft: Draft, before: Draft | None) -> None:
    """Keep the weather of the shot before in the same place."""
    if "kind" not in draft.weather and before is not None and before.place["kind"] == draft.place["kind"]:
        draft.weather = dict(before.weather) | draft.weather


def action(draft: Draft, before: Draft | None) -> None:
    """People who do nothing by the text go on with what they did a shot before in the same place; else as those they are
    next to; else they stand, or sit where the place is for sitting."""
    same = before is not None and before.place["kind"] == draft.place["kind"]
    doing = {member.id: member for member in before.cast} if before is not None and same else {}
    for member in draft.cast:
        if not member.person:
            continue
        if not member.deeds and member.id in doing and doing[member.id].deeds:
            _does(draft, member, doing[member.id].deeds[0], f"{member.kind} does as in the shot before")
        _like_the_other(draft, member)
        if not member.deeds:
            known_by = (DEEDS_OF[name] for name in concepts.ancestors("person", member.kind) if name in DEEDS_OF)
            kind = next(known_by, USUAL_DEEDS.get(stand_in_place(draft.place["kind"]), "stand"))
            deed = {"kind": kind, "manner": None, "to": None, "at": None}
            _does(draft, member, deed, f"the text names no action; {spoken(member.kind)} {kind}s")


def _does(draft: Draft, member: Member, deed: dict[str, Any], reason: str) -> None:
    member.deeds.append(deed | {"manner": deed["manner"] or member.manner, "to": None, "at": None})
    draft.notes.append(Note(None, f"{member.at}.action", "chosen", reason))


def _like_the_other(draft: Draft, member: Member) -> None:
    """Who is only said to be next to somebody does the same; beside one who waves or looks around people stand."""
    beside = {to for _, to in member.relations}
    beside |= {other.id for other in draft.cast if any(to == member.id for _, to in other.relations)}
    other = next((m for m in draft.cast if m.id in beside and m.person and m.deeds), None)
    if member.deeds or other is None:
        return
    deed = other.deeds[0] if other.deeds[0]["kind"] in SHARED else {"kind": "stand", "manner": None}
    _does(draft, member, deed, f"the text names no action; {spoken(member.kind)} is with the {spoken(other.kind)}")


def has_cue(draft: Draft) -> bool:
    """Whether snow, rain, an hour or a season in the text say enough to choose a place without a cast."""
    return (
        bool(draft.place)
        or bool(draft.look)
        or "time" in draft.light
        or draft.weather.get("kind") in ("snowfall", "rain", "fog", "storm")
    )


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


def camera(draft: Draft) -> None:
    """Whom the camera follows and keeps sharp."""
    if not draft.cast:
        return
    lead = next((m for m in draft.cast if m.person and m.kind != "crowd"), draft.cast[0])
    draft.camera["focus"] = lead.id
    moves = {draft.camera.get("move"), *(step["move"] for step in draft.camera.get("then", ()))}
    if moves & {"follow", "lead"}:
        wanted = [m for m in draft.cast if draft.follow_gender in (None, "they", m.gender)]
        draft.camera["follow"] = draft.camera["focus"] = (wanted[0] if draft.follow_gender and wanted else lead).id

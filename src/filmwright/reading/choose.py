"""What the text leaves open and the Film must say: the place, the time, the weather, what somebody does. Each choice says why."""

from __future__ import annotations

from typing import Any

from filmwright import concepts
from filmwright.content.costume import WARM_CLOTHES
from filmwright.content.offers import SIGHTS, constant, done_as, facts, offered, sights
from filmwright.content.sets import stand_in_place
from filmwright.reading import homes
from filmwright.reading.draft import Draft, Member, Note, spoken
from filmwright.reading.scene import BESIDE, HEAVENLY
from filmwright.reading.things import is_seat

VILLAGE = "village"  # where a building stands that one is before (chosen)
USUAL_PLACE = "beach"  # open, bright, fits most clothes (chosen)
HOMES = {
    "furniture": "studio", "household": "studio", "food": "tabletop", "instrument": "studio", "tool": "studio", "toy": "studio",
    "plant": "meadow", "street_furniture": "neon_street", "building": "neon_street", "rail_vehicle": "neon_street",
    "road_vehicle": "neon_street", "ferris_wheel": "amusement_park", "carrousel": "amusement_park", "temple": "temple",
}  # fmt: skip
"""Where things are at home that are named without a place, and whose content does not say it itself (chosen)."""
MOVING_HOMES = {
    "two_wheeler": "city_street",
    "road_vehicle": "city_street",
    "aircraft": "desert",
    "spacecraft": "outer_space",
}
"""Where vehicles are that do something and that content has no better place for (chosen)."""
COLOR_OF_SHADE = {"dark": "dark_gray", "light": "cream", "bright": "yellow"}  # of clothes said to be only that (chosen)
JEANS_OF_SHADE = {"dark": "navy", "light": "light_blue", "bright": "blue"}
MANY, ON_THEIR_WAY = (
    7,
    {"city", "street", "traffic_route"},
)  # from how many people on, and where, a crowd is on its way; chosen
PLAIN = ("studio", "tabletop")  # places that show a thing by itself
STYLE_HOMES = {"cyberpunk": "neon_street", "synthwave": "neon_street"}  # where a look is at home (chosen)
USUAL_DEEDS = {
    "cafe": "sit",
    "outer_space": "float",
    "space_station": "float",
}  # of people of whom the text says nothing else, by place
SHARED = ("stand", "sit", "walk", "run")
ROOTED = ("animal", "tower", "watercraft", "aircraft", "farm_vehicle", "plant", "drawn_vehicle", "fire", "tent")
"""Things that are where they belong at night and in the rain too (chosen)."""
DEED_HOMES = {
    "wrestle": "gym", "sword_fight": "castle", "dunk_basketball": "gym", "shoot_basketball": "gym",
    "play_basketball": "gym", "exercise": "gym", "run_on_treadmill": "gym", "do_gymnastics": "gym",
    "do_martial_arts": "gym", "climb_rope": "gym", "lift_weights": "gym", "skydive": "sky", "bungee_jump": "bridge",
    "hula_hoop": "park", "cheerlead": "stadium", "make_snowman": "snow_valley", "sail": "ocean",
    "barbecue": "farmyard", "shine_shoes": "city_street", "get_haircut": "bathroom", "fill_eyebrows": "bathroom",
    "put_on_makeup": "bathroom", "look_in_mirror": "bathroom", "read_book": "library", "read_newspaper": "cafe",
    "read_letter": "living_room", "strum_guitar": "park", "play_guitar": "park", "play_music": "stage",
    "sing": "stage", "rap": "stage", "perform": "stage", "dance_ballet": "stage", "march": "city_street",
    "protest": "city_street", "ride_motorcycle": "highway", "skateboard": "city_street", "go_shopping": "supermarket",
    "watch_tv": "living_room", "play_video_game": "living_room", "sew": "living_room", "study": "library",
    "teach": "classroom", "do_experiment": "laboratory", "pray": "church", "marry": "church", "plow_field": "farmyard",
    "milk": "farmyard", "chop_wood": "forest", "hike": "mountain", "climb": "mountain", "rock_climb": "canyon",
    "go_fishing": "lake", "canoe": "lake", "row": "lake", "surf": "ocean", "feed": "park", "walk_dog": "park",
    "rake_leaves": "park", "mow_lawn": "park", "fly_plane": "sky", "take_bath": "bathroom", "take_shower": "bathroom",
    "wash_face": "bathroom", "tie_tie": "bedroom", "hug": "park", "wake_up": "bedroom", "sleep": "bedroom",
    "do_laundry": "bathroom", "guide_traffic": "city_street",
}  # fmt: skip
"""Where deeds are done whose content does not say it, or that there is no content for yet (chosen)."""
PEOPLE_HOMES = {
    "cowboy": "desert", "chef": "kitchen", "cook": "kitchen", "farmer": "farmyard", "fisherman": "harbor", "sailor": "harbor",
    "astronaut": "moon", "spaceman": "moon", "ballerina": "stage", "singer": "stage", "musician": "stage", "actor": "stage",
    "king": "castle", "queen": "castle", "princess": "castle", "prince": "castle", "knight": "castle", "wizard": "castle",
    "witch": "forest", "elf": "forest", "fairy": "forest", "hunter": "forest", "doctor": "hospital_room", "nurse": "hospital_room",
    "teacher": "classroom", "student": "classroom", "scientist": "classroom", "businessman": "office", "businesswoman": "office",
    "police_officer": "city_street", "firefighter": "city_street", "pirate": "beach", "monk": "church", "priest": "church",
    "bride": "church", "hiker": "mountain", "painter": "art_studio", "artist": "art_studio",
    "santa_claus": "snow_valley",
    "waiter": "restaurant", "barista": "cafe", "librarian": "library", "gladiator": "desert", "geisha": "village",
}  # fmt: skip
"""Where people are at home who are called by what they are (chosen)."""
WINDOWS = ("windows", "window_light", "curtains", "fireplace")
"""What only rooms have, for who is said to be by it (chosen)."""
AIRY = ("steam", "smoke", "fog", "dust")
"""What is in the air about a thing as well as in a place."""


def place(draft: Draft, before: Draft | None) -> None:
    """Choose a place if the text names none: the one of the shot before, else one that fits weather, hour, deeds, things and clothes."""
    if "kind" in draft.place:
        _outweighed(draft)
        return
    if before is not None:
        draft.place = dict(before.place) | draft.place
        draft.notes.append(Note(None, f"{draft.at}.place.kind", "chosen", "the same place as in the shot before"))
        return
    kind, why = _fitting(draft)
    draft.place["kind"] = kind
    draft.notes.append(Note(None, f"{draft.at}.place.kind", "chosen", f"the text names no place; {spoken(kind)} {why}"))


def _outweighed(draft: Draft) -> None:
    """What the text is about, if it can only be shown as a place, is the place, and the wide land that it lies in a mark of it: "a
    waterfall in a jungle"."""
    subject = next(iter(draft.cast), None)
    if subject is None or subject.person or subject.kind in offered("thing") or subject.kind not in offered("place"):
        return
    land, own = (tuple(concepts.ancestors("place", name)) for name in (draft.place["kind"], subject.kind))
    if draft.place.get("season") == "winter" or draft.place.get("ground") == "snow":
        return  # the land that has the snow
    has = facts("place", stand_in_place(draft.place["kind"]), "FEATURES")
    if "open_country" not in land or "indoors" in own or subject.kind in land or f"{subject.kind}s" in has:
        return
    wide, draft.place["kind"] = draft.place["kind"], subject.kind
    features = draft.place.setdefault("features", [])
    if wide not in features:
        features.append(wide)
    at = f"{draft.at}.place.features.{features.index(wide)}"
    draft.notes = [n._replace(path=at) if n.path == f"{draft.at}.place.kind" else n for n in draft.notes]


def _fitting(draft: Draft) -> tuple[str, str]:
    if draft.usual_place is not None:
        return draft.usual_place, f"is what {spoken(draft.place['region'])} brings to mind"
    named = next((m.kind for m in draft.cast if not m.person and m.kind in offered("place")), None)
    if len(draft.cast) > 1 and any(name in HEAVENLY for name in concepts.ancestors("thing", named or "")):
        named = None  # "a wolf howls at the moon": it is in the sky
    if named is not None and named not in offered("thing"):
        from_outside = any(m.kind == named and _seen_from_outside(draft, m) for m in draft.cast)
        return (VILLAGE if from_outside else named), "is what the text speaks of"
    features = [name for name in draft.place.get("features", ()) if name not in HEAVENLY]
    where = next((name for name in features if name in offered("place")), None)
    if where is not None:
        return where, "is what the text speaks of"
    if any(name in features for name in WINDOWS) and not any(_roadworthy(m) for m in draft.cast):
        return _room(draft), "has windows"
    above = any(name in sights() for name in (*features, *(m.kind for m in draft.cast)))
    if above and any("indoors" in concepts.ancestors("place", _own_place(draft, m) or "") for m in draft.cast):
        return VILLAGE, "has the sky for it"
    weather, hour = draft.weather.get("kind"), draft.light.get("time")
    if weather == "snowfall" or draft.place.get("season") == "winter" or draft.place.get("ground") == "snow":
        return "snow_valley", "has the snow"
    style = STYLE_HOMES.get(draft.look.get("style", ""))
    if style is not None:
        return style, f"is the world of {spoken(draft.look['style'])}"
    for member in draft.cast:
        line = () if member.person or not member.deeds else tuple(concepts.ancestors("thing", member.kind))
        home = next((MOVING_HOMES[above] for above in line if above in MOVING_HOMES), None)
        if hour == "night" and home == "city_street":
            continue  # the street with the lights has room too
        if home in offered("place") and _own_place(draft, member) in (*PLAIN, None):
            return home, f"has room for a {spoken(member.kind)} that moves"
    for kind in (*(m.kind for m in draft.cast), *(name for name in features if name in offered("thing"))):
        own = _home(draft, kind)
        if own is not None and any(above in ROOTED for above in concepts.ancestors("thing", kind)):
            return own, f"suits a {spoken(kind)}"
    if weather != "storm" and (weather == "rain" or hour == "night" or draft.place.get("ground") == "wet"):
        return "neon_street", "looks best at night and in the rain"
    does = [deed["kind"] for member in draft.cast if member.person for deed in member.deeds]
    done_in = [p for kind in does for p in _homes_of_deed(kind) if p in offered("place")]
    for name in features:
        if name in AIRY and draft.cast:
            continue
        home = next((p for p in (*done_in, *offered("place")) if name in facts("place", p, "FEATURES")), None)
        if home is not None:
            return home, f"has {spoken(name)}"
    if any(deed["kind"] == "sit" for member in draft.cast for deed in member.deeds):
        for member in draft.cast:
            own = None if member.person else _own_place(draft, member)
            if own is not None:
                return own, f"suits a {spoken(member.kind)}"
        return "cafe", "has seats"
    if done_in:
        return done_in[0], "is where one does that"
    for member in draft.cast:
        home = PEOPLE_HOMES.get(member.kind) if member.person else None
        if home in offered("place"):
            return home, f"suits a {spoken(member.kind)}"
    bearing = {to for member in draft.cast for _, to in member.relations}
    for member in sorted(draft.cast, key=lambda m: m.id not in bearing):  # no table has an oven on it that bears things
        line = () if member.person else tuple(concepts.ancestors("thing", member.kind))
        own = _own_place(draft, member)
        if own is not None:
            return own, f"suits a {spoken(member.kind)}"
        home = next((HOMES[above] for above in line if above in HOMES), None)
        if home is not None:
            return home, f"suits a {spoken(member.kind)}"
    return _of_people(draft)


def _of_people(draft: Draft) -> tuple[str, str]:
    """Where people are of whom nothing else tells: by what they wear, by what they do, by who they are."""
    people = [member for member in draft.cast if member.person]
    does = [deed["kind"] for member in people for deed in member.deeds]
    worn = {g["kind"] for member in draft.cast for g in member.wardrobe}
    kind = next((name for name in homes.WORN_HOMES if name in worn and _there_is(homes.WORN_HOMES[name])), None)
    if kind is not None:
        home = homes.WORN_HOMES[kind]
        goes = any(name in homes.STREETWISE for deed in does for name in concepts.ancestors("action", deed))
        return homes.STREET if home == "office" and goes else home, f"fits the {spoken(kind)}"
    if not worn.isdisjoint(WARM_CLOTHES):
        return "snow_valley", "fits warm clothes"
    if draft.weather.get("kind") == "storm":
        return "meadow", "has the sky a storm needs"
    if draft.closest is not None and draft.closest.name in homes.CLOSEST:
        return homes.CLOSEST_HOME, "has soft light for a face"
    if draft.portrait:
        return homes.PORTRAIT_HOME, "is soft behind a portrait"
    for deed in does:
        named = (homes.USUAL_HOMES.get(name) for name in concepts.ancestors("action", deed))
        usual = next(filter(None, named), None)
        if usual is not None:
            return usual, f"is where people {spoken(deed)}"
    for member in people:
        by_age = homes.ELSEWHERE_BY_AGE.get(member.traits.get("age", ""))
        by_kind = (homes.ELSEWHERE.get(name) for name in concepts.ancestors("person", member.kind))
        where = by_age or next(filter(None, by_kind), None)
        if where is not None:
            return where, f"suits a {spoken(member.kind)}"
    return USUAL_PLACE, "is open and bright"


def _there_is(place: str) -> bool:
    """Whether a place can be staged as itself."""
    return place in offered("place")


def _seen_from_outside(draft: Draft, building: Member) -> bool:
    """Whether somebody is before or behind a building whose set is its inside."""
    before = any(to == building.id and how in BESIDE for m in draft.cast for how, to in m.relations)
    return before and "indoors" in concepts.ancestors("place", building.kind)


def _homes_of_deed(kind: str) -> tuple[str, ...]:
    """Where a deed is done, the likeliest place first."""
    line = concepts.ancestors("action", kind)
    return (*facts("action", done_as(kind), "HOME"), *(DEED_HOMES[name] for name in line if name in DEED_HOMES))


def _room(draft: Draft) -> str:
    """The room of what is by a window: a table for what stands on one, the place of a deed that is done indoors, else where people
    live."""
    does = [deed["kind"] for member in draft.cast if member.person for deed in member.deeds]
    for home in (p for kind in does for p in _homes_of_deed(kind)):
        if home in offered("place") and "indoors" in concepts.ancestors("place", home):
            return home
    living = any(m.person or m.alive for m in draft.cast)
    small = any("tabletop" in facts("thing", _staged(m.kind), "HOME") for m in draft.cast)
    return "tabletop" if small and not living else "living_room"


def _roadworthy(member: Member) -> bool:
    """Whether a thing has windows of its own."""
    return not {"vehicle", "building"}.isdisjoint(concepts.ancestors("thing", member.kind))


def _staged(kind: str) -> str:
    """The content that a thing is staged as, or nothing."""
    return concepts.nearest("thing", kind, offered("thing")) or ""


def _own_place(draft: Draft, member: Member) -> str | None:
    """The place of a member of the cast that is no person."""
    return None if member.person else _home(draft, member.kind)


def _home(draft: Draft, kind: str) -> str | None:
    """The place that the content of a thing is looked for in; with people about, one they live in, if it is large enough to matter."""
    staged = _staged(kind)
    homes = [p for p in facts("thing", staged, "HOME") if p in offered("place")]
    if any(m.person for m in draft.cast):
        homes = [] if facts("thing", staged, "GRIP") else [p for p in homes if p not in PLAIN]
    return next(iter(homes), None)


def time(draft: Draft, before: Draft | None) -> None:
    """Choose the hour by the place, if the text names none."""
    kind = draft.place["kind"]
    if "time" in draft.light:
        return
    if draft.dark:
        wild = "open_country" in concepts.ancestors("place", kind)
        draft.light["time"] = "dusk" if wild else "night"
        draft.notes.append(Note(None, f"{draft.at}.light.time", "chosen", "the text names no hour; the place is dark"))
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
    next to; else they stand, or sit where the place or what they are on is for sitting."""
    same = before is not None and before.place["kind"] == draft.place["kind"]
    doing = {member.id: member for member in before.cast} if before is not None and same else {}
    for member in draft.cast:
        if not member.person:
            continue
        if not member.deeds and member.id in doing and doing[member.id].deeds:
            _does(draft, member, doing[member.id].deeds[0], f"{member.kind} does as in the shot before")
        _like_the_other(draft, member)
        if not member.deeds:
            kind = USUAL_DEEDS.get(stand_in_place(draft.place["kind"]), "stand")
            if any(deed.get("to") == member.id for other in draft.cast for deed in other.deeds):
                kind = "stand"  # what is done to somebody is done to who stands there
            if member.count >= MANY and not ON_THEIR_WAY.isdisjoint(concepts.ancestors("place", draft.place["kind"])):
                kind = "walk"
            if _on_a_seat(draft, member):
                kind = "sit"
            deed = {"kind": kind, "manner": None, "to": None, "at": None}
            _does(draft, member, deed, f"the text names no action; {spoken(member.kind)} {kind}s")


def _on_a_seat(draft: Draft, member: Member) -> bool:
    """Whether somebody is on a chair, a bench or a swing."""
    on = {to for kind, to in member.relations if kind == "on"}
    return member.count == 1 and any(is_seat(m.kind) for m in draft.cast if m.id in on)


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
    if "move" not in draft.camera and not draft.camera.get("then") and _goes_its_way(draft):
        draft.camera["move"] = "follow"
        reason = f"the text names no move; the camera keeps the {spoken(lead.kind)} in the picture"
        draft.notes.append(Note(None, f"{draft.at}.camera.move", "chosen", reason))
    moves = {draft.camera.get("move"), *(step["move"] for step in draft.camera.get("then", ()))}
    if moves & {"follow", "lead"}:
        wanted = [m for m in draft.cast if draft.follow_gender in (None, "they", m.gender)]
        draft.camera["follow"] = draft.camera["focus"] = (wanted[0] if draft.follow_gender and wanted else lead).id


def _goes_its_way(draft: Draft) -> bool:
    """Whether what the shot is of is one animal or vehicle that goes somewhere, with nobody else about: it would be out of a still
    picture for most of the shot."""
    (first, *others) = draft.cast
    if first.person or others or first.count != 1 or len(first.deeds) != 1 or first.relations:
        return False
    kind = _staged(first.kind)
    return done_as(first.deeds[0]["kind"]) in facts("thing", kind, "SPEEDS") and "track" not in facts(
        "thing", kind, "STANDS"
    )

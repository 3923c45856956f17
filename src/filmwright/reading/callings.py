"""What people do who are known by what they do: a skier of whom the text says nothing, or that they race downhill, skis."""

from __future__ import annotations

from filmwright import concepts
from filmwright.content.offers import done_as, facts
from filmwright.content.sets import stand_in_place
from filmwright.reading.draft import Draft, Member, Note, spoken

DEEDS_OF = {
    "dancer": "dance", "ballerina": "dance_ballet", "juggler": "juggle", "guitarist": "play_guitar", "pianist": "play_piano",
    "violinist": "play_violin", "drummer": "play_drums", "harpist": "play_harp", "trumpeter": "play_trumpet",
    "flutist": "play_flute", "singer": "sing", "cheerleader": "cheerlead",
}  # fmt: skip
"""Who does what anywhere (chosen)."""
WAYS_OF = {
    "skier": "go_skiing", "snowboarder": "snowboard", "surfer": "surf", "cyclist": "ride_bicycle", "motorcyclist": "ride_motorcycle",
    "biker": "ride_motorcycle", "skateboarder": "skateboard", "ice_skater": "ice_skate", "roller_skater": "roller_skate",
    "runner": "run", "swimmer": "swim",
}  # fmt: skip
"""Who gets about in which way, where there is room for that (chosen)."""
GOES = ("descend", "race", "glide", "slide", "speed", "travel", "move", "go", "ride")
"""Deeds that leave open how somebody gets about (the words of data/concepts.toml)."""


def read(draft: Draft, before: Draft | None) -> None:
    """Give everybody who is known by a deed that deed, if the text gives them none or only says that they get about.
    Those of the shot before go on with what they did."""
    known = {member.id for member in before.cast} if before is not None else set()
    for member in draft.cast:
        if not member.person or member.id in known:
            continue
        line = tuple(concepts.ancestors("person", member.kind))
        way = next((WAYS_OF[name] for name in line if name in WAYS_OF), None)
        if way is not None and not _has_room(draft, way):
            way = None
        own = way or next((DEEDS_OF[name] for name in line if name in DEEDS_OF), None)
        if own is None:
            continue
        if not member.deeds and not _is_beside(draft, member):
            member.deeds.append({"kind": own, "manner": member.manner, "to": None, "at": None})
            _tell(draft, member, f"the text names no action; {spoken(member.kind)}: {spoken(own)}")
        elif member.deeds and way is not None and member.deeds[0]["kind"] in GOES:
            member.deeds[0] = member.deeds[0] | {"kind": way}
            _tell(draft, member, f"how a {spoken(member.kind)} gets about")


def _has_room(draft: Draft, way: str) -> bool:
    """Whether one can get about so in the place that the text names, or it names none."""
    if "kind" not in draft.place:
        return True
    homes = facts("action", done_as(way), "HOME")
    if homes:
        return stand_in_place(draft.place["kind"]) in homes
    return "indoors" not in concepts.ancestors("place", draft.place["kind"])


def _is_beside(draft: Draft, member: Member) -> bool:
    """Whether the text only says whom somebody is with: then they do the same."""
    return any(member.relations) or any(to == member.id for other in draft.cast for _, to in other.relations)


def _tell(draft: Draft, member: Member, reason: str) -> None:
    draft.notes.append(Note(None, f"{member.at}.action", "chosen", reason))

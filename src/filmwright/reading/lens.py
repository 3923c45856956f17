"""The camera, the look and the length: the parts of a prompt that speak of the film, not of what is in it."""

from __future__ import annotations

from typing import Any

from filmwright.content.camera import SIZES
from filmwright.errors import BadInput
from filmwright.reading.clause import of_camera
from filmwright.reading.draft import Draft, Note, spoken
from filmwright.reading.items import Item
from filmwright.reading.vocabulary import Sense
from filmwright.spec.film import LONGEST_S

FAMILIES = {
    "pan": "pan_right", "tilt": "tilt_up", "dolly": "dolly_in", "truck": "truck_right", "orbit": "orbit_left", "zoom": "zoom_in",
    "boom": "boom_up", "whip_pan": "whip_pan_right",
}  # fmt: skip
"""Moves named without a direction, and the direction then chosen."""
MOST_STEPS = 5  # moves after the first that the Film holds
HELD = ("static", "handheld", "rack_focus")  # moves that bring the picture to no other size or angle
FROM_ABOVE = ("high", "overhead")
SPEEDS = {"slow": "slow", "brisk": "fast", "steady": "normal"}
CAMERA_KINDS = (
    "size",
    "angle",
    "move",
    "lens",
    "film",
    "style",
    "grade",
    "grain",
    "aspect",
    "focus",
    "seconds",
    "pace",
    "shape",
    "f_stop",
    "option",
    "camera",
)
GRAIN_OF_FILM = 0.1  # grain of a 35 mm stock as the Film document shows it
GRAIN_ASKED = 0.3  # "grainy": clearly seen (chosen)


def read(draft: Draft) -> None:
    """Fill camera, look and seconds of the draft from the items that speak of them."""
    for item in list(draft.open()):
        for kind, reader in _READERS.items():
            sense = item.of(kind)
            if kind == "camera" and (sense is None or sense.get("angle") is None):
                continue
            if sense is not None and _speaks_of_film(draft, item, sense):
                reader(draft, item, sense)
                break


def _speaks_of_film(draft: Draft, item: Item, sense: Sense) -> bool:
    """Whether a word that also has an everyday meaning is meant for the camera: it stands with "camera", "shot" or "of", or in a
    part that speaks of nothing else."""
    if sense.kind in ("grade", "style") and sense.get("alone") is None:
        return sense.value in MADE_SO or not _before_a_head(draft, item)
    single = item.end - item.first == 1 and sense.kind in ("size", "angle", "move")
    if not single and sense.get("camera") is None and sense.get("alone") is None:
        return True
    after = draft.after(item)
    introduces = sense.kind == "size" and after is not None and draft.text(after) in ("of", "de", "d", "von", "vom")
    if sense.get("camera") is None and after is not None and (after.of("frame") or introduces):
        return True
    return (
        _with_camera(draft, item)
        or (sense.kind == "move" and of_camera(draft, item))
        or (_only_camera(draft, item) and item.of("thing") is None)
        or (sense.get("camera") is not None and _ends_what_is_named(draft, item))
    )


def _ends_what_is_named(draft: Draft, item: Item) -> bool:
    """Whether it follows somebody or something of whom nothing is told, as the last word: "a police car from the side"."""
    before = draft.before(item)
    named = before is not None and before.of("person", "thing") is not None
    told = any(other.of("action") is not None for other in draft.of_sentence(item))
    return named and not told and draft.after(item) is None


MADE_SO = (
    "hyperrealistic",
    "photoreal",
    "anime",
    "claymation",
    "pixel_art",
    "cartoon",
    "papercraft",
    "watercolor",
    "stop_motion",
)
"""Styles that say how the picture is made, also where they stand before a noun."""


def _before_a_head(draft: Draft, item: Item) -> bool:
    after = draft.after(item)
    return after is not None and after.of("garment", "person", "thing") is not None and not after.joins


def _with_camera(draft: Draft, item: Item) -> bool:
    return any(other.of("camera") for other in draft.together(item) if other.first < item.first)


def _only_camera(draft: Draft, item: Item) -> bool:
    others = [o for o in draft.together(item) if not o.joins]
    return all(o.of(*CAMERA_KINDS, "manner", "frame", "praise") or o.of("pronoun") for o in others)


def _single(
    draft: Draft, item: Item, table: dict[str, object], field: str, value: object, sense: Sense, path: str
) -> bool:
    """Set a field that a shot has once. A second, different wish is noted as not staged. True when the field is now `value`."""
    if field in table and table[field] != value:
        draft.note(item, None, "unstaged", f"a shot has one {spoken(field)}: {spoken(str(table[field]))} came first")
        return False
    table[field] = value
    draft.staged(item, sense, path)
    return True


CLOSE = ("medium_close_up", "close_up", "extreme_close_up")
LEADS_ON = ("then", "move")
LATER = (
    "ends",
    "ending",
    "end",
    "until",
    "to",
    "into",
    "reveal",
    "revealing",
    "becomes",
    "finit",
    "termine",
    "finissant",
    "jusqu",
    "puis",
)
"""Words before a size or an angle that say that the picture comes to it."""


def _size(draft: Draft, item: Item, sense: Sense) -> None:
    had = draft.camera.get("size")
    draft.portrait = draft.portrait or sense.get("portrait") is not None
    if had is not None and had != sense.value and _later(draft, item):
        _comes_to(draft, item, "size", sense)
        return
    if had in CLOSE and sense.value in CLOSE:  # "close-up, macro" is the closer of the two
        draft.camera["size"] = max(had, sense.value, key=CLOSE.index)
        draft.staged(item, sense, f"{draft.at}.camera.size")
        return
    _single(draft, item, draft.camera, "size", sense.value, sense, f"{draft.at}.camera.size")


def _later(draft: Draft, item: Item) -> bool:
    """Whether the text says that the picture comes to this after a while: "wide, then close-up", "pulls back to a medium shot"."""
    before = [o for o in draft.of_sentence(item) if o.first < item.first]
    told = any(o.of(*LEADS_ON) for o in before) or any(draft.text(o) in LATER for o in before)
    opening = draft.previous(before[0] if before else item)
    return told or (opening is not None and any(draft.text(o) in FIRST for o in draft.of_sentence(opening)))


FIRST = (
    "at first",
    "first",
    "starts",
    "start",
    "begins",
    "begin",
    "opens",
    "starting",
    "beginning",
    "d abord",
    "part",
    "commence",
)


def _comes_to(draft: Draft, item: Item, field: str, sense: Sense) -> None:
    """A size or an angle that the picture comes to: with the last move so far, or with one towards it or away."""
    steps = draft.camera.setdefault("then", [])
    if not steps or steps[-1].get(field) not in (None, sense.value):
        if len(steps) == MOST_STEPS:
            draft.note(item, None, "unstaged", f"a shot has at most {MOST_STEPS + 1} moves")
            return
        move, chosen = _towards(draft, field, sense.value)
        steps.append({"move": move})
        if chosen:
            path = f"{draft.at}.camera.then.{len(steps) - 1}.move"
            draft.notes.append(Note(None, path, "chosen", f"the text names no move: {spoken(move)}"))
    steps[-1][field] = sense.value
    draft.staged(item, sense, f"{draft.at}.camera.then.{len(steps) - 1}.{field}")


def _towards(draft: Draft, field: str, value: str) -> tuple[str, bool]:
    """The move that brings the picture to a size or an angle, and whether it was chosen: it goes on with the one there is."""
    steps = draft.camera["then"]
    going = steps[-1]["move"] if steps else draft.camera.get("move")
    if going is not None and going not in HELD:
        return going, False
    if field == "angle":
        return ("boom_up" if value in FROM_ABOVE else "boom_down"), True
    sizes = list(SIZES)
    near = steps[-1].get("size") if steps else None
    closer = sizes.index(value) > sizes.index(near or draft.camera["size"])
    return ("dolly_in" if closer else "dolly_out"), True


def _drone(draft: Draft, item: Item, sense: Sense) -> None:
    """A camera that flies looks down, unless the text says otherwise."""
    draft.camera.setdefault("angle", str(sense.get("angle")))
    draft.note(item, f"{draft.at}.camera.angle", "staged")


def _angle(draft: Draft, item: Item, sense: Sense) -> None:
    if draft.camera.get("angle", sense.value) != sense.value and _later(draft, item):
        _comes_to(draft, item, "angle", sense)
        return
    _single(draft, item, draft.camera, "angle", sense.value, sense, f"{draft.at}.camera.angle")


def _move(draft: Draft, item: Item, sense: Sense) -> None:
    """The move, or one after those there are: "pans left, then dollies in". The same move named again is the same."""
    name = FAMILIES.get(sense.value, sense.value)
    name = _turned(draft, item, name) if sense.value in FAMILIES else name
    steps: list[dict[str, Any]] = [draft.camera, *draft.camera.get("then", ())]
    at = next((n for n, step in enumerate(steps) if _is(step.get("move"), sense.value)), None)
    if at is None and "move" not in draft.camera:
        at = 0
    elif at is None:
        if len(steps) > MOST_STEPS:
            draft.note(item, None, "unstaged", f"a shot has at most {MOST_STEPS + 1} moves")
            return
        at = len(steps)
        steps.append({})
        draft.camera.setdefault("then", []).append(steps[-1])
    step = steps[at]
    path = f"{draft.at}.camera" if at == 0 else f"{draft.at}.camera.then.{at - 1}"
    if "move" not in step and sense.value in FAMILIES and name == FAMILIES[sense.value]:
        draft.note(item, f"{path}.move", "chosen", f"the text gives no direction: {spoken(name)}")
    else:
        draft.staged(item, sense, f"{path}.move")
    step.setdefault("move", name)
    if name == "follow":
        draft.follow_gender = _followed(draft, item) or draft.follow_gender
    _speed(draft, item, sense, step, path)


def _turned(draft: Draft, item: Item, name: str) -> str:
    """A move to the side that its part names later: "orbits around her to the right"."""
    stem, _, way = name.rpartition("_")
    if way not in WAYS:
        return name
    for other in draft.together(item):
        if other.first > item.first:
            for way, words in WAYS.items():
                if draft.text(other).split()[-1] in words and not other.used:
                    return f"{stem}_{way}"
    return name


WAYS = {"left": ("left", "gauche", "izquierda", "links"), "right": ("right", "droite", "derecha", "rechts")}


def _is(move: str | None, named: str) -> bool:
    """Whether a move is the one named: with a direction, or of a family of which the name gives none."""
    return move is not None and (move == named or (named in FAMILIES and move.startswith(f"{named}_")))


def _followed(draft: Draft, item: Item) -> str | None:
    """ "she", "he" or None: who the pronoun beside "follows" means; French puts it before the verb."""
    near = draft.before(item) if draft.words.language == "fr" else draft.after(item)
    if near is None:
        return None
    french = {"le": "he", "la": "she"}.get(draft.text(near))
    pronoun = near.of("pronoun")
    return french if draft.words.language == "fr" else pronoun.value if pronoun else None


def _does(item: Item) -> bool:
    """Whether a word can only be a deed: "the watch" and "a train" are things here."""
    return item.of("action") is not None and item.of("thing") is None


def _speed(draft: Draft, item: Item, sense: Sense, step: dict[str, Any], at: str) -> None:
    """The speed of a move: inside its phrase, in its meaning, or an adverb nearer to it than to any action."""
    path = f"{at}.speed"
    inside = next((s.value for s in item.inside), sense.get("speed"))
    if inside is not None:
        step.setdefault("speed", SPEEDS.get(inside, inside))
    whole = [o for o in draft.of_sentence(item) if not o.used]
    of_camera_alone = not any(_does(o) or o.of("person") for o in whole if o is not item)
    together = draft.together(item)
    here = whole if of_camera_alone else [o for o in whole if o in together or of_camera(draft, o)]
    actions = [o for o in here if _does(o) and o is not item]
    for other in here:
        manner = other.of("manner")
        if manner is None or manner.value not in SPEEDS:
            continue
        near = all(abs(other.first - item.first) < abs(other.first - a.first) for a in actions)
        if near or of_camera(draft, other):
            step.setdefault("speed", SPEEDS[manner.value])
            draft.note(other, path, "staged")


def _lens(draft: Draft, item: Item, sense: Sense) -> None:
    asked = float(sense.value)
    value = min(max(asked, 8.0), 400.0)
    in_figures = any(t.number is not None for t in draft.tokens[item.first : item.end])
    if in_figures and draft.lens_named:  # "telephoto lens, 300mm": the figure says which
        del draft.camera["lens_mm"]
    draft.lens_named = not in_figures and "lens_mm" not in draft.camera
    if value != asked and "lens_mm" not in draft.camera:
        draft.camera["lens_mm"] = value
        draft.note(
            item, f"{draft.at}.camera.lens_mm", "approximated", f"lenses go from 8 to 400 mm: {value:g} is the nearest"
        )
    else:
        _single(draft, item, draft.camera, "lens_mm", value, sense, f"{draft.at}.camera.lens_mm")


def _film(draft: Draft, item: Item, sense: Sense) -> None:
    name = sense.value if sense.value[0].isalpha() else f"film_{sense.value}"
    if _single(draft, item, draft.look, "film", name, sense, f"{draft.at}.look.film"):
        draft.look.setdefault("grain", GRAIN_OF_FILM)


def _grain(draft: Draft, item: Item, sense: Sense) -> None:
    draft.look["grain"] = GRAIN_ASKED
    draft.staged(item, sense, f"{draft.at}.look.grain")


def _style(draft: Draft, item: Item, sense: Sense) -> None:
    """The style; a second one becomes the grade, so that "cinematic, black and white" is both."""
    taken = draft.look.get("style")
    if taken == "black_and_white" and sense.value != taken and "grade" not in draft.look:
        draft.look |= {"style": sense.value, "grade": taken}  # "black and white, film noir" is noir without color
        draft.notes = [
            n._replace(path=f"{draft.at}.look.grade") if n.path == f"{draft.at}.look.style" else n for n in draft.notes
        ]
        draft.staged(item, sense, f"{draft.at}.look.style")
        return
    if taken is not None and taken != sense.value and draft.look.get("grade", sense.value) == sense.value:
        draft.look["grade"] = sense.value
        draft.staged(item, sense, f"{draft.at}.look.grade")
        return
    _single(draft, item, draft.look, "style", sense.value, sense, f"{draft.at}.look.style")


def _grade(draft: Draft, item: Item, sense: Sense) -> None:
    _single(draft, item, draft.look, "grade", sense.value, sense, f"{draft.at}.look.grade")


def _aspect(draft: Draft, item: Item, sense: Sense) -> None:
    _single(draft, item, draft.look, "aspect_bars", float(sense.value), sense, f"{draft.at}.look.aspect_bars")


def _shape(draft: Draft, item: Item, sense: Sense) -> None:
    draft.shape = draft.shape or float(sense.value)
    draft.note(item, "size", "staged")


def _stop(draft: Draft, item: Item, sense: Sense) -> None:
    _single(draft, item, draft.camera, "f_stop", float(sense.value), sense, f"{draft.at}.camera.f_stop")


def _pace(draft: Draft, item: Item, sense: Sense) -> None:
    if draft.pace is None:
        draft.pace = float(sense.value)
    _single(draft, item, {"pace": draft.pace}, "pace", float(sense.value), sense, f"{draft.at}.pace")


def _focus(draft: Draft, item: Item, sense: Sense) -> None:
    draft.note(item, f"{draft.at}.camera.focus", "staged")


def _seconds(draft: Draft, item: Item, sense: Sense) -> None:
    value = float(sense.value)
    if not 0 < value <= LONGEST_S:
        raise BadInput(
            f"The prompt asks for {value:g} seconds",
            where="prompt",
            hint=f"A film is longer than 0 and at most {LONGEST_S:g} seconds.",
        )
    if draft.seconds is None:
        draft.seconds = value
    _single(draft, item, {"seconds": draft.seconds}, "seconds", value, sense, f"{draft.at}.seconds")


def _option(draft: Draft, item: Item, sense: Sense) -> None:
    draft.note(item, None, "unstaged", "the size and rate of the picture are options (--size, --fps)")


_READERS = {
    "shape": _shape, "pace": _pace, "f_stop": _stop, "seconds": _seconds, "lens": _lens, "film": _film, "grain": _grain, "aspect": _aspect,
    "focus": _focus, "option": _option,
    "move": _move, "angle": _angle, "size": _size, "grade": _grade, "style": _style,
    "camera": _drone,
}  # fmt: skip

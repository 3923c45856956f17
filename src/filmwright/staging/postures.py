"""How somebody holds the body for what he does, and what he looks for to do it on."""

from __future__ import annotations

from types import ModuleType

from filmwright.content.camera import ANGLES, SIZES
from filmwright.content.deeds import phases
from filmwright.content.kinds import Mark
from filmwright.content.offers import facts
from filmwright.content.together import is_person
from filmwright.spec.shot import Action, Member, Shot
from filmwright.staging import place, things
from filmwright.staging.role import module_of

FACES_FROM = 0.6  # sizes that begin over this share of the body's height are of the face; chosen
GOES = ("walk", "ride")  # postures of those who are on their way


def posture(member: Member, mark: Mark | None = None) -> str:
    """How the member's actions hold the body at a mark: walk, stand, sit or ride; things stand. Of several in turn it is "sit" if
    one is done on a seat, "walk" if all take the body on."""
    if not is_person(member.kind):
        return "stand"
    done = phases(member)
    if any(phase.sits for phase in done):
        return "sit"
    if len(done) > 1:
        return "walk" if all(phase.goes for phase in done) else "stand"
    module = deed(member)
    kind: str = module.POSTURE
    seated = getattr(module, "SEATED", ())
    return "sit" if "offered" in seated and mark is not None and mark.kind == "seat" else kind


def deed(member: Member) -> ModuleType:
    """The action of somebody, or the first of several. Raises BadInput for a take that cannot be used."""
    action = member.action or Action(kind="stand")
    return module_of(action, where=f"{member.id}.action")


def stands_on(member: Member) -> str:
    """The kind of mark a member looks for: a thing that stays on tables a surface, one that floats water, one that
    runs on rails a track, somebody who sits a seat."""
    if not is_person(member.kind):
        module = things.module_of(member)
        if hasattr(module, "DRAFT_M"):
            return "water"
        if member.action is not None and member.action.kind in getattr(module, "SEATED", ()):
            return "seat"
        return {"table": "surface", "track": "track"}.get(getattr(module, "STANDS", "ground"), "stand")
    likes = len(phases(member)) == 1 and "offered" in getattr(deed(member), "SEATED", ())
    return "seat" if likes or posture(member) == "sit" else "stand"


def under_all(member: Member, cast: tuple[Member, ...]) -> Member:
    """Who carries a member: what it is on or in, and what that is on; itself if nothing does."""
    seen = [member]
    while member.relation is not None and member.relation.kind in place.STACKED:
        to = member.relation.to
        member = next((m for m in cast if m.id == to), member)
        if member in seen:
            break
        seen.append(member)
    return member


def walks(member: Member) -> bool:
    return posture(member) == "walk"


def followed(shot: Shot) -> bool:
    """Whether the camera goes behind the hero: it follows, and nothing asks to see the face."""
    if shot.camera.move != "follow" or posture(shot.cast[0]) not in GOES or shot.cast[0].expression is not None:
        return False
    return shot.camera.size is None or SIZES[shot.camera.size].bottom < FACES_FROM


def bears_behind(member: Member) -> bool:
    """Whether somebody wears by the text what is seen from behind alone."""
    return any("behind" in facts("garment", g.kind, "SEEN_FROM") for g in member.wardrobe)


def shows_back(shot: Shot) -> bool:
    """Whether the hero goes away from the camera, for what the text has on their back is seen from there alone; nothing asks to see
    the face."""
    hero, camera = shot.cast[0], shot.camera
    near = camera.size is not None and SIZES[camera.size].bottom >= FACES_FROM
    alone = len(shot.cast) == 1 and camera.move == "static" and camera.angle == "eye_level"
    return bears_behind(hero) and alone and not near and posture(hero) in GOES and hero.expression is None


def seen_from(shot: Shot) -> float:
    """How far the subject is turned from the lens because the text says from where it is seen; 0 if it does not."""
    return ANGLES[shot.camera.angle].turn_rad


def face_to_face(shot: Shot) -> bool:
    """Whether the hero is seen over the shoulder of the second of the cast, who stays and whom the text puts nowhere else."""
    if shot.camera.size != "over_the_shoulder" or len(shot.cast) < 2:
        return False
    two = shot.cast[:2]
    stay = all(posture(m) == "stand" and not (is_person(m.kind) and len(phases(m)) > 1) for m in two)
    return shot.cast[1].relation is None and stay

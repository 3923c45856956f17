"""Are all names of a Film names of the content?"""

from __future__ import annotations

from collections.abc import Iterable

from filmwright import concepts
from filmwright.content import camera, colors, mocap
from filmwright.content.offers import offered
from filmwright.errors import UnknownName
from filmwright.spec.film import Film
from filmwright.spec.shot import Garment, Hair, Member, Shot

AGES = ("child", "teen", "young", "adult", "middle_aged", "old", "very_old")
BUILDS = ("slim", "average", "heavy", "muscular", "tall", "short")
COMPLEXIONS = ("light", "freckled", "medium", "tan", "brown", "dark")
LENGTHS = ("short", "medium", "long", "bald")
EXPRESSIONS = (
    "neutral", "happy", "laughing", "sad", "crying", "angry", "surprised", "afraid", "disgusted", "thoughtful", "determined",
    "serious", "sleepy", "eyes_closed", "winking",
)  # fmt: skip
BEARDS = ("full", "short", "stubble", "goatee", "moustache", "long")
SPEEDS = ("slow", "normal", "fast")
SEASONS = ("spring", "summer", "autumn", "winter")
WINDS = ("still", "breeze", "strong")
STRENGTHS = ("light", "heavy")
RELATIONS = ("left_of", "right_of", "on", "under", "above", "behind", "in_front_of", "beside", "inside")


def names(film: Film) -> None:
    """Raises UnknownName, with its path in the Film and the nearest names, for the first name no content table has."""
    for n, shot in enumerate(film.shots):
        at = f"shots.{n}"
        _known("environment", shot.place.kind, known("place"), f"{at}.place.kind")
        _known("season", shot.place.season, SEASONS, f"{at}.place.season")
        _known("time", shot.light.time, known("time"), f"{at}.light.time")
        _known("weather", shot.weather.kind, known("weather"), f"{at}.weather.kind")
        _known("wind", shot.weather.wind, WINDS, f"{at}.weather.wind")
        _known("strength", shot.weather.strength, STRENGTHS, f"{at}.weather.strength")
        _camera(shot, at)
        _known("look", shot.look.style, known("style"), f"{at}.look.style")
        _known("look", shot.look.grade, known("style"), f"{at}.look.grade")
        for m, member in enumerate(shot.cast):
            _member(member, [other.id for other in shot.cast], f"{at}.cast.{m}")


def known(kind: str) -> tuple[str, ...]:
    """All names of a kind of meaning: those of content and, where it has them, of concepts."""
    return (
        *offered(kind),
        *(concepts.parents(kind) if kind in concepts.KINDS else ()),
    )


def _known(kind: str, name: str | None, table: Iterable[str], where: str) -> None:
    if name is not None and name not in table:
        raise UnknownName(kind, name, table, where=where)


def _camera(shot: Shot, at: str) -> None:
    view = shot.camera
    _known("shot size", view.size, camera.SIZES, f"{at}.camera.size")
    _known("angle", view.angle, camera.ANGLES, f"{at}.camera.angle")
    _known("move", view.move, known("move"), f"{at}.camera.move")
    _known("speed", view.speed, SPEEDS, f"{at}.camera.speed")
    for n, step in enumerate(view.then):
        path = f"{at}.camera.then.{n}"
        _known("move", step.move, known("move"), f"{path}.move")
        _known("speed", step.speed, SPEEDS, f"{path}.speed")
        _known("shot size", step.size, camera.SIZES, f"{path}.size")
        _known("angle", step.angle, camera.ANGLES, f"{path}.angle")
    ids = [member.id for member in shot.cast]
    _known("member", view.focus, ids, f"{at}.camera.focus")
    _known("member", view.follow, ids, f"{at}.camera.follow")


def _member(member: Member, ids: list[str], at: str) -> None:
    _known("member", member.kind, (*known("person"), *concepts.parents("thing")), f"{at}.kind")
    _known("age", member.age, AGES, f"{at}.age")
    _known("build", member.build, BUILDS, f"{at}.build")
    _known("complexion", member.complexion, COMPLEXIONS, f"{at}.complexion")
    _known("expression", member.expression, EXPRESSIONS, f"{at}.expression")
    if member.hair is not None:
        _hair(member.hair, f"{at}.hair")
    for n, garment in enumerate(member.wardrobe):
        _garment(garment, f"{at}.wardrobe.{n}")
    for n, action in enumerate((member.action, *member.then)):
        if action is not None:
            path = f"{at}.action" if n == 0 else f"{at}.then.{n - 1}"
            _known("action", action.kind, known("action"), f"{path}.kind")
            _known("member", action.to, ids, f"{path}.to")
            if action.take is not None:
                mocap.action(action.take)
    for n, held in enumerate(member.holds):
        _known("member", held, ids, f"{at}.holds.{n}")
    paths = ("relation", *(f"also.{n}" for n in range(len(member.also))))[member.relation is None :]
    for path, relation in zip(paths, member.relations, strict=True):
        _known("relation", relation.kind, RELATIONS, f"{at}.{path}.kind")
        _known("member", relation.to, ids, f"{at}.{path}.to")


def _hair(hair: Hair, at: str) -> None:
    _color(hair.color, f"{at}.color")
    _known("hair length", hair.length, LENGTHS, f"{at}.length")
    _known("hair style", hair.style, known("hair_style"), f"{at}.style")
    _known("beard", hair.beard if isinstance(hair.beard, str) else None, BEARDS, f"{at}.beard")


def _garment(garment: Garment, at: str) -> None:
    _known("garment", garment.kind, known("garment"), f"{at}.kind")
    _color(garment.color, f"{at}.color")


def _color(name: str | None, where: str) -> None:
    if name is not None:
        colors.resolve(name, where=where)

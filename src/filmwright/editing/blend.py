"""blend: one shot goes over into the next, as a dissolve or as a cut that the camera does not feel."""

from __future__ import annotations

from typing import Literal

from filmwright.editing.settle import settled, shot_at, with_shots
from filmwright.errors import BadInput
from filmwright.spec.film import Film, spans
from filmwright.spec.shot import Camera, Cut, Shot, Transition

USUAL_S = 1.0  # of a dissolve; chosen
ON_THE_MOVE = 0.75  # share of its move at which a shot is cut for a match cut: before the operator slows down; chosen


def blend(film: Film, shot: int, kind: Literal["dissolve", "match_cut"] = "dissolve", seconds: float = USUAL_S) -> Film:
    """The film with its shot of that number (from 1) going over into the next. dissolve: over `seconds`, by which the film becomes
    shorter; 0 makes it a plain cut again. match_cut: the next shot's camera takes size, angle and lens from this one and goes on
    with its move, as fast as it ended and in the same direction. For that this shot ends while its camera still moves: it is trimmed
    there unless it ends there already. Raises BadInput if there is no next shot, no room, or no move to go on with."""
    where = "blend"
    film = settled(film)
    index = shot_at(film, shot, where=where)
    shots = list(film.shots)
    if index + 1 == len(shots):
        hint = "Its last shot can go over into its first: use loop." if len(shots) == shot else None
        raise BadInput(f"No shot follows shot {shot}", where=where, hint=hint)
    if kind == "match_cut":
        if shots[index].camera.moves[-1] == "static":
            hint = "Dissolve instead, or give it a move: --set shots.0.camera.move=dolly_in."
            raise BadInput(f"The camera of shot {shot} does not move", where=where, hint=hint)
        ended = _ended_on_the_move(shots[index], film.fps)
        shots[index] = ended.model_copy(update={"into": Transition(kind=kind)})
        camera = _going_on(shots[index], shots[index + 1])
        shots[index + 1] = shots[index + 1].model_copy(update={"camera": camera})
        return with_shots(film, shots, where=where)
    longest = _longest(film, index)
    if seconds < 0 or round(seconds * film.fps) > longest:
        raise BadInput(
            f"The two shots cannot be mixed for {seconds:g} s",
            where=where,
            hint=f"The shorter of them leaves room for at most {longest / film.fps:.4g} s.",
        )
    into = Transition(kind=kind, seconds=seconds) if round(seconds * film.fps) else None
    shots[index] = shots[index].model_copy(update={"into": into})
    return with_shots(film, shots, where=where)


def _longest(film: Film, index: int) -> int:
    """The most pictures a shot and the next can share, beside the dissolves they have at their other ends."""
    parts = spans(film)
    before = parts[index - 1].over
    after = parts[(index + 1)].over
    return min(parts[index].pictures - before, parts[index + 1].pictures - after, 10 * film.fps)


def _planned(shot: Shot) -> tuple[float, float]:
    """The stretch of a take's time that its camera's move is planned over."""
    return shot.camera.span_s or (0.0, shot.seconds)


def _ended_on_the_move(shot: Shot, fps: int) -> Shot:
    """A shot that ends before its camera slows down."""
    begin, end = _planned(shot)
    at = round((begin + ON_THE_MOVE * (end - begin)) * fps) / fps
    cut = shot.cut or Cut()
    if at <= cut.from_s or at >= (cut.to_s or shot.seconds):
        return shot
    return shot.model_copy(update={"cut": cut.model_copy(update={"to_s": at})})


def _going_on(shot: Shot, following: Shot) -> Camera:
    """The camera of the following shot, whose move is the one of this shot, seen from where this shot ends."""
    cut, then = shot.cut or Cut(), following.cut or Cut()
    ends_s = shot.seconds if cut.to_s is None else cut.to_s
    pace = then.rate / cut.rate  # seconds of the following take for a second of this
    begin, end = (then.from_s + (at - ends_s) * pace for at in _planned(shot))
    hero = following.cast[0].id if following.cast else None
    camera = shot.camera
    return camera.model_copy(
        update={
            "span_s": (begin, end),
            "focus": None if camera.focus is None else hero,
            "follow": None if camera.follow is None else hero,
        }
    )

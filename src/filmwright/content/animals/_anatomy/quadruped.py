"""An animal on four legs: its Form made flesh, dressed in its coat, ready to move."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from filmwright.content import colors, course, things
from filmwright.content.animals._anatomy import deeds, features, gait, playing, routine, shower, upright
from filmwright.content.animals._anatomy.coat import Where, where
from filmwright.content.animals._anatomy.features import Part
from filmwright.content.animals._anatomy.field import Blob, solid, ticks
from filmwright.content.animals._anatomy.flesh import flesh
from filmwright.content.animals._anatomy.form import Form, youthful
from filmwright.content.animals._anatomy.fur import Fur, strands
from filmwright.content.animals._anatomy.skeleton import Skeleton, head_frame, skeleton, weights
from filmwright.content.kinds import F64, Motion, Performance, Thing
from filmwright.scene.nodes import Mesh, Node
from filmwright.scene.shade import Material, cmul
from filmwright.scene.shapes import Shape
from filmwright.spec.shot import Member
from filmwright.values import Color

Masks = Callable[[Where], dict[str, F64]]


class Coat(NamedTuple):
    """What an animal wears: `masks` are point attributes its material reads, `skin` that material, `lid` the color round the eyes."""

    masks: Masks
    skin: Material
    fittings: dict[str, Material]
    fur: Fur | None = None


def build(
    form: Form,
    coat: Coat,
    params: Params,
    more: Callable[[Form, Skeleton], Sequence[Part]] | None = None,
    *,
    flesh_too: Callable[[Form, list[Blob]], list[Blob]] | None = None,
) -> Thing:
    """The Thing of a form in a coat, as large and as old as `params` say. `more` makes what only this kind has: horns, tusks, a mane;
    `flesh_too` adds to its flesh: wool, humps."""
    form = youthful(form) if params.young else form
    if params.doing == "sleep":
        form = form._replace(eye=form.eye._replace(open=_SHUT))
    size = params.size
    grown = form._replace(height_m=form.height_m * size)
    skel = skeleton(grown)
    blobs = flesh(grown, skel)
    body = _body(grown, skel, flesh_too(grown, blobs) if flesh_too is not None else blobs)
    parts = [Part("body", body, "coat", weights(skel, grown.height_m, body.points, body.faces))]
    parts += [features.ears(grown, skel), *features.eyes(grown, skel), features.tail(grown, skel)]
    parts += [p for p in (features.nose(grown, skel), features.feet(grown, skel)) if p is not None]
    parts += more(grown, skel) if more is not None else []
    parts += [upright.sticks(grown, skel)] if params.doing == "play_drums" and form.foot == "paw" else []
    bones = tuple(skel.bones)
    if params.doing == "spray" and form.trunk:
        parts.append(shower.part(grown, skel))
        bones += shower.BONES
    frame = head_frame(skel.joints)
    face = frame.at(0.5, 0.0, 0.0, form.head * grown.height_m)
    nodes: list[Node] = [_node(grown, skel, coat, part) for part in parts]
    materials = {"coat": coat.skin, "water": shower.water(), **coat.fittings}
    if coat.fur is not None:
        hairy = [p for p in parts if p.name in ("body", "ears", "tail")]
        nodes += strands(grown, skel, coat.fur, [(p, _place(grown, skel, p)) for p in hairy], coat.masks)
        materials["fur"] = Material(color=coat.skin.color, roughness=0.6, specular=0.3)
        # Between the hairs it is dark and dull.
        under = {"color": cmul(coat.skin.color, (0.74, 0.72, 0.70)), "roughness": 0.95, "specular": 0.04, "sheen": 0.0}
        materials["coat"] = coat.skin.model_copy(update=under)
    return Thing(
        nodes=tuple(nodes),
        materials=materials,
        bones=bones,
        view_rad=_FACES_RAD if params.doing in upright.DEEDS else form.view_rad,
        face=(float(face[0]), float(face[1]), float(face[2])),
        face_m=_face_m(form) * size,
        handles=upright.sizes(grown, skel) if form.foot == "paw" else {},
        top=(0.0, float(skel.joints["loin"][1]), _back(form) * grown.height_m),
    )


class Params(NamedTuple):
    """One animal: size against the usual, color of its coat, which of its kind it is, whether its wings are spread, whether
    somebody rides it, whether it is young, and what it does, if that changes how it looks (_SHOWS)."""

    size: float
    color: Color
    seed: int
    flying: bool = False
    ridden: bool = False
    young: bool = False
    doing: str = ""


TAKES_OFF = "take_off"
"""What a bird does that is seen on the ground and in the air."""
_ALOFT = ("fly", "soar", "glide", "hover")  # with its wings spread
_SHUT = 0.06  # how wide open the eyes of one are that sleeps
_SHOWS = (*upright.DEEDS, "sleep", "spray")  # turned to who looks, with sticks; with its eyes shut; with water
_FACES_RAD = 0.42  # how far one that sits upright is turned from the lens; chosen
_YOUNG = 0.52  # how large a young one is against its parents; chosen
_NATURAL = {
    "orange": "#b8702f", "red": "#8f451f", "brown": "#6b4226", "golden": "#b98545", "gold": "#b98545", "yellow": "#c9a35c",
    "gray": "#7d7a76", "black": "#171411", "white": "#e6e1d8", "beige": "#c2a780", "cream": "#dccbaa", "pink": "#d8a79a",
}  # fmt: skip
"""What these words mean of fur: paints are brighter. Chosen against photographs."""


def chosen(rng: np.random.Generator, member: Member, *usual: str) -> Params:
    """Params of a member: in the color the text gives it, else in one of the usual."""
    pick = usual[int(rng.integers(len(usual)))]
    done = {a.kind for a in (member.action, *member.then) if a is not None}
    flying = bool(done & {*_ALOFT, *course.LEAVES, *course.COMES})
    young = member.age == "child"
    size = float(rng.uniform(0.96, 1.04)) * things.size_of(member) * (_YOUNG if young else 1.0)
    kind = member.action.kind if member.action is not None else ""
    kind = "sleep" if "sleep" in done else kind
    doing = kind if kind in _SHOWS else ""
    doing = TAKES_OFF if flying and (done - {*_ALOFT}) else doing
    ridden = member.action is not None and member.action.to is not None  # see content/mounted.py
    return Params(size, natural(member.color or pick), int(rng.integers(1000)), flying, ridden, young, doing)


def natural(color: str) -> Color:
    """Linear color of fur and feathers called that."""
    return colors.resolve(_NATURAL.get(color, color), where="color")


def moved(
    form: Form,
    thing: Thing,
    action: str,
    performance: Performance,
    *,
    run: gait.Gait = gait.TROT,
    wag: float = 0.1,
    nibbles: bool = False,
) -> Motion:
    """The Motion of a Thing that was built from a form. `run`: how it runs; `wag`: how far its tail sways, in radians; `nibbles`: it
    eats sat upright, with its paws."""
    form = built_from(form, thing)
    skel = skeleton(form)
    if performance.course:
        return routine.moved(form, skel, performance, run, wag)
    going = run if action == "run" else gait.GAITS.get(action)
    if going is not None and performance.speed_m_s:
        return gait.moved(form, skel, going, performance, wag)
    if action in upright.DEEDS and (performance.using is not None or nibbles or action not in upright.ON_ALL_FOURS):
        return upright.moved(form, skel, action, performance, deeds.idle(form, skel, performance, wag))
    if action == "play":
        return playing.moved(form, skel, performance, wag)
    made = deeds.staying(form, skel, action, performance, wag)
    return shower.with_drops(form, skel, made, performance) if shower.BONES[0] in thing.bones else made


def built_from(form: Form, thing: Thing) -> Form:
    """The form as large and as old as a Thing that was built from it: a young one's head is large against its back."""
    young = youthful(form)
    assert thing.top is not None
    share = thing.face_m / thing.top[2]
    form = min((form, young), key=lambda f: abs(_face_m(f) / (_back(f) * f.height_m) - share))
    return form._replace(height_m=form.height_m * thing.face_m / _face_m(form))


def _back(form: Form) -> float:
    """Height of the back, in heights."""
    return form.torso[len(form.torso) // 2][1]


def _face_m(form: Form) -> float:
    return 1.15 * form.head * form.height_m


def _node(form: Form, skel: Skeleton, coat: Coat, part: Part) -> Mesh:
    item = part.shape
    if part.material == "coat":
        for name, values in coat.masks(_place(form, skel, part)).items():
            item = item.with_data(name, np.clip(values, 0, 1))
    return things.mesh(part.name, item, part.material, sharp_rad=None, weights=part.weights)


def _place(form: Form, skel: Skeleton, part: Part) -> Where:
    return where(form, skel, part.shape, part.weights, ear=part.name == "ears")


def _body(form: Form, skel: Skeleton, blobs: list[Blob]) -> Shape:
    """The skin, its grid twice as fine round the head and the feet."""
    h = form.height_m
    coarse = h / form.grain
    low = np.min([b.low for b in blobs if not b.cut], axis=0) - 4 * coarse
    high = np.max([b.high for b in blobs if not b.cut], axis=0) + 4 * coarse
    frame, length = head_frame(skel.joints), form.head * h
    corners = np.array([frame.at(u, 0.0, z, length) for u in (0.0, 1.05) for z in (-0.35, 0.35)])
    head_low, head_high = corners.min(0), corners.max(0)
    fine = min(coarse, length / 52)  # grid points along a head; chosen
    step_x = min(coarse, 0.75 * coarse)
    axes = (
        ticks(step_x / 2, float(high[0]), step_x, [(0.0, 0.22 * length, 1.15 * fine)]),
        ticks(float(low[1]), float(high[1]), coarse, [(float(head_low[1]), float(head_high[1]), fine)]),
        ticks(
            max(float(low[2]), -4 * coarse),
            float(high[2]),
            coarse,
            [(float(head_low[2]), float(head_high[2]), fine), (-coarse, 0.06 * h, 0.6 * coarse)],
        ),
    )
    made = solid(blobs, axes)
    grounded = made.points.copy()
    grounded[:, 2] = np.maximum(grounded[:, 2], 0.001 * h)
    return made._replace(points=grounded)

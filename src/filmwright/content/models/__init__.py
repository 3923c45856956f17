"""Models that people bring as things of the cast: a table like the folders beside it, its names from the files in FILMWRIGHT_MODELS
(filmwright.models), each as a module would be. A model stands in for what is ours of that name; it stands, floats, goes and is held as
the nearest of ours that it is one of."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, partial
from importlib import resources
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from filmwright import concepts, models, registry, settings
from filmwright.content import offers, things
from filmwright.content.kinds import F64, Thing
from filmwright.content.models import _surfaces
from filmwright.errors import BadInput
from filmwright.models import Model, geometry
from filmwright.scene.nodes import Image, Mesh
from filmwright.scene.shapes import rotation
from filmwright.spec.shot import Member
from filmwright.values import Color

INHERITED = ("HOME", "DRAFT_M", "STANDS", "GRIP", "SPEEDS")
UNITS_M = (1.0, 0.01, 0.001, 0.0254, 0.3048)  # that files are in: m, cm, mm, inches, feet
LIKELY = 2.5  # times the usual size that a thing may differ from it; chosen
PLAUSIBLE_M = (0.02, 30.0)  # sizes that are believed of what nobody knows; chosen
FRONTS = {"+x": 90.0, "-x": -90.0, "+y": 0.0, "-y": 180.0, "+z": 180.0, "-z": 0.0}
"""Degrees that turn a front which looks along this way of the file to +Y; importers lay +z of a file with y up along -y."""


class Params(NamedTuple):
    """One model: its name, the hash of its file, size against the usual, and the linear color the text gives it."""

    name: str
    digest: str
    size: float
    color: Color | None


def modules_brought() -> Mapping[str, ModuleType]:
    """The models as modules by name: all that are brought, and of catalogs what is a known thing that we have not. Raises BadInput."""
    return _table(settings.load().models)


def fact(name: str, called: str) -> tuple[str, ...] | None:
    """A constant of a model's module: WORDS are its own, others are those of the nearest of ours."""
    if called == "WORDS":
        return tuple(modules_brought()[name].WORDS)
    like = _like(name) if called in INHERITED else None
    return offers.constant(offers.package_of("thing", like, brought=False), like, called) if like is not None else None


def words(language: str) -> Iterator[tuple[str, str]]:
    """What models are called in a language: phrase, name. Models of catalogs are called what their concept is."""
    for name in modules_brought():
        model = models.brought()[name]
        yield from ((phrase.lower(), name) for phrase in model.words.get(language, ()))


@cache
def _table(folders: tuple[Path, ...]) -> Mapping[str, ModuleType]:
    known, ours = concepts.parents("thing"), offers.own("thing")
    taken = [m for m in models.brought().values() if not m.from_catalog or (m.name in known and m.name not in ours)]
    return {model.name: _module(model) for model in taken}


class _Brought(ModuleType):
    """A module of content made of a file; what it inherits is read when it is asked for."""

    def __getattr__(self, called: str) -> object:
        like = _like(self.__name__.rsplit(".", 1)[-1]) if called in INHERITED else None
        if like is None or fact(like, called) is None:
            raise AttributeError(f"{self.__name__} has no {called}")
        return getattr(registry.find(offers.package_of("thing", like, brought=False), like), called)


def _module(model: Model) -> ModuleType:
    module = _Brought(f"{__name__}.{model.name}", models.credit(model).words)
    spoken = model.name.replace("_", " ")
    module.__dict__.update(
        WORDS=model.words.get("en", (spoken,)),
        EXAMPLE=f"A {spoken}",
        vary=partial(_vary, model),
        build=partial(_build, model),
    )
    return module


@cache
def _like(name: str) -> str | None:
    """The nearest of ours that a model is one of; none if we have none."""
    ours = offers.own("thing")
    return next((above for above in concepts.ancestors("thing", name) if above in ours), None)


def _vary(model: Model, rng: np.random.Generator, member: Member) -> Params:
    """The model in the size and color the text says."""
    color = things.color_of(member, member.color) if member.color is not None else None
    return Params(model.name, geometry.digest_of(model), things.size_of(member), color)


def _build(model: Model, params: Params) -> Thing:
    """The model as it stands, its front along +Y. Raises BadInput, naming the file."""
    read = geometry.read(model)
    points = read.points @ rotation(z=math.radians(FRONTS[model.said.front])).T
    extent = np.ptp(points, axis=0)
    if not extent.max() > 0:
        raise BadInput(f"The model {model.name} has no size", where=str(model.file))
    points = points * (_scale(model, extent) * params.size)
    low, high = points.min(axis=0), points.max(axis=0)
    points -= [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, low[2]]
    slots = np.minimum(read.slots, len(read.surfaces) - 1)
    seen = np.bincount(slots, weights=_areas(points, read.faces), minlength=len(read.surfaces)).astype(float)
    painted = _surfaces.painted(model, read, seen) if params.color is not None else None
    names = tuple(f"{n} {surface.name}".strip() for n, surface in enumerate(read.surfaces))
    mesh = Mesh(
        name=model.name.replace("_", " "),
        points=points.astype(np.float32),
        faces=np.column_stack([read.faces, np.full(len(read.faces), -1)]),
        materials=names,
        material_index=slots if len(names) > 1 else None,
        sharp_angle_rad=things.SHARP_RAD,
        point_data={"rest": points.astype(np.float32)},
        uv=np.concatenate([read.uv, read.uv[:, :1]], axis=1),
    )
    return Thing(
        nodes=(mesh,),
        materials={
            name: _surfaces.material(read, surface, params.color if n == painted else None)
            for n, (name, surface) in enumerate(zip(names, read.surfaces, strict=True))
        },
        images={
            name: Image(pixels=pixels, data=name not in _surfaces.colored(read)) for name, pixels in read.images.items()
        },
        top=(0.0, 0.0, float(np.ptp(points[:, 2]))),
        sits=((0.0, 0.0, model.said.seat_m * params.size, 0.0),) if model.said.seat_m is not None else (),
    )


def _areas(points: F64, faces: NDArray[np.int64]) -> F64:
    corners = points[faces]
    return np.asarray(
        np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1) / 2
    )


def _scale(model: Model, extent: F64) -> float:
    """What a model's own measures (x, y, z, its front along y) are multiplied by: as is said of it; else by one if that is likely for
    its kind; else by the unit that makes it so; else to the usual size."""
    said = model.said
    for axis, size_m in ((2, said.height_m), (0, said.width_m), (1, said.length_m)):
        if size_m is not None and extent[axis] > 0:
            return float(size_m / extent[axis])
    largest = float(extent.max())
    usual_m = usual_size_m(model.name)
    low, high = (usual_m / LIKELY, usual_m * LIKELY) if usual_m is not None else PLAUSIBLE_M
    fitting = next((unit for unit in UNITS_M if low <= largest * unit <= high), None)
    return fitting if fitting is not None else (usual_m or 1.0) / largest


def usual_size_m(name: str) -> float | None:
    """How long the longest side of a thing usually is; None if nobody knows."""
    sizes = _sizes()
    return next((sizes[above] for above in concepts.ancestors("thing", name) if above in sizes), None)


@cache
def _sizes() -> Mapping[str, float]:
    text = resources.files("filmwright").joinpath("data", "sizes.toml").read_text(encoding="utf-8")
    return {name: float(size) for name, size in tomllib.loads(text)["longest_m"].items()}

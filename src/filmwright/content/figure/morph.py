"""A body from numbers: the base mesh carried by its morph targets to an age, a build, a height and a face.

The scheme of macro targets (which names mix with which weights) is MakeHuman's; source of the data: bodydata.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple

import numpy as np

from filmwright import bodydata
from filmwright.bodydata import BODY_POINTS, BodyData
from filmwright.content.figure.body import F64, Body

Mix = dict[str, float]

# Years at which the age targets apply in full (MakeHuman says 1, 12, 25, 90). Measured: so a child of seven has the share of
# head a real one has, seven eighths of a grown person's heads in height.
_AGES = ((1.0, "baby"), (10.0, "child"), (20.0, "young"), (90.0, "old"))
_ANCESTRIES = ("african", "asian", "caucasian")


class Figure(NamedTuple):
    """The numbers of one body. gender 0 female .. 1 male; weight, muscle, proportions and cup 0..1 with 0.5 the average;
    height_m None keeps what age and gender give; ancestry: three shares (african, asian, caucasian) of the features;
    features: (target name, weight) pairs such as ("nose/nose-hump-incr", 0.4)."""

    gender: float
    age_years: float
    height_m: float | None = None
    weight: float = 0.5
    muscle: float = 0.5
    proportions: float = 0.5
    cup: float = 0.5
    ancestry: tuple[float, float, float] = (0.0, 0.0, 1.0)
    features: tuple[tuple[str, float], ...] = ()


def body(
    gender: float,
    age_years: float,
    height_m: float | None = None,
    weight: float = 0.5,
    muscle: float = 0.5,
    *,
    proportions: float = 0.5,
    cup: float = 0.5,
    ancestry: tuple[float, float, float] = (0.0, 0.0, 1.0),
    features: tuple[tuple[str, float], ...] = (),
) -> Body:
    """The Body of these numbers (see Figure), the same object for the same numbers. Raises NotInstalled without body data."""
    return build(Figure(gender, age_years, height_m, weight, muscle, proportions, cup, ancestry, features))


@lru_cache(maxsize=16)
def build(figure: Figure) -> Body:
    """The Body of a Figure."""
    data = bodydata.load()
    points = _shape(data, figure, 0.5)
    if figure.height_m is not None:
        points = _at_height(data, figure, points)
    points = points - np.array([0.0, 0.0, points[:BODY_POINTS, 2].min()])
    heads = {b: points[data.joint(b, "head")].mean(0) for b in data.bones}
    tails = {b: points[data.joint(b, "tail")].mean(0) for b in data.bones}
    eyes = {f"eye_{s}": _box_center(points, data.groups[f"helper-{s}-eye"]) for s in "lr"}
    height = float(points[:BODY_POINTS, 2].max())
    skirt = slice(*data.groups["helper-skirt"])
    marks = {
        "top": height,
        "eyes": float((eyes["eye_l"][2] + eyes["eye_r"][2]) / 2),
        "neck": float(heads["neck_01"][2]),
        # spine_01 lies too low for a waist; the upper rim of the skirt helper sits on it
        "waist": float(points[skirt, 2].max() - 0.015 * height / 1.7),
        "hip": float(heads["thigh_l"][2]),
        "knee": float(heads["calf_l"][2]),
        "ankle": float(heads["foot_l"][2]),
    }
    return Body(
        points=points,
        faces=data.faces,
        corner_uv={k: data.uv[f] for k, f in data.face_uv.items()},
        bones=data.bones,
        weights=data.weights,
        heads=heads,
        tails=tails,
        parents=data.parents,
        height_m=height,
        gender=figure.gender,
        age_years=figure.age_years,
        marks=marks,
        spots=eyes,
    )


def _box_center(points: F64, span: tuple[int, int]) -> F64:
    part = points[slice(*span)]
    return np.asarray((part.max(0) + part.min(0)) / 2)


def _at_height(data: BodyData, figure: Figure, average: F64) -> F64:
    """The figure with height_m from sole to crown: by the height targets as far as they go, the rest by scaling."""
    assert figure.height_m is not None
    natural = _tall(average)
    end = 1.0 if figure.height_m > natural else 0.0
    extreme = _shape(data, figure, end)
    reach = _tall(extreme) - natural
    # Beyond half the range the targets make giants and dwarves, not people of another height (seen).
    # A tall child is not long-legged: children are scaled as they are.
    most = 0.5 * min(max((figure.age_years - 10) / 8, 0.0), 1.0)
    share = min(max((figure.height_m - natural) / reach if abs(reach) > 1e-6 else 0.0, 0.0), most)
    points = average + share * (extreme - average)
    return points * (figure.height_m / _tall(points))


def _tall(points: F64) -> float:
    return float(np.ptp(points[:BODY_POINTS, 2]))


def _shape(data: BodyData, figure: Figure, height: float) -> F64:
    """Points (19158, 3) of the figure; `height` 0..1 is MakeHuman's own."""
    total: Mix = {}
    for name, weight in (*_macros(figure, height), *figure.features):
        if abs(weight) > 1e-4:
            total[name] = total.get(name, 0.0) + weight
    points = data.points.copy()
    for name, weight in total.items():
        number, delta = data.target(name)
        points[number] += weight * delta
    return points


def _between(x: float, names: tuple[str, ...]) -> Mix:
    """Shares of evenly spaced anchors around x in 0..1; nameless anchors (the average) need no target."""
    at = min(max(x, 0.0), 1.0) * (len(names) - 1)
    k = min(int(at), len(names) - 2)
    return {n: w for n, w in ((names[k], 1 - (at - k)), (names[k + 1], at - k)) if w > 0 and n}


def _ages(years: float) -> Mix:
    at = float(np.interp(years, [y for y, _ in _AGES], range(len(_AGES))))
    return _between(at / (len(_AGES) - 1), tuple(n for _, n in _AGES))


def _macros(figure: Figure, height: float) -> Iterator[tuple[str, float]]:
    genders = {"female": 1 - figure.gender, "male": figure.gender}
    muscles = _between(figure.muscle, ("minmuscle", "averagemuscle", "maxmuscle"))
    weights = _between(figure.weight, ("minweight", "averageweight", "maxweight"))
    heights = _between(height, ("minheight", "", "maxheight"))
    proportions = _between(figure.proportions, ("uncommonproportions", "", "idealproportions"))
    # The targets of an average cup do not exist: the plain body has it.
    cups = _between(figure.cup, ("mincup", "", "maxcup"))
    root = "macrodetails"
    for (gender, gw), (age, aw) in product(genders.items(), _ages(figure.age_years).items()):
        for name, share in zip(_ANCESTRIES, figure.ancestry):
            yield f"{root}/{name}-{gender}-{age}", gw * aw * share
        for (muscle, mw), (weight, ww) in product(muscles.items(), weights.items()):
            k = gw * aw * mw * ww
            if k == 0:
                continue
            frame = f"{gender}-{age}-{muscle}-{weight}"
            yield f"{root}/universal-{frame}", k
            for name, share in heights.items():
                yield f"{root}/height/{frame}-{name}", k * share
            if age == "baby":  # babies have no targets for what follows
                continue
            for name, share in proportions.items():
                yield f"{root}/proportions/{frame}-{name}", k * share
            if gender == "female":
                for name, share in cups.items():
                    yield f"breast/female-{age}-{muscle}-{weight}-{name}-averagefirmness", k * share

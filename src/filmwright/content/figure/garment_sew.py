"""From cloth to Piece: collects the parts of one garment under their materials, and says what of the body they hide."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from filmwright.content.figure.garment import F64, Cloth, Mask, join, to_mesh
from filmwright.content.figure.garment_fit import Fit
from filmwright.content.figure.garment_layers import concealed, cover
from filmwright.content.colors import resolve
from filmwright.content.kinds import Piece
from filmwright.registry import find
from filmwright.scene.nodes import Mesh
from filmwright.scene.shade import Material
from filmwright.spec.shot import Garment
from filmwright.values import Color

MATERIALS = "filmwright.content.materials"


@dataclass
class Sewing:
    """One garment on the table. `name` starts the names of its nodes and materials."""

    fit: Fit
    name: str
    meshes: list[Mesh] = field(default_factory=list)
    materials: dict[str, Material] = field(default_factory=dict)
    hidden: Mask | None = None

    def stuff(self, color: Color, material: str, use: str = "") -> str:
        """The name of a material of that color, made on first use."""
        name = f"{self.name} {use or material}"
        if name not in self.materials:
            self.materials[name] = find(MATERIALS, material, where=self.name).build(color)
        return name

    def add(
        self,
        part: str,
        cloth: Cloth | list[Cloth | None] | None,
        material: str,
        *,
        data: dict[str, F64] | None = None,
        uv: F64 | None = None,
        sharp_angle_rad: float | None = None,
        subdivide: int = 0,
    ) -> None:
        """Put cloth (or several pieces of one material) on the table; nothing is added for None."""
        pieces = [c for c in (cloth if isinstance(cloth, list) else [cloth]) if c is not None]
        if not pieces:
            return
        name = f"{self.name} {part}".strip()
        whole = pieces[0] if len(pieces) == 1 else join(pieces)
        self.meshes.append(
            to_mesh(name, whole, material, data=data, uv=uv, sharp_angle_rad=sharp_angle_rad, subdivide=subdivide)
        )

    def hides(self, cloth: Cloth, *, margin: float, reach: float, where: Mask | None = None) -> None:
        """The body behind this cloth need not be drawn; margin from its edges and reach in metres at scale 1."""
        s = self.fit.scale
        hidden = concealed(self.fit.body.points, cover(cloth), margin_m=margin * s, reach_m=reach * s)
        if where is not None:
            hidden &= where
        self.hidden = hidden if self.hidden is None else self.hidden | hidden

    def piece(self, *, sole_m: float = 0.0) -> Piece:
        """The garment, finished."""
        return Piece(nodes=tuple(self.meshes), materials=self.materials, covered=self.hidden, sole_m=sole_m)


def fabric(garment: Garment, color: str, materials: tuple[str, ...]) -> tuple[Color, str]:
    """The color and material a garment is made of: as asked, else its own default (`color`, the first of `materials`)."""
    return resolve(garment.color or color), garment.material or materials[0]


def seed_of(rng: np.random.Generator) -> int:
    """A seed for this garment's folds."""
    return int(rng.integers(0, 2**31 - 64))



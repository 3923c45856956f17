"""From cloth to Piece: collects the parts of one garment under their materials, and says what of the body they hide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from filmwright.content.colors import resolve
from filmwright.content.figure import garment_parts
from filmwright.content.figure.garment import F64, I64, Cloth, Mask, join, to_mesh
from filmwright.content.figure.garment_chart import weave
from filmwright.content.figure.garment_cut import hem, loops
from filmwright.content.figure.garment_fit import Fit
from filmwright.content.figure.garment_layers import concealed, cover
from filmwright.content.figure.swing import FLOWS
from filmwright.content.kinds import Flow, Piece, Swing
from filmwright.content.materials._pattern import Stripes, patterned
from filmwright.content.materials.denim import SEAM_M
from filmwright.registry import find
from filmwright.scene.nodes import Mesh, Shapes
from filmwright.scene.shade import Material
from filmwright.spec.shot import Garment
from filmwright.values import Color

MATERIALS = "filmwright.content.materials"


@dataclass
class Sewing:
    """One garment on the table. `name` starts the names of its nodes and materials; `pattern` is that of its cloth, `stripes` how
    it is cut if they are stripes; `skirted`: it hangs round both legs as one."""

    fit: Fit
    name: str
    pattern: str | None = None
    stripes: Stripes = "across"
    skirted: bool = False
    meshes: list[Mesh] = field(default_factory=list)
    materials: dict[str, Material] = field(default_factory=dict)
    hidden: Mask | None = None
    flows: dict[str, Flow] = field(default_factory=dict)

    def stuff(self, color: Color, material: str, use: str = "") -> str:
        """The name of a material of that color, made on first use. What has no `use` of its own is the cloth, with its pattern."""
        name = f"{self.name} {use or material}"
        if name not in self.materials:
            made = find(MATERIALS, material, where=self.name).build(color)
            if self.pattern is not None and not use:
                made = patterned(made, color, self.pattern, self.stripes)
            self.materials[name] = made
        return name

    def metal(self, color: Color, use: str) -> str:
        """The name of a polished metal of that color."""
        name = f"{self.name} {use}"
        self.materials[name] = Material(color=color, metallic=1.0, roughness=0.28, preview=color)
        return name

    def add(
        self,
        part: str,
        cloth: Cloth | Sequence[Cloth | None] | None,
        material: str,
        *,
        data: dict[str, F64] | None = None,
        uv: F64 | None = None,
        sharp_angle_rad: float | None = None,
        subdivide: int = 0,
    ) -> None:
        """Put cloth (or several pieces of one material) on the table; nothing is added for None."""
        pieces = [c for c in ([cloth] if isinstance(cloth, Cloth) or cloth is None else cloth) if c is not None]
        if not pieces:
            return
        name = f"{self.name} {part}".strip()
        whole = pieces[0] if len(pieces) == 1 else join(pieces)
        if uv is None and self.pattern is not None:
            uv = self.weave(whole)
        self.meshes.append(
            to_mesh(name, whole, material, data=data, uv=uv, sharp_angle_rad=sharp_angle_rad, subdivide=subdivide)
        )

    def shell(
        self,
        surface: Cloth,
        material: str,
        *,
        thickness: float,
        depth: float,
        part: str = "",
        data: dict[str, F64] | None = None,
    ) -> Cloth:
        """Put the garment's main surface on the table, its edges turned under (thickness and depth of the hem at scale 1); returns it
        with its hems. `part`: its name, if something else is the main surface. `data` are numbers for the points of `surface`;
        hems carry on those of their edge. The point attribute `lip` tells hems from the surface itself (garment_layers reads
        it)."""
        s = self.fit.scale
        whole, source = hem(surface, thickness * s, depth * s)
        lip = (np.arange(len(whole.points)) >= len(surface.points)).astype(np.float64)
        carried = {k: v[source] for k, v in (data or {}).items()}
        self.add(part, whole, material, uv=self.weave(whole), data={"lip": lip, **carried})
        return whole

    def weave(self, cloth: Cloth) -> F64:
        """Corner coordinates (f, 4, 2) of a cloth along its weave, metres."""
        return weave(self.fit, cloth, legs=not self.skirted)

    def lets_flow(self, pivot_z: float, *, drag: float, most_rad: float = 0.75) -> None:
        """What has been put on the table last hangs free below a height (metres) from the upper back: it swings, and trails in the air
        by `drag` radians at a metre a second."""
        mesh, fit = self.meshes[-1], self.fit
        points = np.asarray(mesh.points, float)
        low = float(points[:, 2].min())
        fall = np.maximum(pivot_z - points[:, 2], 0.0)
        bend = fall * np.clip(fall / (0.45 * (pivot_z - low)), 0, 1)
        rows = np.flatnonzero(bend > 1e-4)
        deltas = np.zeros((3, len(rows), 3), np.float32)
        deltas[0, :, 0] = deltas[1, :, 1] = bend[rows]
        deltas[2, :, 2] = 0.5 * bend[rows]
        shapes = Shapes(units=FLOWS, rows=rows, deltas=deltas, weights=np.zeros((1, 3)))
        self.meshes[-1] = mesh.model_copy(update={"shapes": shapes})
        back = float(fit.head_of("spine_03")[1])
        swing = Swing((0.0, back, pivot_z), 0.55 * (pivot_z - low), most_rad, away=(0.0, 1.0))
        self.flows[mesh.name] = Flow("spine_03", swing, drag)

    def hides(self, cloth: Cloth, *, margin: float, reach: float, where: Mask | None = None) -> None:
        """The body behind this cloth need not be drawn; margin from its edges and reach in metres at scale 1."""
        s = self.fit.scale
        hidden = concealed(self.fit.body.points, cover(cloth), margin_m=margin * s, reach_m=reach * s)
        if where is not None:
            hidden &= where
        self.hidden = hidden if self.hidden is None else self.hidden | hidden

    def hides_feet(self, *, below_z: float) -> None:
        """Nothing of the feet below a height (metres) need be drawn: toes and soles are inside a shoe, whatever its shape."""
        inside = (self.fit.foot > 0.5) & (self.fit.body.points[:, 2] < below_z)
        self.hidden = inside if self.hidden is None else self.hidden | inside

    def piece(self, *, sole_m: float = 0.0) -> Piece:
        """The garment, finished."""
        return Piece(
            nodes=tuple(self.meshes), materials=self.materials, flows=self.flows, covered=self.hidden, sole_m=sole_m
        )


def fabric(garment: Garment, color: str, materials: tuple[str, ...]) -> tuple[Color, str]:
    """The color and material a garment is made of: as asked, else its own default (`color`, the first of `materials`)."""
    return resolve(garment.color or color), garment.material or materials[0]


def stitched(sewing: Sewing, part: str, cloths: Sequence[Cloth | None], material: str) -> None:
    """Add parts whose rims are sewn down: they carry the `seam` of denim along their edge."""
    for index, cloth in enumerate(c for c in cloths if c is not None):
        seam: F64 = 1.0 + np.clip((garment_parts.edge_distance(cloth) - 0.004 * sewing.fit.scale) / SEAM_M, -1.0, 1.0)
        sewing.add(f"{part} {index}", cloth, material, uv=weave(sewing.fit, cloth), data={"seam": seam})


def sleeve_ends(ground: garment_parts.Surface) -> list[I64]:
    """The edge loops at the ends of both sleeves."""
    return [loop for loop in loops(ground.cloth.faces) if not ground.trunk[loop].any()]


def seed_of(rng: np.random.Generator) -> int:
    """A seed for this garment's folds."""
    return int(rng.integers(0, 2**31 - 64))

"""Props."""

from __future__ import annotations

import pytest

from filmwright.content.props import wood_log
from filmwright.scene import shapes
from filmwright.scene.nodes import Mesh


@pytest.mark.parametrize("top_m", [0.3, 0.46])
def test_a_log_is_as_high_as_the_seat_it_stands_for(top_m: float) -> None:
    made = wood_log.build(wood_log.Params(top_m, snowy=True, seed=3))
    mesh, materials = made.nodes[0], made.materials
    assert isinstance(mesh, Mesh)
    middle = mesh.points[abs(mesh.points[:, 0]) < 0.3]
    assert middle[:, 2].max() == pytest.approx(top_m, abs=0.06)
    assert mesh.points[:, 2].min() < -0.05, "it is sunk into the ground"
    assert set(mesh.materials) == set(materials)


def test_a_log_looks_outward() -> None:
    mesh = wood_log.build(wood_log.Params(0.45, bleached=True, seed=1)).nodes[0]
    assert isinstance(mesh, Mesh)
    normals = shapes.point_normals(mesh.points.astype(float), mesh.faces.astype(int))
    side = abs(mesh.points[:, 0]) < 0.9
    outward = mesh.points[side][:, 1] * normals[side][:, 1]
    assert (outward > -1e-3).mean() > 0.9

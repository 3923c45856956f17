"""Meshes in numpy."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmwright.scene import shapes


def volume(item: shapes.Shape) -> float:
    """Signed volume of a closed shape: positive when its faces look outward."""
    tri = np.concatenate([item.faces[:, [0, 1, 2]], item.faces[item.faces[:, 3] >= 0][:, [0, 2, 3]]])
    a, b, c = (item.points[tri[:, k]] for k in range(3))
    return float((a * np.cross(b, c)).sum() / 6)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (shapes.box((1, 2, 3)), 6.0),
        (shapes.ball(1.0, sides=64, levels=48), 4 / 3 * math.pi),
        (shapes.lathe([(1, 0), (1, 2)], sides=96), 2 * math.pi),
        (shapes.sweep([(0, 0, 0), (0, 0, 1), (0, 0, 2)], 0.5, sides=64), 0.5 * math.pi),
        (shapes.extrude([(0, 0), (1, 0), (1, 1), (0, 1)], 2.0), 2.0),
        (shapes.box((1, 1, 1)).mirrored(), 1.0),
    ],
    ids=["box", "ball", "lathe", "sweep", "extrude", "mirrored"],
)
def test_closed_shapes_look_outward_and_hold_their_volume(item: shapes.Shape, expected: float) -> None:
    assert volume(item) == pytest.approx(expected, rel=0.02)


@given(st.floats(0.05, 5), st.floats(0.05, 5), st.floats(0.05, 5), st.floats(0, 0.4))
def test_a_bevel_never_leaves_the_box(x: float, y: float, z: float, bevel: float) -> None:
    item = shapes.box((x, y, z), bevel=bevel)
    assert (np.abs(item.points) <= np.array([x, y, z]) / 2 + 1e-9).all()


def test_join_keeps_triangles_triangles_and_fills_missing_attributes_with_zero() -> None:
    a = shapes.shape([[0, 0, 0], [1, 0, 0], [0, 1, 0]], [[0, 1, 2]]).with_data("wet", 1.0)
    both = shapes.join([a, shapes.box((1, 1, 1))])
    assert both.faces[0].tolist() == [0, 1, 2, -1]
    assert both.faces[1:].min() == 3
    assert both.data["wet"].tolist() == [1.0] * 3 + [0.0] * 8


def test_a_grid_faces_up() -> None:
    sheet = shapes.grid(np.linspace(0, 1, 4), np.linspace(0, 1, 3))
    assert (shapes.point_normals(sheet.points, sheet.faces)[:, 2] > 0.99).all()

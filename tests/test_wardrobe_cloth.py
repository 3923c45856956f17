"""Scissors and needle: cutting, refining, hemming and smoothing keep what a cloth is made of."""

import numpy as np
import pytest

from filmwright.content.figure.garment import Cloth
from filmwright.content.figure.garment_cut import compact, cut, faces_corners, hem, loops, refine, smooth, strip
from filmwright.content.figure.garment_layers import concealed, cover
from filmwright.scene.shapes import ball, grid, rings


def _sheet(n: int = 9) -> Cloth:
    """A flat square of side 1 whose first bone weighs as much as x."""
    item = grid(np.linspace(0, 1, n), np.linspace(0, 1, n))
    x = item.points[:, 0]
    return Cloth(item.points, item.faces, np.column_stack([x, 1 - x]))


def _tube() -> Cloth:
    turn = np.arange(24) * 2 * np.pi / 24
    stack = [np.column_stack([np.cos(turn), np.sin(turn), np.full(24, z)]) for z in np.linspace(0, 2, 9)]
    item = rings(np.array(stack), caps=False)
    return Cloth(item.points, item.faces, np.ones((len(item.points), 1)))


def _area(cloth: Cloth) -> float:
    p, f = cloth.points, cloth.faces
    last = np.where(f[:, 3] >= 0, f[:, 3], f[:, 2])
    one = np.cross(p[f[:, 1]] - p[f[:, 0]], p[f[:, 2]] - p[f[:, 0]])
    two = np.cross(p[f[:, 2]] - p[f[:, 0]], p[last] - p[f[:, 0]])
    return float(0.5 * (np.linalg.norm(one, axis=1) + np.linalg.norm(two, axis=1)).sum())


@pytest.mark.parametrize("at", [0.31, 0.5, 0.77])
def test_a_cut_leaves_exactly_the_side_that_was_asked_for(at: float) -> None:
    sheet = _sheet()
    half = cut(sheet, sheet.points[:, 0] - at)
    assert half.points[:, 0].max() == pytest.approx(at, abs=1e-9)
    assert _area(half) == pytest.approx(at, rel=1e-6)


def test_a_slanting_cut_leaves_its_area_and_interpolates_weights() -> None:
    sheet = _sheet()
    half = cut(sheet, sheet.points @ np.array([1.0, 0.7, 0.0]) - 0.8)
    assert _area(half) == pytest.approx(0.45, rel=1e-6)
    assert np.allclose(half.weights[:, 0], half.points[:, 0])


def test_a_cut_can_be_kept_to_one_part_of_the_cloth() -> None:
    sheet = _sheet()
    kept = cut(sheet, sheet.points[:, 0] - 0.4, sheet.points[:, 1] > 0.7)
    assert kept.points[kept.points[:, 1] < 0.6][:, 0].max() == 1.0
    assert kept.points[kept.points[:, 1] > 0.8][:, 0].max() <= 0.4 + 1e-9


def test_refining_makes_four_faces_of_each_and_keeps_the_edge_of_a_flat_sheet() -> None:
    fine = refine(_sheet())
    assert len(fine.faces) == 4 * 64
    assert _area(fine) == pytest.approx(1.0, abs=0.01)
    assert np.allclose(fine.weights.sum(1), 1)


def test_refining_a_mesh_with_triangles_keeps_it_closed_and_wound_outward() -> None:
    item = ball(1.0, sides=12, levels=8)
    fine = refine(Cloth(item.points, item.faces, np.ones((len(item.points), 1))))
    assert loops(fine.faces) == []
    outward = (fine.normals() * fine.points).sum(1)
    assert (outward > 0).all()


def test_a_tube_has_two_edges_and_a_hem_turns_both_inward() -> None:
    tube = _tube()
    assert [len(loop) for loop in loops(tube.faces)] == [24, 24]
    hemmed, source = hem(tube, 0.02, 0.2)
    added = hemmed.points[len(tube.points) :]
    assert len(hemmed.points) == len(source)
    assert np.linalg.norm(added[:, :2], axis=1).max() <= 1.0 + 1e-6
    deepest = hemmed.points[-24:, 2]
    assert (deepest > 0.1).all() and (deepest < 1.9).all()


def test_a_strip_winds_like_the_cloth_it_is_sewn_to() -> None:
    tube = _tube()
    low = min(loops(tube.faces), key=lambda loop: tube.points[loop, 2].mean())
    longer = strip(tube, low, (tube.points[low] - [0, 0, 0.3])[None], tube.weights[low][None])
    a, b = faces_corners(longer.faces)
    directed = a * len(longer.points) + b
    assert len(np.unique(directed)) == len(directed), "two faces run along one edge in the same direction"


def test_smoothing_draws_in_a_spike_and_holds_what_it_is_told_to_hold() -> None:
    sheet = _sheet()
    points = sheet.points.copy()
    points[40, 2] = 1.0
    held = np.full(len(points), 0.5)
    held[0] = 0.0
    calm = smooth(points, sheet.faces, 5, held)
    assert calm[40, 2] < 0.3
    assert np.array_equal(calm[0], points[0])


def test_a_tube_conceals_its_inside_but_not_what_lies_near_its_open_ends() -> None:
    behind = cover(_tube())
    probes = np.array([[0.9, 0, 1.0], [0.9, 0, 0.05], [1.2, 0, 1.0]])
    assert concealed(probes, behind, margin_m=0.3, reach_m=0.5).tolist() == [True, False, False]


def test_compacting_drops_the_points_no_face_uses() -> None:
    sheet = _sheet()
    keep = np.zeros(len(sheet.faces), bool)
    keep[0] = True
    assert len(compact(sheet, keep).points) == 4

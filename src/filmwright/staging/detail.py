"""Detail by distance: each of the cast is made as fine as its largest face in the shot can show, and no finer."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.swing import FLOWS
from filmwright.content.kinds import F64
from filmwright.scene.nodes import Camera, Mesh, Node, Strands
from filmwright.scene.shade import Material
from filmwright.scene.skinning import shaped
from filmwright.staging.cast import Cast

HEAD_M = 0.23  # height of a grown head
FACE_PX = 72  # a face smaller than this shows no light below the skin; chosen by eye
SMOOTH_PX = 44  # with a face smaller than this the corners of the coarse skin are under half a pixel; chosen by eye
LIVES_PX = 22  # in a face smaller than this nobody sees eyes and mouth move; chosen by eye
GLEAMS_PX = 130  # from a face of this size on, the highlights of single hairs are seen as such; chosen by eye
STRAND_PX = 0.4  # no strand gets thicker in the picture than this by thinning; chosen by eye
FEWEST = 100  # strands that are left of any tuft: a few hairs, like a lash line, are drawn, not sampled; chosen
MOST = 8  # strands that one may stand for; chosen: more shows in the outline of a head


def face_px(eyes: F64, camera: Camera, width: int) -> float:
    """The largest height of a face in the picture, in pixels of `width`, over the whole shot. eyes: (F, 3)."""
    reach = np.linalg.norm(eyes - np.asarray(camera.locations, float), axis=1)
    sizes = HEAD_M / np.maximum(reach, 0.1) * np.asarray(camera.focal_mm) / camera.sensor_mm * width
    return float(sizes.max())


def as_seen(people: Cast, camera: Camera, width: int) -> Cast:
    """The cast through this camera: fewer, thicker strands, coarser skin, and skin without light below its surface (its noise
    is what smears a small face) on those who are small all the time."""
    nodes, materials = list(people.nodes), dict(people.materials)
    for member in people.people:
        face = face_px(people.eyes[member], camera, width)
        nodes = [coarser(n, face) if getattr(n, "cast", None) == member else n for n in nodes]
        hairs = {n.material for n in nodes if isinstance(n, Strands) and n.cast == member}
        materials |= {name: duller(materials[name], gleam(face)) for name in hairs if name in materials}
        if face < FACE_PX:
            own = {k: m for k, m in materials.items() if k.startswith(f"{member} ")}
            materials |= {k: opaque(m) for k, m in own.items()}
    for member in people.eyes.keys() - set(people.people):
        pixel_m = HEAD_M / max(face_px(people.eyes[member], camera, width), 1.0)
        nodes = [thinned(n, pixel_m) if isinstance(n, Strands) and n.cast == member else n for n in nodes]
    return people._replace(nodes=tuple(nodes), materials=materials)


def gleam(face: float) -> float:
    """The share of its highlights that hair keeps on a head whose face is `face` pixels tall. A hair's highlight is a line far finer than
    a pixel: strands that stand for many would show it on one pixel and not on the next, as white specks."""
    return float(np.clip((face - LIVES_PX) / (GLEAMS_PX - LIVES_PX), 0.0, 1.0)) ** 2


def duller(material: Material, share: float) -> Material:
    """The material with a share of its highlights."""
    if share == 1.0 or not isinstance(material.specular, float):
        return material
    return material.model_copy(update={"specular": share * material.specular})


def opaque(material: Material) -> Material:
    """The material without light below its surface."""
    return material if material.subsurface == 0.0 else material.model_copy(update={"subsurface": 0.0})


def coarser(node: Node, face: float) -> Node:
    """A person's node as fine as a face `face` pixels tall needs it."""
    if isinstance(node, Mesh | Strands) and node.shapes is not None and node.shapes.units != FLOWS and face < LIVES_PX:
        usual = np.median(node.shapes.weights, axis=0, keepdims=True)
        still = node.shapes.model_copy(update={"weights": usual})
        node = node.model_copy(update={"points": shaped(node.points, still, 0), "shapes": None})
    if isinstance(node, Mesh):
        return node.model_copy(update={"subdivide": 0}) if node.subdivide and face < SMOOTH_PX else node
    if isinstance(node, Strands):
        return thinned(node, pixel_m=HEAD_M / max(face, 1.0))
    return node


def thinned(node: Strands, pixel_m: float) -> Strands:
    """Every 2nd, 4th or 8th strand, so much thicker that together they cover as much: count times radius stays, and with it how
    far light gets between them. pixel_m: what a pixel shows."""
    count = len(node.points)
    step = 1
    while 2 * step <= MOST and count // (2 * step) >= FEWEST and 4 * step * node.radii.max() <= STRAND_PX * pixel_m:
        step *= 2
    if step == 1:
        return node
    points = node.points[::step]
    radii = node.radii[::step] if node.radii.ndim == 2 else node.radii
    change: dict[str, object] = {"points": points, "radii": (radii * (count / len(points))).astype(np.float32)}
    change["root_data"] = {name: values[::step] for name, values in node.root_data.items()}
    if node.shapes is not None:
        fewer = {"rows": np.arange(len(points)), "deltas": node.shapes.deltas[:, ::step]}
        change["shapes"] = node.shapes.model_copy(update=fewer)
    if node.skin is not None:
        rows = {"bones": node.skin.bones[::step], "weights": node.skin.weights[::step]}
        change["skin"] = node.skin.model_copy(update=rows)
    return node.model_copy(update=change)

"""A pair of spectacles fitted to a face: rims round the eyes, a bridge on the nose, temples to the ears."""

from __future__ import annotations

import numpy as np

from filmwright.content.figure.body import F64, Body
from filmwright.content.figure.face import Face, landmarks
from filmwright.content.figure.garment import bone_weights, from_shape
from filmwright.content.figure.garment_fit import measure
from filmwright.content.figure.garment_sew import Sewing
from filmwright.content.kinds import Piece
from filmwright.scene.shade import Material
from filmwright.scene.shapes import Shape, curve, join, rings, sweep

# In distances between the eyes (about 6 cm): half a lens, where its middle lies, the thickness of the rim; chosen by eye.
OUT_M = 0.011  # how far the lens stands before the bridge of the nose, in metres


def build(body: Body, name: str, *, outline: F64, rim: float, frame: Material, lens: Material) -> Piece:
    """Spectacles on a body. outline: half-sizes (2,) of a lens, and how square it is, in distances between the eyes; rim: its
    thickness in the same measure."""
    face = landmarks(body)
    sewing = Sewing(measure(body), name)
    sewing.materials |= {f"{name} frame": frame, f"{name} lens": lens}
    stiff = bone_weights(body, head=1.0)
    edges = {side: _edge(face, outline, side) for side in (-1.0, 1.0)}
    thick = rim * face.u
    parts = [sweep(e, thick, sides=8, closed=True) for e in edges.values()]
    parts += [_bridge(face, edges, thick), *(_temple(body, face, edges[s], s, thick) for s in (-1.0, 1.0))]
    sewing.add("frame", from_shape(join(parts), stiff), f"{name} frame")
    sewing.add("lens", from_shape(join([_pane(e) for e in edges.values()]), stiff), f"{name} lens")
    return sewing.piece()


def _edge(face: Face, outline: F64, side: float) -> F64:
    """The rim (n, 3) of one lens: a superellipse that tapers towards the nose and bends back a little at the temple."""
    wide, tall, square = (float(v) for v in outline)
    t = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    power = 2.0 / square
    a = np.sign(np.cos(t)) * np.abs(np.cos(t)) ** power
    b = np.sign(np.sin(t)) * np.abs(np.sin(t)) ** power
    b = b * (1.0 - 0.10 * np.clip(-a, 0, 1)) - 0.10 * np.clip(-b, 0, 1) * np.clip(-a, 0, 1)
    x = side * (0.5 + 0.06 + wide * a)
    z = -0.10 + tall * b
    bridge = float(face.surface([0.0], [0.12])[0][0, 1])
    brow = float(face.surface([side * 0.5], [0.42])[0][0, 1])
    y = min(bridge, brow) - OUT_M + 0.22 * face.u * np.clip((np.abs(x) - 0.25), 0, 2) ** 2
    return np.column_stack([x * face.u, y, face.middle[2] + z * face.u])


def _pane(edge: F64) -> Shape:
    """A lens: its rim, and a middle that bulges forward."""
    middle = edge.mean(axis=0)
    levels = [middle + (edge - middle) * k + [0, -0.0025 * (1 - k * k), 0] for k in (1.0, 0.7, 0.35, 0.02)]
    stack = np.array(levels)
    return rings(stack[:, ::-1] if edge[0, 0] < 0 else stack, caps=False)


def _bridge(face: Face, edges: dict[float, F64], thick: float) -> Shape:
    """From rim to rim over the nose."""
    ends = []
    for side in (-1.0, 1.0):
        inner = edges[side][np.argsort(np.abs(edges[side][:, 0]))[:6]]
        ends.append(inner[inner[:, 2].argmax()])
    middle = (ends[0] + ends[1]) / 2 + [0.0, -0.002, 0.10 * face.u]
    return sweep(curve(np.array([ends[0], middle, ends[1]]), 9), 1.1 * thick, sides=8)


def _temple(body: Body, face: Face, edge: F64, side: float, thick: float) -> Shape:
    """Along the head to the ear and down behind it."""
    hinge = edge[np.argmax(side * edge[:, 0] + 0.6 * edge[:, 2])]
    skin = body.points[: len(face.ears)]
    ear = skin[(face.ears > 0.5) & (side * skin[:, 0] > 0)]
    top = ear[ear[:, 2].argmax()]
    out = max(side * top[0] * 0.97, side * hinge[0])
    points = [
        hinge,
        (side * max(out, side * hinge[0] + 0.004), hinge[1] + 0.018, hinge[2]),
        (side * out, (hinge[1] + top[1]) / 2, (hinge[2] + top[2]) / 2 + 0.002),
        (side * out * 0.99, top[1] + 0.004, top[2] + 0.001),
        (side * out * 0.98, top[1] + 0.022, top[2] - 0.022),
    ]
    return sweep(curve(np.array(points, float), 24), thick, sides=8, flat=0.7)

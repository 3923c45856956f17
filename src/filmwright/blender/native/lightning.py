"""Lightning: a bolt before the cloud it lights, and its light on the set, in the frames in which it strikes.

params: the fields of `scene.lightning.Strikes`; sun_w the irradiance of the flash, its color, and `sky`: by how much of itself the
world gets brighter. The first material is the bolt's, the second the lit cloud's, which reads the attribute "light".
"""

from __future__ import annotations

import math
from typing import Any

import bpy
import numpy as np

from filmwright.blender.build import Built, set_attribute, set_mesh
from filmwright.scene import lightning
from filmwright.scene.nodes import Native
from filmwright.scene.shapes import Shape


def make(node: Native, built: Built) -> list[Any]:
    """Bolt, cloud and lamp, dark; `update` lights them."""
    items = []
    for part, name in zip(("bolt", "cloud"), node.materials):
        data = bpy.data.meshes.new(f"{node.name} {part}")
        data.materials.append(built.materials[name])
        item = built.link(bpy.data.objects.new(data.name, data))
        for ray in ("diffuse", "shadow"):
            setattr(item, f"visible_{ray}", False)
        items.append(item)
    lamp = bpy.data.lights.new(f"{node.name} flash", "SUN")
    lamp.angle, lamp.color = 0.05, node.params["color"]
    items.append(built.link(bpy.data.objects.new(lamp.name, lamp)))
    for item in items:
        item.hide_render = True
    _SKIES.clear()
    return items


_SKIES: dict[str, float] = {}  # the world's own strength: one process renders one Stage


def update(node: Native, objects: list[Any], frame: int, built: Built) -> None:
    """Strike, or be dark."""
    strikes = lightning.from_params(node.params)
    time_s = built.stage.time_s(frame)
    level, bolt = lightning.now(strikes, time_s)
    channel, cloud, lamp = objects
    for item in objects:
        item.hide_render = level == 0.0
    channel.hide_render |= bolt is None
    _brighten(built, level * float(node.params["sky"]))
    if level == 0.0:
        return
    number = math.floor(time_s / lightning.EVERY_S)
    if bolt is not None:
        _fill(channel, lightning.channel(strikes, bolt))
    lit = lightning.cloud(strikes, bolt, number)
    _fill(cloud, lit._replace(data={"light": lit.data["light"] * level}))
    yaw = lightning.azimuth(strikes, number if bolt is None else bolt)
    # A little to the side of the bolt: what lies before it would else be lit from behind alone.
    lamp.rotation_euler = (
        math.pi / 2 - lightning.LIT_RAD,
        0.0,
        yaw + math.pi + (1.1 if math.sin(7.0 * yaw) > 0 else -1.1),
    )
    lamp.data.energy = float(node.params["sun_w"]) * level


def _fill(item: Any, shape: Shape) -> None:
    data = item.data
    data.clear_geometry()
    set_mesh(data, np.asarray(shape.points), np.asarray(shape.faces))
    for name, values in shape.data.items():
        if name == "light":
            set_attribute(data, name, np.asarray(values))
    data.update(calc_edges=True)


def _brighten(built: Built, share: float) -> None:
    """Let the whole sky shine by a share more than it does by itself."""
    nodes = built.scene.world.node_tree.nodes
    background = next(n for n in nodes if n.type == "BACKGROUND")
    socket = background.inputs[1]
    if not socket.is_linked:
        usual = _SKIES.setdefault("strength", socket.default_value)
        socket.default_value = usual * (1.0 + share)

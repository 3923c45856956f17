"""The sky of a Stage as a Blender world."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import bpy

from filmwright.blender.materials import Tree, fill_ramp
from filmwright.scene.clouds import CEILING
from filmwright.scene.nodes import Gradient, Panorama, Sky, Transport
from filmwright.scene.shade import Expr, coords, mix, noise, op, remap
from filmwright.values import Color


def _direction() -> Expr:
    """The direction a world ray looks in."""
    return coords("generated")


def sun_vector(elevation_rad: float, azimuth_rad: float) -> tuple[float, float, float]:
    """Unit vector towards the sun: azimuth 0 is +Y, clockwise from above."""
    c = math.cos(elevation_rad)
    return (math.sin(azimuth_rad) * c, math.cos(azimuth_rad) * c, math.sin(elevation_rad))


def _cloud_field(world: Sky | Gradient) -> Expr:
    """Fractal noise on a flat ceiling seen from below, that drifts over it."""
    d = _direction()
    height = op("max", op("z", d), 0.0) + CEILING
    flat = op("combine", op("x", d) / height, op("y", d) / height, 0.0)
    if world.cloud_drift != (0.0, 0.0):
        x, y = world.cloud_drift
        flat = op("vadd", flat, op("combine", op("time") * -x, op("time") * -y, 0.0))
    return noise(flat, scale=0.55, detail=5.5, roughness=0.58)


def _clouds(world: Sky | Gradient) -> Expr:
    """0..1 mask of clouds, thinner near the horizon."""
    low = 0.74 - 0.5 * world.clouds
    mask = remap(_cloud_field(world), low, low + 0.22, smooth=True)
    return mask * remap(op("z", _direction()), 0.0, 0.12, smooth=True)


def _cloud_color(world: Sky | Gradient) -> Expr | Color:
    """Dark in the thick of a cloud, lit at its thin edges and towards the sun."""
    if not isinstance(world, Gradient) or world.cloud_lit_color is None:
        return world.cloud_color
    low = 0.74 - 0.5 * world.clouds
    thin = remap(_cloud_field(world), low + 0.04, low + 0.24, 1.0, 0.0)
    sun = sun_vector(world.glow_elevation_rad, world.glow_azimuth_rad)
    near = remap(op("dot", _direction(), sun), 0.35, 1.0, 0.12, 0.85)
    return mix(world.cloud_color, world.cloud_lit_color, op("min", thin * near + near * near * 0.6, 1.0))


def _with_clouds(color: Any, world: Sky | Gradient, tree: Tree) -> Any:
    if world.clouds <= 0:
        return color
    node = tree.node("ShaderNodeMix", data_type="RGBA")
    tree.put(node.inputs[0], _clouds(world))
    tree.put(node.inputs[6], color)
    tree.put(node.inputs[7], _cloud_color(world))
    return node.outputs[2]


def _tinted(color: Any, tint: Color, tree: Tree) -> Any:
    if tint == (1.0, 1.0, 1.0):
        return color
    node = tree.node("ShaderNodeVectorMath", operation="MULTIPLY")
    tree.put(node.inputs[0], color)
    tree.put(node.inputs[1], tint)
    return node.outputs[0]


def _sky(tree: Tree, world: Sky) -> Any:
    node = tree.node("ShaderNodeTexSky", sky_type="NISHITA")
    node.sun_disc = False
    node.sun_elevation = world.sun_elevation_rad
    node.sun_rotation = world.sun_azimuth_rad
    node.air_density, node.dust_density, node.ozone_density = world.air, world.dust, world.ozone
    return _with_clouds(_tinted(node.outputs[0], world.tint, tree), world, tree)


def _gradient(tree: Tree, world: Gradient) -> Any:
    ramp = tree.node("ShaderNodeValToRGB")
    tree.put(ramp.inputs[0], op("z", _direction()) * 0.5 + 0.5)
    fill_ramp(ramp.color_ramp, [(z * 0.5 + 0.5, c) for z, c in world.stops])
    color = ramp.outputs[0]
    if max(world.glow_color) > 0:
        sun = sun_vector(world.glow_elevation_rad, world.glow_azimuth_rad)
        near = op("max", op("dot", _direction(), sun), 0.0)
        falloff = op("pow", near, max(1.0, 1.4 / max(world.glow_angle_rad, 0.02) ** 2))
        node = tree.node("ShaderNodeMix", data_type="RGBA", blend_type="ADD")
        tree.put(node.inputs[0], falloff)
        tree.put(node.inputs[6], color)
        tree.put(node.inputs[7], world.glow_color)
        color = node.outputs[2]
    if world.stars > 0:
        cells = op("voronoi", _direction(), 140.0)
        point = remap(cells, 0.10, 0.03) * op(
            "greater", op("white_noise", op("voronoi_color", _direction(), 140.0)), 0.55
        )
        up = remap(op("z", _direction()), 0.02, 0.35)
        node = tree.node("ShaderNodeMix", data_type="RGBA", blend_type="ADD")
        tree.put(node.inputs[0], point * up)
        tree.put(node.inputs[6], color)
        tree.put(node.inputs[7], (world.stars,) * 3)
        color = node.outputs[2]
    color = _with_clouds(color, world, tree)
    return color if max(world.disc_color) <= 0 else _with_disc(color, world, tree)


def _with_disc(color: Any, world: Gradient, tree: Tree) -> Any:
    """The sun's disc, a little soft at its rim, for camera rays only."""
    sun = sun_vector(world.glow_elevation_rad, world.glow_azimuth_rad)
    rim = 1.0 - math.cos(world.disc_angle_rad / 2)
    inside = remap(op("dot", _direction(), sun), 1.0 - 1.9 * rim, 1.0 - 0.4 * rim, smooth=True)
    node = tree.node("ShaderNodeMix", data_type="RGBA", blend_type="ADD")
    tree.put(node.inputs[0], inside * op("ray", kind="camera"))
    tree.put(node.inputs[6], color)
    tree.put(node.inputs[7], world.disc_color)
    return node.outputs[2]


def _panorama(tree: Tree, world: Panorama) -> Any:
    folder = Path(bpy.utils.system_resource("DATAFILES")) / "studiolights" / "world"
    node = tree.node("ShaderNodeTexEnvironment", image=bpy.data.images.load(str(folder / f"{world.name}.exr")))
    mapping = tree.node("ShaderNodeMapping")
    tree.put(mapping.inputs["Vector"], _direction())
    mapping.inputs["Rotation"].default_value = (0.0, 0.0, world.yaw_rad)
    tree.put(node.inputs[0], mapping.outputs[0])
    return _tinted(node.outputs[0], world.tint, tree)


def make(world: Sky | Gradient | Panorama, transport: Transport, scene: Any, time: str) -> None:
    """Give the scene its world. time: the set's time as a driver's expression of `frame`."""
    made = scene.world = bpy.data.worlds.new("world")
    made.use_nodes = True
    made.node_tree.nodes.clear()
    tree = Tree(made.node_tree, {}, time)
    if isinstance(world, Sky):
        color = _sky(tree, world)
    elif isinstance(world, Gradient):
        color = _gradient(tree, world)
    else:
        color = _panorama(tree, world)
    background = tree.node("ShaderNodeBackground")
    tree.put(background.inputs[0], color)
    if transport.world_seen == 1.0:
        background.inputs[1].default_value = world.strength
    else:
        paths = tree.node("ShaderNodeLightPath").outputs
        seen = tree.math("MAXIMUM", paths["Is Camera Ray"], paths["Is Glossy Ray"])
        factor = tree.math("ADD", 1.0, tree.math("MULTIPLY", seen, transport.world_seen - 1.0))
        tree.put(background.inputs[1], tree.math("MULTIPLY", factor, world.strength))
    output = tree.node("ShaderNodeOutputWorld")
    tree.put(output.inputs[0], background.outputs[0])
    made.cycles_visibility.diffuse = transport.world_diffuse
    made.cycles.sampling_method = "MANUAL" if transport.world_sampling else "NONE"
    made.cycles.sample_map_resolution = 256

"""Window light baked at probes: the diffuse light of sky, lamps and every bounce, without the direct sun.

One 4 mm triangle for each probe, invisible to every ray, is baked by Cycles' own baker to corner colors, twice: first the sky
through its portals and the lamps, then only what the sun does after its first surface. See scene/probes.py for where they are.
"""

from __future__ import annotations

from typing import Any

import bpy
import numpy as np
from mathutils import Matrix, Vector
from numpy.typing import NDArray

from filmwright.blender.build import Built, set_mesh
from filmwright.scene.nodes import Bake, Lamp, Mesh
from filmwright.scene.probes import Probes, Surface, place, smooth, spread

F64 = NDArray[np.float64]
_SIZE_M = 0.004
_RAYS = ("camera", "diffuse", "glossy", "transmission", "shadow")


def bake(built: Built) -> dict[str, F64]:
    """Radiance a white surface would give off at every corner of the baked meshes: {mesh name: (f, 4, 3)}.

    bake.params: samples, bounces. bake.arrays: focus (k, 4) balls of fine probes; lamps (k, 8) x, y, z, r, g, b, watts, radius
    that shine only here; portals (k, 3, 3) origin and sides of windows, side a x side b pointing into the room.
    """
    settings = built.stage.bake
    assert settings is not None
    meshes = [n for n in built.stage.nodes if isinstance(n, Mesh) and n.baked and n.visible]
    surfaces = [
        Surface(np.asarray(m.points, float), np.asarray(m.faces, np.int64), m.sharp_angle_rad or np.pi) for m in meshes
    ]
    probes = place(surfaces, np.asarray(settings.arrays.get("focus", np.zeros((0, 4))), float))
    with _Studio(built, settings, meshes) as studio:
        light = studio.measure(probes)
    return {m.name: colors for m, colors in zip(meshes, spread(probes, smooth(probes, light), surfaces), strict=True)}


class _Studio:
    """The scene made ready for baking, and put back afterwards."""

    def __init__(self, built: Built, settings: Bake, meshes: list[Mesh]) -> None:
        self.built, self.settings = built, settings
        self.set_objects = [built.objects[m.name] for m in meshes]
        self.suns = [built.objects[n.name] for n in built.stage.nodes if isinstance(n, Lamp) and n.kind == "sun"]
        self.added: list[Any] = []
        self.lamps: list[Any] = []

    def __enter__(self) -> _Studio:
        scene, stage = self.built.scene, self.built.stage
        self.world = scene.world
        self.black = bpy.data.worlds.new("black")
        self.black.use_nodes = True
        self.black.node_tree.nodes["Background"].inputs[1].default_value = 0.0
        # The picture hides the sky from diffuse rays because it is baked; the bake needs it.
        scene.world.cycles_visibility.diffuse = True
        scene.world.cycles.sampling_method = "MANUAL"
        scene.world.cycles.sample_map_resolution = 256
        self.hidden = [o for o in self.set_objects if not o.visible_diffuse]
        for item in self.hidden:
            item.visible_diffuse = True
        self.bounces = [(s.data, s.data.cycles.max_bounces) for s in self.suns]
        for data, _ in self.bounces:
            data.cycles.max_bounces = 1024
        # Nobody of the cast shades the set: one bake serves every shot.
        names = {n.name for n in stage.nodes if getattr(n, "cast", None) is not None or getattr(n, "only", None)}
        self.away = [
            o for n, o in self.built.objects.items() if n in names and not isinstance(o, tuple) and not o.hide_render
        ]
        for item in self.away:
            item.hide_render = True
        for row in np.asarray(self.settings.arrays.get("portals", np.zeros((0, 3, 3))), float):
            self._portal(*row)
        for row in np.asarray(self.settings.arrays.get("lamps", np.zeros((0, 8))), float):
            self._lamp(row)
        render, cycles = scene.render, scene.cycles
        render.engine = "CYCLES"
        cycles.samples, cycles.use_adaptive_sampling, cycles.use_denoising = (
            int(self.settings.params["samples"]),
            False,
            False,
        )
        bounces = int(self.settings.params["bounces"])
        cycles.max_bounces, cycles.diffuse_bounces, cycles.glossy_bounces = bounces, bounces - 1, 1
        cycles.transparent_max_bounces, cycles.sample_clamp_indirect = 16, 6
        cycles.caustics_reflective = cycles.caustics_refractive = False
        return self

    def __exit__(self, *_: object) -> None:
        transport = self.built.stage.transport
        scene = self.built.scene
        scene.world = self.world
        scene.world.cycles_visibility.diffuse = transport.world_diffuse
        scene.world.cycles.sampling_method = "MANUAL" if transport.world_sampling else "NONE"
        for item in self.added:
            bpy.data.objects.remove(item)
        bpy.data.worlds.remove(self.black)
        for item in self.hidden:
            item.visible_diffuse = False
        for item in (*self.suns, *self.away):
            item.hide_render = False
        for data, bounces in self.bounces:
            data.cycles.max_bounces = bounces

    def measure(self, probes: Probes) -> F64:
        """Light (k, 3) at every probe."""
        item = self._triangles(probes)
        bpy.context.view_layer.update()
        for other in bpy.data.objects:
            other.select_set(other == item)
        bpy.context.view_layer.objects.active = item
        for sun in self.suns:
            sun.hide_render = True
        total = self._pass(item, {"DIRECT", "INDIRECT"})
        if self.suns:
            for sun in self.suns:
                sun.hide_render = False
            for lamp in self.lamps:
                lamp.hide_render = True
            self.built.scene.world = self.black
            total = total + self._pass(item, {"INDIRECT"})
        return total

    def _pass(self, item: Any, parts: set[str]) -> F64:
        bpy.ops.object.bake(type="DIFFUSE", pass_filter=parts, target="VERTEX_COLORS")
        corners = item.data.color_attributes["light"].data
        values = np.empty(len(corners) * 4, np.float32)
        corners.foreach_get("color", values)
        return np.asarray(values.reshape(-1, 3, 4)[..., :3].mean(axis=1), float)

    def _triangles(self, probes: Probes) -> Any:
        n = probes.normals
        upright = np.abs(n[:, 2:]) > 0.9
        a = np.cross(n, np.where(upright, [[1.0, 0.0, 0.0]], [[0.0, 0.0, 1.0]]))
        a /= np.linalg.norm(a, axis=1, keepdims=True)
        b = np.cross(n, a)
        p = probes.positions
        corners = [p + _SIZE_M * (x * a + y * b) for x, y in ((1.0, 0.0), (-0.5, 0.87), (-0.5, -0.87))]
        data = bpy.data.meshes.new("probes")
        faces = np.column_stack([np.arange(len(p) * 3).reshape(-1, 3), np.full(len(p), -1)])
        set_mesh(data, np.stack(corners, 1).reshape(-1, 3), faces)
        data.update()
        data.materials.append(_white())
        layer = data.color_attributes.new("light", "FLOAT_COLOR", "CORNER")
        data.color_attributes.active_color = layer
        item = self._add(bpy.data.objects.new("probes", data))
        for ray in _RAYS:
            setattr(item, f"visible_{ray}", False)
        return item

    def _add(self, item: Any) -> Any:
        self.added.append(self.built.link(item))
        return item

    def _portal(self, origin: F64, a: F64, b: F64) -> None:
        light = bpy.data.lights.new("portal", "AREA")
        light.shape, light.size, light.size_y = "RECTANGLE", float(np.linalg.norm(a)), float(np.linalg.norm(b))
        light.cycles.is_portal = True
        item = self._add(bpy.data.objects.new("portal", light))
        x, y = Vector(a).normalized(), Vector(b).normalized()
        into = x.cross(y)  # an area lamp shines along its -Z
        turn = Matrix((x, -y, -into)).transposed().to_4x4()
        item.matrix_world = Matrix.Translation(Vector(origin + a / 2 + b / 2)) @ turn

    def _lamp(self, row: F64) -> None:
        light = bpy.data.lights.new("lamp", "POINT")
        light.color, light.energy, light.shadow_soft_size = row[3:6].tolist(), float(row[6]), float(row[7])
        item = self._add(bpy.data.objects.new("lamp", light))
        item.location = row[:3].tolist()
        self.lamps.append(item)


def _white() -> Any:
    material = bpy.data.materials.new("probe")
    material.use_nodes = True
    tree = material.node_tree
    tree.nodes.clear()
    surface = tree.nodes.new("ShaderNodeBsdfDiffuse")
    surface.inputs[0].default_value = (1.0, 1.0, 1.0, 1.0)
    tree.links.new(surface.outputs[0], tree.nodes.new("ShaderNodeOutputMaterial").inputs[0])
    return material

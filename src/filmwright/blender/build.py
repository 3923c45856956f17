"""A Stage as a Blender scene. Every handle made here dies with the process."""

from __future__ import annotations

import importlib
from dataclasses import dataclass, field
from typing import Any

import bpy
import numpy as np
from numpy.typing import NDArray

from filmwright.blender import materials, world
from filmwright.scene.frames import MOVING, QUICK, STILL
from filmwright.scene.nodes import Camera, Image, Instances, Lamp, Mesh, Native, Pose, Rig, Skin, Strands, Track
from filmwright.scene.shade import changes, only_glows
from filmwright.scene.skinning import posed, posed_strands, shaped
from filmwright.scene.stage import Stage

BROAD = 10_000  # points of a still mesh that is kept in a tree of its own: measured from 1,000 up, few large ones gain the most

MANY_BONES = 200  # a rig with more is posed by numpy: keying an armature of a thousand bones takes seconds (measured)
UNSEEN = 1e-4  # share of a shape by which nothing visible moves: a few micrometres


@dataclass
class Formed:
    """Data of an object whose form is given by shapes, and the weights it has now."""

    data: Any
    node: Mesh | Strands
    weights: NDArray[Any] | None = None

    def take(self, frame: int) -> None:
        """The form of a frame. What keeps its form is left alone: its search tree need not be built anew."""
        shapes = self.node.shapes
        assert shapes is not None
        weights = shapes.weights[min(frame, len(shapes.weights) - 1)]
        if self.weights is not None and np.abs(weights - self.weights).max(initial=0.0) < UNSEEN:
            return
        self.weights = weights
        points = shaped(self.node.points, shapes, frame)
        self.data.attributes["position"].data.foreach_set("vector", np.ascontiguousarray(points, np.float32).ravel())
        self.data.update_tag()


@dataclass
class Built:
    """The scene under construction: objects by node name, materials and images by theirs, natives to update each frame."""

    stage: Stage
    scene: Any
    materials: dict[str, Any] = field(default_factory=dict)
    images: dict[str, Any] = field(default_factory=dict)
    objects: dict[str, Any] = field(default_factory=dict)
    moving: list[tuple[Any, Native, list[Any]]] = field(default_factory=list)
    fur: list[tuple[Any, Strands, Rig]] = field(default_factory=list)  # strands that follow a rig
    posed: list[tuple[Any, Mesh, Rig]] = field(default_factory=list)  # meshes on rigs of many bones
    formed: list[Formed] = field(default_factory=list)  # what changes its form
    grounds: list[Any] | None = None  # what shadows fall on, once somebody asked (influence.py)

    def link(self, item: Any) -> Any:
        """Put an object into the scene."""
        self.scene.collection.objects.link(item)
        return item


def build(stage: Stage) -> Built:
    """Make everything the Stage names. The scene must be empty (see door.open_scene)."""
    built = Built(stage, bpy.context.scene)
    built.scene.render.fps = stage.fps
    built.scene.frame_start, built.scene.frame_end = 0, stage.frames - 1
    for name, image in stage.images.items():
        built.images[name] = _image(name, image)
    time = f"{stage.start_s!r}+frame*{stage.pace / stage.fps!r}"
    for name, material in stage.materials.items():
        built.materials[name] = materials.make(name, material, built.images, stage.haze, time)
    world.make(stage.world, stage.transport, built.scene, time)
    for node in stage.nodes:
        if isinstance(node, Rig) and len(node.bones) <= MANY_BONES:
            built.objects[node.name] = _rig(built, node)
    for node in stage.nodes:
        if isinstance(node, Mesh):
            _mesh_node(built, node)
    for node in stage.nodes:
        if isinstance(node, Instances):
            _instances(built, node)
        elif isinstance(node, Strands):
            _strands(built, node)
        elif isinstance(node, Native):
            _native(built, node)
    for node in stage.nodes:
        if isinstance(node, Lamp):
            _lamp(built, node)
    _camera(built, stage.camera)
    return built


def update(built: Built, frame: int) -> None:
    """Bring everything to a frame (0 is the first)."""
    for item in built.formed:
        item.take(frame)
    built.scene.frame_set(frame)
    for module, node, objects in built.moving:
        module.update(node, objects, frame, built)
    for data, mesh, rig in built.posed:
        assert mesh.skin is not None
        points = posed(mesh.points, mesh.skin, rig, min(frame, len(rig.locations) - 1))
        data.attributes["position"].data.foreach_set("vector", np.ascontiguousarray(points, np.float32).ravel())
        data.update_tag()
    for data, strands, rig in built.fur:
        assert strands.skin is not None
        points = posed_strands(strands.points, strands.skin, rig, min(frame, len(rig.locations) - 1))
        data.attributes["position"].data.foreach_set("vector", np.ascontiguousarray(points, np.float32).ravel())
        data.update_tag()


def _image(name: str, image: Image) -> Any:
    pixels = image.pixels
    height, width = pixels.shape[:2]
    made = bpy.data.images.new(name, width, height, alpha=True, float_buffer=pixels.dtype != np.uint8)
    made.colorspace_settings.name = "Non-Color" if image.data or pixels.dtype != np.uint8 else "sRGB"
    made.alpha_mode = "CHANNEL_PACKED"
    values = pixels.astype(np.float32) / 255 if pixels.dtype == np.uint8 else pixels
    made.pixels.foreach_set(np.ascontiguousarray(values, np.float32).ravel())
    made.update()
    made.pack()
    return made


def set_mesh(data: Any, points: NDArray[Any], faces: NDArray[Any]) -> None:
    """Fill an empty Blender mesh. Raises ValueError if it is not valid geometry."""
    triangle = faces[:, 3] < 0
    sizes = np.where(triangle, 3, 4)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int32) if len(faces) else np.zeros(0, np.int32)
    keep = np.ones(faces.shape, bool)
    keep[:, 3] = ~triangle
    data.vertices.add(len(points))
    data.vertices.foreach_set("co", np.ascontiguousarray(points, np.float32).ravel())
    data.loops.add(int(sizes.sum()))
    data.loops.foreach_set("vertex_index", np.ascontiguousarray(faces[keep], np.int32))
    data.polygons.add(len(faces))
    data.polygons.foreach_set("loop_start", starts)


def set_attribute(data: Any, name: str, values: NDArray[Any], domain: str = "POINT") -> None:
    """Store numbers (n,) or vectors/colors (n, 3) on a mesh."""
    flat = values.ndim == 1
    attribute = data.attributes.new(name, "FLOAT" if flat else "FLOAT_VECTOR", domain)
    attribute.data.foreach_set("value" if flat else "vector", np.ascontiguousarray(values, np.float32).ravel())


def corners(faces: NDArray[Any], values: NDArray[Any]) -> NDArray[Any]:
    """Per-corner values (f, 4, …) in Blender's loop order (triangles lose their fourth)."""
    keep = np.ones(faces.shape, bool)
    keep[:, 3] = faces[:, 3] >= 0
    return np.asarray(values[keep])


def _mesh_data(built: Built, node: Mesh) -> Any:
    data = bpy.data.meshes.new(node.name)
    set_mesh(data, node.points, node.faces)
    for name in node.materials:
        data.materials.append(built.materials[name])
    if node.material_index is not None:
        data.polygons.foreach_set("material_index", np.ascontiguousarray(node.material_index, np.int32))
    data.polygons.foreach_set("use_smooth", np.full(len(node.faces), node.smooth))
    data.update(calc_edges=True)
    if node.uv is not None:
        layer = data.uv_layers.new(name="UVMap")
        layer.data.foreach_set("uv", np.ascontiguousarray(corners(node.faces, node.uv), np.float32).ravel())
    for name, values in node.point_data.items():
        set_attribute(data, name, values)
    for name, values in node.corner_data.items():
        set_attribute(data, name, corners(node.faces, values), "CORNER")
    if node.smooth and node.sharp_angle_rad is not None:
        data.set_sharp_from_angle(angle=node.sharp_angle_rad)
    return data


def _mesh_node(built: Built, node: Mesh) -> None:
    data = _mesh_data(built, node)
    if not node.visible:
        built.objects[node.name] = (data, node)
        return
    item = _mesh_object(built, node, data, node.name)
    place(item, node.pose)
    if node.track is not None:
        animate(item, node.track)
    built.objects[node.name] = built.link(item)
    if node.shapes is not None:
        built.formed.append(Formed(data, node))
    whole = not (node.subdivide or node.solidify_m or node.smooth_deform)  # else what is rendered is not its data
    if node.track is None and node.skin is None and whole and len(node.points) > BROAD:
        _share(built, item)


def _index(built: Built, node: Mesh | Strands) -> int:
    """The object index: a member's place in the cast + 1, STILL more if it stays as it is; MOVING for all else that is not the same in
    every frame, but for what only adds light."""
    names = node.materials if isinstance(node, Mesh) else (node.material,)
    used = [built.stage.materials[n] for n in names]
    goes = node.track is not None or node.skin is not None
    if node.cast in built.stage.cast and (goes or not any(changes(m) for m in used)):
        return built.stage.cast.index(node.cast) + 1 + (0 if goes else STILL)
    return MOVING if goes or any(changes(m) and not only_glows(m) for m in used) else 0


def _mesh_object(built: Built, node: Mesh, data: Any, name: str) -> Any:
    item = bpy.data.objects.new(name, data)
    item.pass_index = _index(built, node)
    if node.skin is not None:
        _bind(built, item, node)
    if node.smooth_deform:
        smooth = item.modifiers.new("smooth", "CORRECTIVE_SMOOTH")
        smooth.iterations = node.smooth_deform
    if node.solidify_m > 0:
        solid = item.modifiers.new("solid", "SOLIDIFY")
        solid.thickness = node.solidify_m
    if node.subdivide:
        subdivision = item.modifiers.new("subdivide", "SUBSURF")
        # Not what we only measure (influence.py): that takes half the time so.
        subdivision.levels, subdivision.render_levels = 0, node.subdivide
    for ray in node.hidden_from:
        setattr(item, f"visible_{ray}", False)
    return item


def _bind(built: Built, item: Any, node: Mesh) -> None:
    skin = node.skin
    if skin is None:
        return
    if skin.rig not in built.objects:
        built.posed.append((item.data, node, _rig_of(built, skin)))
        return
    armature = built.objects[skin.rig]
    names = [b.name for b in armature.data.bones]
    for index, name in enumerate(names):
        used = (skin.bones == index) & (skin.weights > 1e-4)
        points = np.nonzero(used.any(axis=1))[0]
        if not len(points):
            continue
        group = item.vertex_groups.new(name=name)
        weights = np.where(used, skin.weights, 0).sum(axis=1)[points]
        steps = np.round(weights, 3)
        for weight in np.unique(steps):
            group.add(points[steps == weight].tolist(), float(weight), "REPLACE")
    modifier = item.modifiers.new("rig", "ARMATURE")
    modifier.object = armature
    modifier.use_deform_preserve_volume = True


def place(item: Any, pose: Pose) -> None:
    """Put an object at a pose."""
    item.rotation_mode = "QUATERNION"
    item.location, item.rotation_quaternion, item.scale = pose.location, pose.rotation, pose.scale


def animate(item: Any, track: Track) -> None:
    """Key an object's location and rotation on every frame."""
    item.rotation_mode = "QUATERNION"
    bag = _channels(item)
    _curves(bag, "location", track.locations)
    _curves(bag, "rotation_quaternion", continuous(track.rotations))


def continuous(rotations: NDArray[Any]) -> NDArray[Any]:
    """The quaternions (F, 4) with signs such that neighbors are close (q and -q turn alike)."""
    dots = (rotations[1:] * rotations[:-1]).sum(axis=1)
    signs = np.concatenate([[1.0], np.cumprod(np.where(dots < 0, -1.0, 1.0))])
    return np.asarray(rotations * signs[:, None])


def _channels(item: Any) -> Any:
    action = bpy.data.actions.new(item.name)
    slot = action.slots.new(id_type=item.id_type, name=item.name)
    bag = action.layers.new("layer").strips.new(type="KEYFRAME").channelbag(slot, ensure=True)
    data = item.animation_data_create()
    data.action, data.action_slot = action, slot
    return bag


def _curves(bag: Any, path: str, values: NDArray[Any]) -> None:
    frames = np.arange(len(values), dtype=np.float32)
    columns = values.T if values.ndim == 2 else values[None]
    for index, column in enumerate(columns):
        curve = bag.fcurves.new(path, index=index if values.ndim == 2 else 0)
        curve.keyframe_points.add(len(frames))
        curve.keyframe_points.foreach_set("co", np.stack([frames, column], 1).astype(np.float32).ravel())
        curve.keyframe_points.foreach_set("interpolation", np.ones(len(frames), np.int32))
        curve.extrapolation = "LINEAR"
        curve.update()


def _rig(built: Built, node: Rig) -> Any:
    """An armature whose bones all rest at the origin along +Y, so a bone's basis is the motion itself."""
    armature = bpy.data.armatures.new(node.name)
    item = built.link(bpy.data.objects.new(node.name, armature))
    bpy.context.view_layer.objects.active = item
    bpy.ops.object.mode_set(mode="EDIT")
    for name in node.bones:
        bone = armature.edit_bones.new(name)
        bone.head, bone.tail, bone.roll = (0.0, 0.0, 0.0), (0.0, 1.0, 0.0), 0.0
    bpy.ops.object.mode_set(mode="OBJECT")
    item.hide_render = True
    bag = _channels(item)
    for index, name in enumerate(node.bones):
        item.pose.bones[name].rotation_mode = "QUATERNION"
        _curves(bag, f'pose.bones["{name}"].location', node.locations[:, index])
        _curves(bag, f'pose.bones["{name}"].rotation_quaternion', continuous(node.rotations[:, index]))
    return item


def _instances(built: Built, node: Instances) -> None:
    """Points that carry copies of the prototypes, through geometry nodes."""
    collection = bpy.data.collections.new(node.name)
    for index, name in enumerate(node.prototypes):
        data, mesh = built.objects[name]
        collection.objects.link(_mesh_object(built, mesh, data, f"{index:04d} {node.name}"))
    points = bpy.data.meshes.new(node.name)
    points.vertices.add(len(node.points))
    points.vertices.foreach_set("co", np.ascontiguousarray(node.points, np.float32).ravel())
    set_attribute(points, "scale", node.scales)
    set_attribute(points, "turn", node.rotations)
    set_attribute(points, "choice", node.choice.astype(np.float32))
    item = built.link(bpy.data.objects.new(node.name, points))
    item.modifiers.new("instances", "NODES").node_group = _instancer(node.name, collection)
    built.objects[node.name] = item


def _instancer(name: str, collection: Any) -> Any:
    group = bpy.data.node_groups.new(name, "GeometryNodeTree")
    for direction in ("INPUT", "OUTPUT"):
        group.interface.new_socket("Geometry", in_out=direction, socket_type="NodeSocketGeometry")
    new, link = group.nodes.new, group.links.new

    def attribute(label: str, kind: str) -> Any:
        node = new("GeometryNodeInputNamedAttribute")
        node.data_type = kind
        node.inputs[0].default_value = label
        return node.outputs[0]

    source, target = new("NodeGroupInput"), new("NodeGroupOutput")
    info, instance, euler = (
        new("GeometryNodeCollectionInfo"),
        new("GeometryNodeInstanceOnPoints"),
        new("FunctionNodeEulerToRotation"),
    )
    info.inputs[0].default_value = collection
    info.inputs["Separate Children"].default_value = True
    info.inputs["Reset Children"].default_value = True
    instance.inputs["Pick Instance"].default_value = True
    link(attribute("turn", "FLOAT_VECTOR"), euler.inputs[0])
    link(source.outputs[0], instance.inputs["Points"])
    link(info.outputs[0], instance.inputs["Instance"])
    link(attribute("choice", "FLOAT"), instance.inputs["Instance Index"])
    link(attribute("scale", "FLOAT"), instance.inputs["Scale"])
    link(euler.outputs[0], instance.inputs["Rotation"])
    link(instance.outputs[0], target.inputs[0])
    return group


def _strands(built: Built, node: Strands) -> None:
    count, length = node.points.shape[:2]
    curves = bpy.data.hair_curves.new(node.name)
    curves.add_curves([length] * count)
    curves.attributes["position"].data.foreach_set("vector", np.ascontiguousarray(node.points, np.float32).ravel())
    radius = curves.attributes.get("radius") or curves.attributes.new("radius", "FLOAT", "POINT")
    radii = np.broadcast_to(node.radii, (count, length))
    radius.data.foreach_set("value", np.ascontiguousarray(radii, np.float32).ravel())
    for name, values in node.root_data.items():
        set_attribute(curves, name, values, "CURVE")
    curves.materials.append(built.materials[node.material])
    item = built.link(bpy.data.objects.new(node.name, curves))
    item.pass_index = _index(built, node)
    if node.track is not None:
        animate(item, node.track)
    built.objects[node.name] = item
    if node.shapes is not None:
        built.formed.append(Formed(curves, node))
    if node.skin is None:
        _share(built, item)
    else:
        built.fur.append((curves, node, _rig_of(built, node.skin)))


def _rig_of(built: Built, skin: Skin) -> Rig:
    """The rig that something follows, as the Stage has it."""
    return next(n for n in built.stage.nodes if isinstance(n, Rig) and n.name == skin.rig)


def _share(built: Built, item: Any) -> None:
    """Give an object's data a second user that no ray sees. Cycles keeps data of several users in a tree of its own, where a
    moved object changes one matrix; data of one user goes into the scene's tree, which is built anew every frame anything
    moves: 0.11 s of 0.25 s a frame for a head of hair, 0.16 of 1.17 CPU-s for the large meshes of the café (measured, 2 cores). The
    picture is the same."""
    twin = built.link(bpy.data.objects.new(f"{item.name} twin", item.data))
    for ray in ("camera", "diffuse", "glossy", "transmission", "shadow"):
        setattr(twin, f"visible_{ray}", False)
    # An object that no kind of ray sees is not handed to Cycles at all; rays scattered by a volume would see this one, far below
    # every set, and no set has such volumes.
    twin.visible_volume_scatter = True
    twin.location = (0.0, 0.0, -100.0)


def _native(built: Built, node: Native) -> None:
    module = importlib.import_module(f"filmwright.blender.native.{node.kind}")
    objects = module.make(node, built)
    used = [built.stage.materials[n] for n in node.materials]
    restless = hasattr(module, "update") or any(changes(m) for m in used)
    faint = bool(used) and all(only_glows(m) for m in used)
    for index, item in enumerate(objects):
        built.objects.setdefault(node.name if index == 0 else f"{node.name} {index}", item)
        if restless and not faint:
            item.pass_index = QUICK if node.everywhere or node.goes else MOVING
    if hasattr(module, "update"):
        built.moving.append((module, node, objects))


_LAMPS = {"sun": "SUN", "area": "AREA", "disk": "AREA", "point": "POINT", "spot": "SPOT"}


def _lamp(built: Built, node: Lamp) -> None:
    light = bpy.data.lights.new(node.name, _LAMPS[node.kind])
    light.energy, light.color = node.power_w, node.color
    if node.kind == "sun":
        light.angle = node.angle_rad
    elif node.kind == "area":
        light.shape, light.size, light.size_y = "RECTANGLE", node.size_m[0], node.size_m[1]
    elif node.kind == "disk":
        light.shape, light.size = "DISK", node.size_m[0]
    else:
        light.shadow_soft_size = node.size_m[0] / 2
    if node.kind == "spot":
        light.spot_size, light.spot_blend = node.angle_rad, 0.5
    if node.portal:
        light.cycles.is_portal = True
    if not node.diffuse_bounces:
        light.cycles.max_bounces = 0
    item = built.link(bpy.data.objects.new(node.name, light))
    place(item, node.pose)
    if node.track is not None:
        animate(item, node.track)
    if node.only:
        item.light_linking.receiver_collection = _receivers(built, node)
    built.objects[node.name] = item


def _receivers(built: Built, node: Lamp) -> Any:
    """A collection of everything the lamp may touch: named nodes, and all nodes of the named cast."""
    collection = bpy.data.collections.new(f"{node.name} lights")
    for other in built.stage.nodes:
        wanted = other.name in node.only or getattr(other, "cast", None) in node.only
        item = built.objects.get(other.name)
        if wanted and item is not None and not isinstance(item, tuple) and not isinstance(other, Rig):
            collection.objects.link(item)
    return collection


def _camera(built: Built, camera: Camera) -> None:
    lens = bpy.data.cameras.new("camera")
    item = built.link(bpy.data.objects.new("camera", lens))
    built.scene.camera = item
    lens.sensor_width, lens.sensor_fit = camera.sensor_mm, "HORIZONTAL"
    lens.clip_start, lens.clip_end = 0.05, 5000.0
    animate(item, Track(locations=camera.locations, rotations=camera.rotations))
    bag = _channels(lens)
    _curves(bag, "lens", camera.focal_mm)
    if camera.f_stop > 0:
        lens.dof.use_dof, lens.dof.aperture_fstop = True, camera.f_stop
        lens.dof.aperture_blades = 7
        _curves(bag, "dof.focus_distance", np.maximum(camera.focus_m, 0.1))
    built.objects["camera"] = item

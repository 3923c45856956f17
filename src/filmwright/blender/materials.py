"""Materials of `scene/shade.py` as Blender shader nodes."""

from __future__ import annotations

from typing import Any

import bpy

from filmwright.scene.nodes import Haze
from filmwright.scene.shade import Expr, Material, Value

_MATH = {
    "add": "ADD", "sub": "SUBTRACT", "mul": "MULTIPLY", "div": "DIVIDE", "min": "MINIMUM", "max": "MAXIMUM",
    "pow": "POWER", "mod": "FLOORED_MODULO", "abs": "ABSOLUTE", "sin": "SINE", "cos": "COSINE", "exp": "EXPONENT",
    "sqrt": "SQRT", "fract": "FRACT", "floor": "FLOOR", "greater": "GREATER_THAN", "less": "LESS_THAN", "atan2": "ARCTAN2",
}  # fmt: skip
_VECTOR = {
    "vadd": "ADD", "vsub": "SUBTRACT", "vmul": "MULTIPLY", "cmul": "MULTIPLY", "cadd": "ADD", "dot": "DOT_PRODUCT",
    "length": "LENGTH", "normalize": "NORMALIZE",
}  # fmt: skip
_RAY = {
    "camera": "Is Camera Ray",
    "shadow": "Is Shadow Ray",
    "diffuse": "Is Diffuse Ray",
    "glossy": "Is Glossy Ray",
    "transmission": "Is Transmission Ray",
}


class Tree:
    """A shader node tree under construction; equal expressions become one node."""

    def __init__(self, nodes_of: Any, images: dict[str, Any], time: str = "0") -> None:
        self.tree = nodes_of
        self.images = images
        self.time = time
        self._made: dict[str, Any] = {}

    def node(self, kind: str, **properties: Any) -> Any:
        """A new node with properties set."""
        node = self.tree.nodes.new(kind)
        for key, value in properties.items():
            setattr(node, key, value)
        return node

    def put(self, socket: Any, value: Value | Any) -> None:
        """Connect or set an input: an Expr is compiled, a socket linked, a number or color set."""
        if isinstance(value, Expr):
            value = self.compile(value)
        if hasattr(value, "is_linked"):
            self.tree.links.new(value, socket)
            return
        if socket.type == "RGBA":
            rgb = value if isinstance(value, tuple) else (value,) * 3
            socket.default_value = (*rgb, 1.0)
        elif socket.type == "VECTOR":
            socket.default_value = value if isinstance(value, tuple) else (value,) * 3
        else:
            socket.default_value = float(value) if not isinstance(value, tuple) else sum(value) / 3

    def math(self, operation: str, *values: Any) -> Any:
        """A Math node's output."""
        node = self.node("ShaderNodeMath", operation=operation)
        for socket, value in zip(node.inputs, values, strict=False):
            self.put(socket, value)
        return node.outputs[0]

    def compile(self, expr: Expr) -> Any:
        """The output socket that carries an expression."""
        key = expr.model_dump_json()
        if key not in self._made:
            self._made[key] = self._compile(expr)
        return self._made[key]

    def _compile(self, expr: Expr) -> Any:
        op, args, p = expr.op, expr.args, expr.params
        if op in _MATH:
            return self.math(_MATH[op], *args)
        if op in _VECTOR:
            node = self.node("ShaderNodeVectorMath", operation=_VECTOR[op])
            for socket, value in zip(node.inputs, args, strict=False):
                self.put(socket, value)
            return node.outputs["Value" if op in ("dot", "length") else "Vector"]
        for table in (self._source, self._vector, self._texture, self._color):
            made = table(op, args, p)
            if made is not None:
                return made
        raise ValueError(f"no shader for {op!r}")

    def _source(self, op: str, args: tuple[Value, ...], p: dict[str, Any]) -> Any:
        if op == "attribute":
            node = self.node("ShaderNodeAttribute", attribute_name=p["name"])
            return node.outputs["Fac" if p.get("number") else "Vector"]
        if op == "coords":
            space = p["space"]
            if space == "world":
                return self.node("ShaderNodeNewGeometry").outputs["Position"]
            if space == "rest":
                return self.node("ShaderNodeAttribute", attribute_name="rest").outputs["Vector"]
            names = {"object": "Object", "uv": "UV", "generated": "Generated", "window": "Window", "camera": "Camera"}
            return self.node("ShaderNodeTexCoord").outputs[names[space]]
        if op == "normal":
            return self.node("ShaderNodeNewGeometry").outputs["Normal"]
        if op == "backfacing":
            return self.node("ShaderNodeNewGeometry").outputs["Backfacing"]
        if op == "random":
            return self.node("ShaderNodeObjectInfo").outputs["Random"]
        if op == "camera_distance":
            return self.node("ShaderNodeCameraData").outputs["View Distance"]
        if op == "facing":
            node = self.node("ShaderNodeLayerWeight")
            node.inputs[0].default_value = float(p.get("blend", 0.5))
            return node.outputs["Facing"]
        if op == "fresnel":
            node = self.node("ShaderNodeFresnel")
            node.inputs["IOR"].default_value = float(p.get("ior", 1.45))
            return node.outputs[0]
        if op == "ray":
            return self.node("ShaderNodeLightPath").outputs[_RAY[p["kind"]]]
        if op == "time":
            node = self.node("ShaderNodeValue")
            node.outputs[0].driver_add("default_value").driver.expression = self.time
            return node.outputs[0]
        return None

    def _vector(self, op: str, args: tuple[Value, ...], p: dict[str, Any]) -> Any:
        if op in ("x", "y", "z"):
            node = self.node("ShaderNodeSeparateXYZ")
            self.put(node.inputs[0], args[0])
            return node.outputs["xyz".index(op)]
        if op == "combine":
            node = self.node("ShaderNodeCombineXYZ")
            for socket, value in zip(node.inputs, args, strict=False):
                self.put(socket, value)
            return node.outputs[0]
        if op == "vscale":
            node = self.node("ShaderNodeVectorMath", operation="SCALE")
            self.put(node.inputs[0], args[0])
            self.put(node.inputs["Scale"], args[1])
            return node.outputs[0]
        if op == "mapping":
            node = self.node("ShaderNodeMapping")
            self.put(node.inputs["Vector"], args[0])
            node.inputs["Location"].default_value = p["offset"]
            node.inputs["Rotation"].default_value = p["rotation"]
            node.inputs["Scale"].default_value = p["scale"]
            return node.outputs[0]
        return None

    def _texture(self, op: str, args: tuple[Value, ...], p: dict[str, Any]) -> Any:
        if op in ("noise", "noise_color"):
            node = self.node("ShaderNodeTexNoise")
            self.put(node.inputs["Vector"], args[0])
            self.put(node.inputs["Scale"], args[1] if len(args) > 1 else p.get("scale", 1.0))
            node.inputs["Detail"].default_value = float(p.get("detail", 2.0))
            node.inputs["Roughness"].default_value = float(p.get("roughness", 0.5))
            node.inputs["Distortion"].default_value = float(p.get("distortion", 0.0))
            return node.outputs["Fac" if op == "noise" else "Color"]
        if op in ("voronoi", "voronoi_color"):
            node = self.node("ShaderNodeTexVoronoi", feature=p.get("feature", "F1"))
            self.put(node.inputs["Vector"], args[0])
            self.put(node.inputs["Scale"], args[1] if len(args) > 1 else p.get("scale", 1.0))
            node.inputs["Randomness"].default_value = float(p.get("randomness", 1.0))
            return node.outputs["Distance" if op == "voronoi" else "Color"]
        if op == "wave":
            node = self.node("ShaderNodeTexWave", wave_type=p.get("kind", "BANDS"), bands_direction=p.get("axis", "X"))
            self.put(node.inputs["Vector"], args[0])
            self.put(node.inputs["Scale"], args[1] if len(args) > 1 else p.get("scale", 1.0))
            node.inputs["Distortion"].default_value = float(p.get("distortion", 0.0))
            return node.outputs["Fac"]
        if op == "checker":
            node = self.node("ShaderNodeTexChecker")
            for name, value in zip(("Vector", "Color1", "Color2", "Scale"), args, strict=False):
                self.put(node.inputs[name], value)
            return node.outputs["Color"]
        if op == "brick":
            node = self.node("ShaderNodeTexBrick", offset=float(p.get("offset", 0.5)))
            for name, value in zip(("Vector", "Color1", "Color2", "Mortar", "Scale"), args, strict=False):
                self.put(node.inputs[name], value)
            for name, key in (
                ("Mortar Size", "mortar"),
                ("Brick Width", "width"),
                ("Row Height", "height"),
                ("Bias", "bias"),
            ):
                if key in p:
                    node.inputs[name].default_value = float(p[key])
            return node.outputs["Fac" if p.get("mask") else "Color"]
        if op in ("white_noise", "white_noise_color"):
            node = self.node("ShaderNodeTexWhiteNoise")
            self.put(node.inputs["Vector"], args[0])
            return node.outputs["Value" if op == "white_noise" else "Color"]
        if op in ("image", "image_alpha"):
            node = self.node("ShaderNodeTexImage", image=self.images[p["name"]], extension=p.get("extension", "EXTEND"))
            self.put(node.inputs["Vector"], args[0])
            return node.outputs["Color" if op == "image" else "Alpha"]
        if op == "blackbody":
            node = self.node("ShaderNodeBlackbody")
            self.put(node.inputs[0], args[0])
            return node.outputs[0]
        return None

    def _color(self, op: str, args: tuple[Value, ...], p: dict[str, Any]) -> Any:
        if op == "mix":
            node = self.node("ShaderNodeMix", data_type="RGBA")
            for socket, value in zip((node.inputs[6], node.inputs[7], node.inputs[0]), args, strict=True):
                self.put(socket, value)
            return node.outputs[2]
        if op == "clamp":
            node = self.node("ShaderNodeClamp")
            for socket, value in zip(node.inputs, args, strict=False):
                self.put(socket, value)
            return node.outputs[0]
        if op == "remap":
            node = self.node("ShaderNodeMapRange", clamp=True)
            node.interpolation_type = "SMOOTHSTEP" if p.get("smooth") else "LINEAR"
            self.put(node.inputs[0], args[0])
            for index, key in enumerate(("low", "high", "to_low", "to_high"), start=1):
                node.inputs[index].default_value = float(p[key])
            return node.outputs[0]
        if op == "ramp":
            node = self.node("ShaderNodeValToRGB")
            self.put(node.inputs[0], args[0])
            fill_ramp(node.color_ramp, p["stops"], bool(p.get("constant")))
            return node.outputs[0]
        if op == "hsv":
            node = self.node("ShaderNodeHueSaturation")
            for name, value in zip(("Color", "Hue", "Saturation", "Value"), args, strict=False):
                self.put(node.inputs[name], value)
            return node.outputs[0]
        return None


def fill_ramp(ramp: Any, stops: Any, constant: bool = False) -> None:
    """Give a color ramp its stops."""
    ramp.interpolation = "CONSTANT" if constant else "LINEAR"
    while len(ramp.elements) > 1:
        ramp.elements.remove(ramp.elements[-1])
    for index, (position, color) in enumerate(stops):
        element = ramp.elements[0] if index == 0 else ramp.elements.new(float(position))
        element.position = float(position)
        element.color = (*color, 1.0)


def _normal(tree: Tree, material: Material) -> Any:
    """The bumped normal, or None."""
    normal = None
    for bump in material.bumps:
        node = tree.node("ShaderNodeBump")
        tree.put(node.inputs["Height"], bump.height)
        tree.put(node.inputs["Strength"], bump.strength)
        node.inputs["Distance"].default_value = bump.distance_m
        if normal is not None:
            tree.put(node.inputs["Normal"], normal)
        normal = node.outputs[0]
    return normal


def _principled(tree: Tree, m: Material, normal: Any) -> Any:
    if _is(m.coat, 0) and _is(m.metallic, 0) and _is(m.specular, 0) and _is(m.sheen, 0) and _is(m.transmission, 0):
        return _plain(tree, m, normal)
    node = tree.node("ShaderNodeBsdfPrincipled")
    for name, value in (
        ("Base Color", m.color),
        ("Roughness", m.roughness),
        ("Metallic", m.metallic),
        ("Specular IOR Level", m.specular),
        ("IOR", m.ior),
        ("Coat Weight", m.coat),
        ("Coat Roughness", m.coat_roughness),
        ("Sheen Weight", m.sheen),
        ("Sheen Tint", m.sheen_color),
        ("Subsurface Weight", m.subsurface),
        ("Subsurface Radius", m.subsurface_radius),
        ("Subsurface Scale", m.subsurface_scale_m),
        ("Transmission Weight", m.transmission),
    ):
        tree.put(node.inputs[name], value)
    if not _is(m.emission, (0.0, 0.0, 0.0)):
        tree.put(node.inputs["Emission Color"], m.emission)
        tree.put(node.inputs["Emission Strength"], m.emission_strength)
    if normal is not None:
        tree.put(node.inputs["Normal"], normal)
    shader = node.outputs[0]
    return _with_translucency(tree, m, shader)


def _plain(tree: Tree, m: Material, normal: Any) -> Any:
    """A bare diffuse surface (no specular, coat, sheen or metal asked for): half the cost of the full one."""
    node = tree.node("ShaderNodeBsdfDiffuse")
    tree.put(node.inputs["Color"], m.color)
    if normal is not None:
        tree.put(node.inputs["Normal"], normal)
    shader = _with_translucency(tree, m, node.outputs[0])
    if not _is(m.emission, (0.0, 0.0, 0.0)):
        shader = _add(tree, shader, _emission(tree, m))
    return shader


def _with_translucency(tree: Tree, m: Material, shader: Any) -> Any:
    if _is(m.translucent, 0):
        return shader
    through = tree.node("ShaderNodeBsdfTranslucent")
    tree.put(through.inputs["Color"], m.color)
    return mix_shader(tree, m.translucent, shader, through.outputs[0])


def _is(value: Value, constant: Any) -> bool:
    return not isinstance(value, Expr) and value == constant


def _emission(tree: Tree, m: Material) -> Any:
    node = tree.node("ShaderNodeEmission")
    tree.put(node.inputs[0], m.emission)
    tree.put(node.inputs[1], m.emission_strength)
    return node.outputs[0]


def _glossy(tree: Tree, color: Value, roughness: Value, normal: Any) -> Any:
    node = tree.node("ShaderNodeBsdfAnisotropic")
    tree.put(node.inputs["Color"], color)
    tree.put(node.inputs["Roughness"], roughness)
    if normal is not None:
        tree.put(node.inputs["Normal"], normal)
    return node.outputs[0]


def _transparent(tree: Tree, color: Value = (1.0, 1.0, 1.0)) -> Any:
    node = tree.node("ShaderNodeBsdfTransparent")
    tree.put(node.inputs[0], color)
    return node.outputs[0]


def mix_shader(tree: Tree, factor: Value | Any, a: Any, b: Any) -> Any:
    """Shader a where factor is 0, b where it is 1."""
    node = tree.node("ShaderNodeMixShader")
    tree.put(node.inputs[0], factor)
    tree.put(node.inputs[1], a)
    tree.put(node.inputs[2], b)
    return node.outputs[0]


def _add(tree: Tree, a: Any, b: Any) -> Any:
    node = tree.node("ShaderNodeAddShader")
    tree.put(node.inputs[0], a)
    tree.put(node.inputs[1], b)
    return node.outputs[0]


def _surface(tree: Tree, m: Material) -> Any:
    normal = _normal(tree, m)
    if m.model == "principled":
        return _principled(tree, m, normal)
    if m.model == "emission":
        return _emission(tree, m)
    if m.model == "glow":
        return _add(tree, _emission(tree, m), _transparent(tree))
    if m.model == "hair":
        node = tree.node("ShaderNodeBsdfHairPrincipled", parametrization="COLOR")
        tree.put(node.inputs["Color"], m.color)
        tree.put(node.inputs["Roughness"], m.roughness)
        node.inputs["Random Roughness"].default_value = 0.3
        return node.outputs[0]
    if m.model == "glass":
        fresnel = tree.node("ShaderNodeFresnel")
        fresnel.inputs["IOR"].default_value = m.ior
        shine = _glossy(tree, (1.0, 1.0, 1.0), m.roughness, normal)
        return mix_shader(tree, fresnel.outputs[0], _transparent(tree, m.color), shine)
    shader = _emission(tree, m)
    if not _is(m.diffuse, 0):
        node = tree.node("ShaderNodeBsdfDiffuse")
        tree.put(node.inputs["Color"], Expr(op="cmul", args=(m.color, Expr(op="combine", args=(m.diffuse,) * 3))))
        if normal is not None:
            tree.put(node.inputs["Normal"], normal)
        shader = _add(tree, shader, _with_translucency(tree, m, node.outputs[0]))
    if _is(m.gloss, 0):
        return shader
    return mix_shader(tree, m.gloss, shader, _glossy(tree, m.gloss_color, m.roughness, normal))


def _veiled(tree: Tree, shader: Any, haze: Haze) -> Any:
    """The shader with aerial haze over it, for camera and glossy rays; noise-free. Source: exponential extinction."""
    distance = tree.node("ShaderNodeCameraData").outputs["View Distance"]
    past = tree.math("MAXIMUM", tree.math("SUBTRACT", distance, haze.start_m), 0.0)
    veil = tree.math("SUBTRACT", 1.0, tree.math("EXPONENT", tree.math("DIVIDE", past, -haze.distance_m)))
    paths = tree.node("ShaderNodeLightPath").outputs
    seen = tree.math("MAXIMUM", paths["Is Camera Ray"], paths["Is Glossy Ray"])
    emission = tree.node("ShaderNodeEmission")
    color: Value = haze.color
    if haze.high_color is not None:
        up = Expr(
            op="remap",
            args=(Expr(op="z", args=(Expr(op="coords", params={"space": "world"}),)),),
            params={"low": 0.0, "high": haze.high_m, "to_low": 0.0, "to_high": 1.0, "smooth": True},
        )
        color = Expr(op="mix", args=(haze.color, haze.high_color, up))
    tree.put(emission.inputs[0], color)
    emission.inputs[1].default_value = haze.strength
    return mix_shader(tree, tree.math("MULTIPLY", veil, seen), shader, emission.outputs[0])


def make(name: str, material: Material, images: dict[str, Any], haze: Haze | None, time: str) -> Any:
    """The Blender material of a Material. time: the set's time as a driver's expression of `frame`."""
    made = bpy.data.materials.new(name)
    made.use_nodes = True
    made.node_tree.nodes.clear()
    tree = Tree(made.node_tree, images, time)
    shader = _surface(tree, material)
    if haze is not None and material.haze:
        shader = _veiled(tree, shader, haze)
    if not _is(material.alpha, 1):
        shader = mix_shader(tree, material.alpha, _transparent(tree), shader)
    output = tree.node("ShaderNodeOutputMaterial")
    tree.put(output.inputs[0], shader)
    made.cycles.emission_sampling = "AUTO" if material.lights else "NONE"
    return made

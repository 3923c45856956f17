"""Wet ground: water darkens what soaks it up and lays a shine on what lies level."""

from __future__ import annotations

from dataclasses import replace

from filmwright.content.kinds import Setting
from filmwright.scene.shade import Material, cmul, noise, normal_z, op, remap

SOAKED = 0.62  # of the dry color; wet soil reflects about half as much as dry soil; chosen from that
_SHINING = (
    "ground",
    "road",
    "path",
    "pavement",
    "asphalt",
    "rock",
    "stone",
    "sand",
    "cobbles",
    "setts",
    "curb",
    "concrete",
    "boulder",
)


def wetted(setting: Setting) -> Setting:
    """The set's surfaces wet, if it has weather of its own (`outdoors`); ground and stone get a broken shine."""
    if setting.indoors or setting.outdoors is None:
        return setting
    return replace(setting, materials={name: _wet(name, material) for name, material in setting.materials.items()})


def _wet(name: str, dry: Material) -> Material:
    if dry.model != "principled":
        return dry
    color = cmul(dry.color, (SOAKED, SOAKED, SOAKED * 1.03))
    if not name.startswith(_SHINING):
        return dry.model_copy(update={"color": color})
    pools = remap(noise(scale=0.55, detail=2.0), 0.46, 0.62) * remap(normal_z(), 0.8, 0.97)
    far = remap(
        op("camera_distance"), 7.0, 32.0, 0.0, 0.5
    )  # where its relief is finer than a pixel a shine would sparkle
    roughness = op("max", remap(pools, 0.0, 1.0, 0.55, 0.12), far)
    # Standing water is level: the relief of what lies under it would glint in white specks.
    drowned = remap(pools, 0.0, 1.0, 1.0, 0.15)
    bumps = tuple(bump.model_copy(update={"strength": op("mul", bump.strength, drowned)}) for bump in dry.bumps)
    return dry.model_copy(update={"color": color, "specular": 0.5, "roughness": roughness, "bumps": bumps})

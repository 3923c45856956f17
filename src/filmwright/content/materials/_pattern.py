"""Patterns of cloth: stripes, checks, dots and flowers in a second color, laid along the weave over whatever the cloth is made of."""

from __future__ import annotations

from typing import Literal

from filmwright.content.materials._weave import toned
from filmwright.scene.shade import Expr, Material, Value, coords, mix, noise, op, remap
from filmwright.values import Color

NAMES = ("plain", "striped", "checked", "plaid", "dotted", "floral", "camouflage")
Stripes = Literal["across", "up", "pin"]
"""How striped cloth is cut: broad bands round the body (jersey), narrow ones up it (shirts), thin pale lines (suits)."""

PALE = (0.76, 0.74, 0.69)
INK = (0.030, 0.045, 0.115)
LIGHT = 0.30  # luminance from which a color counts as light; chosen


def patterned(material: Material, color: Color, name: str, stripes: Stripes) -> Material:
    """A cloth of a color with a pattern; its meshes must carry coordinates along the weave in metres as UV."""
    if name == "plain":
        return material
    u, v = op("x", coords("uv")), op("y", coords("uv"))
    light = 0.2126 * color[0] + 0.7152 * color[1] + 0.0722 * color[2] > LIGHT
    other = INK if light else PALE
    ground = material.color
    if name == "striped":
        surface = _striped(ground, other, u, v, stripes)
    elif name == "checked":
        # Gingham: where two bands cross the cloth has one color, where none runs the other, else half of each.
        share = (_bars(u, 0.034, 0.5) + _bars(v, 0.034, 0.5)) * 0.5
        surface = mix(ground, other, share) if light else mix(other, ground, share)
    elif name == "plaid":
        surface = _plaid(ground, color, other, u, v)
    elif name == "dotted":
        surface = mix(ground, other, _dots(u, v, 0.042, 0.19))
    elif name == "camouflage":
        surface = _camouflage(ground, color)
    else:
        surface = _flowers(_flowers(ground, u, v, 0.085, 1.0), u + 0.0415, v + 0.047, 0.105, 5.0)
    return material.model_copy(update={"color": surface, "preview": color})


def _bars(t: Expr, period_m: float, share: float, soft: float = 0.02) -> Expr:
    """1 on bars that fill `share` of every period, else 0."""
    away = op("abs", op("fract", t / period_m) - 0.5)
    return remap(away, share / 2 - soft, share / 2 + soft, 1.0, 0.0)


def _striped(ground: Value, other: Color, u: Expr, v: Expr, stripes: Stripes) -> Expr:
    if stripes == "across":
        return mix(ground, other, _bars(v, 0.042, 0.46))
    if stripes == "up":
        return mix(ground, other, _bars(u, 0.019, 0.36))
    return mix(ground, toned(other, 0.75), _bars(u, 0.017, 0.09) * 0.8)


def _plaid(ground: Value, color: Color, other: Color, u: Expr, v: Expr) -> Expr:
    """Broad dark bars both ways with a thin pale line between them."""
    dark = toned(color, 0.16)
    bars = (_bars(u, 0.088, 0.44) + _bars(v, 0.088, 0.44)) * 0.5
    lines = op("max", _bars(u + 0.044, 0.088, 0.045), _bars(v + 0.044, 0.088, 0.045))
    return mix(mix(ground, dark, bars), other, lines * 0.55)


def _dots(u: Expr, v: Expr, period_m: float, radius: float) -> Expr:
    """1 on dots set in rows, every second row shifted; radius as a share of the period."""

    def grid(shift: float) -> Expr:
        x, y = op("fract", u / period_m + shift) - 0.5, op("fract", v / period_m + shift) - 0.5
        return remap(op("sqrt", x * x + y * y), radius - 0.025, radius + 0.025, 1.0, 0.0)

    return op("max", grid(0.0), grid(0.5))


def _camouflage(ground: Value, color: Color) -> Expr:
    """Patches of earth, leaf and shade over the color, with ragged edges."""
    at = coords("rest")

    def patches(scale: float, away: float, share: float) -> Expr:
        cloud = noise(op("combine", op("x", at) + away, op("y", at), op("z", at) * 1.6 + away), scale=scale, detail=3)
        return remap(cloud, share, share + 0.02, 0.0, 1.0)

    leaf = (0.55 * color[0] + 0.018, 0.62 * color[1] + 0.028, 0.50 * color[2] + 0.008)
    earth = (0.60 * color[0] + 0.058, 0.48 * color[1] + 0.026, 0.42 * color[2] + 0.010)
    surface = mix(mix(ground, leaf, patches(11.0, 0.0, 0.50)), earth, patches(12.0, 7.3, 0.55))
    return mix(surface, toned(color, 0.14), patches(15.0, 3.1, 0.60))


def _flowers(ground: Value, u: Expr, v: Expr, period_m: float, seed: float) -> Expr:
    """Five-petalled flowers with their leaves, one in each square of a grid, none quite in its middle or turned like the next."""
    x, y = u / period_m, v / period_m
    cell = op("combine", op("floor", x), op("floor", y), seed)
    chance, other = (
        op("white_noise", cell),
        op("white_noise", op("combine", op("floor", y), op("floor", x), seed + 3.0)),
    )
    dx = op("fract", x) - 0.5 + (chance - 0.5) * 0.30
    dy = op("fract", y) - 0.5 + (other - 0.5) * 0.30
    far = op("sqrt", dx * dx + dy * dy)
    turn = op("atan2", dy, dx) + chance * 6.2832
    size = other * 0.08 + 0.17
    petals = remap(far - size * (op("abs", op("cos", turn * 2.5)) * 0.55 + 0.5), -0.012, 0.012, 1.0, 0.0)
    heart = remap(far, 0.045, 0.06, 1.0, 0.0)
    leaves = remap(far - op("abs", op("cos", turn + 0.4)) * 0.34, -0.01, 0.01, 1.0, 0.0)
    narrow = remap(op("abs", op("sin", turn + 0.4)), 0.18, 0.24, 1.0, 0.0)
    warm = mix((0.72, 0.20, 0.22), (0.80, 0.42, 0.40), remap(chance, 0.40, 0.42))
    petal = mix(warm, (0.78, 0.73, 0.62), remap(chance, 0.70, 0.72))
    leafy = mix(ground, (0.09, 0.19, 0.07), leaves * narrow)
    return mix(mix(leafy, petal, petals), (0.66, 0.42, 0.06), heart)

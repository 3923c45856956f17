"""What everything is made of: a baked color below, direct sun on it, and a thin gloss above."""

from __future__ import annotations

from filmwright.scene.shade import (
    Bump,
    Expr,
    Material,
    Value,
    attribute,
    cmul,
    coords,
    image,
    mapping,
    mix,
    noise,
    op,
    remap,
    voronoi,
)  # fmt: skip
from filmwright.values import Color

TINT = attribute("tint")


def _scaled(color: Value, by: Value) -> Expr:
    """A color times a number."""
    return op("vscale", color, by)


def _sheen(floor: float) -> Expr:
    """Share of the mirror layer: Fresnel of glass or varnish, at least `floor` seen straight on."""
    return op("fresnel", ior=1.45) + (floor - 0.035)


def lit(
    color: Value, preview: Color, *, gloss: float = 0.0, roughness: Value = 0.5, through: float = 0.0, alpha: Value = 1.0,
    extra: Value | None = None, bump: Bump | None = None,
) -> Material:  # fmt: skip
    """A surface of the set: `color` in its baked light and in direct sun; `gloss` is its mirror at normal incidence, `through`
    the share of light that shines through, `extra` light of its own."""
    glow: Value = cmul(color, attribute("baked"))
    if extra is not None:
        glow = op("cadd", glow, extra)
    return Material(
        model="layered",
        color=color,
        diffuse=1.0,
        translucent=through,
        emission=glow,
        gloss=_sheen(gloss) if gloss else 0.0,
        roughness=roughness,
        alpha=alpha,
        bumps=(bump,) if bump else (),
        haze=False,
        preview=preview,
    )


def metal(preview: Color, roughness: float, share: float) -> Material:
    """Brass or chrome: mostly mirror."""
    return Material(
        model="layered", color=TINT, diffuse=1.0, emission=cmul(TINT, attribute("baked")), gloss=share, gloss_color=TINT,
        roughness=roughness, haze=False, preview=preview,
    )  # fmt: skip


def _plaster() -> Material:
    patches = remap(noise(scale=2.3, detail=4, roughness=0.6), 0.3, 0.7, 0.95, 1.03, smooth=True)
    return lit(_scaled(TINT, patches), (0.7, 0.66, 0.58))


def _wood() -> Material:
    fibres = noise(mapping(coords(), scale=(14.0, 14.0, 1.4)), scale=2.0, detail=3, roughness=0.6)
    grain = remap(fibres, 0.25, 0.75, 0.66, 1.25, smooth=True)
    return lit(_scaled(TINT, grain), (0.09, 0.06, 0.04), gloss=0.045, roughness=0.28)


def _floor() -> Material:
    """Cream and black cement tiles of 0.30 m laid on the diagonal, with grout, wear and a change of tone from tile to tile."""
    p, per = coords(), 0.7071 / 0.30
    u, v = (op("x", p) + op("y", p)) * per, (op("x", p) - op("y", p)) * per
    edge = op("min", *(op("min", op("fract", w), 1.0 - op("fract", w)) for w in (u, v)))
    grout = remap(edge, 0.010, 0.020, smooth=True)
    dark = op("mod", op("floor", u) + op("floor", v), 2.0)
    tone = op("white_noise", op("combine", op("floor", u), op("floor", v), 0.0))
    wear = remap(noise(scale=3.0, detail=4, roughness=0.65), 0.3, 0.75, 0.78, 1.06, smooth=True)
    tile = _scaled(mix((0.60, 0.555, 0.46), (0.048, 0.047, 0.048), dark), wear * (tone * 0.26 + 0.82))
    color = mix((0.19, 0.17, 0.14), tile, grout)
    roughness = 0.36 - grout * wear * 0.18
    return lit(color, (0.32, 0.30, 0.25), gloss=0.05, roughness=roughness)


def _marble() -> Material:
    p = coords()
    cloud = noise(p, scale=4.0, detail=3, roughness=0.6)
    warped = op("vadd", p, op("combine", cloud, cloud * 0.6, 0.0))
    vein = op("abs", noise(warped, scale=5.5, detail=5, roughness=0.62) - 0.5)
    tone = remap(vein, 0.0, 0.045, 0.46, 1.0, smooth=True) * remap(cloud, 0.3, 0.7, 0.86, 1.0, smooth=True)
    return lit(_scaled(TINT, tone), (0.7, 0.68, 0.64), gloss=0.05, roughness=0.12)


def _lace() -> Material:
    """Lace with flowers and a hem, seen through between its threads; the sun behind it makes it glow."""
    s, t = op("x", attribute("place")), op("y", attribute("place"))
    flower = op("abs", op("sin", s * 28.0)) + op("abs", op("sin", t * 14.0))
    hem = op("less", op("abs", t - 0.09), 0.05)
    solid = op("max", remap(flower, 1.05, 1.45, 0.35, 0.85, smooth=True), hem * 0.9)
    return lit(TINT, (0.6, 0.6, 0.57), through=0.6, alpha=solid)


def _leaf(glow: Value) -> Material:
    """Leaves let light through: those in a sunbeam glow."""
    through = _scaled(cmul(TINT, (1.0, 1.25, 0.45)), glow)
    return lit(TINT, (0.07, 0.16, 0.04), gloss=0.04, roughness=0.38, through=0.5, extra=through)


def _cane() -> Material:
    p = coords()
    weave = op("sin", op("x", p) * 500.0) * op("sin", op("y", p) * 500.0)
    return lit(_scaled(TINT, remap(weave, -0.3, 0.3, 0.55, 1.1, smooth=True)), (0.4, 0.27, 0.13))


def _crust() -> Material:
    flakes = remap(noise(scale=90.0, detail=3), 0.3, 0.7, 0.72, 1.22, smooth=True)
    return lit(_scaled(TINT, flakes), (0.45, 0.2, 0.05), gloss=0.04, roughness=0.35)


def _leather() -> Material:
    pores = Bump(height=noise(scale=160.0, detail=3), strength=0.25, distance_m=0.002)
    worn = remap(noise(scale=6.0, detail=4), 0.3, 0.7, 0.75, 1.25, smooth=True)
    return lit(_scaled(TINT, worn), (0.15, 0.02, 0.016), gloss=0.05, roughness=0.34, bump=pores)


def _clear() -> Material:
    """Thin glass: a mirror that is faint seen straight on and never more than half there, so that curved walls do not go black."""
    edge = op("pow", op("facing", blend=0.5), 2.5)
    return Material(
        model="layered", gloss=1.0, roughness=0.03, alpha=edge * 0.42 + 0.05, haze=False, preview=(0.8, 0.83, 0.82)
    )


def _steam(level: float) -> Material:
    """Wisps that rise and sway, thin at the cup's rim and gone a hand above it; `level` is the light in them."""
    s, t, now = op("x", attribute("place")), op("y", attribute("place")), op("time")
    sway = noise(op("combine", s * 0.7, t * 1.7 - now * 0.45, now * 0.2), scale=1.5, detail=2)
    x = (s - 0.5) + (sway - 0.5) * (t * 1.1 + 0.1)
    wisp = remap(
        noise(op("combine", x * 5.0, t * 2.0 - now * 0.8, now * 0.25), scale=1.0, roughness=0.45),
        0.38,
        0.82,
        smooth=True,
    )
    narrow = op("clamp", 1.0 - op("abs", x) / (t * 0.25 + 0.24), 0.0, 1.0)
    fade = remap(t, 0.0, 0.08, smooth=True) * remap(t, 0.25, 1.0, 1.0, 0.0, smooth=True)
    amount = wisp * op("pow", narrow, 1.5) * fade * op("ray", kind="camera") * level
    return Material(model="glow", emission=TINT, emission_strength=amount, haze=False, preview=(0.9, 0.9, 0.9))


def _rain(level: float) -> Material:
    """Drops that stay on the panes and threads that fall behind them, as faint light."""
    y, z, now = op("y", coords()), op("z", coords()), op("time")
    thread = noise(op("combine", y * 34.0, z * 0.9 + now * 7.0, op("x", coords()) * 9.0), scale=1.0, detail=1)
    falling = remap(thread, 0.64, 0.74, smooth=True) * 0.5
    beads = remap(voronoi(scale=34.0), 0.02, 0.26, 1.0, 0.0, smooth=True)
    wetted = remap(noise(scale=7.0, detail=1), 0.42, 0.62, smooth=True)
    light = (falling + beads * wetted) * op("ray", kind="camera") * level
    return Material(model="glow", emission=TINT, emission_strength=light, haze=False, preview=(0.6, 0.65, 0.7))


def _seen_only(color: Value, strength: float, preview: Color) -> Material:
    return Material(model="emission", emission=color, emission_strength=strength, haze=False, preview=preview)


def build(
    *, lamp_color: Color, lamp_glow: float, steam_level: float, rain_level: float, leaf_glow: bool
) -> dict[str, Material]:
    """All materials of the café by name. Lamps glow `lamp_glow` times white; steam and rain show as strongly as they are lit."""
    bulb = op("facing", blend=0.4) * -0.7 + 1.45
    table: dict[str, Material] = {
        "plaster": _plaster(),
        "wood": _wood(),
        "floor": _floor(),
        "marble": _marble(),
        "lace": _lace(),
        "leaf": _leaf(attribute("sunlit") if leaf_glow else 0.0),
        "cane": _cane(),
        "crust": _crust(),
        "leather": _leather(),
        "brass": metal((0.6, 0.4, 0.16), 0.22, 0.8),
        "chrome": metal((0.6, 0.6, 0.6), 0.12, 0.85),
        "mirror": metal((0.4, 0.42, 0.42), 0.02, 0.96),
        "enamel": lit(TINT, (0.3, 0.012, 0.01), gloss=0.06, roughness=0.1),
        "iron": lit(TINT, (0.03, 0.03, 0.03), gloss=0.04, roughness=0.35),
        "ceramic": lit(TINT, (0.75, 0.73, 0.69), gloss=0.05, roughness=0.08),
        "coffee": lit(TINT, (0.1, 0.04, 0.01), gloss=0.04, roughness=0.06),
        "board": lit(image("cafe board", attribute("place")), (0.04, 0.05, 0.05)),
        "bottle": lit(TINT, (0.08, 0.05, 0.02), gloss=0.06, roughness=0.06, alpha=0.8),
        "clear": _clear(),
        "pane": Material(model="glass", color=(0.97, 0.985, 0.98), roughness=0.0, haze=False, preview=(0.6, 0.65, 0.68)),
        "lamp": _seen_only(cmul(lamp_color, op("combine", bulb, bulb, bulb)), lamp_glow, (1.0, 0.9, 0.75)),
        "street": _seen_only(TINT, 1.0, (0.6, 0.6, 0.55)),
        "dust": Material(
            model="glow", emission=TINT, emission_strength=op("ray", kind="camera"), haze=False, preview=(0.9, 0.85, 0.75)
        ),
        "steam": _steam(steam_level),
        "rain": _rain(rain_level),
        "beams": Material(
            model="glow", emission=attribute("light"), emission_strength=op("ray", kind="camera"), haze=False,
            preview=(0.9, 0.85, 0.75),
        ),
    }  # fmt: skip
    return {f"cafe {name}": material for name, material in table.items()}

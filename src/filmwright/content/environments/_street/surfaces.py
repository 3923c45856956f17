"""Materials of the street, by surface. `paint` is the color of each point, `panel` its place on its sign (u, v, behavior)
or on the ground (metres across, metres along), `baked` the light of the signs."""

from __future__ import annotations

from filmwright.content import contact
from filmwright.content.environments._street.canvas import CHASE, FLICKER, KERB_M
from filmwright.scene.shade import (
    Bump,
    Expr,
    Material,
    Value,
    attribute,
    cmul,
    coords,
    mapping,
    mix,
    noise,
    op,
    ramp,
    remap,
)

ROAD_PAINT = (0.62, 0.60, 0.55)
CROSSWALK_M = (6.6, 9.6)
STRIPE_M, STRIPE_STEP_M = 0.46, 0.92
SIGN_PREVIEW, NEON_PREVIEW, LETTERS_PREVIEW = (0.9, 0.45, 0.2), (1.0, 0.35, 0.3), (0.9, 0.8, 0.6)


def part(vector: Expr, axis: int) -> Expr:
    """x, y or z of a vector."""
    return op(("x", "y", "z")[axis], vector)


def number(name: str) -> Expr:
    """A point attribute that is a number."""
    return Expr(op="attribute", params={"name": name, "number": True})


PAINT, BAKED_LIGHT, PANEL, PHASE = attribute("paint"), attribute("baked"), attribute("panel"), number("phase")


def scaled(color: Value, factor: Value) -> Expr:
    """A color times a number."""
    return op("vscale", color, factor)


def one_minus(x: Value) -> Expr:
    """1 - x."""
    return op("sub", 1.0, x)


def lit(color: Value) -> Expr:
    """What a matt surface of this color sends back of the baked light."""
    return cmul(color, BAKED_LIGHT)


def fresnel_gloss(ior: float, floor: float) -> Expr:
    """Share of mirror reflection: Fresnel, and never less than `floor`."""
    return op("fresnel", ior=ior) * (1 - floor) + floor


def band(x: Expr, low: float, high: float, soft: float) -> Expr:
    """1 between low and high, 0 outside, with soft edges."""
    return remap(x, low - soft, low + soft) * remap(x, high - soft, high + soft, 1.0, 0.0)


def grimy(color: Value) -> Expr:
    """A wall's color with streaks of rain and soot."""
    streaks = noise(mapping(coords(), scale=(1.7, 1.7, 0.35)), scale=1.3, detail=2.0, roughness=0.62)
    return scaled(color, remap(streaks, 0.3, 0.62, 0.6, 1.1, smooth=True))


def puddles(wetness: float) -> Expr:
    """0..1: where water stands. Slow shapes with a soft edge: hard ones look like shards at few samples."""
    slow = noise(mapping(coords(), scale=(1.0, 0.55, 1.0)), scale=0.42, detail=2.0)
    edge = 0.60 - 0.16 * wetness
    return remap(slow, edge - 0.13, edge + 0.17, smooth=True)


def wet(color: Value, *, dry: float, bump: float, wetness: float, floor: float = 0.08) -> Material:
    """Damp ground: baked light below, a mirror layer above that is sharp in puddles and blurred between them."""
    water = puddles(wetness)
    grain = noise(coords(), scale=34.0, detail=1.0, roughness=0.6)
    patch = remap(noise(coords(), scale=1.1, detail=1.0, roughness=0.6), 0.3, 0.7, dry * 0.55, dry)
    dark = scaled(color, remap(grain, 0.3, 0.7, 0.65, 1.3) * remap(water, 0.0, 1.0, 1.0, 0.4))
    return Material(
        model="layered",
        emission=lit(dark),
        gloss=fresnel_gloss(1.5, floor),
        roughness=one_minus(water) * patch + 0.05,
        bumps=(Bump(height=grain, strength=one_minus(water) * bump, distance_m=0.006),),
        preview=(0.06, 0.04, 0.045),
    )


def road(wetness: float) -> Material:
    """Asphalt with a worn crosswalk and edge lines."""
    across, along = part(PANEL, 0), part(PANEL, 1)
    stripe = op("abs", op("fract", across / STRIPE_STEP_M + 0.5) - 0.5)
    bars = remap(stripe, 0.5 * STRIPE_M / STRIPE_STEP_M + 0.012, 0.5 * STRIPE_M / STRIPE_STEP_M - 0.012)
    crossing = bars * band(along, *CROSSWALK_M, 0.012) * op("less", op("abs", across), KERB_M - 0.32)
    stop = band(along, CROSSWALK_M[1] + 2.0, CROSSWALK_M[1] + 2.35, 0.012) * band(across, 0.25, KERB_M - 0.7, 0.012)
    edge = band(op("abs", across), KERB_M - 0.62, KERB_M - 0.5, 0.012) * op("greater", along, CROSSWALK_M[1] + 2.2)
    worn = remap(noise(coords(), scale=9.0, detail=3.0, roughness=0.74), 0.34, 0.47, 0.25, 1.0)
    mask = op("min", op("add", crossing, op("max", stop, edge)), 1.0) * worn
    patched = remap(noise(coords(), scale=0.55, detail=1.0), 0.46, 0.5, 0.75, 1.15)
    return wet(mix(scaled(PAINT, patched), ROAD_PAINT, mask), dry=0.19, bump=0.10, wetness=wetness, floor=0.10)


def pavement(wetness: float) -> Material:
    """Slabs, a kerb stone and the yellow guiding strip for the blind."""
    across, along = op("abs", part(PANEL, 0)), part(PANEL, 1)
    flat = op("combine", across, along, 0.0)
    slabs = op("brick", flat, (1.0, 1.0, 1.0), (0.72, 0.72, 0.72), (0.35, 0.35, 0.35), 1.6, mortar=0.014)
    guide = band(across, KERB_M + 1.0, KERB_M + 1.3, 0.01)
    studs = remap(op("fract", along * 10.0), 0.2, 0.3, 0.7, 1.0)
    color = mix(cmul(PAINT, slabs), scaled((0.42, 0.30, 0.03), studs), guide)
    kerb = remap(across, KERB_M + 0.17, KERB_M + 0.18, 1.7, 1.0)
    return wet(scaled(color, kerb), dry=0.34, bump=0.2, wetness=wetness * 0.8)


def level() -> Expr:
    """The brightness in time of a sign that is not steady: a tired tube, or lamps that run."""
    kind = part(PANEL, 2)
    buzz = noise(op("combine", op("time") * 9.0, PHASE * 71.0, 0.0), scale=1.0, detail=1.0)
    off = op("less", op("abs", kind - FLICKER), 0.1) * op("less", buzz, 0.42) * 0.7
    run = op("greater", op("fract", PHASE - op("time") * 1.4), 0.45)
    dark = op("less", op("abs", kind - CHASE), 0.1) * run * 0.75
    return one_minus(off) * one_minus(dark)


def light_box() -> Expr:
    """Brightness over a panel: more in its middle than at its rim, as with tubes behind plastic."""

    def bow(axis: int) -> Expr:
        x = op("abs", (part(PANEL, axis) - 0.5) * 2.0)
        return op("sub", 1.08, x * x * x * 0.42)

    return bow(0) * bow(1)


def window() -> Material:
    """A lit room behind curtains; dark ones mirror the street. panel z: lit or not; phase: which window."""
    u, v, seed = part(PANEL, 0), part(PANEL, 1), PHASE
    opening = op("less", op("abs", u - 0.5), seed * 0.5 + 0.10)
    folds = op("sin", u * 60.0 + seed * 37.0) * 0.16 + 0.75
    ceiling = remap(v, 0.15, 1.0, 0.32, 1.15, smooth=True)
    shelf = op("greater", noise(op("combine", u * 5.0 + seed * 91.0, v * 1.2, seed * 7.0), scale=1.0, detail=0.0), 0.56)
    inside = ceiling * op("sub", 1.0, shelf * remap(v, 0.62, 0.7, 0.6, 0.0))
    room = opening * inside + one_minus(opening) * folds * 0.5
    return Material(
        model="layered",
        emission=scaled(PAINT, room),
        gloss=fresnel_gloss(1.5, 0.0),
        roughness=0.06,
        preview=(0.5, 0.3, 0.12),
    )


def screen() -> Material:
    """A video wall: drifting color, bars and a ring that wanders, on a grid of lamps."""
    time = op("time")

    def cell(x: Expr, n: float) -> Expr:
        return op("floor", x * n) / n

    u, v = cell(part(PANEL, 0), 56.0), cell(part(PANEL, 1), 96.0)
    seed = PHASE * 29.0
    flow = noise(op("combine", u * 1.2, v * 1.6 + time * 0.35, seed + time * 0.25), scale=1.3, detail=2.0)
    color = ramp(
        flow,
        (0.30, (0.01, 0.03, 0.40)), (0.42, (0.01, 0.28, 0.50)), (0.50, (0.80, 0.02, 0.30)),
        (0.58, (1.2, 0.06, 0.02)), (0.70, (1.6, 0.42, 0.05)),
    )  # fmt: skip
    bars = remap(op("sin", (u + v) * 14.0 + time * 3.0), 0.2, 0.5, 0.55, 1.25, smooth=True)
    du = u - (op("sin", time + seed) * 0.15 + 0.5)
    dv = (v - 0.58) * 1.7
    radius = op("sqrt", du * du + dv * dv)
    ring = remap(op("abs", radius - (op("sin", time * 2.0) * 0.05 + 0.24)), 0.02, 0.05, 2.2, 1.0, smooth=True)
    return Material(
        model="emission", emission=scaled(color, bars * ring), emission_strength=0.8, preview=(0.8, 0.1, 0.3)
    )


def steam() -> Material:
    """Soft additive vapor that rises; only the camera sees it."""
    u, v, time = part(PANEL, 0), part(PANEL, 1), op("time")
    p = coords()
    drift = op("combine", part(p, 0), part(p, 1) + time * 0.12, part(p, 2) - time * 0.55)
    cloud = remap(noise(drift, scale=0.75, detail=3.0, roughness=0.55), 0.36, 0.75, smooth=True)
    across = remap(one_minus(op("abs", u - 0.5) * 2.0), 0.0, 0.9, smooth=True)
    up = remap(v, 0.0, 0.25, smooth=True) * remap(v, 0.35, 1.0, 1.0, 0.0, smooth=True)
    return Material(
        model="glow", emission=PAINT, emission_strength=cloud * across * up * op("ray", kind="camera"), haze=False,
        preview=(0.1, 0.05, 0.05),
    )  # fmt: skip


def walker() -> Material:
    """Clothes of the passers-by, lit by six colors that each of them carries (what comes from -x +x -y +y -z +z)."""
    normal = op("normal")
    light: Expr | None = None
    for axis, name in enumerate("xyz"):
        n = part(normal, axis)
        for sign, key in ((-1.0, f"from_{name}_low"), (1.0, f"from_{name}_high")):
            share = op("max", n * sign, 0.0)
            term = op("vscale", attribute(key), share * share)
            light = term if light is None else op("cadd", light, term)
    return Material(model="emission", emission=cmul(PAINT, light or 0.0), preview=(0.05, 0.04, 0.04))


def materials(wetness: float) -> dict[str, Material]:
    """Every material of the street by its surface. wetness 0..1: damp .. standing water."""
    glow = light_box()
    shade = remap(part(coords(), 2), 0.0, 2.6, 0.4, 1.15, smooth=True)
    return {
        "wall": Material(model="emission", emission=lit(grimy(PAINT)), preview=(0.09, 0.06, 0.05)),
        "metal": Material(
            model="layered",
            emission=lit(PAINT),
            gloss=fresnel_gloss(1.5, 0.02),
            roughness=0.24,
            preview=(0.04, 0.03, 0.03),
        ),
        "road": road(wetness),
        "pave": pavement(wetness),
        "sign": Material(model="emission", emission=scaled(PAINT, glow), preview=SIGN_PREVIEW),
        "neon": Material(model="emission", emission=PAINT, preview=NEON_PREVIEW),
        "letters": Material(model="emission", emission=PAINT, preview=LETTERS_PREVIEW),
        "restless_sign": Material(model="emission", emission=scaled(PAINT, level() * glow), preview=SIGN_PREVIEW),
        "restless_neon": Material(model="emission", emission=scaled(PAINT, level()), preview=NEON_PREVIEW),
        "restless_letters": Material(model="emission", emission=scaled(PAINT, level()), preview=LETTERS_PREVIEW),
        "room": Material(model="emission", emission=scaled(PAINT, shade), preview=(0.4, 0.24, 0.12)),
        "window": window(),
        "screen": screen(),
        "steam": steam(),
        "walker": walker(),
        contact.MATERIAL: contact.material(0.75),
    }

"""What swims: it hangs in the water, a wave runs down its spine, and what it does at a time does not depend on the take."""

from __future__ import annotations

import importlib
from types import ModuleType

import numpy as np
import pytest
from numpy.typing import NDArray

from filmwright.content.kinds import Motion, Performance, Thing
from filmwright.scene.nodes import Mesh, Rig
from filmwright.scene.skinning import posed_strands
from filmwright.spec.shot import Action, Member

SWIMMERS = ("fish", "shark", "dolphin", "whale", "sea_turtle", "jellyfish", "octopus")
FPS = 24


def flat(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.zeros_like(x)


def made(name: str) -> tuple[ModuleType, Thing]:
    module = importlib.import_module(f"filmwright.content.animals.{name}")
    return module, module.build(module.vary(np.random.default_rng(7), Member(id=f"{name}-1", kind=name)))


def swum(module: ModuleType, thing: Thing, frames: int, start: int = 0, *, moving: bool = True) -> Motion:
    line = np.array([[0.0, 0.0, 0.0], [0.0, 40.0, 0.0]])
    speed = module.SPEEDS["swim"] if moving else None
    path = line if moving else line[:1]
    return module.move(
        thing, Action(kind="swim"), Performance(frames, FPS, path, 0.0, flat, speed_m_s=speed, start_s=start / FPS)
    )


@pytest.mark.parametrize("name", SWIMMERS)
@pytest.mark.parametrize("moving", [True, False])
def test_what_it_does_at_a_time_does_not_depend_on_the_take(name: str, moving: bool) -> None:
    module, thing = made(name)
    whole, later = swum(module, thing, 30, moving=moving), swum(module, thing, 15, 15, moving=moving)
    assert np.allclose(whole.root[15:], later.root, atol=1e-6)
    assert np.allclose(whole.locations[15:], later.locations, atol=1e-4)


@pytest.mark.parametrize("name", SWIMMERS)
def test_its_skin_hangs_together_as_it_moves(name: str) -> None:
    """No edge of a mesh is torn long by its bones."""
    module, thing = made(name)
    motion = swum(module, thing, 40)
    assert thing.bones == motion.bones
    rig = Rig(name="rig", bones=motion.bones, locations=motion.locations, rotations=motion.rotations)
    size = max(float(np.ptp(np.asarray(n.points), axis=0).max()) for n in thing.nodes if isinstance(n, Mesh))
    for node in thing.nodes:
        assert isinstance(node, Mesh) and node.skin is not None
        edge = node.faces[:, :2]
        points = np.asarray(node.points, float)
        moved = posed_strands(points[:, None], node.skin, rig, 31)[:, 0]
        before, after = (np.linalg.norm(p[edge[:, 0]] - p[edge[:, 1]], axis=1) for p in (points, moved))
        assert (after - before).max() < 0.05 * size, node.name


@pytest.mark.parametrize("name", SWIMMERS)
def test_it_moves_where_it_stays(name: str) -> None:
    module, thing = made(name)
    motion = swum(module, thing, 48, moving=False)
    assert np.ptp(motion.locations, axis=0).max() > 0.01

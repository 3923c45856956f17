"""VBench's prompts: what their lines name is found (an excerpt of the list, tests/gold/vbench_excerpt.jsonl)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from filmwright import concepts

sys.path.insert(0, str(Path(__file__).parent.parent))

from tools.bench import reading

EXCERPT = reading.lines(Path(__file__).parent / "gold/vbench_excerpt.jsonl")
DIMENSIONS = {
    "appearance_style", "color", "human_action", "multiple_objects", "object_class", "overall_consistency", "scene",
    "spatial_relationship", "subject_consistency", "temporal_flickering", "temporal_style",
}  # fmt: skip


@pytest.fixture(scope="module")
def shares() -> dict[str, reading.Share]:
    """The whole excerpt, read."""
    return reading.shares(EXCERPT)


@pytest.mark.parametrize("kind", reading.SHARES)
def test_what_vbench_names_is_read(shares: dict[str, reading.Share], kind: str) -> None:
    found = shares[kind]
    told = "\n".join(f"{prompt!r}: {what}, read {instead}" for prompt, what, instead in found.misses)
    assert found.of >= 9, f"the excerpt names too few {kind}"
    assert found.share >= reading.SHARES[kind], f"{found.right} of {found.of}\n{told}"


def test_the_excerpt_has_lines_of_every_dimension() -> None:
    assert {dimension for line in EXCERPT for dimension in line.dimensions or ()} >= DIMENSIONS


def test_a_line_names_all_that_its_gold_and_its_words_say() -> None:
    line = reading.Line(
        "a shark is swimming in the ocean, pan right",
        {
            "appearance_style": {"appearance_style": "pixel art"},
            "scene": {"scene": {"scene": "train station platform"}},
        },
        ("temporal_style",),
    )
    named = [(meaning.kind, meaning.what) for meaning in reading.means(line)]
    assert named == [
        ("scenes", "train_station_platform"),
        ("styles", "pixel art (pixel_art)"),
        ("camera", "pan right (pan_right)"),
        ("actions", "swimming (swim)"),
    ]


def test_both_things_of_a_relation_are_named_with_what_is_between_them() -> None:
    gold = {"object_a": "hot dog", "object_b": "pizza", "relationship": "on the right of"}
    line = reading.Line("a hot dog on the right of a pizza", {"spatial_relationship": gold}, ("spatial_relationship",))
    assert [meaning.what for meaning in reading.means(line)] == ["hot_dog", "pizza", "hot_dog right_of pizza"]


def test_what_vbenchs_words_mean_are_names_there_are() -> None:
    tables, moves = reading.vbench(), concepts.parents("move")
    known = {"action": concepts.parents("action"), "style": concepts.parents("style")}
    unknown = [name for kind in known for names in tables[kind].values() for name in names if name not in known[kind]]
    unknown += [m for kind, *names in tables["camera"].values() if kind == "move" for m in names if m not in moves]
    assert not unknown

"""Prompts read as people read them: gold written by hand (tests/gold), compared slot by slot."""

from __future__ import annotations

import sys
from collections.abc import Container, Iterator, Sequence
from pathlib import Path

import pytest

from filmwright import concepts
from filmwright.content import camera, colors
from filmwright.reading import check
from filmwright.reading.read import read

sys.path.insert(0, str(Path(__file__).parent.parent))

from tools.bench import reading, slots

GOLD = [line for name in ("en", "fr") for line in reading.lines(Path(__file__).parent / f"gold/{name}.jsonl")]
HELD_OUT = {name: reading.lines(Path(__file__).parent / f"gold/held_out_{name}.jsonl") for name in ("en", "fr")}
HELD_OUT_FLOORS = {"en": 0.90, "fr": 0.86}
"""F1 of prompts that nothing was built for before they were first read, measured when this was written."""
LONG = range(60, 151)  # words
FLOOR = 0.955
"""F1 of all slots that was measured when this was written; the goal, reading.OVERALL, is judged by `python -m tools.bench reading`."""
SHOWN = 25  # misses a message names


@pytest.fixture(scope="module")
def scores() -> slots.Scores:
    """All gold against its reading."""
    return reading.scores(GOLD)


def missed(scores: slots.Scores, *kinds: str) -> str:
    """The misses of some kinds of slot, for the message of a test that fails."""
    rows = [miss for miss in scores.misses if miss.kind in kinds]
    told = [
        f"{m.kind}: missing [{slots.named(m.missing)}], extra [{slots.named(m.extra)}] in {m.prompt[:60]!r}"
        for m in rows
    ]
    return "\n".join(["", *told[:SHOWN], f"… and {len(told) - SHOWN} more" if len(told) > SHOWN else ""])


def test_slots_of_all_kinds_together_are_read_no_worse_than_before(scores: slots.Scores) -> None:
    found = scores.overall
    assert found.f1 >= FLOOR, f"F1 {found.f1:.3f}{missed(scores, *slots.KINDS)}"


@pytest.mark.parametrize("kind", slots.KINDS)
def test_every_kind_of_slot_is_read_well(scores: slots.Scores, kind: str) -> None:
    found = scores.kinds[kind]
    assert found.right + found.missing > 0, f"no prompt of the gold has {kind}"
    assert found.f1 >= reading.EACH, f"F1 {found.f1:.3f}{missed(scores, kind)}"


@pytest.mark.parametrize("language", list(HELD_OUT))
def test_prompts_that_were_held_out_are_read_no_worse_than_before(language: str) -> None:
    found = reading.scores(HELD_OUT[language])
    assert found.overall.f1 >= HELD_OUT_FLOORS[language], f"F1 {found.overall.f1:.3f}{missed(found, *slots.KINDS)}"


def test_the_gold_is_large_enough_to_mean_something() -> None:
    french = reading.lines(Path(__file__).parent / "gold/fr.jsonl")
    long = [line for line in GOLD if len(line.prompt.split()) in LONG]
    assert len(GOLD) >= 150 and len(long) >= 40 and len(french) >= 30
    assert len({line.prompt for line in GOLD}) == len(GOLD), "a prompt stands twice in the gold"


def test_the_gold_speaks_in_names_there_are() -> None:
    every = [*GOLD, *HELD_OUT["en"], *HELD_OUT["fr"]]
    told = [
        f"{', '.join(names)} in {line.prompt[:60]!r}"
        for line in every
        if (names := [*strange(slots.wanted(line.gold))])
    ]
    assert not told, "misspelled, or missing from data/concepts.toml:\n" + "\n".join(told)


def strange(gold: slots.Slots) -> Iterator[str]:
    """The names in slots that no concept and no table has."""
    members = {*concepts.parents("thing"), *concepts.parents("person")}
    tables: dict[str, Sequence[Container[str]]] = {
        "objects": [members], "counts": [members], "holds": [members, members], "colors": [members, known_colors()],
        "expressions": [members, check.EXPRESSIONS], "actions": [members, concepts.parents("action")],
        "garments": [members, concepts.parents("garment"), {*known_colors(), ""}],
        "relations": [members, check.RELATIONS, members],
        "materials": [members | set(concepts.parents("garment"))],
        "place": [concepts.parents("place")], "style": [concepts.parents("style")],
        "move": [{*concepts.parents("move"), *slots.STEMS}], "size": [camera.SIZES], "angle": [camera.ANGLES],
        "season": [check.SEASONS], "speed": [check.SPEEDS], "pace": [("slow", "fast")],
    }  # fmt: skip
    for kind, columns in tables.items():
        for slot in gold[kind]:
            yield from (f"{kind} {name!r}" for name, table in zip(slot, columns, strict=False) if name not in table)


def known_colors() -> set[str]:
    """All color names."""
    return set(colors.COLORS)


def test_a_relation_is_the_same_from_both_ends() -> None:
    gold = slots.wanted({"relations": [["car", "right_of", "bicycle"], ["b", "beside", "a"]]})
    assert gold["relations"] == {("bicycle", "left_of", "car"), ("a", "beside", "b")}


def test_a_move_without_a_direction_may_be_read_with_any() -> None:
    found = slots.Scores()
    found.add("", slots.wanted({"move": "orbit"}), slots.wanted({"move": "orbit_left"}))
    found.add("", slots.wanted({"move": "pan_left"}), slots.wanted({"move": "pan_right"}))
    assert found.kinds["move"] == slots.Score(right=1, missing=1, extra=1)


def test_what_the_program_chose_is_no_slot() -> None:
    found = slots.said(*read("a woman in a red coat"))
    assert {kind: values for kind, values in found.items() if values} == {
        "objects": {("woman",)},
        "garments": {("woman", "coat", "red")},
    }


def test_what_a_film_holds_anyway_is_a_slot_if_the_text_says_it() -> None:
    assert slots.said(*read("a woman, static camera"))["move"] == {("static",)}
    assert slots.said(*read("a woman"))["move"] == set()


def test_a_line_that_is_no_gold_is_named_by_its_number(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text('{"prompt": "a dog", "gold": {}}\n{"gold": {}}\n')
    with pytest.raises(ValueError, match="line 2"):
        reading.lines(tmp_path / "gold.jsonl")


def test_gold_with_a_slot_there_is_none_of_is_refused() -> None:
    with pytest.raises(ValueError, match="colours"):
        slots.wanted({"colours": [["car", "red"]]})

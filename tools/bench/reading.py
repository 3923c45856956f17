"""How well prompts are read: slots against gold, VBench's lines against what they name, and the time it takes.

Lines of gold are JSON: {"prompt", "gold": {"objects": […], …}} as in tests/gold, or VBench's {"prompt", "dimensions", "gold"}.
What VBench's words for styles, cameras and actions mean is in vbench.toml.
"""

from __future__ import annotations

import contextlib
import json
import re
import statistics
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from tools.bench.films import goal
from tools.bench.runs import ROOT
from tools.bench.slots import MIRRORED, STEMS, Score, Scores, Slot, Slots, named, said, wanted

from filmwright.errors import FilmwrightError
from filmwright.reading.read import read

GOLD = tuple(ROOT / "tests" / "gold" / name for name in ("en.jsonl", "fr.jsonl", "vbench_excerpt.jsonl"))
OVERALL, EACH = 0.93, 0.88  # F1 of slots: all together, and each kind
SHARES = {
    "objects": 0.99, "colors": 0.99, "relations": 0.97, "scenes": 0.97, "camera": 0.99, "styles": 1.0, "actions": 0.95,
}  # fmt: skip
USUAL_MS, LONG_MS, LOADING_S = 20.0, 200.0, 0.4
LONG_WORDS = 1000
LINEAR = 1.4  # most times longer a word of 4 x 500 words may take than one of 500, on a machine others use too (chosen)
_RUNS = 5  # the best of so many is a text's time; chosen
_LOADING = """
import time
start = time.perf_counter()
from filmwright.reading.read import read
read("A woman walks on the beach")
print(time.perf_counter() - start)
"""


class Line(NamedTuple):
    """A prompt and what it says; dimensions are VBench's, None for a line of slots."""

    prompt: str
    gold: Mapping[str, Any]
    dimensions: tuple[str, ...] | None


class Meaning(NamedTuple):
    """What a VBench line names: a kind (a key of SHARES), in words, and the test a reading of it must pass."""

    kind: str
    what: str
    holds: Callable[[Slots], bool]


@dataclass
class Share:
    """How many of the things named were read as they should be; misses say (prompt, what, what was read instead)."""

    right: int = 0
    of: int = 0
    misses: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The share that is right; 1 where nothing was named."""
        return self.right / self.of if self.of else 1.0


def lines(path: Path) -> list[Line]:
    """The lines of a JSONL file of gold. Raises ValueError with the number of a line that is none."""
    found = []
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not text.strip():
            continue
        try:
            line = json.loads(text)
            dimensions = tuple(line["dimensions"]) if "dimensions" in line else None
            found.append(Line(line["prompt"], line.get("gold", {}), dimensions))
        except (ValueError, KeyError, TypeError) as wrong:
            raise ValueError(f"{path}, line {number}: no line of gold ({wrong})") from wrong
    return found


def slots(prompt: str) -> Slots:
    """What the reading of a prompt says; nothing at all where the prompt is refused."""
    try:
        return said(*read(prompt))
    except FilmwrightError:
        return wanted({})


def scores(asked: Iterable[Line]) -> Scores:
    """The slots of lines of gold against their reading."""
    found = Scores()
    for line in asked:
        if line.dimensions is None:
            found.add(line.prompt, wanted(line.gold), slots(line.prompt))
    return found


def shares(asked: Iterable[Line]) -> dict[str, Share]:
    """How much of what VBench's lines name is read as named, by kind."""
    found = {kind: Share() for kind in SHARES}
    for line in asked:
        meanings = list(means(line)) if line.dimensions is not None else []
        have = slots(line.prompt) if meanings else wanted({})
        for meaning in meanings:
            share = found[meaning.kind]
            share.of += 1
            if meaning.holds(have):
                share.right += 1
            else:
                share.misses.append((line.prompt, meaning.what, _instead(meaning.kind, have)))
    return found


def means(line: Line) -> Iterator[Meaning]:
    """All that a VBench line names: by its gold, and by the camera's and the actions' words in its prompt."""
    gold = {dimension: _inmost(value) for dimension, value in line.gold.items()}
    for name in _objects(gold):
        yield _holding("objects", name, "objects", (name,))
    if "color" in gold:
        thing = _slug(re.sub(rf"^(an?\s+)?{gold['color']['color']}\s+", "", line.prompt, flags=re.IGNORECASE))
        yield _holding("objects", thing, "objects", (thing,))
        yield _holding("colors", f"{thing} {gold['color']['color']}", "colors", (thing, _slug(gold["color"]["color"])))
    if "spatial_relationship" in gold:
        yield _related(gold["spatial_relationship"])
    if "scene" in gold:
        scene = _slug(gold["scene"]["scene"])
        yield _holding("scenes", scene, "place", (scene,))
    if "appearance_style" in gold:
        words = gold["appearance_style"]["appearance_style"]
        yield _any("styles", words, "style", vbench()["style"][words.lower()])
    for words, (kind, *values) in _spoken(line.prompt, "camera"):
        yield _any("camera", words, kind, values)
    if "temporal_flickering" not in (line.dimensions or ()):
        for words, values in _spoken(line.prompt, "action"):
            yield _any("actions", words, "actions", values)


def _objects(gold: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    for dimension in ("object_class", "multiple_objects"):
        for name in gold.get(dimension, {}).get("object", "").split(" and "):
            if name:
                yield _slug(name)
    relation = gold.get("spatial_relationship", {})
    for end in ("object_a", "object_b"):
        if end in relation:
            yield _slug(relation[end])


def _related(gold: Mapping[str, str]) -> Meaning:
    kind = vbench()["relation"][gold["relationship"]][0]
    a, b = _slug(gold["object_a"]), _slug(gold["object_b"])
    slot: Slot = (b, MIRRORED[kind], a) if kind in MIRRORED else (a, kind, b)
    return _holding("relations", f"{a} {kind} {b}", "relations", slot)


def _holding(kind: str, what: str, among: str, slot: Slot) -> Meaning:
    return Meaning(kind, what, lambda found: slot in found[among])


def _any(kind: str, what: str, among: str, values: Sequence[str]) -> Meaning:
    """One of the values must have been read; a move that is a stem may have any direction."""

    def holds(found: Slots) -> bool:
        have = {str(slot[-1]) for slot in found[among]}
        stems = {move.rpartition("_")[0] for move in have} & set(STEMS) if among == "move" else set()
        return bool((have | stems) & set(values))

    return Meaning(kind, f"{what} ({' or '.join(values)})", holds)


def _instead(kind: str, found: Slots) -> str:
    """What was read of the kinds a meaning may lie in."""
    among = {"scenes": ("place", "objects"), "styles": ("style",), "camera": ("move", "pace", "size", "angle")}
    return "; ".join(named(sorted(found[k], key=str)) for k in among.get(kind, (kind,)) if found[k]) or "nothing"


def _spoken(prompt: str, table: str) -> Iterator[tuple[str, list[str]]]:
    """The phrases of a table of vbench.toml that a prompt has, the longest first and none inside another."""
    text = prompt.lower()
    for phrase, values in sorted(vbench()[table].items(), key=lambda row: -len(row[0])):
        if re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text):
            text = text.replace(phrase, "|")
            yield phrase, values


@cache
def vbench() -> dict[str, dict[str, list[str]]]:
    """The tables of vbench.toml: what VBench's words mean."""
    return tomllib.loads((Path(__file__).parent / "vbench.toml").read_text(encoding="utf-8"))


def _inmost(value: Any) -> Any:
    """VBench wraps some answers in mappings of one key, its own name: {"scene": {"scene": {"scene": "alley"}}}."""
    while len(value) == 1 and isinstance(inner := next(iter(value.values())), dict):
        value = inner
    return value


def _slug(words: str) -> str:
    return "_".join(re.findall(r"[a-z0-9]+", words.lower().removeprefix("a ").removeprefix("an ")))


def times(asked: Sequence[Line]) -> dict[str, float]:
    """Milliseconds of each prompt (median, 95th percentile, longest), of a text of 1,000 words, how many times longer a word takes
    in a text four times as long, and seconds of loading in a process of its own. Raises FilmwrightError if a long text is refused:
    a refusal is no reading."""
    each = sorted(_ms(line.prompt) for line in asked)
    words = _story(asked)
    lasted = {count: _ms(" ".join(words[:count]), refusable=False) for count in (500, LONG_WORDS, 2000)}
    return {
        "prompts": float(len(each)),
        "median_ms": round(statistics.median(each), 2),
        "p95_ms": round(each[int(0.95 * (len(each) - 1))], 2),
        "longest_ms": round(each[-1], 2),
        "thousand_words_ms": round(lasted[LONG_WORDS], 1),
        "growth": round(lasted[2000] / lasted[500] / 4, 3),
        "loading_s": round(loading(), 3),
    }


def _story(asked: Sequence[Line]) -> list[str]:
    """2,000 words: the longest prompt of one shot, over and over."""
    prompts = [line.prompt for line in asked if line.gold.get("shots", 1) == 1 and "\n" not in line.prompt]
    words = max((prompt.split() for prompt in prompts), key=len)
    return (words * (2000 // len(words) + 1))[:2000]


def _ms(prompt: str, *, refusable: bool = True) -> float:
    """The shortest of a few readings, in milliseconds: the others were disturbed."""

    def once() -> float:
        start = time.perf_counter()
        with contextlib.suppress(*((FilmwrightError,) if refusable else ())):
            read(prompt)
        return 1000 * (time.perf_counter() - start)

    return min(once() for _ in range(_RUNS))


def loading() -> float:
    """Seconds until a fresh process has read its first prompt, without Python's own start: the shortest of a few."""
    runs = [
        subprocess.run([sys.executable, "-c", _LOADING], check=True, capture_output=True, text=True, cwd=ROOT)
        for _ in range(_RUNS)
    ]
    return min(float(run.stdout) for run in runs)


def measure(paths: Sequence[Path]) -> dict[str, Any]:
    """All there is to say about reading the prompts of these files."""
    asked = [line for path in paths for line in lines(path)]
    found, seen, took = scores(asked), shares(asked), times(asked)
    kinds = found.measured()
    goals = [_at_least(f"{kind}, F1", EACH, score.f1) for kind, score in kinds.items()]
    if kinds:
        goals = [_at_least("all slots, F1", OVERALL, found.overall.f1), *goals]
    goals += [_at_least(f"VBench {kind}", SHARES[kind], share.share) for kind, share in seen.items() if share.of]
    goals += [
        _at_most("95 of 100 prompts, ms", USUAL_MS, took["p95_ms"]),
        _at_most("1,000 words, ms", LONG_MS, took["thousand_words_ms"]),
        _at_most("loading, s", LOADING_S, took["loading_s"]),
        _at_most("a word in 2,000 against one in 500, times longer", LINEAR, took["growth"]),
    ]
    return {
        "files": [path.name for path in paths],
        "slots": [_row(kind, score) for kind, score in [("all", found.overall), *kinds.items()]],
        "shares": [{"kind": kind, "right": s.right, "of": s.of} for kind, s in seen.items() if s.of],
        "time": took,
        "misses": [
            {"kind": miss.kind, "prompt": miss.prompt, "missing": named(miss.missing), "extra": named(miss.extra)}
            for miss in sorted(found.misses, key=lambda miss: list(found.kinds).index(miss.kind))
        ],
        "vbench_misses": [
            {"kind": kind, "prompt": prompt, "missing": what, "extra": instead}
            for kind, share in seen.items()
            for prompt, what, instead in share.misses
        ],
        "goals": goals,
    }


def _row(kind: str, score: Score) -> dict[str, Any]:
    return {
        "kind": kind, "right": score.right, "missing": score.missing, "extra": score.extra,
        "precision": round(score.precision, 3), "recall": round(score.recall, 3), "f1": round(score.f1, 3),
    }  # fmt: skip


def _at_least(what: str, wanted_share: float, measured: float) -> dict[str, Any]:
    return goal(what, f">= {wanted_share:g}", measured, measured >= wanted_share)


def _at_most(what: str, limit: float, measured: float) -> dict[str, Any]:
    return goal(what, f"<= {limit:g}", measured, measured <= limit)

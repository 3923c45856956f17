"""The command line as a user meets it."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import av
import pytest
from PIL import Image

from filmwright.movie.encode import read_metadata
from filmwright.settings import QUALITIES
from killing import kill_after

PROMPT = "A woman in a red coat stands on the beach at noon"
SMALL = ("--engine", "sketch", "--size", "96x64", "--seconds", "0.5", "--fps", "8")


def test_a_sketch_film_comes_out_with_everything_beside_it(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "film.mp4"
    said = run("make", PROMPT, "-o", str(path), *SMALL)
    assert said.code == 0, said.err
    with av.open(str(path)) as container:
        assert sum(1 for _ in container.decode(video=0)) == 4
    assert path.with_suffix(".jpg").exists() and (tmp_path / "film-poster.jpg").exists()
    folder = tmp_path / "film.take"
    film = json.loads((folder / "film.json").read_text(encoding="utf-8"))
    assert film["shots"][0]["cast"][0]["wardrobe"][0] == {
        "kind": "coat",
        "color": "red",
        "material": None,
        "pattern": None,
    }
    assert json.loads((folder / "ledger.json").read_text(encoding="utf-8"))["entries"]
    assert json.loads(read_metadata(path)["filmwright.film"]) == film
    assert json.loads((folder / "settings.json").read_text(encoding="utf-8"))["engine"] == "sketch"


def test_a_second_run_draws_nothing_again_and_gives_the_same_film(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "film.mp4"
    assert run("make", PROMPT, "-o", str(path), *SMALL).code == 0
    first = path.read_bytes()
    said = run("make", PROMPT, "-o", str(path), *SMALL, "--json")
    events = [json.loads(line) for line in said.out.splitlines()]
    assert [e["event"] for e in events if e["event"] == "frame_done"] == []
    assert events[-1]["event"] == "film_done" and events[-1]["frames"] == 4
    assert path.read_bytes() == first


def test_a_still_is_a_picture_of_the_size_asked_for(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "still.png"
    assert run("still", PROMPT, "-o", str(path), "--at", "0.9", *SMALL).code == 0
    with Image.open(path) as image:
        assert image.size == (96, 64)
        assert len(image.getcolors(10_000) or [0] * 99) > 20


def test_explain_prints_film_and_ledger_as_json(run) -> None:  # type: ignore[no-untyped-def]
    said = run("explain", PROMPT, "--json")
    document = json.loads(said.out)
    assert document["film"]["schema"] == "filmwright.film/1"
    assert {e["text"] for e in document["ledger"]["entries"]} >= {"woman", "red coat", "beach", "at noon"}


def test_explain_says_in_words_what_is_not_staged(run) -> None:  # type: ignore[no-untyped-def]
    said = run("explain", "A woman with a telescope on the beach")
    assert "telescope" in said.out and "not staged" in said.out


def test_set_changes_one_thing(run) -> None:  # type: ignore[no-untyped-def]
    said = run(
        "explain",
        PROMPT,
        "--json",
        "--set",
        "shots.0.camera.move=orbit_left",
        "--set",
        "shots.0.cast.0.wardrobe.0.color=green",
    )
    shot = json.loads(said.out)["film"]["shots"][0]
    assert shot["camera"]["move"] == "orbit_left"
    assert shot["cast"][0]["wardrobe"][0]["color"] == "green"


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("make", ""), 2, "empty"),
        (("make", "   \n"), 2, "empty"),
        (("make", "🎬🎥🌊"), 2, "words"),
        (("make", "een man met een hoed loopt door het bos und die Stadt"), 2, "English"),
        (("make", "x " * 50_000), 2, "characters"),
        (("make", PROMPT, "--seconds", "0"), 2, "seconds"),
        (("make", PROMPT, "--seconds", "-3"), 2, "seconds"),
        (("make", PROMPT, "--seconds", "nan"), 2, "seconds"),
        (("make", PROMPT, "--seconds", "61"), 2, "60"),
        (("make", PROMPT, "--size", "641x361"), 2, "even"),
        (("make", PROMPT, "--size", "2x2"), 2, "64"),
        (("make", PROMPT, "--size", "99999x99999"), 2, "4096"),
        (("make", PROMPT, "--size", "big"), 2, "640x360"),
        (("make", PROMPT, "--fps", "0"), 2, "fps"),
        (("make", PROMPT, "--engine", "cycels"), 2, "cycles"),
        (("make", PROMPT, "--set", "shots.0.camera.mov=orbit"), 2, "move"),
        (("make", PROMPT, "--set", "shots.0.camera.move=obrit_left"), 2, "orbit_left"),
        (("make", PROMPT, "-o", "nowhere/film.mp4", "--engine", "sketch"), 4, "does not exist"),
        (("make", PROMPT, "-o", "film.avi", "--engine", "sketch"), 4, ".mp4"),
        (("make", PROMPT, "--budget", "soon"), 2, "3m"),
        (("make", PROMPT, "--budget", "-3m"), 2, "Try 3m."),
        (("make", PROMPT, "--budget", "3m", "--quality", "draft"), 2, "exclude each other"),
        (("make", PROMPT, "--budget", "3m", "--engine", "sketch"), 2, "--budget"),
        (("make", PROMPT, "--ray", "auto", "--engine", "sketch"), 2, "--ray"),
        (("content", "garment"), 2, "kind of content"),
        (("nonsense",), 2, "No such command"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, tuple) else None,
)
def test_bad_input_is_one_clear_error_with_an_exit_code(run, words: tuple[str, ...], code: int, message: str) -> None:  # type: ignore[no-untyped-def]
    said = run(*words)
    assert said.code == code
    assert message in said.err
    assert "Traceback" not in said.err
    assert len(said.err.strip().splitlines()) <= 5


def test_the_end_of_a_film_says_what_was_rendered_and_what_was_there(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    words = ("make", PROMPT, "-o", str(tmp_path / "film.mp4"), *SMALL, "--seed", "3")
    cache_may_have_them = run(*words).out
    assert "rendered whole" in cache_may_have_them
    assert "0 frames rendered whole, 0 in part, 4 kept from before, in " in run(*words).out


@pytest.mark.usefixtures("fresh_cache")
def test_the_events_say_how_long_it_will_take(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    said = run("make", PROMPT, "-o", str(tmp_path / "film.mp4"), *SMALL, "--json")
    events = [json.loads(line) for line in said.out.splitlines()]
    names = [e["event"] for e in events]
    assert names.index("planned") < names.index("frame_done") < names.index("estimated")
    assert sorted(e["picture"] for e in events if e["event"] == "picture_done") == [0, 1, 2, 3]
    assert all(e["eta_s"] >= 0 for e in events if e["event"] == "estimated")


def test_clean_shows_what_the_frames_take_and_removes_them(run, tmp_path: Path, fresh_cache: Path) -> None:  # type: ignore[no-untyped-def]
    film = tmp_path / "film.mp4"
    assert run("make", PROMPT, "-o", str(film), *SMALL).code == 0
    shots = fresh_cache / "frames"
    assert "frames of 1 shots" in run("clean").out and len(list(shots.iterdir())) == 1
    assert "0 shots and 0.00 GB are left" in run("clean", "--all").out and not list(shots.iterdir())
    assert film.exists()
    assert run("clean", "--all").code == 0


def test_the_help_on_quality_is_what_the_qualities_are(run) -> None:  # type: ignore[no-untyped-def]
    said = " ".join(run("make", "--help").out.split())
    for name, plan in QUALITIES.items():
        assert f"{name}: {plan.key_samples} samples a pixel, {plan.part_samples} on what moves" in said


def test_doctor_looks_for_the_denoiser_and_color_management_and_does_not_insist_on_ray(
    run,  # type: ignore[no-untyped-def]
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    find = importlib.util.find_spec
    gone = {"pyoidn", "ray"}
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name in gone else find(name))
    said = run("doctor")
    assert said.code == 3 and "pip install pyoidn" in said.out
    assert "ok      Ray: not installed" in said.out


@pytest.mark.render
def test_a_budget_is_kept_said_and_remembered(run, tmp_path: Path, fresh_cache: Path) -> None:  # type: ignore[no-untyped-def]
    """The same command again measures nothing, renders nothing and gives the same film, by the same plan."""
    film = tmp_path / "film.mp4"
    words = (
        "make",
        PROMPT,
        "-o",
        str(film),
        "--size",
        "96x64",
        "--seconds",
        "0.5",
        "--fps",
        "8",
        "--budget",
        "20m",
        "--json",
    )
    events = [json.loads(line) for line in run(*words).out.splitlines()]
    chosen = next(e for e in events if e["event"] == "chosen")
    assert chosen["enough"] and not chosen["remembered"] and chosen["expected_s"] < 1200
    assert chosen["part_samples"] == QUALITIES["final"].part_samples and chosen["scale"] == 1
    assert [e["frame"] for e in events if e["event"] == "frame_done"] and events[-1]["seconds"] < 1200
    first = film.read_bytes()
    again = [json.loads(line) for line in run(*words).out.splitlines()]
    assert "frame_done" not in {e["event"] for e in again}
    assert {"measuring a first frame"} & {e.get("step") for e in events}
    assert not {"measuring a first frame"} & {e.get("step") for e in again}
    assert next(e for e in again if e["event"] == "chosen") == chosen | {"remembered": True, "expected_s": None}
    assert film.read_bytes() == first


def test_every_kind_of_content_is_listed(run) -> None:  # type: ignore[no-untyped-def]
    said = run("content")
    for name in ("snow_valley", "woman", "coat", "walk", "dolly_in", "golden_hour", "rain", "close_up"):
        assert name in said.out


def test_help_loads_neither_blender_nor_numpy() -> None:
    code = "import sys, filmwright.cli; assert not {'bpy', 'numpy', 'pydantic', 'rich'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_killed_sketch_goes_on_where_it_was(tmp_path: Path) -> None:
    """kill -9 after the second frame; the same command again makes only the rest, and the same film as an undisturbed run."""
    words = [sys.executable, "-m", "filmwright.cli", "make", PROMPT, *SMALL, "--json"]
    calm, killed = tmp_path / "calm.mp4", tmp_path / "killed.mp4"
    subprocess.run([*words, "-o", str(calm)], check=True, capture_output=True)
    kill_after(2, [*words, "-o", str(killed)])
    again = subprocess.run([*words, "-o", str(killed)], check=True, capture_output=True, text=True)
    assert again.stdout.count('"frame_done"') <= 2
    assert decoded(killed) == decoded(calm)


def decoded(path: Path) -> list[bytes]:
    """Every frame of a film as bytes."""
    with av.open(str(path)) as container:
        return [frame.to_ndarray(format="rgb24").tobytes() for frame in container.decode(video=0)]

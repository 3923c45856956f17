"""The words of the camera: every move, size, angle, lens, aperture and pace has its phrases, and each phrase one meaning."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any

import pytest

from filmwright import concepts, registry
from filmwright.content import camera
from filmwright.reading.read import read
from filmwright.spec.shot import Camera, Shot

MOVES = registry.names("filmwright.content.moves")
KINDS = ("move", "size", "angle", "lens", "f_stop", "pace")
HERE = "a woman in a red dress stands on a beach"
ICI = "une femme en robe rouge est debout sur une plage"


def lexicon(language: str) -> dict[str, Any]:
    text = resources.files("filmwright").joinpath("data", "lexicon", f"{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_phrase_of_the_camera_has_two_meanings_of_a_kind(language: str, kind: str) -> None:
    tables = lexicon(language)
    phrases = [
        phrase
        for table in (tables.get(kind, {}), tables.get("near", {}).get(kind, {}))
        for words in table.values()
        for phrase in words
    ]
    assert sorted(phrases) == sorted(set(phrases))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_move_has_words_and_every_word_a_move(language: str) -> None:
    named = {value.split()[0] for value in lexicon(language)["move"]}
    assert set(MOVES) <= named <= set(concepts.parents("move"))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_figures_behind_words_are_ones_a_shot_can_hold(language: str) -> None:
    tables = lexicon(language)
    for value in tables["f_stop"]:
        Camera(f_stop=float(value.split()[0]))
    for value in (*tables["lens"], *tables["near"]["lens"]):
        Camera(lens_mm=float(value.split()[0]))
    low, high = (next(m for m in Shot.model_fields["pace"].metadata if hasattr(m, k)) for k in ("ge", "le"))
    assert all(low.ge <= float(value.split()[0]) <= high.le for value in tables["pace"])


@pytest.mark.parametrize("language", ["en", "fr"])
def test_sizes_and_angles_of_the_words_are_those_of_the_content(language: str) -> None:
    tables = lexicon(language)
    assert {v.split()[0] for v in (*tables["size"], *tables["near"].get("size", {}))} <= set(camera.SIZES)
    assert {v.split()[0] for v in (*tables["angle"], *tables["near"].get("angle", {}))} <= set(camera.ANGLES)


def test_every_move_that_is_only_a_concept_has_a_nearest_one_or_none() -> None:
    near = {name: concepts.nearest("move", name, MOVES) for name in concepts.parents("move") if name not in MOVES}
    assert near["point_of_view"] == "handheld" and near["camera_roll"] is None
    assert all(move is None or move in MOVES for move in near.values())


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("static shot", "move", "static"),
        ("the camera pans left", "move", "pan_left"),
        ("pan from left to right", "move", "pan_right"),
        ("the camera slowly tilts up", "move", "tilt_up"),
        ("push in", "move", "dolly_in"),
        ("the camera pulls back", "move", "dolly_out"),
        ("the camera trucks right", "move", "truck_right"),
        ("pedestal up", "move", "boom_up"),
        ("the camera rises", "move", "boom_up"),
        ("the camera cranes down", "move", "boom_down"),
        ("the camera arcs left around her", "move", "orbit_left"),
        ("the camera orbits to the right", "move", "orbit_right"),
        ("zoom in", "move", "zoom_in"),
        ("slow zoom out", "move", "zoom_out"),
        ("vertigo effect", "move", "dolly_zoom"),
        ("handheld camera", "move", "handheld"),
        ("with an intense shaking effect", "move", "handheld"),
        ("with an intense shaking effect", "speed", "fast"),
        ("whip pan left", "move", "whip_pan_left"),
        ("swish pan to the right", "move", "whip_pan_right"),
        ("drone flyover", "move", "flyover"),
        ("a drone circles around her", "move", "drone_circle"),
        ("racking focus", "move", "rack_focus"),
        ("steadicam shot", "move", "follow"),
        ("featuring a steady and smooth perspective", "move", "static"),
        ("extreme close-up", "size", "extreme_close_up"),
        ("two-shot", "size", "two_shot"),
        ("over-the-shoulder shot", "size", "over_the_shoulder"),
        ("insert shot", "size", "insert"),
        ("establishing shot", "size", "establishing"),
        ("worm's-eye view", "angle", "worms_eye"),
        ("bird's eye view", "angle", "overhead"),
        ("dutch angle", "angle", "dutch"),
        ("wide-angle lens", "lens_mm", 24.0),
        ("telephoto lens", "lens_mm", 135.0),
        ("fisheye lens", "lens_mm", 16.0),
        ("85mm lens", "lens_mm", 85.0),
        ("f/2.8", "f_stop", 2.8),
        ("shallow depth of field", "f_stop", 2.0),
        ("deep focus", "f_stop", 11.0),
    ],
)
def test_a_phrase_of_the_camera_is_read(words: str, field: str, value: str | float) -> None:
    film, _ = read(f"{HERE}, {words}")
    assert getattr(film.shots[0].camera, field) == value
    assert [m.kind for m in film.shots[0].cast] == ["woman"]


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("plan fixe", "move", "static"),
        ("panoramique vers la gauche", "move", "pan_left"),
        ("la caméra monte lentement", "move", "boom_up"),
        ("travelling avant", "move", "dolly_in"),
        ("travelling latéral vers la droite", "move", "truck_right"),
        ("zoom avant", "move", "zoom_in"),
        ("dézoom", "move", "zoom_out"),
        ("travelling compensé", "move", "dolly_zoom"),
        ("caméra à l’épaule", "move", "handheld"),
        ("panoramique filé vers la droite", "move", "whip_pan_right"),
        ("bascule de point", "move", "rack_focus"),
        ("un drone tourne autour d'elle", "move", "drone_circle"),
        ("plan à deux", "size", "two_shot"),
        ("plan américain", "size", "medium_wide"),
        ("très gros plan", "size", "extreme_close_up"),
        ("contre-plongée", "angle", "low"),
        ("au ras du sol", "angle", "worms_eye"),
        ("en plongée totale", "angle", "overhead"),
        ("grand angle", "lens_mm", 24.0),
        ("faible profondeur de champ", "f_stop", 2.0),
    ],
)
def test_a_french_phrase_of_the_camera_is_read(words: str, field: str, value: str | float) -> None:
    film, _ = read(f"{ICI}, {words}")
    assert getattr(film.shots[0].camera, field) == value


@pytest.mark.parametrize(
    ("prompt", "pace"),
    [
        (f"{HERE}, slow motion", 0.4),
        (f"{HERE}, in super slow motion", 0.2),
        (f"{HERE}, sped up", 2.0),
        ("a time-lapse of a beach at sunset", 30.0),
        ("hyperlapse of a beach", 30.0),
        (f"{ICI}, au ralenti", 0.4),
        (f"{ICI}, en accéléré", 2.0),
        (HERE, 1.0),
    ],
)
def test_words_of_pace_are_how_fast_time_runs(prompt: str, pace: float) -> None:
    assert read(prompt)[0].shots[0].pace == pace


@pytest.mark.parametrize(
    "prompt",
    [
        "a bird flies over a beach",
        "a dog follows a man on a beach",
        "a balloon rises above a beach",
        "a woman looks down at the sand on a beach",
        "a man walks forward on a beach",
        "a man climbs a wall on a beach",
    ],
)
def test_what_somebody_does_is_not_done_by_the_camera(prompt: str) -> None:
    film, _ = read(prompt)
    assert film.shots[0].camera.move == "static" and film.shots[0].camera.angle == "eye_level"
    assert film.shots[0].cast[0].action is not None

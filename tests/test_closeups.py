"""What a close-up is of, where people of whom no place is told are, and what of them the camera then sees."""

import numpy as np
import pytest

from filmwright.content.camera import PARTS
from filmwright.content.figure.strands import hair_material
from filmwright.reading.read import read
from filmwright.spec.shot import Shot
from filmwright.staging.detail import duller, gleam
from filmwright.staging.stage import stage_shot


def shot_of(prompt: str) -> Shot:
    return read(prompt)[0].shots[0]


@pytest.mark.parametrize(
    ("prompt", "part", "kind"),
    [
        ("Extreme close-up of an eye", "eye", "person"),
        ("Close-up of a woman's eyes", "eyes", "woman"),
        ("Close-up of his shoes", "feet", "man"),
        ("Close-up of hands kneading dough", "hands", "person"),
        ("Her eyes in extreme close-up", "eyes", "woman"),
        ("Gros plan sur les mains d'une vieille femme", "hands", "woman"),
        ("Nahaufnahme von einem Auge", "eye", "person"),
        ("Primer plano de las manos de un anciano", "hands", "man"),
        ("Close-up of her face", None, "woman"),
        ("Close-up of a man reading a book", None, "man"),
        ("Close-up of a woman with blue eyes", None, "woman"),
    ],
)
def test_a_close_up_is_of_what_the_text_names(prompt: str, part: str | None, kind: str) -> None:
    shot = shot_of(prompt)
    assert (shot.camera.part, shot.cast[0].kind) == (part, kind)


def test_every_part_that_words_name_can_be_framed() -> None:
    assert {"eye", "eyes", "mouth", "hand", "hands", "foot", "feet"} == set(PARTS)


@pytest.mark.parametrize(
    ("prompt", "place"),
    [
        ("A woman in pajamas", "bedroom"),
        ("A man in a tuxedo", "ballroom"),
        ("A man in a business suit", "office"),
        ("A man in a business suit walks", "city_street"),
        ("A girl in a swimsuit", "beach"),
        ("A man in a parka", "snow_valley"),
        ("A boy runs", "park"),
        ("Portrait of an old man", "cafe"),
        ("A woman in pajamas walks in a forest", "forest"),
    ],
)
def test_people_of_whom_no_place_is_told_are_where_one_wears_or_does_that(prompt: str, place: str) -> None:
    assert shot_of(prompt).place.kind == place


def test_a_close_up_of_an_eye_shows_little_more_than_it() -> None:
    film = read("Extreme close-up of an eye", size=(320, 180), seconds=0.2)[0]
    camera = stage_shot(film, 0).stage.camera
    far_m = float(np.asarray(camera.focus_m)[0])
    wide_m = far_m * camera.sensor_mm / float(np.asarray(camera.focal_mm)[0])
    assert 0.05 < wide_m < 0.10


def test_hair_that_is_seen_from_afar_has_no_highlights_of_single_hairs() -> None:
    material = hair_material((0.01, 0.01, 0.01))
    assert duller(material, gleam(20.0)).specular == 0.0
    assert duller(material, gleam(400.0)) == material

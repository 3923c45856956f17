"""Spanish and German: a language is one file of the lexicon, read by the same rules as English and French."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from filmwright import concepts
from filmwright.content import colors
from filmwright.reading import inflect, wordlist
from filmwright.reading.read import read
from filmwright.reading.vocabulary import LANGUAGES, function_words, load, vocabulary
from test_actions_data import HUMAN_ACTIONS
from test_concepts import COCO
from test_reading_places import SCENES

NEW = ("es", "de")
# What a prompt says, by path in its one shot; a path into the cast counts from 0.
SAYS: dict[str, dict[str, Any]] = {
    "Una mujer con un abrigo rojo camina por la playa al atardecer, primer plano": {
        "cast.0.kind": "woman", "cast.0.action.kind": "walk", "cast.0.wardrobe.0.kind": "coat", "cast.0.wardrobe.0.color": "red",
        "place.kind": "beach", "light.time": "golden_hour", "camera.size": "close_up",
    },
    "Un hombre mayor con barba blanca está sentado en un banco del parque en otoño, plano medio": {
        "cast.0.age": "old", "cast.0.hair.beard": True, "cast.0.action.kind": "sit", "cast.1.kind": "bench", "place.kind": "park",
        "place.season": "autumn", "camera.size": "medium",
    },
    "Dos niños juegan al fútbol en una calle mojada bajo la lluvia": {
        "cast.0.kind": "boy", "cast.0.count": 2, "cast.0.action.kind": "play_football", "weather.kind": "rain",
    },
    "Un perro negro corre por la nieve, cámara lenta": {
        "cast.0.kind": "dog", "cast.0.color": "black", "cast.0.action.kind": "run", "pace": 0.4, "place.ground": "snow",
    },
    "Una chica rubia con gafas de sol y vestido azul baila en una azotea de noche": {
        "cast.0.hair.color": "blond", "cast.0.wardrobe.0.kind": "sunglasses", "cast.0.wardrobe.1.color": "blue",
        "cast.0.action.kind": "dance", "place.kind": "rooftop", "light.time": "night",
    },
    "Un astronauta monta a caballo en marte, estilo van gogh": {
        "cast.0.kind": "astronaut", "cast.0.action.kind": "ride_horse", "place.kind": "mars", "look.style": "van_gogh",
    },
    "Una boca de incendios roja a la izquierda de una señal de stop": {
        "cast.0.kind": "fire_hydrant", "cast.0.color": "red", "cast.0.relation.kind": "left_of", "cast.1.kind": "stop_sign",
    },
    "Travelling lento hacia delante por un bosque nevado al amanecer, niebla": {
        "camera.move": "dolly_in", "camera.speed": "slow", "light.time": "dawn", "weather.kind": "fog", "place.season": "winter",
    },
    "Un gato negro duerme encima de un sofá verde en una sala de estar, acuarela": {
        "cast.0.action.kind": "sleep", "cast.0.relation.kind": "on", "cast.1.kind": "couch", "cast.1.color": "green",
        "place.kind": "living_room", "look.style": "watercolor",
    },
    "Una anciana de 80 años lee un libro en una biblioteca, la cámara se acerca lentamente": {
        "cast.0.kind": "woman", "cast.0.age": "old", "cast.0.action.kind": "read_book", "place.kind": "library",
        "camera.move": "dolly_in", "camera.speed": "slow",
    },
    "Eine Frau in einem roten Mantel geht durch einen verschneiten Wald, langsame Kamerafahrt nach vorn": {
        "cast.0.kind": "woman", "cast.0.action.kind": "walk", "cast.0.wardrobe.0.kind": "coat", "cast.0.wardrobe.0.color": "red",
        "place.kind": "snow_valley", "place.season": "winter", "camera.move": "dolly_in", "camera.speed": "slow",
    },
    "Ein alter Mann mit weißem Bart sitzt auf einer Bank im Park im Herbst, Halbtotale": {
        "cast.0.age": "old", "cast.0.hair.beard": True, "cast.0.action.kind": "sit", "cast.1.kind": "bench", "place.kind": "park",
        "place.season": "autumn", "camera.size": "medium",
    },
    "Zwei Kinder spielen Fußball auf einer nassen Straße im Regen": {
        "cast.0.kind": "child", "cast.0.count": 2, "cast.0.action.kind": "play_football", "weather.kind": "rain",
    },
    "Ein schwarzer Hund rennt durch den Schnee, Zeitlupe": {
        "cast.0.kind": "dog", "cast.0.color": "black", "cast.0.action.kind": "run", "pace": 0.4, "place.ground": "snow",
    },
    "Ein blondes Mädchen mit Sonnenbrille und blauem Kleid tanzt nachts auf einem Dach": {
        "cast.0.hair.color": "blond", "cast.0.wardrobe.0.kind": "sunglasses", "cast.0.wardrobe.1.color": "blue",
        "cast.0.action.kind": "dance", "place.kind": "rooftop", "light.time": "night",
    },
    "Ein Astronaut reitet ein Pferd auf dem Mars, im Stil von van Gogh": {
        "cast.0.kind": "astronaut", "cast.0.action.kind": "ride_horse", "place.kind": "mars", "look.style": "van_gogh",
    },
    "Ein roter Feuerhydrant links von einem Stoppschild": {
        "cast.0.kind": "fire_hydrant", "cast.0.color": "red", "cast.0.relation.kind": "left_of", "cast.1.kind": "stop_sign",
    },
    "Eine schwarze Katze schläft auf einem grünen Sofa im Wohnzimmer, Aquarell": {
        "cast.0.action.kind": "sleep", "cast.0.relation.kind": "on", "cast.1.kind": "couch", "cast.1.color": "green",
        "place.kind": "living_room", "look.style": "watercolor",
    },
    "Eine junge Frau trinkt Kaffee in einem Café, die Kamera fährt langsam zurück": {
        "cast.0.kind": "woman", "cast.0.age": "young", "cast.0.action.kind": "drink_coffee", "place.kind": "cafe",
        "camera.move": "dolly_out", "camera.speed": "slow",
    },
    "Drei große Elefanten laufen bei Sonnenuntergang durch die Savanne, Kamera schwenkt nach links": {
        "cast.0.kind": "elephant", "cast.0.count": 3, "cast.0.size": "large", "place.kind": "savanna", "camera.move": "pan_left",
        "light.time": "golden_hour",
    },
}  # fmt: skip


@pytest.mark.parametrize("prompt", SAYS)
def test_what_a_spanish_or_german_prompt_says_is_in_the_film(prompt: str) -> None:
    film, _ = read(prompt)
    (shot,) = film.model_dump()["shots"]
    found = {path: _at(shot, path) for path in SAYS[prompt]}
    assert found == SAYS[prompt]
    assert film.language == ("es" if list(SAYS).index(prompt) < 10 else "de")


def _at(tree: Any, path: str) -> Any:
    for step in path.split("."):
        tree = None if tree is None else tree[int(step)] if step.isdecimal() else tree[step]
    return tree


@pytest.mark.parametrize(
    ("prompt", "typed"),
    [
        ("Ein Mädchen läuft über die Straße", "Ein Maedchen laeuft ueber die Strasse"),
        ("Una niña está en el jardín al mediodía", "Una niña esta en el jardin al mediodia"),
    ],
)
def test_a_prompt_without_its_accents_is_read_as_with_them(prompt: str, typed: str) -> None:
    assert read(prompt)[0].shots == read(typed)[0].shots


@pytest.mark.parametrize(
    ("form", "made"),
    [
        ("sich setzt", inflect.german_verb("sich setzen")),
        ("steht auf", inflect.german_verb("auf|stehen")),
        ("aufzustehen", inflect.german_verb("auf|stehen")),
        ("spielt gitarre", inflect.german_verb("Gitarre spielen")),
        ("wälder", inflect.german_noun("Wald")),
        ("äpfel", inflect.german_noun("Apfel")),
        ("roten panda", inflect.german_noun("roter Panda")),
        ("dunkle", inflect.german_adjective("dunkel")),
        ("osos polares", inflect.spanish_noun("oso polar")),
        ("aviones", inflect.spanish_noun("avión")),
        ("se sientan", inflect.spanish_verb("sentarse")),
        ("sentándose", inflect.spanish_verb("sentarse")),
        ("duermen", inflect.spanish_verb("dormir")),
        ("leyendo", inflect.spanish_verb("leer")),
        ("japonesa", inflect.spanish_adjective("japonés")),
    ],
)
def test_words_take_the_forms_of_their_language(form: str, made: tuple[str, ...]) -> None:
    assert form in made


def _said(language: str, kind: str) -> set[str]:
    return {name for value in load(f"{language}.toml").get(kind, {}) for name in value.split(" ")[0].split("+")}


OF_HAIR = {"blond", "ginger"}


@pytest.mark.parametrize("language", NEW)
def test_everything_vbench_names_has_words(language: str) -> None:
    missing = {
        name for name in COCO if name.replace(" ", "_") not in _said(language, "thing") | _said(language, "person")
    }
    missing |= {name for name in SCENES if name.replace(" ", "_") not in _said(language, "place")}
    missing |= {name for name, *_ in HUMAN_ACTIONS.values() if name not in _said(language, "action")}
    missing |= set(colors.COLORS) - OF_HAIR - _said(language, "color")
    missing |= set(concepts.parents("move")) - _said(language, "move")
    assert not missing


WHO = {"es": ("Una mujer", inflect.spanish_verb), "de": ("Eine Frau", inflect.german_verb)}


@pytest.mark.parametrize("language", NEW)
def test_every_action_of_vbench_is_read_as_somebody_does_it(language: str) -> None:
    who, form = WHO[language]
    asked = {name for name, *_ in HUMAN_ACTIONS.values()}
    wrong = []
    for value, phrases in load(f"{language}.toml")["action"].items():
        name = value.split(" ")[0]
        for prompt in [f"{who} {form(phrase)[0]}." for phrase in phrases[:2] if name in asked]:
            film, _ = read(prompt, language=language)
            woman = next((m for m in film.shots[0].cast if m.kind == "woman"), None)
            done = [] if woman is None else [deed.kind for deed in (woman.action, *woman.then) if deed is not None]
            if name not in done:
                wrong.append(f"{prompt} {done} instead of {name}")
    assert not wrong


@pytest.mark.parametrize(
    ("prompt", "place"),
    [
        ("Una mujer camina por un castillo", "castle"),
        ("Una mujer está en un palacio", "palace"),
        ("Eine Frau geht durch einen Palast", "palace"),
        ("Eine Frau steht im Schloss", "castle"),
    ],
)
def test_a_building_somebody_is_in_is_the_place(prompt: str, place: str) -> None:
    assert read(prompt)[0].shots[0].place.kind == place


LEAST = {
    "thing": 0.25,
    "person": 0.6,
    "place": 0.7,
    "garment": 0.7,
    "action": 0.7,
    "style": 0.9,
    "move": 1.0,
    "material": 1.0,
}
"""Shares of the concepts of each kind that a new language says; chosen: what people name most comes first."""


@pytest.mark.parametrize("language", NEW)
@pytest.mark.parametrize("kind", concepts.KINDS)
def test_most_concepts_of_a_kind_have_words(
    language: str, kind: str, record_property: Callable[[str, object], None]
) -> None:
    known = set(concepts.parents(kind))
    share = len(_said(language, kind) & known) / len(known)
    record_property(f"{language} {kind}", round(share, 3))
    assert share >= LEAST[kind]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_tables(language: str) -> None:
    assert set(load("fr.toml")) - {"near"} <= set(load(f"{language}.toml"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_function_words_open_every_file(language: str) -> None:
    assert len(function_words(language)) > 50


def test_a_table_read_from_the_cache_is_the_one_that_was_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FILMWRIGHT_CACHE", str(tmp_path))
    made = vocabulary.__wrapped__("es")
    (file,) = (tmp_path / wordlist.FOLDER).iterdir()
    again = vocabulary.__wrapped__("es")
    assert dict(made.phrases) == dict(again.phrases) and made.longest == again.longest
    for broken in (b"", b"{", json.dumps({"facts": {}}).encode(), file.read_bytes()[:-9]):
        file.write_bytes(broken)
        assert dict(vocabulary.__wrapped__("es").phrases) == dict(made.phrases)
    assert json.loads(file.read_bytes())["facts"]["name"] == "Spanish", "a broken file is made anew"


def test_a_cache_that_cannot_be_written_costs_only_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("FILMWRIGHT_CACHE", str(tmp_path / "file"))
    assert vocabulary.__wrapped__("de").has("Wald", "place")

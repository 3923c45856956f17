"""The lexicon and the content agree: content reads by its own words, and the lexicon promises nothing that is not there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from filmwright import concepts, registry
from filmwright.content import camera, colors
from filmwright.content.figure import expressions
from filmwright.content.offers import PACKAGES, constant, modules
from filmwright.errors import UnknownName
from filmwright.reading import check
from filmwright.reading.read import read
from filmwright.reading.vocabulary import BULKS, GRADES, LANGUAGES, vocabulary
from filmwright.spec.shot import Shot

MODULES = modules()


def named(shot: Shot) -> Iterator[tuple[str, str | None]]:
    """All content a shot names, by kind."""
    yield "place", shot.place.kind
    yield "time", shot.light.time
    yield "weather", shot.weather.kind
    yield "move", shot.camera.move
    yield "style", shot.look.style
    yield "style", shot.look.grade
    for member in shot.cast:
        yield "person", member.kind
        yield "thing", member.kind
        yield "action", member.action.kind if member.action else None
        yield "hair_style", member.hair.style or member.hair.length if member.hair else None
        for garment in member.wardrobe:
            yield "garment", garment.kind


@pytest.mark.parametrize(("kind", "package", "name"), MODULES, ids=lambda v: v)
def test_the_example_of_a_module_reads_to_the_module(kind: str, package: str, name: str) -> None:
    module = registry.find(package, name)
    film, _ = read(module.EXAMPLE)
    check.names(film)
    assert (kind, name) in set(named(film.shots[0])), module.EXAMPLE


@pytest.mark.parametrize(("kind", "package", "name"), MODULES, ids=lambda v: v)
def test_words_read_from_the_source_are_those_of_the_module(kind: str, package: str, name: str) -> None:
    assert constant(package, name, "WORDS") == tuple(registry.find(package, name).WORDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_a_language_stand_for_names_there_are(language: str) -> None:
    tables: dict[str, set[str]] = {kind: set(check.known(kind)) for kind in PACKAGES}
    tables |= {kind: set(concepts.parents(kind)) | tables.get(kind, set()) for kind in concepts.KINDS}
    tables |= {
        "size": set(camera.SIZES), "angle": set(camera.ANGLES), "color": set(colors.COLORS), "hair_color": set(colors.COLORS),
        "grade": {*GRADES, *concepts.parents("style")}, "age": set(check.AGES), "build": set(check.BUILDS), "bulk": set(BULKS),
        "complexion": set(check.COMPLEXIONS), "beard": {"beard", "none", *check.BEARDS},
        "hair_length": set(check.LENGTHS), "wind": set(check.WINDS),
        "expression": set(check.EXPRESSIONS),
        "season": set(check.SEASONS), "relation": set(check.RELATIONS),
    }  # fmt: skip
    tables["move"] |= {"pan", "tilt", "dolly", "truck", "orbit"}
    said = {
        (s.kind, value)
        for senses in vocabulary(language).phrases.values() for s in senses if s.kind in tables
        for value in s.value.split("+")
    }  # fmt: skip
    assert not sorted((kind, value) for kind, value in said if value not in tables[kind])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_content_name_has_words_in_every_language(language: str) -> None:
    said = {(s.kind, s.value) for senses in vocabulary(language).phrases.values() for s in senses}
    said |= {("hair_style", s.get("style")) for senses in vocabulary(language).phrases.values() for s in senses}
    missing = [(k, n) for k, _, n in MODULES if (k, n) not in said and ("grade", n) not in said]
    assert not [m for m in missing if m != ("hair_style", "short") and m != ("hair_style", "long")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_compound_swallows_somebody_and_what_they_do(language: str) -> None:
    """ "A man in a brown hat stands": a thing called "hat stands" would take away both the hat and the standing."""
    phrases = vocabulary(language).phrases
    actors = {"person", "crowd", "garment", "hair", "beard", "pronoun"}
    nouns = {"thing", "feature", "place", "person", "garment"}

    def kinds(words: tuple[str, ...]) -> set[str]:
        return {sense.kind for sense in phrases.get(words, ())}

    swallowing = [
        words
        for words in phrases
        for cut in range(1, len(words))
        if kinds(words[:cut]) & actors and "action" in kinds(words[cut:]) and kinds(words) & nouns
    ]
    assert not swallowing


def test_the_expressions_that_are_read_are_those_a_face_can_take() -> None:
    assert set(check.EXPRESSIONS) == set(expressions.EXPRESSIONS)


def test_every_color_has_a_word_that_reads_to_it() -> None:
    for name, color in colors.COLORS.items():
        if name not in ("blond", "auburn", "ginger"):
            film, _ = read(f"a woman in a {color.words[0]} coat")
            assert film.shots[0].cast[0].wardrobe[0].color == name


def test_colors_resolve_by_name_and_by_number() -> None:
    assert colors.resolve("red")[0] > 5 * colors.resolve("red")[1]
    assert colors.resolve("#ffffff") == (1.0, 1.0, 1.0)
    with pytest.raises(UnknownName, match="dark_bleu"):
        colors.resolve("dark_bleu")


def test_a_closer_size_shows_less_of_the_body_through_a_longer_lens() -> None:
    rows = [r for r in camera.SIZES.values() if r.people == 1 and r.top > 0.9]  # an insert shows no face
    assert [r.bottom for r in rows] == sorted(r.bottom for r in rows)
    assert [r.lens_mm for r in rows] == sorted(r.lens_mm for r in rows)

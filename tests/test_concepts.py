"""The hierarchy of concepts is sound, has words in every language of its own, and finds what can stand in for what."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from filmwright import concepts
from filmwright.reading.tokens import tokenize
from filmwright.reading.vocabulary import load, vocabulary

NAMED = ("thing", "person")  # kinds whose every concept has a word in the complete languages
# The classes of COCO (cocodataset.org, "thing" classes of 2017), which VBench asks for by name; "person" is of another kind.
COCO = [
    "bicycle", "car", "motorcycle", "airplane", "bus", "train", "truck", "boat", "traffic_light", "fire_hydrant",
    "stop_sign", "parking_meter", "bench", "bird", "cat", "dog", "horse", "sheep", "cow", "elephant", "bear", "zebra",
    "giraffe", "backpack", "umbrella", "handbag", "tie", "suitcase", "frisbee", "skis", "snowboard", "sports_ball",
    "kite", "baseball_bat", "baseball_glove", "skateboard", "surfboard", "tennis_racket", "bottle", "wine_glass",
    "cup", "fork", "knife", "spoon", "bowl", "banana", "apple", "sandwich", "orange", "broccoli", "carrot", "hot_dog",
    "pizza", "donut", "cake", "chair", "couch", "potted_plant", "bed", "dining_table", "toilet", "tv", "laptop",
    "mouse", "remote", "keyboard", "cell_phone", "microwave", "oven", "toaster", "sink", "refrigerator", "book",
    "clock", "vase", "scissors", "teddy_bear", "hair_drier", "toothbrush",
]  # fmt: skip
IRREGULAR = {
    "en": {"wolves": "wolf", "mice": "mouse", "geese": "goose", "knives": "knife", "leaves": "leaf", "loaves of bread": "loaf"},
    "fr": {"chevaux": "horse", "hiboux": "owl", "bijoux": "jewelry", "vitraux": "window_frame", "animaux sauvages": "animal"},
}  # fmt: skip
FEMININE = {"danseuse": "dancer", "chienne": "dog", "policière": "police_officer", "lionne": "lion"}


def every(kinds: tuple[str, ...] = concepts.KINDS) -> Iterator[tuple[str, str, str]]:
    """All concepts as (kind, name, name above)."""
    for kind in kinds:
        for name, above in concepts.parents(kind).items():
            yield kind, name, above


def meanings(language: str, phrase: str) -> set[tuple[str, str]]:
    """What a phrase can mean, as (kind, value)."""
    senses = vocabulary(language).phrases.get(tuple(token.key for token in tokenize(phrase)), ())
    return {(sense.kind, sense.value) for sense in senses}


def known(kind: str) -> set[str]:
    """The concepts of a kind, and the "" above its roots."""
    return {"", *concepts.parents(kind)}


def test_what_is_above_a_concept_is_a_concept() -> None:
    """Clothes may stand in together: a suit is a jacket and trousers ("jacket+trousers")."""
    lost = [
        (kind, name, above) for kind, name, above in every() for part in above.split("+") if part not in known(kind)
    ]
    assert not lost


def test_no_concept_is_above_itself() -> None:
    for kind, name, _ in every():
        seen: set[str] = set()
        above = name
        while above:
            assert above not in seen, f"[{kind}] {name} is above itself"
            seen.add(above)
            above = concepts.parents(kind).get(above, "")


def test_names_are_slugs() -> None:
    slug = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*\Z")
    assert not [(kind, name) for kind, name, _ in every() if not slug.match(name)]


@pytest.mark.parametrize("kind", NAMED)
def test_every_concept_has_words_in_french(kind: str) -> None:
    said = {value.split(" ")[0] for value in load("fr.toml")[kind]}
    assert not sorted(set(concepts.parents(kind)) - said)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("kind", NAMED)
def test_words_lead_to_concepts(language: str, kind: str) -> None:
    said = {name for value in load(f"{language}.toml")[kind] for name in value.split(" ")[0].split("+")}
    assert not sorted(said - set(concepts.parents(kind)))


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("kind", NAMED)
def test_a_phrase_means_one_concept_of_a_kind(language: str, kind: str) -> None:
    meant: dict[str, str] = {}
    for value, phrases in load(f"{language}.toml")[kind].items():
        name = value.split(" ")[0]
        for phrase in phrases:
            assert meant.setdefault(phrase, name) == name, f"{phrase!r} means {meant[phrase]} and {name}"


def test_all_classes_of_coco_are_things() -> None:
    assert len(COCO) == 79
    assert not [name for name in COCO if name not in concepts.parents("thing")]


@pytest.mark.parametrize("name", COCO)
def test_a_class_of_coco_is_read_by_its_name(name: str) -> None:
    assert ("thing", name) in meanings("en", name.replace("_", " "))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_irregular_plurals_are_known(language: str) -> None:
    for phrase, name in IRREGULAR[language].items():
        assert name in {value for _, value in meanings(language, phrase)}, phrase


@pytest.mark.parametrize(("word", "name"), FEMININE.items(), ids=FEMININE)
def test_a_feminine_word_tells_the_sex(word: str, name: str) -> None:
    (sense,) = (s for s in vocabulary("fr").phrases[(word,)] if s.value == name)
    assert sense.get("sex") == "female"


def test_what_is_offered_stands_for_itself() -> None:
    assert concepts.nearest("thing", "mammoth", ["mammoth", "elephant"]) == "mammoth"


def test_a_mammoth_is_played_by_an_elephant() -> None:
    assert concepts.nearest("thing", "mammoth", ["dog", "elephant"]) == "elephant"


def test_a_kind_of_its_own_is_preferred_below_to_above() -> None:
    assert concepts.nearest("thing", "bird", ["eagle", "dog"]) == "eagle"


def test_those_of_a_group_play_each_other() -> None:
    assert concepts.nearest("thing", "wolf", ["dog", "horse"]) == "dog"
    assert concepts.nearest("thing", "wolf", ["dog", "horse"], related=False) is None


def test_nothing_stands_in_across_a_root() -> None:
    assert concepts.nearest("thing", "elephant", ["dog", "car", "chair"]) is None


def test_a_role_is_played_by_who_can_be() -> None:
    people = ["boy", "girl", "man", "woman"]
    assert concepts.nearest("person", "queen", people) == "woman"
    assert concepts.nearest("person", "king", people) == "man"
    assert concepts.nearest("person", "baby", people) in ("boy", "girl")
    assert concepts.nearest("person", "ballerina", ["man", "woman"]) == "woman"
    assert concepts.nearest("person", "chef", ["cook", *people]) == "cook"
    assert concepts.nearest("person", "astronaut", [*people, "person"]) == "person"


def test_no_group_of_things_is_a_root_alone() -> None:
    """A root with nothing below it, and nothing above it, can never be played by anything: it is a mistake."""
    table = concepts.parents("thing")
    roots = {name for name, above in table.items() if not above}
    assert roots <= set(table.values())

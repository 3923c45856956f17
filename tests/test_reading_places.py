"""Places, regions, features, garments, materials and styles: what the words stand for, in the lexicons and the concepts."""

from __future__ import annotations

import pytest

from filmwright import concepts
from filmwright.content.offers import facts, offered
from filmwright.content.sets import nearest_place
from filmwright.reading.vocabulary import Sense, load, vocabulary

# The scenes of VBench (Huang et al., CVPR 2024; Apache-2.0), by its own names.
SCENES = (
    "alley", "amusement park", "aquarium", "arch", "art gallery", "bathroom", "bakery shop", "ballroom", "bar", "barn", "basement",
    "beach", "bedroom", "bridge", "botanical garden", "cafeteria", "campsite", "campus", "carrousel", "castle", "cemetery",
    "classroom", "cliff", "crosswalk", "construction site", "corridor", "courtyard", "desert", "downtown", "driveway", "farm",
    "food court", "football field", "forest road", "fountain", "gas station", "glacier", "golf course", "indoor gymnasium",
    "harbor", "highway", "hospital", "house", "iceberg", "industrial area", "jail cell", "junkyard", "kitchen", "indoor library",
    "lighthouse", "laboratory", "mansion", "marsh", "mountain", "indoor movie theater", "indoor museum", "music studio", "nursery",
    "ocean", "office", "palace", "parking lot", "pharmacy", "phone booth", "raceway", "restaurant", "river", "science museum",
    "shower", "ski slope", "sky", "skyscraper", "baseball stadium", "staircase", "street", "supermarket", "indoor swimming pool",
    "tower", "outdoor track", "train railway", "train station platform", "underwater coral reef", "valley", "volcano", "waterfall",
    "windmill",
)  # fmt: skip
STYLES = {
    "van gogh style": "van_gogh",
    "oil painting": "oil_painting",
    "in the style of ukiyo": "ukiyo_e",
    "by hokusai": "ukiyo_e",
    "black and white": "black_and_white",
    "pixel art": "pixel_art",
    "in cyberpunk style": "cyberpunk",
    "animated style": "animated",
    "watercolor painting": "watercolor",
    "surrealism style": "surrealism",
}
WARDROBE = (
    "t shirt", "shirt", "blouse", "sweater", "hoodie", "cardigan", "vest", "blazer", "suit", "leather jacket", "denim jacket",
    "puffer jacket", "raincoat", "trench coat", "wool coat", "parka", "cloak", "kimono", "sari", "thobe", "jeans", "trousers",
    "shorts", "leggings", "skirt", "dress", "evening dress", "wedding dress", "uniform", "lab coat", "apron", "chef jacket",
    "spacesuit", "helmet", "armor", "swimwear", "sportswear", "pyjamas", "boots", "shoes", "sneakers", "heels", "sandals", "hat",
    "cap", "beanie", "hood", "crown", "turban", "headscarf", "glasses", "sunglasses", "scarf", "gloves", "tie", "belt", "bag",
    "backpack", "purse", "watch", "jewelry", "mask", "umbrella",
)  # fmt: skip
KINDS = ("place", "region", "feature", "garment", "material", "pattern", "style", "grade", "lighting", "film")
SETS = ("beach", "cafe", "neon_street", "snow_valley")
LANGUAGES = ("en", "fr")


def senses(language: str, kind: str, phrase: str) -> list[Sense]:
    return [s for s in vocabulary(language).phrases.get(tuple(phrase.split()), ()) if s.kind == kind]


def values(language: str, kind: str) -> set[str]:
    """The values a lexicon has words for."""
    return {key.split(" ")[0] for key in load(f"{language}.toml")[kind]}


@pytest.mark.parametrize("scene", SCENES)
def test_every_scene_of_vbench_is_a_place_by_its_own_name(scene: str) -> None:
    name = scene.replace(" ", "_")
    assert name in concepts.parents("place")
    assert [s.value for s in senses("en", "place", scene)] == [name]
    assert name in values("fr", "place")


@pytest.mark.parametrize(("phrase", "name"), STYLES.items())
def test_every_style_of_vbench_is_read_by_its_own_words(phrase: str, name: str) -> None:
    assert [s.value for s in senses("en", "style", phrase)] == [name]
    assert name in values("fr", "style")


@pytest.mark.parametrize("phrase", WARDROBE)
def test_the_wardrobe_has_words_whether_or_not_it_can_be_sewn(phrase: str) -> None:
    (sense,) = senses("en", "garment", phrase)
    assert sense.value in concepts.parents("garment")
    assert sense.value in values("fr", "garment")


@pytest.mark.parametrize("kind", ["place", "garment", "material", "style"])
def test_every_concept_stands_under_one_that_exists_and_never_under_itself(kind: str) -> None:
    table = concepts.parents(kind)
    for name, above in table.items():
        assert all(part in table for part in above.split("+") if part), (
            f"{name} stands under {above!r}, which is no {kind}"
        )
        line, seen = name, set[str]()
        while line in table:
            assert line not in seen, f"{name} stands under itself"
            seen.add(line)
            line = table[line]


@pytest.mark.parametrize("kind", ["place", "garment", "style"])
def test_all_content_of_a_kind_is_a_concept(kind: str) -> None:
    grades = ("warm", "cool")  # looks that tint any style
    assert {n for n in offered(kind) if n not in grades} <= set(concepts.parents(kind))


@pytest.mark.parametrize("kind", ["place", "garment", "material", "style"])
def test_every_concept_has_french_words_and_every_word_a_concept(kind: str) -> None:
    table = {name for name in concepts.parents(kind) if not name.endswith("_grade")}
    assert table <= values("fr", kind)
    assert values("en", kind) | values("fr", kind) <= table


@pytest.mark.parametrize("kind", ["region", "feature", "pattern", "grade", "lighting", "film"])
def test_english_and_french_have_words_for_the_same_values(kind: str) -> None:
    assert values("en", kind) == values("fr", kind)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_phrase_means_one_thing_of_a_kind(kind: str, language: str) -> None:
    twice = [
        (phrase, sorted(said))
        for phrase, found in vocabulary(language).phrases.items()
        if len(said := {s.value for s in found if s.kind == kind}) > 1
    ]
    assert not twice


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("indoor_library", "cafe"), ("jail_cell", "cafe"), ("kitchen", "cafe"), ("train_compartment", "cafe"),
        ("alley", "neon_street"), ("train_station_platform", "neon_street"), ("cyberpunk_city", "neon_street"),
        ("forest", "snow_valley"), ("bamboo_forest", "snow_valley"), ("volcano", "snow_valley"), ("glacier", "snow_valley"),
        ("harbor", "beach"), ("swimming_pool", "beach"), ("salt_desert", "beach"), ("lighthouse", "beach"),
        ("underwater_coral_reef", None), ("sky", None), ("moon", None), ("plain_background", None),
    ],
)  # fmt: skip
def test_the_set_that_stands_in_for_a_place_is_of_its_kind(asked: str, given: str | None) -> None:
    assert concepts.nearest("place", asked, SETS) == given


def test_few_places_are_without_a_set_that_could_stand_in() -> None:
    apart = {"underwater", "sky", "outer_space", "plain_background", "somewhere"}
    lost = [n for n in concepts.parents("place") if concepts.nearest("place", n, SETS) is None]
    assert all(apart & set(concepts.ancestors("place", n)) for n in lost)


@pytest.mark.parametrize(
    ("asked", "given"),
    [("velvet", "silk"), ("tweed", "wool"), ("steel", None), ("leather", "leather"), ("latex", "rubber")],
)
def test_a_cloth_that_cannot_be_woven_yet_has_one_that_comes_near(asked: str, given: str | None) -> None:
    woven = ("wool", "felt", "knit", "leather", "cotton", "denim", "silk", "rubber")
    assert concepts.nearest("material", asked, woven) == given


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_region_says_what_place_it_is_when_the_text_does_not(language: str) -> None:
    for key in load(f"{language}.toml")["region"]:
        name, fact = key.split(" ")
        said, place = fact.split("=")
        assert said == "place", key
        assert place in concepts.parents("place"), f"{name} is a {place}, which is no place"
    assert set(load("en.toml")["region"]) == set(load("fr.toml")["region"])


@pytest.mark.parametrize("place", offered("place"))
def test_a_set_has_words_for_all_its_features_and_is_what_it_says_it_is(place: str) -> None:
    has = set(facts("place", place, "FEATURES"))
    assert has and has <= values("en", "feature") and has <= values("fr", "feature")
    for called in ("ALSO", "ALSO_IN_SNOW", "ALSO_AT_NIGHT"):
        for name in facts("place", place, called):
            when = {"snow": called == "ALSO_IN_SNOW", "dark": called == "ALSO_AT_NIGHT"}
            assert nearest_place(name, **when) == place, name


def test_patterns_are_no_cuts() -> None:
    for word in ("striped", "checkered", "polka dot", "floral", "plaid"):
        assert senses("en", "pattern", word) and not senses("en", "cut", word)
    assert [s.value for s in senses("fr", "pattern", "à rayures")] == ["striped"]


def test_a_word_with_an_everyday_meaning_is_a_style_only_where_it_stands_alone() -> None:
    for word in ("animated", "vintage", "minimalist", "gothic"):
        assert all(s.get("alone") for s in senses("en", "style", word)), word

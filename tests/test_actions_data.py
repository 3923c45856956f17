"""What people, animals and things do, as data: every action can be said in both languages, and said in one way only."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

import pytest

from filmwright import concepts
from filmwright.reading import inflect
from filmwright.reading.check import EXPRESSIONS, RELATIONS
from filmwright.reading.tokens import plain, tokenize

# VBench's 100 human actions (Vchitect/VBench, Apache-2.0), as its prompts say them, and in French.
HUMAN_ACTIONS = {
    "riding a bike": ("ride_bicycle", "fait du vélo"),
    "marching": ("march", "marche au pas"),
    "roller skating": ("roller_skate", "fait du roller"),
    "tasting beer": ("taste_beer", "goûte une bière"),
    "clapping": ("clap", "applaudit"),
    "drawing": ("draw", "dessine"),
    "petting animal": ("pet", "caresse un animal"),
    "eating watermelon": ("eat_watermelon", "mange une pastèque"),
    "playing harp": ("play_harp", "joue de la harpe"),
    "wrestling": ("wrestle", "lutte"),
    "riding scooter": ("ride_scooter", "fait du scooter"),
    "sweeping floor": ("sweep_floor", "balaie le sol"),
    "skateboarding": ("skateboard", "fait du skateboard"),
    "dunking basketball": ("dunk_basketball", "fait un dunk"),
    "playing flute": ("play_flute", "joue de la flûte"),
    "stretching leg": ("stretch_leg", "s étire la jambe"),
    "tying tie": ("tie_tie", "noue sa cravate"),
    "skydiving": ("skydive", "saute en parachute"),
    "shooting goal": ("shoot_goal", "marque un but"),
    "playing piano": ("play_piano", "joue du piano"),
    "finger snapping": ("snap_fingers", "claque des doigts"),
    "canoeing or kayaking": ("canoe", "fait du kayak"),
    "laughing": ("laugh", "rit"),
    "digging": ("dig", "creuse"),
    "clay pottery making": ("make_pottery", "fait de la poterie"),
    "shooting basketball": ("shoot_basketball", "tire au panier"),
    "bending back": ("bend_back", "se penche en arrière"),
    "shaking hands": ("shake_hands", "se serrent la main"),
    "bandaging": ("bandage", "fait un pansement"),
    "push up": ("do_push_ups", "fait des pompes"),
    "catching or throwing frisbee": ("throw_frisbee", "lance un frisbee"),
    "playing trumpet": ("play_trumpet", "joue de la trompette"),
    "flying kite": ("fly_kite", "fait voler un cerf volant"),
    "filling eyebrows": ("fill_eyebrows", "se dessine les sourcils"),
    "shuffling cards": ("shuffle_cards", "mélange les cartes"),
    "folding clothes": ("fold_clothes", "plie du linge"),
    "smoking": ("smoke", "fume"),
    "tai chi": ("do_tai_chi", "fait du tai chi"),
    "squat": ("squat", "fait des squats"),
    "playing controller": ("play_controller", "joue avec une manette"),
    "throwing axe": ("throw_axe", "lance une hache"),
    "giving or receiving award": ("give_award", "reçoit un prix"),
    "air drumming": ("air_drum", "fait de la batterie imaginaire"),
    "taking a shower": ("take_shower", "prend une douche"),
    "planting trees": ("plant_trees", "plante des arbres"),
    "sharpening knives": ("sharpen_knives", "aiguise des couteaux"),
    "robot dancing": ("robot_dance", "danse comme un robot"),
    "rock climbing": ("rock_climb", "fait de l escalade"),
    "hula hooping": ("hula_hoop", "fait du hula hoop"),
    "writing": ("write", "écrit"),
    "bungee jumping": ("bungee_jump", "saute à l élastique"),
    "pushing cart": ("push_cart", "pousse un chariot"),
    "cleaning windows": ("clean_windows", "nettoie les vitres"),
    "cutting watermelon": ("cut_watermelon", "coupe une pastèque"),
    "cheerleading": ("cheerlead", "fait du cheerleading"),
    "washing hands": ("wash_hands", "se lave les mains"),
    "ironing": ("iron", "repasse du linge"),
    "cutting nails": ("cut_nails", "se coupe les ongles"),
    "hugging": ("hug", "serre dans ses bras"),
    "trimming or shaving beard": ("shave_beard", "se taille la barbe"),
    "jogging": ("jog", "fait du jogging"),
    "making bed": ("make_bed", "fait le lit"),
    "washing dishes": ("wash_dishes", "fait la vaisselle"),
    "grooming dog": ("groom_dog", "toilette un chien"),
    "doing laundry": ("do_laundry", "fait la lessive"),
    "knitting": ("knit", "tricote"),
    "reading book": ("read_book", "lit un livre"),
    "baby waking up": ("baby_wake_up", "bébé se réveille"),
    "massaging legs": ("massage_legs", "se masse les jambes"),
    "brushing teeth": ("brush_teeth", "se brosse les dents"),
    "crawling baby": ("baby_crawl", "bébé rampe"),
    "motorcycling": ("ride_motorcycle", "fait de la moto"),
    "driving car": ("drive_car", "conduit une voiture"),
    "sticking tongue out": ("stick_out_tongue", "tire la langue"),
    "shaking head": ("shake_head", "secoue la tête"),
    "sword fighting": ("sword_fight", "se bat à l épée"),
    "doing aerobics": ("do_aerobics", "fait de l aérobic"),
    "strumming guitar": ("strum_guitar", "gratte sa guitare"),
    "riding or walking with horse": ("ride_horse", "monte à cheval"),
    "archery": ("shoot_arrow", "tire à l arc"),
    "catching or throwing baseball": ("throw_baseball", "lance une balle de baseball"),
    "playing chess": ("play_chess", "joue aux échecs"),
    "rock scissors paper": ("rock_paper_scissors", "joue à pierre feuille ciseaux"),
    "using computer": ("use_computer", "utilise un ordinateur"),
    "arranging flowers": ("arrange_flowers", "arrange des fleurs"),
    "bending metal": ("bend_metal", "tord du métal"),
    "ice skating": ("ice_skate", "fait du patin à glace"),
    "climbing a rope": ("climb_rope", "grimpe à une corde"),
    "crying": ("cry", "pleure"),
    "dancing ballet": ("dance_ballet", "danse le ballet"),
    "getting a haircut": ("get_haircut", "se fait couper les cheveux"),
    "running on treadmill": ("run_on_treadmill", "court sur un tapis de course"),
    "kissing": ("kiss", "embrasse"),
    "counting money": ("count_money", "compte de l argent"),
    "barbequing": ("barbecue", "fait un barbecue"),
    "peeling apples": ("peel_apples", "épluche des pommes"),
    "milking cow": ("milk_cow", "trait une vache"),
    "shining shoes": ("shine_shoes", "cire des chaussures"),
    "making snowman": ("make_snowman", "fait un bonhomme de neige"),
    "sailing": ("sail", "fait de la voile"),
}
FORMS = {"en": inflect.english_verb, "fr": inflect.french_verb}
ARTICLES = {
    "en": ("a", "an", "the", "his", "her"),
    "fr": ("un", "une", "le", "la", "les", "l", "des", "du", "son", "sa"),
}
STAGED = ("walk", "run", "stand", "sit", "wave", "look_around")


@cache
def lexicon(language: str) -> Mapping[str, Mapping[str, list[str]]]:
    """The tables of a language's file."""
    text = resources.files("filmwright").joinpath("data", "lexicon", f"{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def said(language: str) -> Iterator[tuple[str, str]]:
    """Every phrase for an action as the file has it, and the action; in English an action's name is one too."""
    if language == "en":
        for name in concepts.parents("action"):
            yield name.replace("_", " "), name
    for value, phrases in lexicon(language)["action"].items():
        for phrase in phrases:
            yield phrase, value.partition(" ")[0]


@cache
def meanings(language: str) -> Mapping[str, frozenset[str]]:
    """What every form of every phrase means."""
    found: dict[str, set[str]] = {}
    for phrase, name in said(language):
        for form in (phrase, *FORMS[language](phrase)):
            found.setdefault(form, set()).add(name)
    return {form: frozenset(names) for form, names in found.items()}


def meant(language: str, text: str) -> frozenset[str]:
    """The actions a text names; one article behind the first word is passed over, as the reader does."""
    words = text.split()
    known = meanings(language)
    if text in known:
        return known[text]
    rest = [words[0], *words[2:]] if len(words) > 2 and words[1] in ARTICLES[language] else words
    return known.get(" ".join(rest), frozenset())


def test_there_are_a_hundred_human_actions() -> None:
    assert len(HUMAN_ACTIONS) == len({name for name, _ in HUMAN_ACTIONS.values()}) == 100


@pytest.mark.parametrize(("english", "action", "french"), [(e, a, f) for e, (a, f) in HUMAN_ACTIONS.items()])
def test_a_human_action_is_understood_in_both_languages(english: str, action: str, french: str) -> None:
    assert meant("en", english) == {action}
    assert meant("fr", french) == {action}


def test_every_action_is_a_concept_below_one_that_exists() -> None:
    known = concepts.parents("action")
    assert len(known) > 500
    for name, above in known.items():
        assert above == "" or above in known, f"{name} is below {above}, which is no action"
        line = []
        for step in concepts.ancestors("action", name):
            assert step not in line, f"{name} is above itself"
            line.append(step)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_phrase_means_one_action(language: str) -> None:
    values: dict[str, set[str]] = {}
    for value, phrases in lexicon(language)["action"].items():
        assert value.partition(" ")[0] in concepts.parents("action"), f"no action {value}"
        assert len(set(phrases)) == len(phrases), f"a phrase of {value} is there twice"
        for phrase in phrases:
            values.setdefault(phrase, set()).add(value)
    twice = {phrase: names for phrase, names in values.items() if len(names) > 1}
    assert not twice
    forms = {form: names for form, names in meanings(language).items() if len(names) > 1}
    assert not forms, "a form of two phrases that mean two actions"


def test_every_action_has_french_words() -> None:
    french = {value.partition(" ")[0] for value in lexicon("fr")["action"]}
    assert set(concepts.parents("action")) - french == set()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_phrases_are_written_as_the_tokens_of_a_prompt(language: str) -> None:
    for phrase, _ in said(language):
        keys = " ".join(token.key for token in tokenize(phrase))
        assert plain(keys) == plain(phrase).replace("'", " "), f"{phrase!r} can never be met in a text"


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("march", "walk"),
        ("jog", "run"),
        ("gallop", "run"),
        ("move", "walk"),
        ("dance_ballet", "stand"),
        ("read_book", "sit"),
        ("drink_coffee", "sit"),
        ("sleep", "sit"),
        ("cheerlead", "wave"),
        ("look_up", "look_around"),
        ("swim", None),
        ("accelerate", None),
        ("melt", None),
        ("play_guitar", None),
    ],
)
def test_the_nearest_that_can_be_staged_stands_in(asked: str, given: str | None) -> None:
    assert concepts.nearest("action", asked, STAGED) == given


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "action", ["chase", "hug", "pet", "feed", "ride", "push", "look_at", "follow", "kiss", "milk", "groom"]
)
def test_what_is_done_to_somebody_takes_a_member(language: str, action: str) -> None:
    assert f"{action} takes=member" in lexicon(language)["action"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_faces_and_relations_are_those_a_film_can_hold(language: str) -> None:
    tables = lexicon(language)
    assert set(tables["expression"]) == set(EXPRESSIONS)
    assert set(tables["near"]["expression"]) <= set(EXPRESSIONS)
    assert {value.partition(" ")[0] for value in tables["relation"]} == set(RELATIONS)
    assert set(tables["bulk"]) == {"tiny", "small", "large", "huge"}
    for kind in (
        "manner",
        "relation",
        "side",
        "expression",
        "holding",
        "wearing",
        "not",
        "pronoun",
        "number",
        "praise",
        "then",
    ):
        phrases = [phrase for values in tables[kind].values() for phrase in values]
        twice = sorted({phrase for phrase in phrases if phrases.count(phrase) > 1})
        assert not twice, f"[{kind}] has {twice} twice"

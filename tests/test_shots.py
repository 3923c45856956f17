"""A text parts into shots where it says so, and nowhere else."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from filmwright.reading.shots import Stretch, part
from filmwright.reading.tokens import tokenize


def pieces(text: str) -> list[str]:
    """The stretches of a text as text."""
    return [text[s.start : s.end] for s in part(text)]


def bodies(text: str) -> list[str]:
    """What each shot says, labels and common stretches left out."""
    return [text[slice(*s.body)].strip() for s in part(text) if not s.common]


def hold_every_word(text: str) -> None:
    """Refuse stretches that lose words, overlap, or leave the text."""
    stretches = part(text)
    spans = [(s.start, s.end) for s in stretches]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    assert all(any(a <= t.start and t.end <= b for a, b in spans) for t in tokenize(text))
    assert all(s.label is None or s.start == s.label[0] <= s.label[1] <= s.end for s in stretches)


@pytest.mark.parametrize(
    "text",
    [
        "Shot 1: a dog runs. Shot 2: a cat sleeps.",
        "SHOT 1 - a dog runs.\nSHOT 2 – a cat sleeps.",
        "Scene 1\na dog runs.\nScene 2\na cat sleeps.",
        "**Shot 1:** a dog runs.\n\n**Shot 2:** a cat sleeps.",
        "## Shot one: a dog runs.\n## Shot two: a cat sleeps.",
        "Plan 1 : a dog runs.\nPlan n° 2 : a cat sleeps.",
        "SCÈNE 1 : a dog runs. Scene 2 : a cat sleeps.",
        "Plano 1: a dog runs. Plano 2: a cat sleeps.",
        "Einstellung 1: a dog runs. Einstellung 2: a cat sleeps.",
        "1. a dog runs.\n2. a cat sleeps.",
        "1) a dog runs. 2) a cat sleeps.",
        "- a dog runs.\n- a cat sleeps.",
        "• a dog runs.\n• a cat sleeps.",
        "a dog runs.\n\na cat sleeps.",
        "[0:00-0:05] a dog runs. [0:05-0:08] a cat sleeps.",
        "0-3s: a dog runs.\n3–6 s: a cat sleeps.",
        "a dog runs. Cut to a cat sleeps.",
        "a dog runs. CUT TO: a cat sleeps.",
        "a dog runs. Then we see a cat sleeps.",
        "a dog runs. Next shot: a cat sleeps.",
        "a dog runs. The scene changes to a cat sleeps.",
        "a dog runs. Coupe sur a cat sleeps.",
        "a dog runs. Puis on voit a cat sleeps.",
        "a dog runs. Corte a: a cat sleeps.",
        "a dog runs. Luego vemos a cat sleeps.",
        "a dog runs. Schnitt auf a cat sleeps.",
        "a dog runs. Dann sehen wir a cat sleeps.",
        "a dog runs. Nächste Einstellung: a cat sleeps.",
    ],
)
def test_two_shots_are_two_however_they_are_marked(text: str) -> None:
    assert bodies(text) == ["a dog runs.", "a cat sleeps."]


@pytest.mark.parametrize(
    "text",
    [
        "A woman in a dress cut to the knee walks on.",
        "Shot on 35mm film. A man of 2 meters. It is 1. not 2.",
        "He drinks the last shot of whisky and we see that he is tired.",
        "The scene fades to black.",
        "At 10:00-12:00 the market opens, at 14:00 it closes.",
        "A plan of 3 houses; scene by scene, take by take.",
        "A clock shows 0:10. The ratio is 16:9.",
        "Camera: slow push in\nLens: 35mm\n\nActions:\n- she smiles\n- she waves\n\nStyle: film noir",
    ],
)
def test_one_shot_without_a_mark_stays_one(text: str) -> None:
    assert part(text) == [Stretch(0, len(text))]


def test_a_cut_in_the_middle_of_a_sentence_parts_it() -> None:
    assert pieces("A woman walks and then we see a dog, then cut to a cat.") == [
        "A woman walks",
        "and then we see a dog,",
        "then cut to a cat.",
    ]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("Shot 1 (5s): a. Shot 2 (2.5 seconds): b", [5.0, 2.5]),
        ("Plan 1 (4 s) : a. Plan 2 (3 secondes) : b", [4.0, 3.0]),
        ("[0:00-0:05] a. [0:05 – 0:08] b", [5.0, 3.0]),
        ("Shot 1 [0:00-0:05]: a. Shot 2: b", [5.0, None]),
        ("(0:00) a\n(0:04) b", [4.0, None]),
        ("1. (3s) a\n2. b", [3.0, None]),
        ("Shot 1 (0s): a. Shot 2: b", [None, None]),
        ("[0:00-0:05] a. [0:05-0:02] b", [5.0, None]),
    ],
)
def test_a_label_states_the_length_of_its_shot(text: str, seconds: list[float | None]) -> None:
    assert [s.seconds for s in part(text)] == seconds


def test_the_label_is_its_own_span() -> None:
    text = "  **Shot 2/5** (wide) a dog"
    (shot,) = part(text)
    assert shot.label is not None
    assert (text[slice(*shot.label)], text[slice(*shot.body)].strip()) == ("**Shot 2/5**", "(wide) a dog")


def test_what_stands_before_the_first_shot_holds_for_all() -> None:
    text = "A film in black and white. Shot 1: a dog. Shot 2: a cat.\n\nMusic: none"
    assert [s.common for s in part(text)] == [True, False, False, True]


def test_what_stands_before_a_second_shot_is_the_first() -> None:
    assert [s.common for s in part("A dog runs. Shot 2: a cat.")] == [False, False]


def test_a_paragraph_about_the_camera_belongs_to_the_shot_before() -> None:
    assert pieces("A man walks.\n\nCamera: dolly in\n\nA woman sits.\n\nLumière : douce") == [
        "A man walks.\n\nCamera: dolly in",
        "A woman sits.\n\nLumière : douce",
    ]


def test_a_cut_before_a_label_is_one_mark() -> None:
    text = "Cut to:\nShot 2: a cat"
    (shot,) = part(text)
    assert shot.label is not None and text[slice(*shot.label)] == "Cut to:\nShot 2:"


@given(st.text(max_size=200))
@example("Shot 1:Shot 2:")
@example("İß½ Cut to: ŒÆ ﬁ")
@example("1. \n2. ")
@example("e\u0301 Puis on voit e\u0301")
def test_stretches_hold_every_word_once_and_in_order(text: str) -> None:
    hold_every_word(text)


WORDS = [
    "Shot 1:",
    "Scene 2 -",
    "cut to",
    "then we see",
    "a dog.",
    "1.",
    "2)",
    "\n\n",
    "[0:00-0:05]",
    "(5s)",
    "- ",
    "Style:",
    "\n",
]


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_any_mixture_of_marks_is_parted_without_loss(text: str) -> None:
    hold_every_word(text)


@given(st.lists(st.sampled_from(WORDS), max_size=10).map(" ".join))
def test_case_does_not_change_where_a_text_parts(text: str) -> None:
    assert [s[:4] for s in part(text.upper())] == [s[:4] for s in part(text.lower())]


@pytest.mark.parametrize("piece", [" ", "\n", "(", "Shot 1 ", "cut to ", "0:00-", "- ", "1. ", "#*_> ", "9" * 50])
def test_the_longest_text_parts_in_a_moment(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    start = time.perf_counter()
    part(text)
    assert time.perf_counter() - start < 1.0

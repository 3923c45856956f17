"""A screenplay is read into scenes and beats, and becomes shots in which everybody stays the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmwright.errors import BadInput
from filmwright.reading.fountain import Beat, Scene, looks_like, plain, read_fountain
from filmwright.reading.screenplay import MOST_SHOTS, left_out, prompts, written
from filmwright.reading.shots import part
from filmwright.spec.film import LONGEST_S

CUP = """Title:
    **The Last Cup**
Credit: written by
Author: Nobody

# Act one
= She waits.

FADE IN:

INT. CAFE - MORNING #1A#

MARIA, 30s, red coat, pours *coffee*. She
looks at the [[maybe rain?]] window.

/* struck
out */
ÉLODIE (V.O.) (CONT'D)
That was the day.

JOHN (40, gray suit) walks in. Maria smiles.

MARIA
(to John, whispering)
You are late.
\x20\x20
Again.

@McAdam ^
No!

> THE END <

~la la la

DISSOLVE TO:

EXT. BEACH, SUNSET

MARIA'S hands hold a flower.

===

.SNIPER SCOPE

!THE WORLD STOPS
and goes on.
"""


def scenes(text: str) -> tuple[Scene, ...]:
    """The scenes of a screenplay."""
    return read_fountain(text).scenes


def test_the_title_page_is_no_scene() -> None:
    play = read_fountain(CUP)
    assert play.title == "The Last Cup"
    assert play.characters == ("ÉLODIE", "MARIA", "McAdam")
    assert [s.heading for s in play.scenes] == ["INT. CAFE - MORNING", "EXT. BEACH, SUNSET", "SNIPER SCOPE"]


def test_a_heading_is_place_and_time_inside_or_outside() -> None:
    headings = {
        "INT. KITCHEN - NIGHT": (True, "KITCHEN", "NIGHT"),
        "EXT. BEACH, SUNSET": (False, "BEACH", "SUNSET"),
        "ext beach - day": (False, "beach", "day"),
        "INT./EXT. CAR - MOVING - RAINY NIGHT": (None, "CAR - MOVING", "RAINY NIGHT"),
        "I/E HOUSE – LATER": (None, "HOUSE", "LATER"),
        "EST. PARIS": (False, "PARIS", ""),
        "INT. SMITH-JONES HOUSE — DAWN #12-A#": (True, "SMITH-JONES HOUSE", "DAWN"),
        ".A DREAM": (None, "A DREAM", ""),
        "INT. CUISINE - PETIT MATIN": (True, "CUISINE", "PETIT MATIN"),
        "EXT. L'ÎLE - CRÉPUSCULE": (False, "L'ÎLE", "CRÉPUSCULE"),
    }
    for heading, expected in headings.items():
        (scene,) = scenes(f"{heading}\n\nA dog.")
        assert (scene.interior, scene.place, scene.time) == expected


def test_every_element_is_what_fountain_says() -> None:
    beats = [beat for scene in scenes(CUP) for beat in scene.beats]
    assert beats == [
        Beat("action", "MARIA, 30s, red coat, pours coffee. She looks at the window.", 13),
        Beat("speech", "That was the day.", 18, "ÉLODIE", "V.O."),
        Beat("action", "JOHN (40, gray suit) walks in. Maria smiles.", 21),
        Beat("speech", "You are late. Again.", 23, "MARIA", direction=("to John, whispering",)),
        Beat("speech", "No!", 29, "McAdam", beside=True),
        Beat("title", "THE END", 32),
        Beat("lyrics", "la la la", 34),
        Beat("action", "MARIA'S hands hold a flower.", 40),
        Beat("action", "THE WORLD STOPS and goes on.", 46),
    ]
    assert [scene.reached for scene in scenes(CUP)] == ["FADE IN:", "DISSOLVE TO:", ""]


def test_capitals_with_nothing_below_are_action() -> None:
    (scene,) = scenes("INT. HALL - DAY\n\nSILENCE.\n\nThe door opens.")
    assert [beat.kind for beat in scene.beats] == ["action", "action"]


def test_prose_that_begins_with_interior_is_no_heading() -> None:
    (scene,) = scenes("INT. HALL - DAY\n\nInterior design is her life.\n\nExternal walls.")
    assert len(scene.beats) == 2


def test_emphasis_goes_and_an_escaped_star_stays() -> None:
    assert plain(r"a **bold** _under_ *it* \*star snake_case") == "a bold under it *star snake_case"


def test_a_pasted_screenplay_is_known_by_its_headings() -> None:
    assert looks_like(CUP)
    assert not looks_like("A woman walks. Int. design is her life.\nExternal walls.")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("INT. - NIGHT\n\nA dog.", "names no place (screenplay, line 1)"),
        ("INT. HALL - DAY\n\na /* b", "never closed (screenplay, line 3)"),
        ("INT. HALL - DAY\n\n\na [[b", "note is opened and never closed (screenplay, line 4)"),
        ("INT. HALL - DAY\n\n@Bob\n\nwalks", "Bob says nothing (screenplay, line 3)"),
        ("INT. HALL - DAY\n\nBOB\n(softly\nhi", "parenthesis is not closed (screenplay, line 4)"),
        ("INT. HALL - DAY\n\nBOB ^\nhi", "BOB speaks at the same time (^) as nobody (screenplay, line 3)"),
        ("  \n", "has no scene"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, message: str) -> None:
    with pytest.raises(BadInput) as refusal:
        read_fountain(text)
    assert message in str(refusal.value)


def test_a_shot_says_where_when_and_who_each_time() -> None:
    shots = prompts(read_fountain(CUP))
    maria = "Maria, a woman in her 30s in a red coat,"
    john = "John, a 40-year-old man in a gray suit,"
    assert [shot.text for shot in shots] == [
        f"In a cafe in the morning, interior. {maria} pours coffee. She looks at the window.",
        f"In a cafe in the morning, interior. {john} walks in. {maria} smiles.",
        f"In a cafe in the morning, interior. {maria} talks to {john} whispering. McAdam, a person, talks.",
        "On a beach at sunset, exterior. Maria's hands hold a flower. Maria is a woman in her 30s in a red coat.",
        "In sniper scope at sunset. THE WORLD STOPS and goes on.",
    ]
    assert [shot.line for shot in shots] == [13, 21, 23, 40, 46]
    assert [shot.characters for shot in shots] == [
        ("MARIA",),
        ("JOHN", "MARIA"),
        ("MARIA", "JOHN", "McAdam"),
        ("MARIA",),
        (),
    ]
    assert shots[3].reached == "DISSOLVE TO:"


def test_a_french_screenplay_makes_french_shots() -> None:
    play = read_fountain(
        "INT. CUISINE - NUIT\n\nCHLOÉ, 35 ans, robe rouge, boit un café. Elle sourit.\n\nCHLOÉ\n(à Paul)\nBonsoir."
    )
    assert [shot.text for shot in prompts(play, language="fr")] == [
        "Cuisine, la nuit, intérieur. Chloé, une femme de 35 ans en robe rouge, boit un café. Elle sourit.",
        "Cuisine, la nuit, intérieur. Chloé, une femme de 35 ans en robe rouge, parle à Paul.",
    ]


def test_a_pronoun_tells_a_woman_from_a_man_where_the_name_does_not() -> None:
    shots = prompts(read_fountain("EXT. BEACH - DAY\n\nKIM (20s) runs. Her hair is wet.\n\nKIM\nHi."))
    assert shots[1].text == "On a beach in daylight, exterior. Kim, a woman in her 20s, talks."


def test_a_name_that_is_a_noun_needs_no_explanation() -> None:
    shots = prompts(read_fountain("EXT. BEACH - DAY\n\nAn OLD MAN sits.\n\nOLD MAN\nNice."))
    assert [s.text.partition(". ")[2] for s in shots] == ["An old man sits.", "The old man talks."]


RAIN = """EXT. STREET - NIGHT

CLOSE ON a sign. DETECTIVE SARAH KLEIN (35, black suit) runs.

A BEAT COP, early 20s, waits for her.

TOMMY (12), in a yellow raincoat, hides. SARAH sees Tommy. Tommy smiles.

INTERCUT WITH:

BEAT COP
Over here.

SARAH
Thanks.

THE END
"""


def test_longer_and_shorter_names_are_one_person() -> None:
    shots = prompts(read_fountain(RAIN))
    sarah = "Sarah, a 35-year-old woman in a black suit,"
    tommy = "Tommy, a 12-year-old boy in a yellow raincoat,"
    assert [shot.text.removeprefix("On a street at night, exterior. ") for shot in shots] == [
        f"Close-up of a sign. {sarah} runs.",
        "A beat cop, in their early 20s, waits for her.",
        f"{tommy} hides. {sarah} sees the boy. The boy smiles.",
        "The beat cop, in their early 20s, talks.",
        f"{sarah} talks.",
    ]


def test_an_article_before_a_name_in_capitals_is_quiet() -> None:
    play = read_fountain("INT. CAFÉ - NUIT\n\nUN GARÇON, 12 ans, en ciré jaune, court.\n\nLE GARÇON\nMadame !")
    assert [s.text for s in prompts(play, language="fr")] == [
        "Café, la nuit, intérieur. Un garçon, de 12 ans en ciré jaune, court.",
        "Café, la nuit, intérieur. Le garçon, de 12 ans en ciré jaune, parle.",
    ]


def test_continuous_is_the_time_of_the_scene_before() -> None:
    shots = prompts(read_fountain("EXT. BEACH - NIGHT\n\nA dog.\n\nINT. CAFE - CONTINUOUS\n\nA cat."))
    assert shots[1].text == "In a cafe at night, interior. A cat."


def test_a_scene_without_action_shows_its_place() -> None:
    (shot,) = prompts(read_fountain("EXT. BEACH - NIGHT\n\nJOHN (V.O.)\nIt was long ago and far away from here."))
    assert (shot.text, shot.characters) == ("On a beach at night, exterior.", ())
    assert shot.seconds == 3.5


def test_what_is_not_shown_is_listed() -> None:
    found = [(left.text, left.reason) for left in left_out(read_fountain(CUP))]
    assert ("THE END", "no titles are written") in found
    assert ("la la la", "what is sung is not heard") in found


def test_a_shot_keeps_the_screenplays_own_words() -> None:
    shots = prompts(read_fountain(CUP))
    assert shots[0].own_words == (
        "MARIA, 30s, red coat, pours coffee. She looks at the window. ÉLODIE (V.O.): “That was the day.”"
    )
    assert shots[2].own_words == "MARIA (to John, whispering): “You are late. Again.” McAdam: “No!”"
    assert [shot.heading for shot in shots][2:4] == ["INT. CAFE - MORNING", "EXT. BEACH, SUNSET"]


def test_a_long_screenplay_is_shared_out_to_a_minute() -> None:
    beats = "\n\n".join(
        f"A dog runs around the {n}th tree and then around the next one and the next." for n in range(40)
    )
    shots = prompts(read_fountain(f"EXT. BEACH - DAY\n\n{beats}"))
    assert len(shots) == MOST_SHOTS
    assert sum(shot.seconds for shot in shots) <= LONGEST_S
    assert all(f"{n}th tree" in " ".join(s.text for s in shots) for n in range(40))


def test_more_scenes_than_shots_are_refused_with_the_line() -> None:
    text = "\n\n".join(f"EXT. BEACH - DAY\n\nDog {n}." for n in range(MOST_SHOTS + 1))
    with pytest.raises(BadInput, match=f"line {4 * MOST_SHOTS + 3}"):
        prompts(read_fountain(text))


def test_the_shots_as_one_text_part_where_they_say() -> None:
    text, stretches = written(prompts(read_fountain(CUP)))
    assert part(text) == stretches
    assert text.startswith("Shot 1 (3.5s): In a cafe in the morning")


PIECES = [
    "INT. CAFE - DAY",
    "MARIA",
    "(softly)",
    "Hello.",
    "",
    "> CUT TO:",
    "JOHN (V.O.)",
    "@x",
    "~la",
    "===",
    "# A",
    "/*",
    "*/",
    "[[",
    "]]",
    "^",
]


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("\n".join))
def test_any_mixture_of_lines_is_read_or_refused(text: str) -> None:
    try:
        shots = prompts(read_fountain(text), language="en")
    except BadInput:
        return
    assert shots and sum(shot.seconds for shot in shots) <= LONGEST_S


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        shots = prompts(read_fountain(text), language="en")
    except BadInput:
        return
    assert shots

"""Who does what, and where: sentences whose parts stand in another order than subject, verb, object; and moves in a row."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from filmwright.reading.read import read

sys.path.insert(0, str(Path(__file__).parent.parent))

from tools.bench.slots import said

RELATIONS = [
    ("On the table lie a book, two pens and a cup.", {("book", "on", "table"), ("pen", "on", "table"), ("cup", "on", "table")}),
    ("On the left of the table lies a knife, on the right a fork.", {("knife", "left_of", "table"), ("table", "left_of", "fork")}),
    ("A waiter sets a tray on the table.", {("tray", "on", "table")}),
    ("At the end of the table sits a queen.", set()),
    ("In front of the house wait two horses and a cow.", {("horse", "in_front_of", "house"), ("cow", "in_front_of", "house")}),
    ("A man reads, behind him a woman plays the violin.", {("man", "in_front_of", "woman")}),
    ("A pirate waits. A parrot sits on his shoulder.", {("parrot", "on", "pirate")}),
    ("A cat sleeps on the old man's lap.", {("cat", "on", "man")}),
    ("A cat sleeps on a pile of books, next to a cup.", {("cat", "on", "book"), ("cat", "beside", "cup")}),
    ("A man waits. On his right, a woman reads.", {("man", "left_of", "woman")}),
    ("A fox rows a boat. A moon of paper hangs above it.", {("moon", "above", "fox")}),
    ("A jar with a jellyfish inside", {("jellyfish", "inside", "jar")}),
    ("Une femme lit ; derrière elle, un chat dort sur un fauteuil.", {("cat", "on", "armchair"), ("woman", "in_front_of", "cat")}),
    ("À gauche de la table, un homme lit ; à droite, une femme dort.", {("man", "left_of", "table"), ("table", "left_of", "woman")}),
]  # fmt: skip
ACTIONS = [
    ("At the end of the table sits a queen.", {("queen", "sit")}),
    ("Steam pours out of a pot and a vendor shouts.", {("vendor", "shout")}),
    ("A boy and a girl argue, then both of them laugh.", {("boy", "argue"), ("girl", "argue"), ("boy", "laugh"), ("girl", "laugh")}),
    ("A father teaches his daughter to dance.", {("man", "teach"), ("girl", "dance")}),
    ("A horse ridden by a man gallops.", {("man", "ride"), ("horse", "gallop")}),
    ("A woman knits; the camera moves backward and rises.", {("woman", "knit")}),
    ("A cook waits. The lantern goes out.", {("cook", "wait")}),
    ("A frog bows, then kisses a heron, and she turns around.", {("frog", "bow"), ("frog", "kiss"), ("heron", "turn_around")}),
    ("Le facteur traverse le village, un chien le poursuit.", {("postman", "cross"), ("dog", "chase")}),
]  # fmt: skip
MOVES = [
    ("The camera pans left, then dollies in.", ("pan_left", "dolly_in")),
    ("The camera circles to the right around her and then rises.", ("orbit_right", "boom_up")),
    ("Slow dolly out, then whip pan right to the door.", ("dolly_out", "whip_pan_right")),
    ("La caméra recule lentement, puis elle pivote vers la gauche.", ("dolly_out", "pan_left")),
    ("The camera dollies in, dolly in, and pans.", ("dolly_in", "pan_right")),
]


@pytest.mark.parametrize(("text", "relations"), RELATIONS)
def test_what_stands_where_is_read_in_any_order(text: str, relations: set[tuple[str, str, str]]) -> None:
    assert said(*read(text))["relations"] == relations


@pytest.mark.parametrize(("text", "actions"), ACTIONS)
def test_who_does_it_is_who_the_clause_is_about(text: str, actions: set[tuple[str, str]]) -> None:
    assert said(*read(text))["actions"] == actions


@pytest.mark.parametrize(("text", "moves"), MOVES)
def test_moves_are_read_in_their_order(text: str, moves: tuple[str, ...]) -> None:
    film, _ = read(f"A woman stands on the beach. {text}")
    assert film.shots[0].camera.moves == moves


def test_a_picture_that_comes_to_another_size_says_so() -> None:
    film, ledger = read("Extreme wide shot of a beach, then close-up of a woman.")
    (step,) = film.shots[0].camera.then
    assert film.shots[0].camera.size == "extreme_wide" and (step.move, step.size) == ("dolly_in", "close_up")
    assert any(e.path == "shots.0.camera.then.0.move" and not e.span for e in ledger.entries), "the move was chosen"


def test_a_member_stands_in_several_relations() -> None:
    film, ledger = read("A lamp stands on a table, next to a vase.")
    lamp = film.shots[0].cast[0]
    assert [(r.kind, r.to) for r in lamp.relations] == [("on", "table-1"), ("beside", "vase-1")]
    assert lamp.also and any(e.path == "shots.0.cast.0.also.0" for e in ledger.entries)


def test_nothing_stands_in_a_relation_to_itself() -> None:
    film, _ = read("Un loup et un renard se regardent, puis zoom avant rapide sur le loup.")
    assert all(r.to != m.id for m in film.shots[0].cast for r in m.relations)


def test_somebody_nobody_has_a_word_for_is_somebody() -> None:
    film, _ = read("A violin maker in a leather apron smiles.")
    (maker,) = film.shots[0].cast
    assert maker.kind == "person" and maker.wardrobe[0].kind == "apron" and maker.expression == "happy"

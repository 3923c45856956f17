"""The movie file, its sheet and its documents."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from filmwright.errors import CannotWrite
from filmwright.movie import take
from filmwright.movie.encode import encode, publish, read_metadata
from filmwright.movie.sheet import contact_sheet, moments, save
from filmwright.settings import QUALITIES
from filmwright.spec.film import Film
from filmwright.spec.ledger import Ledger
from filmwright.spec.shot import Light, Place, Shot

FILM = Film(prompt="a valley", shots=(Shot(seconds=1.0, place=Place(kind="snow_valley"), light=Light(time="noon")),))


def pictures(count: int, size: tuple[int, int] = (64, 48)) -> Iterator[NDArray[np.uint8]]:
    for k in range(count):
        yield np.full((size[1], size[0], 3), (200, 30 + k % 200, 30), np.uint8)


def test_a_movie_has_exactly_its_frames_and_the_broadcast_tags(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    assert encode(pictures(31), path, size=(64, 48), fps=24) == 31
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        context = stream.codec_context
        assert context.name == "h264" and context.pix_fmt == "yuv420p"
        assert (context.colorspace, context.color_primaries, context.color_trc) == (1, 1, 1)
        assert stream.average_rate == 24
        frames = list(container.decode(video=0))
    assert len(frames) == 31
    assert [f.pts for f in frames] == sorted(f.pts for f in frames)
    assert abs(int(frames[0].to_ndarray(format="rgb24")[24, 32, 0]) - 200) < 4


def test_a_movie_can_start_before_it_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    encode(pictures(5), tmp_path / "raw.mp4", size=(64, 48), fps=24)
    publish(tmp_path / "raw.mp4", path, {})
    assert [p.name for p in tmp_path.iterdir()] == ["film.mp4"]
    data = path.read_bytes()
    assert data.find(b"moov") < data.find(b"mdat")


def test_what_the_film_is_rides_inside_it(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    encode(pictures(3), tmp_path / "raw.mp4", size=(64, 48), fps=24)
    publish(tmp_path / "raw.mp4", path, {"title": "x", "filmwright.film": '{"seed": 7, "q": "“é”"}'})
    with av.open(str(path)) as container:
        assert len(list(container.decode(video=0))) == 3
    assert read_metadata(path)["filmwright.film"] == '{"seed": 7, "q": "“é”"}'


def test_a_failed_encode_leaves_no_file(tmp_path: Path) -> None:
    def broken() -> Iterator[NDArray[np.uint8]]:
        yield from pictures(2)
        raise RuntimeError("stop")

    with pytest.raises(RuntimeError):
        encode(broken(), tmp_path / "film.mp4", size=(64, 48), fps=24)
    assert list(tmp_path.iterdir()) == []


def test_memory_does_not_grow_with_the_length_of_the_film(tmp_path: Path) -> None:
    """Peak memory of encoding 40 and 800 frames in a fresh process each; what grows is under 5 %."""
    code = (
        "import sys, resource, pathlib; sys.path.insert(0, sys.argv[3]);"
        "from test_movie import pictures; from filmwright.movie.encode import encode;"
        "encode(pictures(int(sys.argv[1]), (320, 180)), pathlib.Path(sys.argv[2]), size=(320, 180), fps=24);"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    peaks = []
    for count in (40, 800):
        argv = [sys.executable, "-c", code, str(count), str(tmp_path / f"{count}.mp4"), str(Path(__file__).parent)]
        peaks.append(int(subprocess.run(argv, capture_output=True, text=True, check=True).stdout))
    assert peaks[1] < 1.05 * peaks[0]


def test_a_contact_sheet_shows_the_first_and_the_last_frame() -> None:
    assert moments(96) == sorted(set(moments(96)))
    assert moments(96)[0] == 0 and moments(96)[-1] == 95 and len(moments(96)) == 8
    assert moments(1) == [0]


def test_a_contact_sheet_is_a_picture_with_a_cell_for_each(tmp_path: Path) -> None:
    contact_sheet(list(pictures(8)), tmp_path / "film.jpg")
    with Image.open(tmp_path / "film.jpg") as sheet:
        assert sheet.size == (4 * 326 + 6, 2 * 246 + 6)


def test_a_picture_of_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match=r"\.png or \.jpg"):
        save(next(pictures(1)), tmp_path / "still.xyz")


@pytest.mark.parametrize(
    ("name", "message"),
    [("nowhere/film.mp4", "does not exist"), ("film.avi", "written as .mp4"), ("taken.mp4", "a folder of that name")],
)
def test_an_output_that_cannot_be_written_is_said_before_the_work(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "taken.mp4").mkdir()
    with pytest.raises(CannotWrite, match=message):
        take.open_folder(tmp_path / name)


def test_the_take_beside_a_film_holds_its_documents_and_says_where_its_frames_are(tmp_path: Path) -> None:
    folder = take.open_folder(tmp_path / "film.mp4")
    plan = QUALITIES["draft"]._replace(stride=5, scale=0.75)
    take.write_documents(folder, FILM, Ledger(entries=()), "cycles", "draft", plan)
    store = tmp_path / "cache" / "frames" / "0123abcd" / "frames"
    take.write_shots(folder, [take.shot_frames(0, store, 96, "cycles", plan)])
    assert {p.name for p in folder.iterdir()} == {"film.json", "ledger.json", "settings.json", "shots.json"}
    assert Film.model_validate_json((folder / "film.json").read_bytes()) == FILM
    settings = json.loads((folder / "settings.json").read_bytes())
    assert settings["quality"] == "draft" and settings["plan"] == plan._asdict()
    assert json.loads((folder / "shots.json").read_bytes()) == [
        {"index": 0, "store": "0123abcd", "frames": 96, "engine": "cycles", "plan": plan._asdict()}
    ]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_spoils_no_document_of_an_earlier_run(tmp_path: Path) -> None:
    """/dev/full answers every write as a full disk does."""
    folder = take.open_folder(tmp_path / "film.mp4")
    plan = QUALITIES["draft"]
    take.write_documents(folder, FILM, Ledger(entries=()), "cycles", "draft", plan)
    before = {p.name: p.read_bytes() for p in folder.iterdir()}
    (folder / ".film.json.part").symlink_to("/dev/full")
    with pytest.raises(CannotWrite, match=r"disk is full .*film\.json"):
        take.write_documents(folder, FILM.model_copy(update={"seed": 8}), Ledger(entries=()), "cycles", "draft", plan)
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == before

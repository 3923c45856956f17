"""Frames into one H.264 file, streamed: memory does not grow with length."""

from __future__ import annotations

import os
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.video.reformatter import ColorRange, Colorspace
from numpy.typing import NDArray

from filmwright.errors import CannotWrite

CRF = "16"  # visually lossless for grain-free pictures at this size; chosen
_BT709 = 1  # ITU-T H.273 code point for primaries, transfer and matrix


def encode(pictures: Iterable[NDArray[np.uint8]], path: Path, *, size: tuple[int, int], fps: int) -> int:
    """Write pictures (H, W, 3) sRGB uint8 as an mp4 (H.264, yuv420p, bt709) and return how many there were. The pictures
    may take their time: each is written as it comes. A failure leaves no file. Raises CannotWrite."""
    count = 0
    try:
        with av.open(str(path), "w", format="mp4") as container:
            stream = container.add_stream("libx264", rate=Fraction(fps))
            stream.width, stream.height = size
            stream.pix_fmt = "yuv420p"
            # x264's macroblock tree makes the same pictures into other bits from run to run (seen with x264 of av 18.1)
            stream.options = {"crf": CRF, "preset": "medium", "profile": "high", "x264-params": "no-mbtree=1"}
            context = stream.codec_context
            context.colorspace, context.color_primaries, context.color_trc = _BT709, _BT709, _BT709
            context.color_range = ColorRange.MPEG
            context.time_base = Fraction(1, fps)
            for picture in pictures:
                frame = av.VideoFrame.from_ndarray(picture, format="rgb24").reformat(
                    format="yuv420p", dst_colorspace=Colorspace.ITU709, dst_color_range=ColorRange.MPEG
                )
                frame.pts = count
                frame.time_base = Fraction(1, fps)
                count += 1
                container.mux(stream.encode(frame))
            container.mux(stream.encode(None))
    except OSError as e:
        path.unlink(missing_ok=True)
        raise _cannot_write(e, path) from e
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return count


def publish(raw: Path, path: Path, metadata: dict[str, str]) -> None:
    """Move an encoded film to its place with `metadata` as tags of the container and its index in front (faststart), not
    encoded again. The file appears whole or not at all; `raw` is gone afterwards. Raises CannotWrite."""
    part = path.with_name(f".{path.stem}.part{path.suffix}")
    options = {"movflags": "+faststart+use_metadata_tags"}
    try:
        with av.open(str(raw)) as source, av.open(str(part), "w", format="mp4", options=options) as target:
            target.metadata.update(metadata)
            stream = source.streams.video[0]
            copy = target.add_stream_from_template(stream)
            for packet in source.demux(stream):
                if packet.dts is not None:
                    packet.stream = copy
                    target.mux(packet)
        os.replace(part, path)
        raw.unlink()
    except OSError as e:
        raise _cannot_write(e, path) from e
    finally:
        part.unlink(missing_ok=True)


def _cannot_write(problem: OSError, path: Path) -> CannotWrite:
    why = problem.strerror or problem
    return CannotWrite(f"The film cannot be written: {why}", where=str(path), hint="The frames are kept: run again.")


def read_metadata(path: Path) -> dict[str, str]:
    """The tags of a movie file."""
    with av.open(str(path)) as container:
        return dict(container.metadata)

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


def encode(
    pictures: Iterable[NDArray[np.uint8]], path: Path, *, size: tuple[int, int], fps: int, metadata: dict[str, str]
) -> int:
    """Write pictures (H, W, 3) sRGB uint8 as an mp4 (H.264, yuv420p, bt709, faststart) and return how many there were.
    The file appears whole or not at all. `metadata` values become tags of the container. Raises CannotWrite."""
    part = path.with_name(f".{path.stem}.part{path.suffix}")
    count = 0
    try:
        with av.open(str(part), "w", format="mp4", options={"movflags": "+faststart+use_metadata_tags"}) as container:
            container.metadata.update(metadata)
            stream = container.add_stream("libx264", rate=Fraction(fps))
            stream.width, stream.height = size
            stream.pix_fmt = "yuv420p"
            stream.options = {"crf": CRF, "preset": "medium", "profile": "high"}
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
        os.replace(part, path)
    except OSError as e:
        part.unlink(missing_ok=True)
        raise CannotWrite(
            f"The film cannot be written: {e.strerror or e}", where=str(path), hint="The frames are kept: run again."
        ) from e
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return count


def read_metadata(path: Path) -> dict[str, str]:
    """The tags of a movie file."""
    with av.open(str(path)) as container:
        return dict(container.metadata)

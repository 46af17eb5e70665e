"""The application's icon in the forms that systems want, made from resources/icons/app.svg when needed.

python packaging/icon_files.py FOLDER   writes app.ico, app.icns and app-<size>.png
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SOURCE = Path(__file__).resolve().parent.parent / "resources" / "icons" / "app.svg"
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
# Apple's four-letter types of PNG entries → size in pixels
ICNS_TYPES = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}


def png(size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(SOURCE)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):
        raise RuntimeError(f"Qt could not write a PNG of {size} pixels")
    return bytes(buffer.data().data())


def ico() -> bytes:
    """Windows: a directory of 16 bytes an entry, then the pictures (PNG is allowed since Vista)."""
    pictures = [(size, png(size)) for size in ICO_SIZES]
    header = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(header) + 16 * len(pictures)
    entries = b""
    for size, data in pictures:
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), offset)
        offset += len(data)
    return header + entries + b"".join(data for _, data in pictures)


def icns() -> bytes:
    """macOS: type, length with its header, picture; one after the other."""
    body = b""
    for kind, size in ICNS_TYPES.items():
        data = png(size)
        body += kind + struct.pack(">I", len(data) + 8) + data
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def write_all(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "app.ico").write_bytes(ico())
    (folder / "app.icns").write_bytes(icns())
    for size in (48, 128, 256, 512):
        (folder / f"app-{size}.png").write_bytes(png(size))


if __name__ == "__main__":
    write_all(Path(sys.argv[1]))

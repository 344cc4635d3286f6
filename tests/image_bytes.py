"""Small true image files of every kind, made by hand, for tests of pictures."""

import struct
import zlib


def png(width, height, grey=120):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    lines = (b"\0" + bytes([grey]) * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")


def jpeg(width, height, note=b""):
    """Segments as a camera writes them; a JPEG is drawn from them by nobody, but its size is read by everybody."""
    comment = b"\xff\xfe" + struct.pack(">H", len(note) + 2) + note if note else b""
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    scan = b"\xff\xda" + struct.pack(">HB", 8, 1) + b"\x01\x00\x00\x3f\x00" + b"\x00" * 8
    return b"\xff\xd8" + comment + frame + scan + b"\xff\xd9"


def gif(width, height):
    screen = struct.pack("<HHBBB", width, height, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    image = b"," + struct.pack("<HHHHB", 0, 0, width, height, 0) + b"\x02\x02\x84\x51\x00"
    return b"GIF89a" + screen + b"!\xfe\x02by\x00" + image + b";"


def webp(width, height):
    """The lossless form; its first five bytes hold a signature and the size."""
    data = b"\x2f" + struct.pack("<I", (width - 1) | (height - 1) << 14) + b"\0" * 5
    chunk = b"VP8L" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", 4 + len(chunk)) + b"WEBP" + chunk


def tiff(width, height, order="<"):
    data = bytes(width * height)
    fields = [(256, 4, width), (257, 3, height), (273, 4, 8), (278, 4, height), (279, 4, len(data))]
    directory = struct.pack(f"{order}H", len(fields))
    for tag, kind, value in fields:
        packed = struct.pack(f"{order}I", value) if kind == 4 else struct.pack(f"{order}HH", value, 0)
        directory += struct.pack(f"{order}HHI", tag, kind, 1) + packed
    mark = b"II*\0" if order == "<" else b"MM\0*"
    return mark + struct.pack(f"{order}I", 8 + len(data)) + data + directory + bytes(4)


KINDS = {
    "image/png": png,
    "image/jpeg": jpeg,
    "image/gif": gif,
    "image/webp": webp,
    "image/tiff": tiff,
}

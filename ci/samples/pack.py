#!/usr/bin/env python3
"""Packs the sample submissions as a Korean Windows does: names in CP949, without saying so."""
import pathlib
import struct
import sys
import zlib

NAMES = {
    "right": "2019 게임서버[화목] 2015180001 김하나 숙제 3번.zip",
    "takes-receive-for-packet": "2019 게임서버[화목] 2015180002 이둘 숙제 3번.zip",
    "does-not-build": "2019 게임서버[화목] 2015180003 박세셋 숙제 3번.zip",
}
DATE = (2026 - 1980) << 9 | 11 << 5 | 26


def pack(folder, target):
    """Writes a zip whose names are bytes of CP949, with no flag that tells their encoding."""
    entries, offset = [], 0
    with open(target, "wb") as out:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = ("체스판/" + file.relative_to(folder).as_posix()).encode("cp949")
            data = file.read_bytes()
            packer = zlib.compressobj(9, zlib.DEFLATED, -15)
            packed = packer.compress(data) + packer.flush()
            facts = struct.pack("<HHHHHIII", 20, 0, 8, 0, DATE, zlib.crc32(data), len(packed), len(data))
            out.write(b"PK\3\4" + facts + struct.pack("<HH", len(name), 0) + name + packed)
            entries.append((name, facts, offset))
            offset = out.tell()
        for name, facts, start in entries:
            out.write(b"PK\1\2" + struct.pack("<H", 20) + facts)
            out.write(struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, start) + name)
        size = out.tell() - offset
        out.write(b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, len(entries), len(entries), size, offset, 0))


def main():
    here, into = pathlib.Path(__file__).parent, pathlib.Path(sys.argv[1])
    for folder, name in NAMES.items():
        pack(here / folder, into / name)


main()

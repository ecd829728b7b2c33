"""The child process that lays out plaques: no network, no database, no secrets, and hard limits.

Reads one request after the other from standard input and answers on standard output (see `network.confined`).
"""

import gc
import sys
from datetime import date
from typing import Any

from ambassadors.plaques.sheet import EDITIONS, House, Made, Sheet
from network.confined import receive, restrict, send


def main() -> None:
    incoming, outgoing = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever a library prints may not end up between the answers
    opening = receive(incoming)
    if opening is None:
        return
    header, blobs = opening
    house = unpack_house(header, blobs)
    try:
        from ambassadors.plaques.painting import Painter

        restrict()
        painter = Painter(house, header["css"], header["blocks"])
    except Exception as problem:  # Pango is missing, say
        send(outgoing, {"error": type(problem).__name__}, [])
        return
    send(outgoing, {"ready": True}, [])
    # Layout makes many objects that live as long as their batch: look for garbage less often.
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    while (request := receive(incoming)) is not None:
        header, blobs = request
        sheets = [unpack_sheet(item, blobs) for item in header["sheets"]]
        try:
            made = painter.paint(sheets, [EDITIONS[name] for name in header["editions"]])
        except Exception as problem:  # told to the parent, which tries the sheets one by one
            send(outgoing, {"error": type(problem).__name__}, [])
        else:
            send(outgoing, *pack_made(made))
            del made
        gc.collect()


def pack_house(house: House, css: str, blocks: str) -> tuple[dict[str, Any], list[bytes]]:
    fields, blobs = _pack(vars(house), ("signature", "logo"), [])
    return {"css": css, "blocks": blocks, "house": {**fields, "created": house.created.isoformat()}}, blobs


def unpack_house(header: dict[str, Any], blobs: list[bytes]) -> House:
    fields = _unpack(header["house"], ("signature", "logo"), blobs)
    return House(
        **{
            **fields,
            "created": date.fromisoformat(fields["created"]),
            "wordmark": tuple(fields["wordmark"]),
        }
    )


def pack_sheets(sheets: list[Sheet], editions: list[str]) -> tuple[dict[str, Any], list[bytes]]:
    blobs: list[bytes] = []
    items = [_pack(vars(sheet), ("portrait",), blobs)[0] for sheet in sheets]
    return {"sheets": items, "editions": editions}, blobs


def unpack_sheet(item: dict[str, Any], blobs: list[bytes]) -> Sheet:
    fields = _unpack(item, ("portrait",), blobs)
    return Sheet(**{**fields, "focus": tuple(fields["focus"])})


def pack_made(made: list[Made]) -> tuple[dict[str, Any], list[bytes]]:
    blobs: list[bytes] = []
    items = []
    for one in made:
        items.append({"key": one.key, "warning": one.warning, "files": list(one.files)})
        blobs.extend(one.files.values())
    return {"made": items}, blobs


def unpack_made(header: dict[str, Any], blobs: list[bytes]) -> list[Made]:
    rest = iter(blobs)
    return [
        Made(item["key"], {name: next(rest) for name in item["files"]}, warning=item["warning"])
        for item in header["made"]
    ]


def _pack(
    fields: dict[str, Any], binary: tuple[str, ...], blobs: list[bytes]
) -> tuple[dict[str, Any], list[bytes]]:
    """Binary fields become their place among the blobs."""
    packed = dict(fields)
    for name in binary:
        if packed[name] is not None:
            blobs.append(packed[name])
            packed[name] = len(blobs) - 1
    return packed, blobs


def _unpack(fields: dict[str, Any], binary: tuple[str, ...], blobs: list[bytes]) -> dict[str, Any]:
    return {
        **fields,
        **{name: blobs[fields[name]] for name in binary if fields[name] is not None},
    }


if __name__ == "__main__":
    main()

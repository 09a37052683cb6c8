"""Small PDF files for tests, written glyph by glyph, as all kinds of programs write them."""

from collections.abc import Sequence
from typing import NamedTuple

SIZE = 10
WIDE = 6


class Painted(NamedTuple):
    """One glyph: the letters it stands for, and where on the page it is."""

    letters: str
    x: float
    y: float


def line(seen: str | Sequence[str], y: float = 700, x: float = 50) -> list[Painted]:
    """Glyphs from left to right, as they are seen."""
    return [Painted(letters, x + WIDE * place, y) for place, letters in enumerate(seen)]


def pdf(*pages: Sequence[Painted], named: bool = True) -> bytes:
    """A file of pages of glyphs; where they are not ``named``, nothing tells what letters they are."""
    letters = sorted({glyph.letters for page in pages for glyph in page})
    codes = {one: code for code, one in enumerate(letters, 1)}
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    meaning = "/ToUnicode 5 0 R" if named else ""
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        f"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[4 0 R]{meaning}>>",
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/DW {WIDE * 100}/FontDescriptor<</Type/FontDescriptor"
        "/FontName/A/Flags 4/FontBBox[0 -200 600 800]/Ascent 800/Descent -200>>"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
        _stream(_meanings(codes)),
    ]
    for number, page in enumerate(pages):
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {7 + 2 * number} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>",
            _stream("".join(_shown(glyph, codes[glyph.letters]) for glyph in page)),
        ]
    return _written(objects)


def _written(objects: Sequence[str]) -> bytes:
    """Numbered objects with the table of where they begin."""
    data = b"%PDF-1.4\n"
    table = "0000000000 65535 f \n"
    for number, one in enumerate(objects, 1):
        table += f"{len(data):010} 00000 n \n"
        data += f"{number} 0 obj\n{one}\nendobj\n".encode()
    size = len(objects) + 1
    end = f"xref\n0 {size}\n{table}trailer\n<</Root 1 0 R/Size {size}>>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + end.encode()


def _shown(glyph: Painted, code: int) -> str:
    return f"BT /F {SIZE} Tf {glyph.x} {glyph.y} Td <{code:04x}> Tj ET\n"


def _meanings(codes: dict[str, int]) -> str:
    rows = "\n".join(f"<{code:04x}> <{one.encode('utf-16-be').hex()}>" for one, code in codes.items())
    return (
        "/CIDInit /ProcSet findresource begin begincmap\n1 begincodespacerange\n<0000> <ffff>\n"
        f"endcodespacerange\n{len(codes)} beginbfchar\n{rows}\nendbfchar\nendcmap end"
    )


def _stream(content: str) -> str:
    return f"<</Length {len(content)}>>\nstream\n{content}\nendstream"

"""Highlights over a text: spans that nest or cross become well-formed nested elements.

Every mark is one element where it nests, and is cut in pieces where it crosses another; only
the first piece carries the id and the link.
"""

import re
from collections.abc import Sequence

import msgspec
from markupsafe import Markup, escape

_PLAIN = re.compile(r"[A-Za-z0-9#._:-]+")


class Mark(msgspec.Struct, frozen=True):
    """A stretch of an article's text to be highlighted.

    ``layer`` names the kind, one word; ``anchor`` is the id others link to; ``href`` where the mark
    itself leads; ``tells`` are ``(name, value)`` pairs shown on hover and focus.
    """

    start: int
    end: int
    layer: str
    anchor: str | None = None
    href: str | None = None
    tells: tuple[tuple[str, str], ...] = ()


class _Open(msgspec.Struct):
    mark: Mark
    tag: str


def highlight(text: str, start: int, end: int, marks: Sequence[Mark]) -> Markup:
    """``text[start:end]`` with its marks, escaped.

    Takes time in proportion to the text and to how deeply the marks cross.

    >>> highlight("قالت الوزارة", 0, 4, [Mark(0, 4, "cue")])
    Markup('<span class=cue>قالت</span>')
    """
    inside = sorted(
        (mark for mark in marks if mark.start < end and mark.end > start and mark.start < mark.end),
        key=lambda mark: (mark.start, -mark.end),
    )
    edges = sorted({start, end, *(_clipped(edge, start, end) for m in inside for edge in (m.start, m.end))})
    pieces: list[str] = []
    opened: list[_Open] = []
    coming = 0
    for here, then in zip(edges, [*edges[1:], end], strict=True):
        _close(pieces, opened, here)
        while coming < len(inside) and inside[coming].start <= here:
            _open(pieces, opened, inside[coming], first=inside[coming].start >= start)
            coming += 1
        pieces.append(str(escape(text[here:then])))
    _close(pieces, opened, end)
    while opened:
        pieces.append(f"</{opened.pop().tag}>")
    return Markup("".join(pieces))  # noqa: S704 (every piece is escaped above)


def _clipped(edge: int, start: int, end: int) -> int:
    return min(max(edge, start), end)


def _close(pieces: list[str], opened: list[_Open], here: int) -> None:
    """Close what ends here; what was opened inside it and goes on is opened again."""
    ending = next((i for i, item in enumerate(opened) if item.mark.end <= here), None)
    if ending is None:
        return
    going_on = [item.mark for item in opened[ending:] if item.mark.end > here]
    while len(opened) > ending:
        pieces.append(f"</{opened.pop().tag}>")
    for mark in going_on:
        _open(pieces, opened, mark, first=False)


def _open(pieces: list[str], opened: list[_Open], mark: Mark, *, first: bool) -> None:
    in_link = any(item.tag == "a" for item in opened)
    tag = "a" if mark.href and first and not in_link else "span"
    pieces.append(f"<{tag}{_attributes(mark, tag, first=first)}>")
    opened.append(_Open(mark, tag))


def _attributes(mark: Mark, tag: str, *, first: bool) -> str:
    written = [f" class={mark.layer}"]
    if first and mark.anchor:
        written.append(f" id={_quoted(mark.anchor)}")
    if tag == "a" and mark.href:
        written.append(f" href={_quoted(mark.href)}")
    if first:
        written.extend(f" data-{name}={_quoted(value)}" for name, value in mark.tells)
    return "".join(written)


def _quoted(value: str) -> str:
    """A value as HTML allows it: bare where it is plain, which is most of a large page, else quoted."""
    return value if _PLAIN.fullmatch(value) else f'"{escape(value)}"'

"""Fuzz every reader and finder guided by coverage, with atheris where it can be installed.

    python bench/fuzz_guided.py [FOLDER] [libFuzzer options, such as -max_total_time=600 -jobs=2]

The first byte of an input chooses a reader, or the finders; the rest is its file or its text. What
reaches new lines is kept in FOLDER and grown from there, beginning with one whole file of each
kind. A finding ends the run, and its input stays beside as ``crash-…``: name it in place of FOLDER
to run it again.
"""

import random
import sys
from pathlib import Path

try:
    import atheris
except ImportError:  # no build for this platform; bench/fuzz.py needs none
    sys.exit("atheris is not installed here (pip install '.[fuzz]'); bench/fuzz.py fuzzes without it")

with atheris.instrument_imports(include=["tawatur"]):
    import fuzz_inputs
    import hostile

from tawatur.model import Article

FOLDER = Path("build/fuzz/guided")
READERS = tuple(fuzz_inputs.READERS.values())


def check(data: bytes) -> None:
    """Run one input; raises what breaks."""
    kind, rest = data[:1], data[1:]
    if not kind:
        return
    if kind[0] < len(READERS):
        for article in fuzz_inputs.articles_of(rest, READERS[kind[0]]):
            fuzz_inputs.check_reading(fuzz_inputs.read(article))
    else:
        text = rest.decode("utf-8", errors="replace")
        fuzz_inputs.check_reading(fuzz_inputs.read(Article(id="f", text=text, published="2024-10-23")))


def sow(folder: Path) -> None:
    """Put a whole file of each kind, and examples of the rules, where the fuzzer begins."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, make in enumerate(fuzz_inputs.READERS):
        (folder / f"seed-{make.__name__}").write_bytes(bytes([number]) + make(random.Random(number)))
    for number, text in enumerate(hostile.rule_examples()):
        (folder / f"seed-text-{number}").write_bytes(bytes([len(READERS)]) + text.encode())


def main() -> None:
    """Hand over to libFuzzer, which ends the process."""
    options = sys.argv[1:] or [str(FOLDER)]
    if not Path(options[0]).is_file() and not options[0].startswith("-"):
        sow(Path(options[0]))
    atheris.Setup([sys.argv[0], "-timeout=30", "-rss_limit_mb=2000", "-max_len=4000", *options], check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

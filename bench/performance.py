"""Measure speed, memory and growth, side by side in one run; rewrite docs/performance.md.

    python bench/performance.py [--quick] [--print] [--sizes N …]

``--quick`` takes a minute and a few articles, to see that everything runs; ``--print`` leaves the
document alone.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from corpus import CORPUS, articles
from growth import Growth, measure_growth
from speed import FLOOR, PAGE, measure_reading, measure_stages
from timing import Timing

DOCUMENT = Path(__file__).resolve().parents[1] / "docs/performance.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
GROWTH = (
    "articles in the ledger",
    "add, ms each",
    "link, ms each",
    "each of the next 100, ms of processor",
    "the same in order of days",
    "a judgement, ms",
    "report on the largest story, s",
    "add again, ms each",
    "index, ms each",
    "search, ms",
    "peak memory, MB",
    "of a worker, MB",
    "on disk, KB each",
)
STARTS = {
    "`tawatur --help`": ("-c", "import sys; from tawatur.cli import main; sys.argv[1:] = ['--help']; main()"),
    "`import tawatur`": ("-c", "import tawatur"),
    "first reading in a new process": (
        "-c",
        "from tawatur.reading import read_article; from tawatur.model import Article;"
        "read_article(Article(id='a', text='قال الوزير إن الطريق مفتوح.'))",
    ),
    "Python alone": ("-c", "pass"),
}


def main() -> None:
    """Measure everything and put the tables into the document."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true")
    options.add_argument("--print", action="store_true", dest="only_print")
    options.add_argument("--sizes", type=int, nargs="+", help="articles in the ledgers that are built")
    asked = options.parse_args()
    count, rounds, sizes = (40, 3, [100, 200]) if asked.quick else (300, 7, [1000, 3000, 10000])
    sizes = asked.sizes or sizes
    chosen = articles(2 * count * (rounds + 1))
    chunks = [chosen[first : first + count] for first in range(0, len(chosen), count)]
    reading = measure_reading(chunks[: rounds + 1]) | measure_stages(chunks[rounds + 1 :])
    starts = measure_starts(rounds)
    cores = os.cpu_count() or 1
    growth = [measure_growth(size, cores) for size in sizes]
    together = growth[len(growth) // 2]
    alone = measure_growth(together.size, 1)
    size = sum(len(article.text.encode()) for article in chosen) // len(chosen) * count
    told = "\n\n".join(
        (
            machine(count, size),
            reading_table(reading, count, size),
            starts_table(starts),
            growth_table(growth),
            cores_line(alone, together),
        )
    )
    if asked.only_print:
        print(told)
        return
    put_into(DOCUMENT, told)
    draw(reading, growth, count)


def machine(count: int, size: int) -> str:
    """What was measured, and on what."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    source = "real news articles" if CORPUS.is_file() else "sample articles"
    return (
        f"Measured on {os.cpu_count()} cores and {memory:.0f} GB of memory, Python {sys.version.split()[0]}, "
        f"every round {count} other {source} of {size / count:,.0f} bytes on average, each"
        " also wrapped in a page "
        "with menus, forty related headlines and scripts. MB are 10⁶ bytes of UTF-8."
    )


def reading_table(timings: Mapping[str, Timing], count: int, size: int) -> str:
    """Each contender per article, its speed, and its ratios to the two it is held against."""
    rows = [
        f"| {name} | {timing.median / count * 1000:.3f} | ± {timing.spread:.0%} "
        f"| {size / timing.median / 1e6:,.2f} "
        f"| {timing.median / timings[PAGE].median:.2f} | {timing.median / timings[FLOOR].median:,.1f} |"
        for name, timing in timings.items()
    ]
    head = "| one core | ms an article | spread | MB/s | × trafilatura | × floor |\n|---|--:|--:|--:|--:|--:|"
    return "\n".join((head, *rows))


def measure_starts(rounds: int) -> dict[str, float]:
    """Median seconds of starting a process that does one thing."""
    return {name: statistics.median(_run(command) for _ in range(rounds)) for name, command in STARTS.items()}


def starts_table(starts: Mapping[str, float]) -> str:
    """What a new process costs."""
    rows = [f"| {name} | {seconds:.2f} |" for name, seconds in starts.items()]
    return "\n".join(("| a new process | s |\n|---|--:|", *rows))


def growth_table(growth: Sequence[Growth]) -> str:
    """What an article costs in ledgers of several sizes."""
    rows = [[f"{g.size:,}", *(f"{value:,.{digits}f}" for value, digits in _columns(g))] for g in growth]
    lines = ["| " + " | ".join(cells) + " |" for cells in (GROWTH, ["--:"] * len(GROWTH), *rows)]
    return "\n".join(lines)


def _columns(growth: Growth) -> list[tuple[float, int]]:
    """The figures of one row and how many digits are shown of each."""
    each = 1000 / growth.size
    return [
        (growth.adding * each, 2),
        (growth.linking * each, 2),
        (growth.further * 1000, 2),
        (growth.in_order * 1000, 2),
        (growth.judging * 1000, 0),
        (growth.report, 2),
        (growth.again * each, 2),
        (growth.indexing * each, 2),
        (growth.search * 1000, 1),
        (growth.peak, 0),
        (growth.peak_workers, 0),
        (growth.disk * 1024 / growth.size, 1),
    ]


def cores_line(alone: Growth, together: Growth) -> str:
    """What more cores bring."""
    return (
        f"Adding {alone.size:,} articles with {together.workers} processes is "
        f"{alone.adding / together.adding:.2f} × as fast as with one."
    )


def put_into(document: Path, told: str) -> None:
    """Replace what stands between the two marks of a document."""
    before, _, rest = document.read_text(encoding="utf-8").partition(BEGIN)
    document.write_text(f"{before}{BEGIN}\n\n{told}\n\n{END}{rest.partition(END)[2]}", encoding="utf-8")


def draw(timings: Mapping[str, Timing], growth: Sequence[Growth], count: int) -> None:
    """The same as two pictures, where matplotlib is installed."""
    try:
        from matplotlib import pyplot
    except ImportError:
        return
    figure, (bars, lines) = pyplot.subplots(1, 2, figsize=(11, 4.2), layout="constrained")
    names = [name.strip("*").replace("`", "") for name in timings]
    bars.barh(
        names[::-1], [timing.median / count * 1000 for timing in timings.values()][::-1], color="#2f6f73"
    )
    bars.set_xlabel("milliseconds an article, one core")
    sizes = [g.size for g in growth]
    lines.plot(sizes, [g.adding / g.size * 1000 for g in growth], "o-", color="#2f6f73", label="add")
    lines.plot(sizes, [g.linking / g.size * 1000 for g in growth], "s-", color="#b5562b", label="link")
    lines.set(xscale="log", xlabel="articles in the ledger", ylabel="milliseconds an article", ylim=(0, None))
    lines.legend()
    pyplot.rcParams["svg.hashsalt"] = "tawatur"
    figure.savefig(DOCUMENT.with_name("performance.svg"), metadata={"Date": None})


def _run(command: Sequence[str]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *command], check=True, capture_output=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()

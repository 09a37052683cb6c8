"""Feed damaged and hostile inputs to every reader and finder, and see that nothing breaks.

    python bench/fuzz.py [--inputs N] [--first I] [--workers W] [--seconds S] [--keep DIR] [--anew]

Input number i is always the same bytes, so ``--first i --inputs 1`` runs a finding again. An
input fails when something other than an error of Tawatur comes out, when what is found does not
fit the text, when it takes more than ``--seconds`` of work or two gigabytes, or when the
interpreter dies. What fails is told at once and kept in ``--keep``. A run that was interrupted
goes on where it stopped, with its counts; ``--anew`` forgets it.
"""

import argparse
import faulthandler
import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from types import FrameType

import fuzz_inputs
import msgspec

BATCH = 200
MEMORY = 2_000_000_000
"""Bytes a worker may take on top of those it begins with."""
EVERY = 10.0
PATIENCE = 30
Failures = list[tuple[int, str]]


class Tally(msgspec.Struct):
    """What was run so far: from which input on, how many inputs, those that failed, the seconds it took."""

    first: int
    done: int = 0
    failed: list[int] = []
    seconds: float = 0.0

    def __str__(self) -> str:
        return f"{self.done:,} inputs in {self.seconds:,.0f} s, {len(self.failed)} failed"


def main() -> int:
    """Run the inputs and tell of the failures; exit status 1 if there are any."""
    asked = _options()
    asked.keep.mkdir(parents=True, exist_ok=True)
    state = asked.keep / f"from-{asked.first}.json"
    tally = Tally(asked.first) if asked.anew else _begun(state, asked)
    try:
        _go_on(tally, state, asked)
    except KeyboardInterrupt:
        print(f"stopped; the same command goes on with input {asked.first + tally.done}", file=sys.stderr)
    print(tally)
    return 1 if tally.failed else 0


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--inputs", type=int, default=10_000)
    options.add_argument("--first", type=int, default=0)
    options.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    options.add_argument("--seconds", type=int, default=10)
    options.add_argument("--keep", type=Path, default=Path("build/fuzz"))
    options.add_argument("--anew", action="store_true")
    return options.parse_args()


def _go_on(tally: Tally, state: Path, asked: argparse.Namespace) -> None:
    """Run what is left of the inputs; the tally is written down after every batch."""
    begun, before, told = time.monotonic(), tally.seconds, 0.0
    left, first = asked.inputs - tally.done, asked.first + tally.done
    for size, failures in run(left, first, asked.workers, asked.seconds):
        tally.done += size
        tally.failed += [number for number, _ in failures]
        tally.seconds = before + time.monotonic() - begun
        state.write_bytes(msgspec.json.encode(tally))
        _tell(failures, asked.keep)
        if tally.seconds - told >= EVERY:
            told = tally.seconds
            print(tally, file=sys.stderr, flush=True)


def run(inputs: int, first: int, workers: int, seconds: int) -> Iterator[tuple[int, Failures]]:
    """How many inputs were run and which failed, batch after batch in their order."""
    at, end = first, first + max(0, inputs)
    while at < end:
        try:
            with _pool(workers) as pool:
                starts = range(at, end, BATCH)
                sizes = [min(BATCH, end - start) for start in starts]
                for size, failures in zip(
                    sizes, pool.map(batch, starts, sizes, [seconds] * len(sizes)), strict=True
                ):
                    yield size, failures
                    at += size
        except BrokenProcessPool:
            size = min(BATCH, end - at)
            yield size, [found for number in range(at, at + size) for found in _alone(number, seconds)]
            at += size


def batch(first: int, count: int, seconds: int) -> Failures:
    """The failures among ``count`` inputs."""
    return [
        (number, problem) for number in range(first, first + count) if (problem := failure(number, seconds))
    ]


def failure(number: int, seconds: int) -> str | None:
    """What went wrong with one input, None if nothing did."""
    try:
        with time_limit(seconds):
            fuzz_inputs.check(number)
    except Exception:
        return traceback.format_exc()
    except BaseException as error:
        return f"{type(error).__name__}: {error}"
    return None


@contextmanager
def time_limit(seconds: int) -> Iterator[None]:
    """Raises TimeoutError inside the block once the processor has worked on it so long.

    Code that does not come back to the interpreter, or only waits, ends the process in the end.
    """

    def stop(_: int, __: FrameType | None) -> None:
        raise TimeoutError(f"took longer than {seconds} seconds")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    faulthandler.dump_traceback_later(PATIENCE * seconds, exit=True)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=get_context("fork"), initializer=_bounded)


def _bounded() -> None:
    """Bound the memory of a worker, and leave the keyboard to the process that tells of it.

    What the process it was forked from takes up already does not count: near the limit its stack
    could not grow, and that looks like a crash.
    """
    taken = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (taken + MEMORY, taken + MEMORY))
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _alone(number: int, seconds: int) -> Failures:
    """The failure of one input in a process of its own, which it may take down."""
    with _pool(1) as pool:
        try:
            return pool.submit(batch, number, 1, seconds).result()
        except BrokenProcessPool:
            return [(number, "the interpreter died")]


def _tell(failures: Failures, keep: Path) -> None:
    for number, problem in failures:
        (keep / f"{number}.txt").write_text(problem, encoding="utf-8", errors="replace")
        last = problem.strip().splitlines()[-1]
        print(f"--first {number} --inputs 1 --anew: {last}", file=sys.stderr, flush=True)


def _begun(state: Path, asked: argparse.Namespace) -> Tally:
    """The tally of a run that has not finished yet, otherwise a new one."""
    tally = msgspec.json.decode(state.read_bytes(), type=Tally) if state.exists() else Tally(asked.first)
    return tally if tally.done < asked.inputs else Tally(asked.first)


if __name__ == "__main__":
    sys.exit(main())

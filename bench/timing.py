"""Timing several things side by side, so that a busy machine slows all of them alike."""

import gc
import statistics
import time
from collections.abc import Callable, Iterable, Mapping

import msgspec

Contenders = Mapping[str, Callable[[], object]]


class Timing(msgspec.Struct, frozen=True):
    """Seconds of each round for one contender."""

    rounds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle round."""
        return statistics.median(self.rounds)

    @property
    def spread(self) -> float:
        """Half the distance of the quartiles, as a share of the median."""
        low, _, high = statistics.quantiles(self.rounds, n=4, method="inclusive")
        return (high - low) / 2 / self.median


def race(rounds: Iterable[Contenders]) -> dict[str, Timing]:
    """The timings of contenders that run one after another in every round; the first does not count."""
    times: dict[str, list[float]] = {}
    for number, contenders in enumerate(rounds):
        for name, run in contenders.items():
            seconds = timed(run)
            if number:
                times.setdefault(name, []).append(seconds)
    return {name: Timing(tuple(seconds)) for name, seconds in times.items()}


def timed(run: Callable[[], object]) -> float:
    """The seconds that one call takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def spent(run: Callable[[], object]) -> float:
    """The seconds of this process's processor that one call takes, however busy the machine is.

    Whatever came before has been swept up, so that a full collection it has earned is not counted.
    """
    gc.collect()
    start = time.process_time()
    run()
    return time.process_time() - start

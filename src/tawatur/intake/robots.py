"""robots.txt as RFC 9309 has it: groups of rules, the longest matching path decides."""

import re
from functools import lru_cache

import msgspec

_LONGEST_DELAY = 60.0
_MOST_STARS = 16


class Robots(msgspec.Struct, frozen=True):
    """What one site allows one reader: ``(path pattern, allowed)`` rows, and seconds between requests."""

    rules: tuple[tuple[str, bool], ...] = ()
    delay: float = 0.0

    def allows(self, path: str) -> bool:
        """Whether a path with its query may be fetched; of two rules as long, allowing wins."""
        hits = [
            (len(pattern), allowed) for pattern, allowed in self.rules if pattern and _matches(pattern, path)
        ]
        return max(hits, default=(0, True))[1]


ALLOW_ALL = Robots()
DENY_ALL = Robots(rules=(("/", False),))


def parse_robots(text: str, agent: str) -> Robots:
    """The rules for ``agent`` (its product name), or those for everybody where it has none."""
    groups = _groups(text)
    own = [group for group in groups if agent.lower() in group[0]]
    chosen = own or [group for group in groups if "*" in group[0]]
    return Robots(
        rules=tuple(rule for _, rules, _ in chosen for rule in rules),
        delay=max((delay for _, _, delay in chosen), default=0.0),
    )


def _groups(text: str) -> list[tuple[set[str], list[tuple[str, bool]], float]]:
    groups: list[tuple[set[str], list[tuple[str, bool]], float]] = []
    naming = False
    for line in text.splitlines():
        key, _, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if key == "user-agent":
            if not naming:
                groups.append((set(), [], 0.0))
            groups[-1][0].add(value.lower())
            naming = True
        elif key in ("allow", "disallow") and groups:
            groups[-1][1].append((value, key == "allow"))
            naming = False
        elif key == "crawl-delay" and groups:
            agents, rules, _ = groups[-1]
            groups[-1] = (agents, rules, _seconds(value))
            naming = False
    return groups


def _seconds(value: str) -> float:
    try:
        return min(max(float(value), 0.0), _LONGEST_DELAY)
    except ValueError:
        return 0.0


def _matches(pattern: str, path: str) -> bool:
    return _compiled(pattern).match(path) is not None


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    """A path pattern with ``*`` for anything and ``$`` for the end; lazily few stars, so never slow."""
    ends = pattern.endswith("$")
    parts = re.sub(r"\*+", "*", pattern.removesuffix("$")).split("*", _MOST_STARS)
    return re.compile(".*?".join(map(re.escape, parts)) + ("$" if ends else ""), re.DOTALL)

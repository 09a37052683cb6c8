"""robots.txt as RFC 9309 has it: groups of rules, the longest matching path decides."""

import msgspec

_LONGEST_DELAY = 60.0


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
    """Whether a path begins as a pattern says, ``*`` for anything, ``$`` for the end; linear in the path."""
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    last = rest.pop() if rest and pattern.endswith("$") else None
    at = len(first)
    for part in rest:
        at = path.find(part, at)
        if at < 0:
            return False
        at += len(part)
    if last is not None:
        return len(path) - len(last) >= at and path.endswith(last)
    return not pattern.endswith("$") or at == len(path)

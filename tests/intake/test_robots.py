"""robots.txt, with the examples of RFC 9309 among the cases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.intake.robots import parse_robots

RFC = """
User-Agent: *
Disallow: *.gif$
Disallow: /example/
Allow: /publications/

User-Agent: foobot
Disallow:/
Allow:/example/page.html
Allow:/example/allowed.gif

User-Agent: barbot
User-Agent: bazbot
Disallow: /example/page.html

User-Agent: quxbot
"""
CASES = [
    (RFC, "tawatur", "/publications/a", True),
    (RFC, "tawatur", "/example/a", False),
    (RFC, "tawatur", "/a.gif", False),
    (RFC, "tawatur", "/a.gif?x", True),
    (RFC, "foobot", "/a", False),
    (RFC, "FooBot", "/example/page.html", True),
    (RFC, "foobot", "/example/allowed.gif", True),
    (RFC, "bazbot", "/example/page.html", False),
    (RFC, "bazbot", "/example/allowed.gif", True),
    (RFC, "quxbot", "/example/page.html", True),
    ("User-agent: *\nDisallow:", "tawatur", "/a", True),
    ("User-agent: *\nDisallow: /", "tawatur", "/a", False),
    ("user-agent: *\ndisallow: /p\nallow: /p", "tawatur", "/p", True),
    ("User-agent: *\nDisallow: /*?print=", "tawatur", "/a/b?print=1", False),
    ("User-agent: *\nDisallow: /search # no results", "tawatur", "/search?q=1", False),
    ("Disallow: /", "tawatur", "/a", True),
    ("", "tawatur", "/a", True),
]


@pytest.mark.parametrize(("text", "agent", "path", "allowed"), CASES)
def test_the_longest_rule_of_the_own_group_decides(text: str, agent: str, path: str, allowed: bool) -> None:
    assert parse_robots(text, agent).allows(path) is allowed


def test_the_delay_asked_for_is_kept_within_a_minute() -> None:
    assert parse_robots("User-agent: *\nCrawl-delay: 7", "tawatur").delay == 7
    assert parse_robots("User-agent: *\nCrawl-delay: 99999", "tawatur").delay == 60
    assert parse_robots("User-agent: *\nCrawl-delay: soon", "tawatur").delay == 0


@given(st.text(max_size=300), st.text(max_size=30))
def test_any_text_is_some_rule(text: str, path: str) -> None:
    assert parse_robots(text, "tawatur").allows(path) in (True, False)


def test_a_pattern_of_many_stars_is_matched_in_no_time() -> None:
    robots = parse_robots("User-agent: *\nDisallow: " + "*a" * 200 + "$", "tawatur")
    assert robots.allows("a" * 2000 + "b")

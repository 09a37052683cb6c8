"""What one side said of one claim over time."""

from handmade import origins, readings

from tawatur.comparison.positions import trace_positions
from tawatur.model import Claim, Pointer, Reading


def told(*days: str) -> list[Reading]:
    return readings(
        {
            "articles": [
                {
                    "text": "أكدت الوزارة الخبر.",
                    "published": day,
                    "statements": [{"cue": "أكدت", "speaker": "anon:الوزارة"}],
                }
                for day in days
            ]
        }
    )


def cue(one: Reading) -> Pointer:
    return Pointer(one.article.id, 0, len("أكدت"))


def test_a_side_that_withheld_and_then_affirmed_has_changed() -> None:
    first, second = told("2024-03-10", "2024-03-12")
    claim = Claim("c", "الخبر", affirms=(cue(second),), withholds=(cue(first),))
    (position,) = trace_positions([second, first], [claim], origins([first, second]))
    assert position.changed
    assert [(day, stance) for day, stance, _ in position.steps] == [
        ("2024-03-10", "withholds"),
        ("2024-03-12", "affirms"),
    ]


def test_a_side_that_says_the_same_on_two_days_has_not() -> None:
    first, second = told("2024-03-10", "2024-03-12")
    claim = Claim("c", "الخبر", affirms=(cue(first), cue(second)))
    (position,) = trace_positions([first, second], [claim], origins([first, second]))
    assert not position.changed


def test_one_day_makes_no_position() -> None:
    first, second = told("2024-03-10", "2024-03-10")
    claim = Claim("c", "الخبر", affirms=(cue(first),), denies=(cue(second),))
    assert trace_positions([first, second], [claim], origins([first, second])) == ()


def test_the_day_of_the_statement_outranks_that_of_publication() -> None:
    first, second = readings(
        {
            "articles": [
                {
                    "text": "أكدت الوزارة الخبر.",
                    "published": "2024-03-10",
                    "statements": [{"cue": "أكدت", "speaker": "anon:الوزارة", "time": time}],
                }
                for time in ("2024-03-08", "XXXX-WXX-3")
            ]
        }
    )
    claim = Claim("c", "الخبر", affirms=(cue(first), cue(second)))
    (position,) = trace_positions([first, second], [claim], origins([first, second]))
    assert [day for day, _, _ in position.steps] == ["2024-03-08", "2024-03-10"]

"""What a text file says about itself, and where its text begins."""

import pytest

from tawatur.intake.texts import split_front_matter

BODY = "قالت الوزارة إن الطريق مفتوح."


@pytest.mark.parametrize(
    ("front", "fields"),
    [
        ("outlet: صحيفة\npublished: 2024-10-23", {"outlet": "صحيفة", "published": "2024-10-23"}),
        ("title: سول: وصول الوفد", {"title": "سول: وصول الوفد"}),
        ('title: "سول: وصول الوفد"', {"title": "سول: وصول الوفد"}),
        ("outlet: صحيفة\nextra: [1, 2]", {"outlet": "صحيفة"}),
        ("title: a\ntitle: [unclosed", {"title": "[unclosed"}),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_front_matter(front: str, fields: dict[str, str], newline: str) -> None:
    text = newline.join(["---", *front.split("\n"), "---", BODY])
    assert split_front_matter(text) == (fields, BODY)


@pytest.mark.parametrize(
    "text",
    [BODY, "---\nلا حقول هنا\n---\n" + BODY, "---\nother: x\n---\n" + BODY, "---\noutlet: x\n" + BODY, "---"],
)
def test_what_is_no_front_matter_stays_in_the_text(text: str) -> None:
    assert split_front_matter(text) == ({}, text)

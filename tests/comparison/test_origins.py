"""Where statements finally come from."""

from collections.abc import Sequence
from itertools import permutations

import msgspec
import pytest
from papers import FLOOD, MARKET, entity, identity, paper, span, statement

from tawatur.comparison.origins import independent, trace_origins
from tawatur.lexicon.names import load_names
from tawatur.lexicon.offices import load_offices
from tawatur.model import (
    Copy,
    CopyKind,
    Fact,
    FactKind,
    Identity,
    Link,
    Origin,
    Pointer,
    Reading,
)

NAMES = load_names()
OFFICES = load_offices(NAMES)
JORDAN, EGYPT = NAMES.country_id("JO"), NAMES.country_id("EG")


def origins_of(
    readings: Sequence[Reading], identities: Sequence[Identity] = (), copies: Sequence[Copy] = ()
) -> tuple[Origin, ...]:
    return trace_origins(readings, identities, copies, OFFICES)


def told(name: str, text: str, cue: str, speaker: str | None, *, source: str | None = None) -> Reading:
    """An article of one statement whose content is what follows the cue."""
    reading = paper(name, text)
    content = text[text.index(cue) + len(cue) :].strip()
    said = statement(reading, cue, speaker, content=content, source=source)
    return msgspec.structs.replace(reading, statements=(said,))


@pytest.mark.parametrize(
    ("description", "principal"),
    [
        ("مسؤول أردني رفيع", JORDAN),
        ("مسؤولون مصريون", EGYPT),
        ("السلطات المصرية", EGYPT),
        ("متحدث باسم الشرطة الأردنية", JORDAN),
        ("مسؤول كوري جنوبي", NAMES.country_id("KR")),
        ("دبلوماسيون أتراك", NAMES.country_id("TR")),
        ("خبراء أردنيون", "anon:خبراء اردنيون"),
        ("مدير الشركة المصرية", "anon:مدير الشركة المصرية"),
        ("رئيس النادي الأردني", "anon:رئيس النادي الاردني"),
        ("مصدر مطلع", "anon:مصدر مطلع"),
        ("باحثون في «المعهد»", "anon:باحثون في المعهد"),
        ("الحماية المدنية المصرية", EGYPT),
        ("رئيس مجلس النواب الأردني", "anon:رئيس مجلس النواب الاردني"),
        ("رئيس المجلس الوطني المصري", "anon:رئيس المجلس الوطني المصري"),
        ("وزير الصحة الأردني في الحكومة المكلفة من البرلمان", JORDAN),
        ("قيادي في تنظيم الدولة", "anon:قيادي في تنظيم الدولة"),
    ],
)
def test_an_unnamed_official_speaks_for_the_government_of_the_adjective(
    description: str, principal: str
) -> None:
    reading = told("a", f"قال {description} إن الجسر مفتوح", "قال", f"anon:{description}", source=description)
    assert origins_of([reading])[0].principal == principal


def test_a_person_speaks_for_the_government_whose_office_the_article_gives() -> None:
    text = "قال وزير النقل الأردني سامي الخطيب إن الطريق سالكة"
    reading = told("a", text, "قال", "per:sami", source="وزير النقل الأردني سامي الخطيب")
    reading = msgspec.structs.replace(reading, entities=(entity(reading, "per:sami", "سامي الخطيب"),))
    sami = identity("per:sami", "سامي الخطيب", [("a", "per:sami")])
    [origin] = origins_of([reading], [sami])
    assert origin.principal == JORDAN
    assert origin.reasons[0].places == (Pointer("a", 4, 34),)


def test_the_office_given_in_one_article_counts_in_the_others() -> None:
    first = paper("a", "سامي الخطيب وزير النقل الأردني")
    role = Fact(FactKind.ROLE, "وزير النقل الأردني", span(first, "وزير النقل الأردني"))
    named = msgspec.structs.replace(entity(first, "per:sami", "سامي الخطيب"), facts=(role,))
    first = msgspec.structs.replace(first, entities=(named,))
    other = told("b", "قال الخطيب إن الطريق سالكة", "قال", "per:sami")
    sami = identity("per:sami", "سامي الخطيب", [("a", "per:sami"), ("b", "per:sami")])
    assert [origin.principal for origin in origins_of([first, other], [sami])] == [JORDAN]


def test_an_office_may_follow_the_name() -> None:
    text = "قال سامي الخطيب الناطق الرسمي باسم وزارة النقل الأردنية إن الطريق سالكة"
    reading = told("a", text, "قال", "per:sami", source="سامي الخطيب")
    reading = msgspec.structs.replace(reading, entities=(entity(reading, "per:sami", "سامي الخطيب"),))
    sami = identity("per:sami", "سامي الخطيب", [("a", "per:sami")])
    assert origins_of([reading], [sami])[0].principal == JORDAN


def test_who_is_unnamed_is_the_one_another_article_names_in_his_office() -> None:
    text = "قال قائد الحافلة سامي الخطيب إن الطريق سالكة"
    first = told("a", text, "قال", "per:sami", source="قائد الحافلة سامي الخطيب")
    first = msgspec.structs.replace(first, entities=(entity(first, "per:sami", "سامي الخطيب"),))
    other = told("b", "قال قائد الحافلة إن الطريق سالكة", "قال", "anon:قائد الحافلة", source="قائد الحافلة")
    sami = identity("per:sami", "سامي الخطيب", [("a", "per:sami")])
    assert {origin.principal for origin in origins_of([first, other], [sami])} == {"per:sami"}


def test_the_head_of_a_body_speaks_for_it_and_it_for_what_it_belongs_to() -> None:
    text = "قالت مديرة هيئة المياه ليلى حداد إن السد ممتلئ"
    reading = told("a", text, "قالت", "per:layla", source="مديرة هيئة المياه ليلى حداد")
    body, person = entity(reading, "org:water", "هيئة المياه"), entity(reading, "per:layla", "ليلى حداد")
    reading = msgspec.structs.replace(reading, entities=(body, person))
    layla = identity("per:layla", "ليلى حداد", [("a", "per:layla")])
    water = identity("org:water", "هيئة المياه", [("a", "org:water")])
    assert origins_of([reading], [layla, water])[0].principal == "org:water"
    owned = identity("org:water", "هيئة المياه", [("a", "org:water")], principal="gpe:jordan")
    assert origins_of([reading], [layla, owned])[0].principal == "gpe:jordan"


def test_two_spokesmen_of_one_side_are_one_origin() -> None:
    one = told("a", "قال وزير أردني إن الطريق سالكة", "قال", "anon:وزير أردني", source="وزير أردني")
    other = told(
        "b", "أكدت الشرطة الأردنية أن الطريق سالكة", "أكدت", "anon:الشرطة الأردنية", source="الشرطة الأردنية"
    )
    assert independent(origins_of([one, other])) == 1


@pytest.mark.parametrize("speaker", ["مكتبه", "مسؤولون"])
def test_who_is_only_somebody_s_or_an_official_speaks_for_who_spoke_before(speaker: str) -> None:
    text = f"قال وزير النقل الأردني سامي الخطيب إن الطريق سالكة. وأعلن {speaker} أن الجسر مفتوح."
    reading = paper("a", text)
    first = statement(
        reading, "قال", "per:sami", content="الطريق سالكة", source="وزير النقل الأردني سامي الخطيب"
    )
    second = statement(reading, "أعلن", f"anon:{speaker}", content="الجسر مفتوح", source=speaker, number=2)
    reading = msgspec.structs.replace(
        reading, statements=(first, second), entities=(entity(reading, "per:sami", "سامي الخطيب"),)
    )
    sami = identity("per:sami", "سامي الخطيب", [("a", "per:sami")])
    assert [origin.principal for origin in origins_of([reading], [sami])] == [JORDAN, JORDAN]


def test_what_an_agency_only_passes_on_is_its_sources() -> None:
    reading = paper("a", "ذكرت وكالة الضفة نقلاً عن مصدر مطلع أن الجسر مفتوح.")
    agency = identity("org:bank", "وكالة الضفة", [("a", "org:bank")])
    passed = statement(reading, "ذكرت", "org:bank", content="الجسر مفتوح")
    source = statement(reading, "نقلاً عن", "anon:مصدر مطلع", content="الجسر مفتوح", number=2)
    alone = statement(reading, "ذكرت", "org:bank", content="الجسر مفتوح")
    alone = msgspec.structs.replace(alone, via=("anon:مصدر مطلع",))
    for statements in ((passed, source), (alone,)):
        told = msgspec.structs.replace(
            reading, statements=statements, entities=(entity(reading, "org:bank", "وكالة الضفة"),)
        )
        assert origins_of([told], [agency])[-1].principal == "anon:وكالة الضفة"


def test_who_tells_that_another_announced_something_is_no_second_origin() -> None:
    text = "أعلنت هيئة المياه أن السد ممتلئ، نقلاً عن وكالة الضفة."
    reading = paper("a", text)
    inner = statement(reading, "أعلنت", "org:water", content="السد ممتلئ")
    inner = msgspec.structs.replace(inner, via=("org:bank",))
    outer = statement(reading, "نقلاً عن", "org:bank", content="أعلنت هيئة المياه أن السد ممتلئ", number=2)
    reading = msgspec.structs.replace(reading, statements=(inner, outer))
    assert independent(origins_of([reading])) == 1


def test_a_body_of_a_state_belongs_to_the_country_whose_adjective_follows_it() -> None:
    reading = told("a", "قال الدفاع المدني الأردني إن الطريق سالكة", "قال", "org:defence")
    named = entity(reading, "org:defence", "الدفاع المدني")
    reading = msgspec.structs.replace(reading, entities=(named,))
    body = identity("org:defence", "الدفاع المدني", [("a", "org:defence")], principal="org:defence")
    assert origins_of([reading], [body])[0].principal == JORDAN


def test_an_ambassador_to_a_body_speaks_for_who_sent_him() -> None:
    text = "قال السفير الأردني لدى هيئة المياه إن السد ممتلئ"
    reading = told("a", text, "قال", "anon:السفير الأردني", source="السفير الأردني لدى هيئة المياه")
    reading = msgspec.structs.replace(reading, entities=(entity(reading, "org:water", "هيئة المياه"),))
    water = identity("org:water", "هيئة المياه", [("a", "org:water")])
    assert origins_of([reading], [water])[0].principal == JORDAN


def test_the_representative_of_a_country_speaks_for_it() -> None:
    text = "قال ممثل الأردن لدى هيئة المياه إن السد ممتلئ"
    reading = told("a", text, "قال", "anon:ممثل الأردن", source="ممثل الأردن لدى هيئة المياه")
    reading = msgspec.structs.replace(reading, entities=(entity(reading, "gpe:jordan", "الأردن"),))
    jordan = identity("gpe:jordan", "الأردن", [("a", "gpe:jordan")], principal=JORDAN)
    assert origins_of([reading], [jordan])[0].principal == JORDAN


def test_what_nobody_says_is_the_outlet_s() -> None:
    reading = told("a", "يعتقد أن الجسر آمن", "يعتقد", None)
    [origin] = origins_of([reading])
    assert (origin.principal, origin.path) == ("outlet:صحيفة الضفة", ("outlet:صحيفة الضفة",))


@pytest.mark.parametrize("nobody", [None, "anon:غير مذكور"])
def test_what_nobody_says_in_somebody_s_words_is_his(nobody: str | None) -> None:
    reading = paper("a", "أعلن حارس أن الدلائل تفيد بأن الجسر آمن")
    outer = statement(reading, "أعلن", "anon:حارس", content="الدلائل تفيد بأن الجسر آمن")
    inner = statement(reading, "تفيد", nobody, content="الجسر آمن", number=2)
    reading = msgspec.structs.replace(reading, statements=(outer, inner))
    assert [origin.principal for origin in origins_of([reading])] == ["anon:حارس", "anon:حارس"]


def test_statements_that_stand_in_each_other_come_to_an_end() -> None:
    reading = paper("a", "يقال كذا ويحكى كذا ثم يقال")
    one = statement(reading, "يقال", None, content="ويحكى كذا")
    other = statement(reading, "ويحكى", None, content="يقال كذا", number=2)
    reading = msgspec.structs.replace(reading, statements=(one, other))
    assert {origin.principal for origin in origins_of([reading])} == {"outlet:صحيفة الضفة"}


def test_the_path_leads_from_the_speaker_through_the_tellers_to_the_outlet() -> None:
    reading = told("a", "نقلت الإذاعة عن حارس قوله إن الجسر آمن", "قوله", "anon:حارس")
    said = reading.statements[0]
    chain = (Link("anon:حارس"), Link("org:radio"))
    reading = msgspec.structs.replace(reading, statements=(msgspec.structs.replace(said, chain=chain),))
    assert origins_of([reading])[0].path == ("anon:حارس", "org:radio", "outlet:صحيفة الضفة")


def retold() -> tuple[Reading, Reading, Copy]:
    """An article whose source is named, and a copy that leaves the name out."""
    said = "وقال حارس البستان سالم إن الماء بلغ الباب قبل الفجر بقليل"
    source, copied = (
        paper("a", f"{said} {FLOOD}"),
        paper("b", f"{MARKET} {said.replace(' سالم', '')} {FLOOD}"),
    )
    salem = entity(source, "per:salem", "سالم")
    content = "إن الماء بلغ الباب قبل الفجر بقليل"
    mine = statement(source, "قال", "per:salem", content=content)
    theirs = statement(copied, "قال حارس", "anon:حارس البستان", content=content)
    start, end = source.article.text.index("قال"), len(source.article.text)
    there = Pointer("a", start, end)
    here = Pointer("b", copied.article.text.index("قال حارس"), len(copied.article.text))
    copy = Copy("c", ("a", "b"), CopyKind.PARTIAL, passages=((there, here),))
    return (
        msgspec.structs.replace(source, entities=(salem,), statements=(mine,)),
        msgspec.structs.replace(copied, statements=(theirs,)),
        copy,
    )


def test_a_retold_statement_has_the_origin_of_its_source() -> None:
    source, copied, copy = retold()
    salem = identity("per:salem", "سالم", [("a", "per:salem")])
    assert independent(origins_of([source, copied], [salem])) == 2
    found = origins_of([source, copied], [salem], [copy])
    assert [origin.principal for origin in found] == ["per:salem", "per:salem"]
    assert [why.reason for why in found[1].reasons] == ["principal", "copy"]


def test_unattributed_words_of_a_credited_copy_are_the_agency_s() -> None:
    source, copied, copy = retold()
    alone = msgspec.structs.replace(copied.statements[0], speaker=None)
    copied = msgspec.structs.replace(copied, statements=(alone,))
    copy = msgspec.structs.replace(copy, origin="رويترز")
    source = msgspec.structs.replace(source, statements=())
    [origin] = origins_of([source, copied], (), [copy])
    assert (origin.principal, origin.path[-2:]) == ("outlet:رويترز", ("outlet:رويترز", "outlet:صحيفة الضفة"))


def test_copies_that_go_round_in_circles_come_to_an_end() -> None:
    source, copied, copy = retold()
    [(there, here)] = copy.passages
    back = Copy("d", ("b", "a"), CopyKind.PARTIAL, passages=((here, there),))
    assert len(origins_of([source, copied], (), [copy, back])) == 2


@pytest.mark.parametrize("order", list(permutations(range(2))))
def test_the_order_of_articles_does_not_matter(order: tuple[int, ...]) -> None:
    source, copied, copy = retold()
    papers = [source, copied]
    assert origins_of([papers[i] for i in order], (), [copy]) == origins_of(papers, (), [copy])


def test_a_statement_of_a_speaker_nobody_knows_is_kept() -> None:
    reading = told("a", "قال زياد إن الجسر آمن", "قال", "per:ziad")
    assert [origin.principal for origin in origins_of([reading])] == ["per:ziad"]


def test_no_articles_have_no_origins() -> None:
    assert origins_of([]) == ()

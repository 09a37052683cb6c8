"""Pages for tests, written here."""

SENTENCES = (
    "افتتحت البلدية يوم السبت جسراً جديداً للمشاة فوق النهر بعد عامين من العمل المتواصل في الموقع.",
    "وقال رئيس البلدية سامي الخطيب إن الجسر كلف 12 مليون دينار وإن الدخول إليه سيكون مجاناً للجميع.",
    "وأضاف أن المرحلة الثانية من المشروع تشمل حديقة على الضفة الشرقية ومقهى ومكتبة صغيرة للأطفال.",
    "ورحب سكان الحي بالجسر، وقالت المعلمة رنا حداد إن الطريق إلى المدرسة صار أقصر بنصف ساعة كاملة.",
)


def page(
    *,
    title: str = "البلدية تفتتح جسر المشاة",
    head: str = "",
    lead: str = "",
    dateline: str = "",
    sentences: tuple[str, ...] = SENTENCES,
    charset: str = "utf-8",
) -> bytes:
    """A news page with menus, a sidebar and a footer around its article."""
    body = "\n".join(f"<p>{sentence}</p>" for sentence in sentences)
    return f"""<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="{charset}"><title>{title} - جريدة الضفة</title>{head}</head>
<body>
<nav><ul>
<li><a href="/">الرئيسية</a></li><li><a href="/s">سياسة</a></li><li><a href="/e">اقتصاد</a></li>
</ul></nav>
<main><article><h1>{title}</h1>{lead}<div class="post-date">{dateline}</div>
<div class="article-body">{body}</div></article></main>
<aside><h3>الأكثر قراءة</h3><ul>
<li><a href="/1">جدل حول أجور النقل</a></li><li><a href="/2">أسعار الخبز ترتفع</a></li>
</ul></aside>
<footer>جميع الحقوق محفوظة لجريدة الضفة</footer>
</body></html>""".encode(charset, errors="xmlcharrefreplace")


def mislabelled_page() -> bytes:
    """A page in ISO-8859-6 that calls itself windows-1256."""
    return page(charset="iso-8859-6").replace(b'charset="iso-8859-6"', b'charset="windows-1256"')


def feed(*items: tuple[str, str, str]) -> bytes:
    """An RSS feed of ``(url, title, date)``."""
    rows = "".join(
        f"<item><title>{title}</title><link>{url}</link><pubDate>{date}</pubDate></item>"
        for url, title, date in items
    )
    return f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>جريدة الضفة</title><link>http://example.org</link>{rows}</channel></rss>""".encode()

"""Sample people as real books hold them: too long, too short, with markup, from right to left, half filled.

Each entry replaces fields of an ordinary sample contact; None takes a field away.
"""

from __future__ import annotations

Change = dict[str, object]

AWKWARD: tuple[Change, ...] = (
    {
        "name": "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh " * 2 + "the Younger",
        "company_name": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    },
    {"name": "<b>Bold</b> & <img src=x onerror=alert(1)>", "remark": "<a href='https://evil.example'>click me</a>"},
    {"name": "محمد بن عبد الله الأنصاري", "company_name": "شركة النور للتجارة", "title": "مدير المشتريات"},
    {"name": "שרה לוי", "company_name": "אורן הנדסה בע״מ"},
    {"name": "🦊 Fox & Söhne 🎉", "remark": "👩‍👩‍👧‍👦 family business 🇸🇪"},
    {"name": '"Quoted" O\'Neil \\ Backslash; DROP TABLE contacts;--', "company_name": "'; -- & Partners"},
    {"name": None, "remark": "Reception, no name given"},
    {"name": "Ann \u202eeeL\u202c", "remark": "text that turns itself round"},
    {"name": "100% {name} %1 %n &amp; &Save", "title": "{title} %s"},
    {"name": "欧阳" + "志远明轩" * 12, "company_name": "中国" + "国际进出口贸易发展" * 8 + "有限责任公司"},
    {"name": "Zo\u0301e\u0308 A\u030angstro\u0308m", "remark": "accents as combining characters"},
    {"name": "𠮷野 𪚥", "company_name": "ＡＢＣ　商事（株）"},
    {"name": "=1+1", "company_name": "@SUM(A1:A9)", "remark": "+49 or not", "address": "-1"},
    {"name": "  Extra   Spaces  ", "address": "Line one\nLine two\tafter a tab\r\nLine three"},
    {
        "name": "X", "title": None, "remark": None, "address": None, "company_name": None, "email": None,
        "label_ids": None, "share_dept_ids": None, "share_user_ids": None,
    },
    {"name": "", "company_name": "Nobody & Co."},
    {"name": "van der Berg, Æthelred Ñuñez ßmith", "remark": "İstanbul, ILICA, ǅ, ﬁ"},
    {"name": "12345", "mobile": "", "state_code": ""},
    {"name": "Line\nBreak", "title": "\u200bzero\u200bwidth\ufeff"},
    {"name": "Long Notes", "remark": "Delivery only on Tuesdays and Thursdays between nine and eleven. " * 30},
)  # fmt: skip

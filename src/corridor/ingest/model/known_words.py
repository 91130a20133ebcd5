"""Words that sheets of incidents use: for columns, for kinds of incident, for "not known"."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from corridor import vocabulary
from corridor.geo.places import ARABIC_ARTICLE, LETTERS

# Words for our columns, besides the codebook's own names: English, Arabic, Kurdish, and some of
# Turkish, Persian and French.
COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "incident_id": ("id", "event id", "incident number", "incident no", "ref", "reference",
                    "serial", "sn", "s/n", "code", "ibc code", "case number", "case id",
                    "record id",
                    "الرقم", "ت", "التسلسل", "رقم الحادث", "الرمز", "ژمارە"),
    "source": ("data source", "dataset"),
    "event_date": ("date", "incident date", "date of incident", "attack date", "day", "start date",
                   "date start", "date of attack", "event day", "occurred on",
                   "التاريخ", "تاريخ الحادث", "تاريخ الهجوم", "يوم الحادث", "بەروار", "ڕێکەوت",
                    "tarih", "olay tarihi", "date de l’incident", "تاریخ"),
    "event_date_end": ("end date", "date end", "last day", "until",
                       "تاريخ الانتهاء", "تاريخ النهاية", "إلى تاريخ",
                    "date de fin", "bitiş tarihi"),
    "event_type": ("type", "incident type", "category", "type of incident", "attack type", "kind",
                   "kind of incident", "nature of incident", "incident category", "weapons",
                   "weapon", "method", "النوع", "نوع الحادث", "نوع الهجوم", "طبيعة الحادث",
                   "التصنيف", "جۆر", "جۆری ڕووداو",
                    "olay türü", "saldırı türü", "type d’incident", "نوع حادثه"),
    "actor1": ("perpetrator", "attacker", "actor", "group", "perpetrator group", "armed group",
               "الجهة", "الفاعل", "الجهة المنفذة", "المنفذ", "المهاجم", "الجهة المسؤولة", "بکەر",
                    "fail", "saldırgan", "auteur", "عامل"),
    "actor2": ("target", "victim", "target group", "victims", "targeted",
               "الهدف", "المستهدف", "الجهة المستهدفة", "الضحية", "ئامانج"),
    "fatalities_best": ("killed", "deaths", "fatalities", "dead", "people killed", "kia",
                        "death toll", "القتلى", "الشهداء", "الوفيات", "قتلى", "کوژراو",
                    "ölü", "ölü sayısı", "tués", "morts", "décès", "کشته", "کشته شدگان"),
    "fatalities_low": ("killed min", "deaths low", "minimum deaths", "min killed",
                       "reported minimum", "minimum", "الحد الأدنى", "الحد الأدنى للقتلى"),
    "fatalities_high": ("killed max", "deaths high", "maximum deaths", "max killed",
                        "reported maximum", "maximum", "الحد الأعلى", "الحد الأعلى للقتلى",
                        "الحد الأقصى"),
    "deaths_civilians": ("civilians killed", "civilian deaths", "civilian casualties",
                         "القتلى المدنيون", "قتلى مدنيين"),
    "wounded": ("injured", "wia", "people wounded", "injuries",
                "الجرحى", "المصابون", "الإصابات", "المصابين", "بریندار",
                    "yaralı", "yaralı sayısı", "blessés", "زخمی", "مجروح"),
    "abducted": ("kidnapped", "abductions", "people abducted",
                 "المختطفون", "المخطوفون", "المخطوفين", "المختطفين", "ڕفێنراو",
                    "kaçırılan", "enlevés"),
    "reported_admin1": ("admin1", "governorate", "province", "المحافظة", "پارێزگا",
                    "gouvernorat", "il", "vilayet", "استان"),
    "reported_admin2": ("admin2", "district", "القضاء", "قەزا",
                    "ilçe", "شهرستان"),
    "location": ("place", "town", "village", "site", "location name", "city", "area",
                 "المكان", "الموقع", "القرية", "المدينة", "الناحية", "المنطقة", "موقع الحادث",
                 "مكان الحادث", "شوێن",
                    "lieu", "localité", "yer", "köy", "شهر", "محل"),
    "latitude": ("lat", "y", "north", "northing", "خط العرض", "دائرة العرض",
                    "enlem", "عرض جغرافیایی"),
    "longitude": ("lon", "lng", "long", "x", "east", "easting", "خط الطول",
                    "boylam", "طول جغرافیایی"),
    "notes": ("description", "summary", "details", "comment", "comments", "remarks", "narrative",
              "الوصف", "ملاحظات", "الملاحظات", "التفاصيل", "تفاصيل الحادث", "تێبینی",
                    "açıklama", "remarques", "توضیحات"),
    "source_title": ("source name", "article", "headline", "media source", "المصدر", "سەرچاوە"),
    "source_office": ("sources", "news agencies", "reported by", "المصادر"),
    "source_url": ("url", "link", "source link", "web", "الرابط"),
    "source_date": ("report date", "date reported", "published", "تاريخ النشر", "تاريخ الخبر"),
}  # fmt: skip
# One column that says both coordinates.
POINTS: Final = (
    "coordinates", "coordinate", "coords", "geolocation", "geo location", "gps", "gps coordinates",
    "lat lon", "lat long", "lat lng", "latlon", "latlong", "latitude longitude", "lon lat", "point",
    "geom", "geometry", "geom wkt", "wkt", "mgrs", "grid", "grid reference", "mgrs grid",
    "الإحداثيات", "احداثيات",
)  # fmt: skip
# A column that says how many incidents a row counts, in a table of counts.
COUNTS: Final = (
    "events", "event count", "events count", "number of events", "no of events", "n events",
    "num events", "total events", "incidents", "incident count", "number of incidents",
    "no of incidents", "total incidents", "attacks", "number of attacks", "count",
    "عدد الحوادث", "عدد الهجمات", "عدد الاحداث",
)  # fmt: skip
PERIODS: Final = {"week": "weekly", "month": "monthly", "quarter": "quarterly", "year": "yearly"}

# Words that say that a number or a day is not known. "None" and "nil" may mean 0: not among them.
UNKNOWN: Final = frozenset(
    {
        "-",
        "–",
        "—",
        "--",
        "?",
        "??",
        "؟",
        "ـ",
        ".",
        "..",
        "…",
        "*",
        "n/a",
        "n.a.",
        "n.a",
        "na",
        "#n/a",
        "<na>",
    }
    | {"nan", "null", "unknown", "unk", "unk.", "n/k", "nk", "n.k.", "not known", "not available"}
    | {"not stated", "not reported", "unclear", "unspecified", "tbc", "tbd"}
    | {"not applicable", "no data", "n.d.", "n/d", "nd"}
    | {"غير معروف", "غير معروفة", "مجهول", "مجهولة", "غير محدد", "غير متوفر", "غير متاح", "لا يعرف"}
    | {"نەزانراو", "نادیار", "نامعلوم"}
)

# How words of a sheet's own name for a kind of incident begin, and the type that they speak of.
_BEGINNINGS: Final = {
    "Explosions/Remote violence": (
        "ied", "bomb", "explos", "suicide", "rocket", "mortar", "shell", "airstrike", "air strike",
        "mine", "landmine", "vbied", "svest", "grenade", "drone", "missile", "artillery",
        "عبو", "تفجير", "انفجار", "انتحاري", "مفخخ", "سيار[هة] مفخخ", "لغم", "قصف", "هاون", "صاروخ",
        "قذيف", "قنبل", "طائر[هة]", "مسير[هة]", "تەقینەوە", "بۆمب",
    ),
    "Violence against civilians": (
        "civilian", "abduct", "kidnap", "assassin", "execution", "murder", "checkpoint", "behead",
        "خطف", "اختطاف", "اغتيال", "[اإ]عدام", "قتل مدني", "نحر", "ذبح", "سيطر[هة] وهمي", "ڕفاندن",
    ),
    "Battles": (
        "battle", "clash", "armed", "firefight", "ambush", "small arms", "saf", "raid", "gunfire",
        "shooting", "sniper", "attack on",
        "هجوم", "اشتباك", "كمين", "مواجه", "تعرض", "معرك", "[اإ]طلاق نار", "قنص", "قناص", "هێرش",
        "شەڕ",
    ),
    "Protests": ("protest", "demonstrat", "sit-in", "تظاهر", "مظاهر", "احتجاج", "اعتصام",
                 "خۆپیشاندان"),
    "Riots": ("riot", "mob", "شغب"),
    "Strategic developments": ("arrest", "detain", "seiz", "cache", "agreement",
                               "دەستگیر",
                               "اعتقال", "القبض", "القاء القبض", "مداهم", "ضبط", "اتفاق"),
}  # fmt: skip
# The Arabic article, and "and", "in", "with" that are written onto a word.
_ONTO: Final = "(?:و?(?:ال|بال|لل)?)"
_TYPE_WORDS: Final = {
    name: re.compile(rf"(?:^|(?<=\W)){_ONTO}(?:{'|'.join(begin)})")
    for name, begin in _BEGINNINGS.items()
}
_BY_NAME: Final = {
    **{sub.casefold(): name for sub, name in vocabulary.SUB_EVENT_TYPES.items()},
    "explosion, remote violence": "Explosions/Remote violence",
    "riot": "Riots",
    "protest": "Protests",
    "strategic development": "Strategic developments",
    **{name.casefold(): name for name in vocabulary.EVENT_TYPES},
}
_IDLE: Final = frozenset(
    {"number", "no", "num", "total", "of", "the", "people", "count"} | {"عدد", "مجموع", "ژمارەی"}
)
_ARABIC: Final = re.compile("[\u0600-\u06ff]")


def plain_words(written: str) -> str:
    """Return a column name without brackets, signs and words that say nothing of what is counted.

    Arabic words are also without article, accents and the letters that writers interchange.
    """
    # A Turkish İ is folded to two letters, the second of which is no letter.
    folded = written[:60].casefold().replace("\u0307", "")
    words = re.sub(r"\(.*?\)|[\W_]+", " ", folded).split()
    kept = [word for word in words if word not in _IDLE] or words
    if kept == ["sources"]:  # their number is another column
        kept = words
    return " ".join(_bare(word) if _ARABIC.search(word) else word for word in kept)


def _bare(word: str) -> str:
    """Return an Arabic word without article and accents, its letters in one form."""
    split = unicodedata.normalize("NFKD", word)
    letters = "".join(letter for letter in split if not unicodedata.combining(letter))
    return ARABIC_ARTICLE.sub("", letters.translate(LETTERS))


def event_type(text: str) -> str | None:
    """Return the event type that a sheet's word probably means, None when it is not known."""
    word = text.strip().casefold()
    hits = (name for name, begin in _TYPE_WORDS.items() if begin.search(word))
    return _BY_NAME.get(word) or next(hits, None)


def is_unknown(text: str) -> bool:
    """Say whether a number's or a day's cell says that it is not known."""
    return text.strip().casefold() in UNKNOWN


def counts_events(written: str) -> bool:
    """Say whether a column name is that of a number of incidents."""
    return " ".join(re.sub(r"[\W_]+", " ", written[:60].casefold()).split()) in COUNTS

"""What is particular to each language of the held-out queries: spellings, quotation marks, a writer's own words."""
from dataclasses import dataclass, field


@dataclass
class Language:
    name: str
    quotes: tuple = (("“", "”"), ("‘", "’"))
    added: tuple = ()
    before: tuple = ()
    after: tuple = ()
    spellings: tuple = ((), ())
    space: str = " "
    bible: str = ""
    others: str = ""
    scale: int = 1
    packages: tuple = field(default=())


LANGUAGES = {
    "en": Language(
        "en", added=("he", "the President", "Lincoln", "very", "London", "their", "sic"),
        before=("as the author once put it,", "the speaker went on to say that", "we read in this text that",
                "in the words of the original,", "he added, to some applause,", "remember how it goes:"),
        after=("as the committee later noted", "or so we are told", "a view that few would share today",
               "which settles the matter", "he wrote in that year", "and with this the chapter ends"),
        spellings=(
            ((r"\b(\w+)our(ed|s|ing|able|)\b(?<!\bour)(?<!\bfour)(?<!\byour)(?<!\bhour)", r"\1or\2"),
             (r"\b([A-Za-z]{3,})or(ed|s|ing|able|)\b(?=)(?<=[lvbn]or)", r"\1our\2"),
             (r"iz(e[ds]?|ing|ation)\b", r"is\1"), (r"\bdefense\b", "defence"), (r"\bcenter\b", "centre"),
             (r"\b(while|among)\b", r"\1st"), (r"\bprogram\b", "programme"), (r"\b([a-z]+)elled\b", r"\1eled"),
             (r"\bjudgment", "judgement"), (r"\btoward\b", "towards"), (r"\bcolor", "colour"), (r"\blabor", "labour")),
            ((r"\byou\b", "ye"), (r"\bhas\b", "hath"), (r"\bto\b", "unto"), (r"\bunto\b", "to"), (r"\bhath\b", "has"),
             (r"\bthee\b", "you"), (r"\bthou\b", "you"), (r"\bdoes\b", "doth"), (r"\bbefore\b", "afore"),
             (r"\bshew", "show"), (r"\bshow", "shew"))),
        bible="k", others="4223", packages=("handbook", "policy")),
    "fr": Language(
        "fr", quotes=(("« ", " »"), ("‘", "’")), added=("il", "le roi", "très", "Paris", "leur", "l’auteur"),
        before=("comme le dit l’auteur,", "on lit dans ce texte que", "il ajoutait, non sans raison, que", "rappelons ceci :"),
        after=("ce que chacun sait", "écrit-il cette année-là", "comme on l’a souvent remarqué", "et ainsi finit le chapitre"),
        spellings=(((r"œ", "oe"), (r"[îÎ]", "i"), (r"û", "u"), (r"\bÀ\b", "A"), (r"\bÉ", "E")),
                   ((r"é", "e"), (r"ê", "e"), (r"ç", "c"))),
        bible="l", others="5o5o", packages=("fr", "fr-FR")),
    "de": Language(
        "de", quotes=(("„", "“"), ("‚", "‘")), added=("er", "der König", "sehr", "Berlin", "ihre", "der Verfasser"),
        before=("wie der Verfasser einmal sagte:", "in diesem Text lesen wir, dass", "er fügte hinzu,", "man erinnere sich:"),
        after=("wie man oft bemerkt hat", "schrieb er in jenem Jahr", "so heißt es jedenfalls", "und damit endet das Kapitel"),
        spellings=(((r"ß", "ss"), (r"\bdass\b", "daß"), (r"\bmuss\b", "muß"), (r"\bIhr", "ihr")),
                   ((r"ä", "ae"), (r"ö", "oe"), (r"ü", "ue"), (r"ß", "sz"))),
        bible="e", others="ssss", packages=("de", "de-DE")),
    "es": Language(
        "es", quotes=(("«", "»"), ("‘", "’")), added=("él", "el rey", "muy", "Madrid", "sus", "el autor"),
        before=("como dijo el autor,", "leemos en este texto que", "añadió, no sin razón, que", "recordemos lo siguiente:"),
        after=("como se ha dicho a menudo", "escribió aquel año", "según nos cuentan", "y así termina el capítulo"),
        spellings=(((r"\bsólo\b", "solo"), (r"\bést(e|a|os|as)\b", r"est\1"), (r"\bsolo\b", "sólo"), (r"ó", "o")),
                   ((r"[áÁ]", "a"), (r"é", "e"), (r"í", "i"), (r"ú", "u"))),
        bible="v", others="9999", packages=("es", "es-ES")),
    "ru": Language(
        "ru", quotes=(("«", "»"), ("‚", "’")), added=("он", "царь", "очень", "Москва", "их", "автор"),
        before=("как сказал однажды автор,", "в этом тексте мы читаем, что", "он добавил, что", "вспомним следующее:"),
        after=("как часто замечали", "писал он в том году", "по крайней мере, так говорят", "и на этом глава кончается"),
        spellings=(((r"ё", "е"), (r"(?<=[влт])е(?=[тёлр])", "ё")), ((r"ъ", "'"), (r"(?<=\w)и(?=[яей])", "і"))),
        bible="r", packages=("ru", "ru-RU")),
    "zh": Language(
        "zh", space="", scale=2, quotes=(("“", "”"), ("‘", "’")), added=("他", "国王", "非常", "北京", "他们的"),
        before=("正如作者所说，", "我们在书中读到，", "他补充说，"), after=("，他在那一年写道", "，这是众所周知的", "，本章到此结束"),
        spellings=(((r"国", "國"), (r"这", "這"), (r"说", "說"), (r"时", "時"), (r"个", "個"), (r"们", "們"), (r"来", "來"),
                    (r"对", "對"), (r"会", "會"), (r"为", "為"), (r"与", "與"), (r"统", "統"), (r"装", "裝"), (r"软", "軟")),
                   ((r"，", ","), (r"[。]", "."), (r"的", "之"), (r"他", "它"))),
        bible="c", packages=("zh_CN", "zh-CN", "zh_CN.UTF-8")),
    "ja": Language(
        "ja", space="", scale=2, quotes=(("「", "」"), ("『", "』")), added=("彼", "王", "とても", "東京", "彼らの"),
        before=("著者が述べたように、", "この文章には、", "彼はこう付け加えた。"), after=("、と彼はその年に書いた", "と言われている", "、とこの章は終わる"),
        spellings=(((r"下さい", "ください"), (r"ください", "下さい"), (r"できる", "出来る"), (r"こと", "事"), (r"とき", "時"), (r"すべて", "全て")),
                   ((r"もの", "物"), (r"ため", "為"), (r"よう", "様"), (r"[サ]ーバー", "サーバ"))),
        bible="j", packages=("ja", "ja-JP")),
    "th": Language(
        "th", space="", scale=3, added=("เขา", "กษัตริย์", "มาก"), before=("ดังที่ผู้เขียนกล่าวว่า ", "เราอ่านพบว่า "),
        after=(" ดังที่ทราบกัน", " เขาเขียนในปีนั้น"), spellings=(((r"ๅ", "า"),), ((r"ฯ", ""),)), packages=("th",)),
}

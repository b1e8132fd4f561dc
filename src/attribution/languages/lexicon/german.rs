//! The words of German.

use super::Lexicon;
use crate::text::months;

pub(super) const WORDS: Lexicon = Lexicon {
    common: "der die das und ist nicht ein eine einer eines dem den des im am zu zur zum mit auf für von sich wir sie er es \
        auch wird werden war hat haben sagte erklärte laut so wie als bei nach über aus dass",
    says: "sagen meinen erklären betonen fordern warnen berichten rufen fragen sagt sagte sagten erklärt erklärte erklärten betont betonte betonten meint meinte meinten berichtet berichtete \
        berichteten schreibt schrieb schrieben antwortet antwortete fragt fragte ruft rief warnt warnte warnten fordert forderte \
        forderten kritisiert kritisierte behauptet behauptete versichert versicherte versicherten bestätigt bestätigte ergänzt \
        ergänzte widerspricht widersprach entgegnet entgegnete erwidert erwiderte räumt räumte fügt fügte teilt teilte teilten \
        kündigt kündigte kündigten gibt gab betonten klagt klagte lobt lobte schimpft schimpfte spottet spottete mahnt mahnte \
        unterstreicht unterstrich verkündet verkündete erzählt erzählte flüstert flüsterte murmelt murmelte urteilt urteilte \
        resümiert resümierte moniert monierte kommentiert kommentierte prophezeit prophezeite gesteht gestand jubelt jubelte \
        seufzt seufzte brüllt brüllte unterbricht unterbrach kontert konterte nennt nannte begründet begründete glaubt glaubte vermutet \
        vermutete beteuert beteuerte sagten nannten befand findet fand bemängelt bemängelte beklagt beklagte warb wirbt schildert schilderte \
        resümiert resümierte bekräftigt bekräftigte verspricht versprach stellt stellte notiert notierte äußert äußerte \
        erinnert erinnerte gesagt erklärt betont geschrieben mitgeteilt angekündigt gewarnt gefordert versichert bestätigt berichtet verlangt verlangte \
        bilanziert bilanzierte konstatiert konstatierte twittert twitterte sprach spricht",
    parted: "fügt fügte teilt teilte teilten kündigt kündigte kündigten räumt räumte stellt stellte gibt gab",
    parts: "hinzu mit an ein fest klar bekannt zu",
    aux: "hat hatte haben hatten habe",
    between: "sich ihm ihr ihnen auch dazu darauf daraufhin aber jedoch hingegen dagegen allerdings gestern heute später nun",
    opens: "und aber dass doch denn oder",
    according: &[
        "laut",
        "nach angaben",
        "nach den worten",
        "nach ansicht",
        "nach meinung",
        "nach aussage",
        "in den worten",
    ],
    after: "zufolge",
    view: "",
    so: "so",
    articles: "der die das des dem den ein eine einer eines einem einen sein seine ihr ihre dieser diese mein meine unser unsere",
    pronouns: "er sie",
    of: "der des von vom für aus beim",
    particles: "von van zu zum zur der den de",
    ends: "am im in an auf bei beim mit nach vor zu zum zur gegenüber über und oder aber gestern heute dann danach darauf zuvor anschließend schließlich zuletzt zunächst zuerst abschließend später daraufhin dazu \
        mit hinzu an ein zurück fest dem den weiter dass",
    roles: "herr frau dr prof professor professorin minister ministerin kanzler kanzlerin präsident präsidentin sprecher sprecherin \
        chef chefin leiter leiterin direktor direktorin bürgermeister bürgermeisterin richter richterin anwalt anwältin könig königin \
        papst bischof autor autorin forscher forscherin historiker historikerin trainer trainerin lehrer lehrerin bauer bäuerin \
        fischer fischerin abgeordneter abgeordnete vorsitzender vorsitzende general kapitän gutachter gutachterin experte expertin \
        senator senatorin mutter vater kommissar kommissarin zeuge zeugin arzt ärztin schriftsteller schriftstellerin intendant dezernent schauspieler schauspielerin torwart stürmer angeklagter angeklagte verteidiger \
        verteidigerin staatsanwältin redner rednerin sänger sängerin maler malerin musiker musikerin pfarrer pfarrerin unternehmer \
        unternehmerin händler händlerin wirt wirtin polizist anwohner anwohnerin nachbar nachbarin philosoph \
        philosophin rentner rentnerin ingenieur ingenieurin architekt architektin mieter mieterin besitzer besitzerin betreiber \
        betreiberin gründer gründerin schüler schülerin landwirt landwirtin bewohner bewohnerin verkäufer verkäuferin bäcker bäckerin wissenschaftler wissenschaftlerin politiker politikerin",
    role_endings: &[
        "erin",
        "istin",
        "antin",
        "entin",
        "ologin",
        "minister",
        "ministerin",
        "kanzler",
        "kanzlerin",
        "präsident",
        "präsidentin",
        "sprecher",
        "sprecherin",
        "chef",
        "chefin",
        "leiter",
        "leiterin",
        "direktor",
        "direktorin",
        "meister",
        "meisterin",
        "richter",
        "richterin",
        "anwalt",
        "anwältin",
        "forscher",
        "forscherin",
        "experte",
        "expertin",
        "vorsitzende",
        "vorsitzender",
        "vorsitzenden",
        "sekretär",
        "sekretärin",
        "rat",
        "rätin",
        "wissenschaftler",
        "wissenschaftlerin",
        "politiker",
        "politikerin",
        "ologe",
        "ologin",
        "ant",
        "antin",
        "dent",
        "dentin",
        "zent",
        "zentin",
        "nent",
        "nentin",
        "istin",
        "torin",
        "wart",
    ],
    bodies: "reederei firma gesellschaft agentur zeitung partei behörde universität stadt gemeinde bank gruppe verein verband bund \
        rat gewerkschaft polizei regierung ministerium kommission konzern unternehmen",
    works: "schau ausstellung buch märchen oper drama roman gedicht lied film aufsatz essay band titel stück artikel sammlung",
    months: months::GERMAN,
    seasons: "frühjahr frühling sommer herbst winter",
    before_year: &["im jahr", "im jahre", "anfang", "mitte", "ende", "noch", "schon"],
    before_month: &["im", "anfang", "mitte", "ende"],
    before_day: &["am"],
    bare_years: true,
    year: "jahr jahre",
    events: "konferenz treffen sitzung tagung kongress versammlung debatte gipfel gipfeltreffen kundgebung forum parteitag",
    event_endings: &["konferenz", "sitzung", "tagung", "kongress", "versammlung", "debatte"],
    at: &["auf", "bei", "beim", "in", "im", "während"],
    messages: "rede ansprache gespräch interview vortrag brief aufsatz artikel telegramm predigt buch",
    inside: &["in", "im", "bei"],
    directs: "die das den ein eine einen seine seinen ihre ihren",
    places: "in",
    capital_nouns: true,
    drops_subjects: false,
    inserts: true,
    declines: false,
};

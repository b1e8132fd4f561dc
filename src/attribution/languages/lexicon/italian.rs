//! The words of Italian.

use super::Lexicon;
use crate::text::months;

pub(super) const WORDS: Lexicon = Lexicon {
    common: "il lo gli della delle dei del di che un una per con non si è più ma ha detto secondo nel nella sono dal alla al anche \
        questo questa hanno era dopo",
    says: "dice disse diceva dicono dissero dichiara dichiarò dichiarava afferma affermò affermava affermano spiega spiegò \
        spiegava aggiunge aggiunse aggiungeva assicura assicurò sostiene sostenne sosteneva sottolinea sottolineò annuncia \
        annunciò avverte avvertì ricorda ricordò conclude concluse ammette ammise chiede chiese risponde rispose replica \
        replicò ribatte ribatté grida gridò mormora mormorò scrive scrisse scriveva racconta raccontò raccontava precisa \
        precisò osserva osservò commenta commentò insiste insistette lamenta lamentò confessa confessò promette promise \
        denuncia denunciò protesta protestò esclama esclamò sospira sospirò ironizza ironizzò critica criticò definisce definì \
        parla parlava conferma confermò confermano rivendica ribadisce ribadì riconosce riconobbe ritiene riteneva taglia \
        incalza chiosa prosegue proseguì esulta detto dichiarato affermato spiegato aggiunto assicurato sostenuto sottolineato \
        annunciato avvertito ricordato concluso ammesso chiesto risposto replicato ribattuto gridato scritto raccontato \
        precisato osservato commentato insistito lamentato confessato promesso denunciato protestato definito confermato \
        ribadito riconosciuto ironizzato criticato",
    parted: "",
    parts: "",
    aux: "ha aveva hanno avevano",
    between: "si gli le ci mi lo la poi anche ancora però invece",
    opens: "e ma che perché",
    according: &[
        "secondo",
        "a giudizio di",
        "a parere di",
        "ad avviso di",
        "a detta di",
        "nelle parole di",
        "stando a",
    ],
    after: "",
    view: "per",
    so: "",
    articles: "il lo la i gli le l' un uno una un' suo sua suoi sue questo questa mio mia nostro nostra",
    pronouns: "lui lei egli ella",
    of: "di del della dello dei degli delle d' dell'",
    particles: "di del della de dei degli la lo",
    ends: "a al alla ai alle all' in nel nella nei nelle da dal dalla dai dalle su sul sulla per con senza tra fra durante dopo \
        prima davanti lunedì martedì mercoledì giovedì venerdì sabato domenica ieri oggi poi che cui quando mentre e ed ma o",
    roles: "signor signora sig dott dottor dottoressa prof professor professore professoressa onorevole ministro ministra \
        presidente presidentessa sindaco sindaca assessore assessora prefetto questore deputato deputata senatore senatrice \
        portavoce direttore direttrice storico storica giudice avvocato avvocata re regina papa vescovo autore autrice \
        ingegnere ricercatore ricercatrice scrittore scrittrice generale capitano comandante allenatore allenatrice pastore \
        pescatore pescatrice segretario segretaria capo medico giornalista filosofo filosofa economista sociologo sociologa \
        consigliere consigliera testimone perito attore attrice imputato imputata procuratore commissario commissaria portiere \
        responsabile fondatore fondatrice cantante pittore pittrice agricoltore agricoltrice abitante vicino vicina studente \
        studentessa insegnante maestro maestra infermiere infermiera curatore curatrice regista",
    role_endings: &["ista", "ologo", "ologa"],
    bodies: "compagnia società agenzia impresa azienda gruppo banca università città comune partito sindacato polizia associazione \
        federazione ministero commissione giornale governo consiglio",
    works: "mostra spettacolo libro romanzo poesia canzone film saggio articolo titolo racconto opera",
    months: months::ITALIAN,
    seasons: "",
    before_year: &[
        "nel",
        "già nel",
        "nell'anno",
        "all'inizio del",
        "alla fine del",
        "nella primavera del",
        "nell'estate del",
        "nell'autunno del",
        "nell'inverno del",
    ],
    before_month: &["nel", "a", "in", "nel mese di"],
    before_day: &["il"],
    bare_years: false,
    year: "anno",
    events: "conferenza riunione congresso vertice dibattito assemblea sessione seduta convegno forum comizio incontro",
    event_endings: &[],
    at: &["alla", "al", "all'", "durante", "nel corso di", "nel corso del", "nel corso della", "in", "nel", "nella"],
    messages: "discorso intervista lettera articolo saggio telegramma sermone libro",
    inside: &["in", "nel", "nella", "durante"],
    directs: "",
    places: "a in",
    capital_nouns: false,
    drops_subjects: true,
    inserts: true,
    declines: false,
};

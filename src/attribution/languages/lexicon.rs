//! The closed classes of words of each language that cues are made of.

/// The words of a language. Lists are of lower-case words between spaces.
pub(in crate::attribution) struct Lexicon {
    /// Frequent words that tell it from the other languages.
    pub common: &'static str,
    /// Finite verbs of saying, and participles behind an auxiliary.
    pub says: &'static str,
    /// Those of them that report speech only with a particle further behind, and the particles.
    pub parted: &'static str,
    pub parts: &'static str,
    /// Auxiliaries before such a participle.
    pub aux: &'static str,
    /// Objects, reflexives and adverbs between a subject and its verb.
    pub between: &'static str,
    /// Opens a clause.
    pub opens: &'static str,
    /// `according to`, each of one word or several.
    pub according: &'static [&'static str],
    /// The same behind the name.
    pub after: &'static str,
    /// `for`, which says whose view something is if a person's name and a comma follow.
    pub view: &'static str,
    /// Stands between a quotation and its speaker: the `so` of `„…“, so Anna Schmidt`.
    pub so: &'static str,
    pub articles: &'static str,
    pub pronouns: &'static str,
    /// Joins a noun with what it belongs to.
    pub of: &'static str,
    /// May stand inside a name before a capital.
    pub particles: &'static str,
    /// Ends a noun phrase.
    pub ends: &'static str,
    /// Stands before a name, or is who speaks without one.
    pub roles: &'static str,
    /// Endings of words of that kind.
    pub role_endings: &'static [&'static str],
    /// A noun for a body: a name behind it is no person's.
    pub bodies: &'static str,
    /// A noun for a work: what stands between marks behind it is its title.
    pub works: &'static str,
    /// Whether every noun has a capital.
    pub capital_nouns: bool,
    /// Whether a verb may have no subject, since its form tells it.
    pub drops_subjects: bool,
    /// Whether who speaks may stand inside the marks, between commas.
    pub inserts: bool,
}

/// Whether a list has a word, in any case.
pub(super) fn has(list: &str, word: &str) -> bool {
    let word = word.to_lowercase().replace('’', "'");
    !word.is_empty() && list.split_ascii_whitespace().any(|known| known == word)
}

/// Words that tell English from these languages.
pub(super) const ENGLISH: &str = "the of and to that with for he she said they not by from his her it is at who had";

/// The languages.
pub(super) const ALL: [&Lexicon; 3] = [&GERMAN, &FRENCH, &SPANISH];

const GERMAN: Lexicon = Lexicon {
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
        gesagt erklärt betont geschrieben mitgeteilt angekündigt gewarnt gefordert versichert bestätigt berichtet verlangt verlangte \
        bilanziert bilanzierte konstatiert konstatierte twittert twitterte sprach spricht",
    parted: "fügt fügte teilt teilte teilten kündigt kündigte kündigten räumt räumte stellt stellte gibt gab",
    parts: "hinzu mit an ein fest klar bekannt zu",
    aux: "hat hatte haben hatten",
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
    ends: "am im in an auf bei beim mit nach vor zu zum zur gegenüber über und oder aber gestern heute dann später daraufhin dazu \
        mit hinzu an ein zurück fest dem den weiter dass",
    roles: "herr frau dr prof professor professorin minister ministerin kanzler kanzlerin präsident präsidentin sprecher sprecherin \
        chef chefin leiter leiterin direktor direktorin bürgermeister bürgermeisterin richter richterin anwalt anwältin könig königin \
        papst bischof autor autorin forscher forscherin historiker historikerin trainer trainerin lehrer lehrerin bauer bäuerin \
        fischer fischerin abgeordneter abgeordnete vorsitzender vorsitzende general kapitän gutachter gutachterin experte expertin \
        senator senatorin mutter vater kommissar kommissarin zeuge zeugin arzt ärztin schriftsteller schriftstellerin intendant dezernent schauspieler schauspielerin torwart stürmer angeklagter angeklagte verteidiger \
        verteidigerin staatsanwältin redner rednerin sänger sängerin maler malerin musiker musikerin pfarrer pfarrerin unternehmer \
        unternehmerin händler händlerin wirt wirtin polizist anwohner anwohnerin nachbar nachbarin philosoph \
        philosophin wissenschaftler wissenschaftlerin politiker politikerin",
    role_endings: &[
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
    capital_nouns: true,
    drops_subjects: false,
    inserts: false,
};

const FRENCH: Lexicon = Lexicon {
    common: "le la les l' des du et est une un que qui dans pour pas ne sur au aux avec son sa ses nous ce cette il elle par plus \
        être ont été selon mais à déclaré c'est a-t-il a-t-elle de",
    says: "dit disait déclare déclarait affirme affirmait explique expliquait ajoute ajoutait assure assurait estime estimait répond \
        répondait écrit écrivait raconte racontait précise précisait souligne soulignait note notait indique indiquait annonce annonçait \
        lance lançait confie confiait regrette regrettait insiste insistait prévient prévenait rappelle rappelait conclut concluait \
        juge jugeait reconnaît reconnaissait demande demandait murmure murmurait crie criait rétorque rétorquait réplique répliquait \
        soutient soutenait prétend prétendait dénonce dénonçait résume résumait observe observait poursuit poursuivait martèle \
        dit déclara affirma expliqua ajouta assura répondit écrivit raconta précisa souligna nota indiqua annonça lança conclut \
        demanda murmura cria répliqua promet promit déplore déplorait constate constatait avertit avertissait plaide plaidait parle parlait évoque évoquait dénonçait \
        qualifie qualifiait croit croyait pense pensait admet admettait avoue avouait ironise ironisait tranche tranchait s'inquiète \
        s'indigne s'emporte s'exclame s'exclama soupire soupirait proteste protestait nuance nuançait tempère interroge commente \
        commentait témoigne témoignait justifie détaille résuma reprend reprenait coupe coupait interrompt s'interroge s'étonne \
        se souvient jure jurait certifie \
        disent déclarent affirment expliquent assurent estiment répondent écrivent \
        déclaré affirmé expliqué ajouté assuré estimé répondu écrit raconté précisé souligné noté indiqué annoncé lancé confié \
        regretté insisté prévenu rappelé conclu jugé reconnu demandé murmuré crié rétorqué répliqué soutenu dénoncé résumé observé \
        poursuivi promis interrompu coupé écrié déploré constaté averti plaidé évoqué qualifié admis avoué ironisé tranché protesté \
        interrogé commenté témoigné justifié étonné crié hurlé emporté indigné inquiété exclamé martelé",
    parted: "",
    parts: "",
    between: "se lui leur le la nous me ensuite aussi toujours pourtant",
    opens: "et mais que qu' or car",
    aux: "a avait ont avaient s'est s'était l'a l'avait n'a m'a nous-a est",
    according: &[
        "selon",
        "d'après",
        "de l'avis de",
        "pour reprendre les mots de",
        "aux yeux de",
        "à en croire",
        "aux dires de",
        "de l'aveu de",
        "d'après les mots de",
    ],
    after: "",
    view: "pour",
    so: "",
    articles: "le la les l' un une des ce cette son sa ses leur notre mon ma mes",
    pronouns: "il elle",
    of: "de du des d' de la",
    particles: "de du des le la d'",
    ends: "à au aux en dans devant lors sur par pour après avant mardi lundi mercredi jeudi vendredi samedi dimanche hier aujourd'hui \
        ensuite alors que qui qu' et mais ou avec chez sans sous vers depuis ce cette",
    roles: "m mme mlle me dr maître monsieur madame ministre président présidente maire préfet préfète député députée porte-parole \
        directeur directrice professeur professeure historien historienne juge avocat avocate roi reine pape évêque auteur autrice \
        ingénieur ingénieure chercheur chercheuse sociologue philosophe économiste écrivain écrivaine général capitaine sénateur \
        sénatrice entraîneur berger bergère pêcheur pêcheuse secrétaire chef cheffe médecin journaliste syndicaliste témoin adjoint adjointe entraîneuse gardien gardienne comédien comédienne \
        acteur actrice prévenu prévenue accusé accusée procureur procureure commissaire patron patronne gérant gérante élu élue conseiller \
        conseillère responsable fondateur fondatrice chanteur chanteuse peintre agriculteur agricultrice habitant habitante voisin \
        voisine étudiant étudiante enseignant enseignante infirmier infirmière",
    role_endings: &["ministre", "logue", "iste"],
    bodies: "compagnie société agence entreprise groupe banque université ville mairie parti syndicat police association fédération \
        ministère commission journal conseil gouvernement préfecture",
    works: "exposition spectacle livre roman poème chanson film essai article recueil titre pièce",
    capital_nouns: false,
    drops_subjects: false,
    inserts: true,
};

const SPANISH: Lexicon = Lexicon {
    common: "el la los las del y en que una un por con para no se su al es lo como más pero dijo según fue ha son está de sus este \
        esta nos",
    says: "dice dijo decía declara declaró declaraba afirma afirmó afirmaba explica explicó explicaba añade añadió añadía asegura \
        aseguró aseguraba señala señaló señalaba indica indicó responde respondió respondía escribe escribió escribía cuenta contó \
        precisa precisó subraya subrayó anuncia anunció advierte advirtió recuerda recordó concluye concluyó reconoce reconoció \
        pregunta preguntó murmura murmuró grita gritó replica replicó sostiene sostuvo denuncia denunció resume resumió observa observó \
        insiste insistió lamenta lamentó comenta comentó confiesa confesó agrega agregó manifiesta manifestó destaca destacó opina opinó \
        considera consideró exclama exclamó promete prometió admite admitió contesta contestó apunta apuntó apostilla apostilló \
        queja quejó quejaba habla habló hablaba cree creía creyó piensa pensaba calificó califica interrumpe interrumpió interrumpía ironiza \
        ironizó critica criticó reclama reclamó exige exigió pide pidió propone propuso reitera reiteró matiza matizó zanja zanjó relata \
        relató recalca recalcó constata constató justifica justificó suspira suspiró protesta protestó reprocha reprochó define definió \
        indican indicaron declararon respondieron denunciaron advirtieron creen piden pidieron anunciaron confirma confirmó confirmaron \
        dicen dijeron afirman afirmaron aseguran aseguraron explicaron añadieron señalaron \
        dicho declarado afirmado explicado añadido asegurado señalado indicado respondido escrito contado precisado subrayado anunciado \
        advertido recordado concluido reconocido replicado sostenido denunciado insistido lamentado comentado manifestado destacado",
    parted: "",
    parts: "",
    between: "se le les lo la nos me también luego ya entonces",
    opens: "y pero que pues",
    aux: "ha había han habían",
    according: &["según", "de acuerdo con", "a juicio de", "en palabras de", "en opinión de", "al decir de"],
    after: "",
    view: "para",
    so: "",
    articles: "el la los las un una unos unas su sus este esta mi mis nuestro nuestra",
    pronouns: "él ella",
    of: "de del",
    particles: "de del la los y",
    ends: "a al en ante durante sobre por para tras lunes martes miércoles jueves viernes sábado domingo ayer hoy luego entonces que \
        quien y pero o con sin desde hacia",
    roles: "don doña sr sra dr señor señora ministro ministra presidente presidenta alcalde alcaldesa diputado diputada portavoz \
        director directora profesor profesora historiador historiadora juez jueza abogado abogada rey reina papa obispo autor autora \
        ingeniero ingeniera investigador investigadora escritor escritora general capitán capitana senador senadora entrenador \
        entrenadora pastor pastora pescador pescadora secretario secretaria jefe jefa médico médica periodista filósofo filósofa \
        economista sociólogo socióloga concejal concejala testigo fuentes actor actriz acusado acusada fiscal comisario comisaria portero delantero entrenadora dueño dueña \
        gerente responsable fundador fundadora cantante pintor pintora agricultor agricultora vecino vecina estudiante maestro maestra \
        enfermero enfermera consejero consejera líder",
    role_endings: &["ista", "ólogo", "óloga"],
    bodies: "compañía empresa agencia naviera grupo banco universidad ciudad ayuntamiento partido sindicato policía asociación federación \
        ministerio comisión periódico gobierno concejo sociedad",
    works: "exposición espectáculo libro novela poema canción película ensayo artículo título obra cuento",
    capital_nouns: false,
    drops_subjects: true,
    inserts: true,
};

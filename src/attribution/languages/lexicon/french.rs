//! The words of French.

use super::Lexicon;
use crate::text::months;

pub(super) const WORDS: Lexicon = Lexicon {
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
        réjoui plaint amusé agacé alarmé réjouit plaint s'agace s'alarme sourit \
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
    months: months::FRENCH,
    seasons: "",
    before_year: &["en", "dès", "début", "fin", "en l'an", "au printemps", "au printemps de", "à l'automne", "à l'été"],
    before_month: &["en", "dès", "début", "fin"],
    before_day: &["le", "dès le"],
    bare_years: false,
    year: "l'an l'année an année",
    events: "conférence réunion congrès sommet débat assemblée session séance colloque forum meeting rencontre",
    event_endings: &[],
    at: &["lors de", "lors du", "lors", "à", "au", "pendant", "durant", "au cours de", "au cours du", "au cours"],
    messages: "discours entretien interview allocution lettre article essai télégramme sermon livre",
    inside: &["dans", "lors de", "lors du", "lors", "au cours de", "au cours du", "au cours"],
    directs: "",
    places: "à",
    capital_nouns: false,
    drops_subjects: false,
    inserts: true,
    declines: false,
};

//! The words of each language by which names and definitions are told.

use super::super::pattern::Pattern;
use super::turns;
use crate::text::Counting;

/// The words of a language, in lower case, with accents or without.
pub(super) struct Words {
    /// Articles and other words that a name begins behind.
    pub articles: &'static str,
    /// Prepositions, and these with an article, that join the parts of a name.
    pub inner: &'static str,
    /// Other words of the closed classes, and verbs and adverbs as frequent as these: they end a name.
    pub closed: &'static str,
    /// `is`, `are`, `was`.
    pub copulas: &'static str,
    /// What stands behind them before the kind of a thing: `a`, `the`.
    pub kinds: &'static str,
    /// `a`, and what joins the last of several things.
    pub a: &'static str,
    pub and: &'static str,
    /// Whose words for two to twelve count things.
    pub numbers: Counting,
    /// `means`, `denotes`.
    pub means: &'static str,
    /// `is called`, `one calls`: the name stands behind it …
    pub called: &'static str,
    /// … or before it.
    pub called_behind: &'static str,
    /// What may stand between such a verb and the name: `nennt man auch`.
    pub between: &'static str,
    /// `defined`, and the `as` behind it.
    pub defined: &'static str,
    pub like: &'static str,
    /// The preposition of `by X we understand`, and its verb.
    pub by: &'static str,
    pub understood: &'static str,
    /// What stands before a colon and names nothing: `Note: …`.
    pub labels: &'static str,
    /// What somebody is or holds, before a name, and what somebody does with words.
    pub titles: &'static str,
    pub saying: &'static str,
    /// Nouns behind which a name stands: `the term X`.
    pub nouns: &'static str,
    /// What opens a clause that depends on another.
    pub conditions: &'static str,
    /// What judges, and says of nothing what it is.
    pub idle: &'static str,
    /// Those of the verbs of naming that are participles.
    pub participles: &'static str,
    /// The turns of phrase that define, as [`super::formulas`] reads them.
    pub formulas: &'static [(Pattern, &'static str)],
    /// What begins what is said of a heading: `it is a`.
    pub it_is: &'static str,
    /// What opens a quotation and what closes it.
    pub marks: &'static [(char, char)],
    /// Whether every noun has a capital.
    pub capital_nouns: bool,
}

const ROMANCE_MARKS: &[(char, char)] = &[('«', '»'), ('“', '”'), ('"', '"')];

pub(super) const ALL: [Words; 6] = [
    // German
    Words {
        articles: "der die das den dem des ein eine einer eines einem einen diese dieser dieses diesen diesem jede jeder jedes kein \
            keine keinen keiner sogenannte sogenannten sogenannter sogenanntes sein seine seiner seinen ihr ihre ihrer ihren unser unsere mein meine alle allen aller beide beiden",
        inner: "der des von vom für",
        closed: "leider gestern damals oft vielleicht natürlich trotzdem deshalb deswegen schließlich zunächst zuerst danach außerdem \
            allerdings bald manchmal selten meist meistens zudem ferner bisher inzwischen später früher stets nun zur zum zwischen und oder aber nicht auch als wie wenn weil dass da damit ob nur noch schon sehr mehr so zu in im an am auf aus bei beim \
            mit nach uber unter um durch gegen ohne seit vor bis wahrend wegen trotz ich du er sie es wir man sich ihm ihn ihnen uns \
            mich was wer wo hier dort dann jetzt heute denn doch ja nein hat haben hatte hatten habe wird werden wurde wurden worden kann \
            konnen konnte muss mussen soll sollen sollte will wollen darf durfen mag mochte konnten sei seien gab gibt geht kam kommt \
            macht machte ging sagte sagt steht stand liegt lag bleibt blieb etwa immer wieder ganz viel viele dabei daher dazu davon darauf \
            jedoch sondern sowie beziehungsweise bzw zwar etwas nichts alles einige mehrere andere anderen welche welcher welches deren dessen",
        copulas: "ist sind war waren",
        kinds: "ein eine der die das jede jeder jedes",
        a: "ein eine einer einem einen",
        and: "und oder sowie",
        numbers: Counting::German,
        means: "bedeutet bedeuten bezeichnet bezeichnen meint",
        called: "heisst heissen heißt heißen nennt nennen",
        called_behind: "genannt bezeichnet",
        between: "man auch wir",
        defined: "definiert verstanden",
        like: "als",
        by: "unter",
        understood: "versteht verstehen verstanden",
        labels: "hinweis hinweise achtung beispiel beispiele anmerkung tipp ergebnis fazit ort datum zeit zutaten adresse telefon autor quelle preis frage antwort ziel thema vorteil vorteile nachteil nachteile wichtig merke grund folge stand kontakt öffnungszeiten inhalt version aufgabe schritt voraussetzung bedingung ursache ausgangspunkt hauptsache",
        titles: "präsident präsidentin minister ministerin kanzler kanzlerin bundeskanzler bundeskanzlerin bundespräsident vorsitzende vorsitzender direktor direktorin bürgermeister bürgermeisterin oberbürgermeister könig königin professor professorin doktor dr prof herr frau sprecher sprecherin autor autorin schriftsteller schriftstellerin abgeordnete abgeordneter chef chefin leiter leiterin geschäftsführer geschäftsführerin general sekretär generalsekretär senator richter richterin botschafter botschafterin bischof papst trainer trainerin historiker historikerin forscher forscherin landrat landrätin staatssekretär außenminister außenministerin innenminister finanzminister ministerpräsident ministerpräsidentin architekt architektin ingenieur maler malerin dichter dichterin physiker physikerin philosoph",
        saying: "sagte sagt erklärte erklärt betonte betont meinte berichtete forderte kritisierte versicherte dankte",
        nouns: "begriff wort ausdruck bezeichnung name",
        conditions: "wenn als falls da weil obwohl ob dass während nachdem bevor sobald wo wer was wie sondern und aber denn",
        idle: "problem probleme idee frage ausnahme lösung grund beispiel verlust fehler sehr viel zu wichtig schwierig einfach erfolg",
        participles: "genannt",
        formulas: turns::GERMAN,
        it_is: "er ist ein|sie ist eine|es ist ein|es handelt sich um|dies ist",
        marks: &[('„', '“'), ('»', '«'), ('“', '”'), ('"', '"')],
        capital_nouns: true,
    },
    // French
    Words {
        articles: "le la les l un une des ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes chaque aucun aucune tout \
            toute tous toutes",
        inner: "de du des d pour",
        closed: "maintenant à au aux entre et ou mais ni que qui dont ou quand comme si ne pas plus tres en dans par sur sous avec sans chez vers depuis pendant avant \
            apres contre selon je tu il elle on nous vous ils elles se lui y me te moi toi eux celui celle ceux celles cela ceci ca quoi \
            a ai as ont avons avez avait avaient aura auront ete etre fait faire peut peuvent doit doivent va vont dit disait fut furent \
            soit sera seront serait bien aussi encore deja toujours jamais alors donc car ainsi meme autre autres quelque quelques plusieurs \
            beaucoup peu moins trop ici la-bas puis lorsque afin parce puisque tandis n s c j m t qu",
        copulas: "est sont etait etaient",
        kinds: "un une le la les l des",
        a: "un une des",
        and: "et ou ainsi",
        numbers: Counting::French,
        means: "signifie signifient designe designent denote denotent",
        called: "appele appelee appeles appelees nomme nommee nommes nommees denomme denommee appelle appellent",
        called_behind: "",
        between: "aussi également parfois",
        defined: "defini definie definis definies entendu entendue",
        like: "comme",
        by: "par",
        understood: "entend entendons entendre entendu designe comprend",
        labels: "note remarque remarques attention exemple exemples conseil résultat conclusion lieu date heure ingrédients adresse téléphone auteur source prix question réponse but objectif sujet avantage avantages inconvénient inconvénients important rappel raison contact horaires contenu version étape",
        titles: "président présidente ministre maire directeur directrice roi reine professeur docteur dr m mme monsieur madame général secrétaire sénateur sénatrice député députée juge ambassadeur ambassadrice évêque pape auteur autrice écrivain écrivaine poète peintre historien historienne chercheur chercheuse philosophe architecte ingénieur chef préfet préfète avocat avocate économiste journaliste",
        saying: "dit déclaré affirmé expliqué estimé ajouté souligné déclare affirme explique estime souligne rappelé indiqué",
        nouns: "terme mot expression nom notion",
        conditions: "si quand lorsque lorsqu comme puisque puisqu bien quoique alors où qui que et mais car",
        idle: "problème problèmes idée question exception solution raison exemple erreur perte beaucoup très trop important importante succès peu",
        participles: "appelé appelée appelés appelées nommé nommée nommés nommées dénommé dénommée",
        formulas: turns::FRENCH,
        it_is: "il s'agit de|c'est un|c'est une|c'est le|c'est la|elle est|il est un|ce sont",
        marks: ROMANCE_MARKS,
        capital_nouns: false,
    },
    // Spanish
    Words {
        articles: "el la los las lo un una unos unas este esta estos estas ese esa esos esas aquel aquella su sus nuestro nuestra nuestros \
            nuestras mi mis tu tus cada ningun ninguna todo toda todos todas",
        inner: "de del para",
        closed: "ahora a al entre y e o u pero ni que quien quienes cual cuales cuando como si no mas muy en por con sin sobre bajo hacia desde hasta durante \
            antes despues contra segun yo ella ellos ellas nosotros ustedes usted se le les me te nos eso esto ello donde ha han he hemos \
            habia habian haber sido ser puede pueden podia debe deben va van dijo dice fue fueron sea sera seran seria hay hace hacer \
            tiene tienen tenia tambien aun ya siempre nunca entonces asi mismo misma otro otra otros otras algo alguno alguna algunos algunas \
            muchos muchas poco menos aqui alli luego porque pues mientras aunque",
        copulas: "es son era eran",
        kinds: "un una el la los las lo",
        a: "un una unos unas",
        and: "y e o u",
        numbers: Counting::Spanish,
        means: "significa significan designa designan denota denotan",
        called: "llamado llamada llamados llamadas llama llaman denominado denominada denomina denominan",
        called_behind: "",
        between: "también",
        defined: "definido definida define definen entendido entendida",
        like: "como",
        by: "por",
        understood: "entiende entienden entendemos entendera",
        labels: "nota notas atención ejemplo ejemplos consejo aviso resultado conclusión lugar fecha hora ingredientes dirección teléfono autor fuente precio pregunta respuesta objetivo tema ventaja ventajas desventaja desventajas importante motivo contacto horario contenido versión paso",
        titles: "presidente presidenta ministro ministra alcalde alcaldesa director directora rey reina profesor profesora doctor doctora dr dra señor señora don doña general secretario secretaria senador senadora diputado diputada juez jueza embajador embajadora obispo papa autor autora escritor escritora poeta pintor pintora historiador historiadora investigador investigadora filósofo arquitecto arquitecta ingeniero portavoz jefe jefa gobernador gobernadora abogado abogada economista periodista canciller",
        saying: "dijo dice declaró afirmó explicó señaló añadió aseguró indicó destacó sostuvo afirma explica señala",
        nouns: "termino palabra expresion nombre concepto",
        conditions: "si cuando como aunque porque donde quien que y pero mientras",
        idle: "problema problemas idea cuestión pregunta excepción solución razón ejemplo error pérdida mucho muy demasiado importante éxito",
        participles: "llamado llamada llamados llamadas denominado denominada",
        formulas: turns::SPANISH,
        it_is: "se trata de|es un|es una|es el|es la",
        marks: ROMANCE_MARKS,
        capital_nouns: false,
    },
    // Italian
    Words {
        articles: "il lo la i gli le l un uno una cosiddetto cosiddetta cosiddetti cosiddette questo questa questi queste quel quello quella quei quelle suo sua suoi sue loro nostro \
            nostra nostri nostre ogni nessun nessuna tutto tutta tutti tutte",
        inner: "di del dello della dei degli delle dell d per",
        closed: "ora adesso a al alla ai alle all tra fra e ed o ma ne che chi cui quando come se non piu molto in da con su sotto senza verso dopo prima durante contro secondo io tu \
            egli lui lei noi voi essi si ci vi mi ti lo cio dove ha hanno ho abbiamo aveva avevano stato stata stati essere puo possono deve \
            devono va vanno disse dice fu furono sia sara saranno sarebbe fa fare anche ancora gia sempre mai allora cosi stesso stessa altro \
            altra altri altre alcuni alcune poco meno qui poi perche mentre nel nella nei nelle nell dal dalla dai dalle dall sul sulla sui sulle sull",
        copulas: "e sono era erano",
        kinds: "un uno una il lo la i gli le l",
        a: "un uno una",
        and: "e ed o",
        numbers: Counting::Italian,
        means: "significa significano indica designa denota",
        called: "chiamato chiamata chiamati chiamate chiama chiamano detto detta detti dette denominato denominata",
        called_behind: "",
        between: "anche",
        defined: "definito definita definisce inteso intesa",
        like: "come",
        by: "per con",
        understood: "intende intendono intendiamo",
        labels: "nota note attenzione esempio esempi consiglio avviso risultato conclusione luogo data ora ingredienti indirizzo telefono autore fonte prezzo domanda risposta obiettivo tema vantaggio vantaggi svantaggio svantaggi importante motivo contatto orari contenuto versione passo",
        titles: "presidente ministro ministra sindaco sindaca direttore direttrice re regina professore professoressa dottore dottoressa dott prof signor signora generale segretario segretaria senatore senatrice deputato deputata giudice ambasciatore vescovo papa autore autrice scrittore scrittrice poeta pittore pittrice storico storica ricercatore ricercatrice filosofo architetto ingegnere portavoce capo governatore avvocato economista giornalista",
        saying: "disse dice dichiarato affermato spiegato aggiunto detto afferma spiega sottolineato",
        nouns: "termine parola espressione nome concetto",
        conditions: "se quando come benché sebbene perché dove chi che e ma mentre poiché",
        idle: "problema problemi idea questione domanda eccezione soluzione ragione esempio errore perdita molto troppo importante successo",
        participles: "chiamato chiamata chiamati chiamate denominato denominata",
        formulas: turns::ITALIAN,
        it_is: "si tratta di|è un|è una",
        marks: ROMANCE_MARKS,
        capital_nouns: false,
    },
    // Portuguese
    Words {
        articles: "o a os as um uma uns umas este esta estes estas esse essa esses essas aquele aquela seu sua seus suas nosso nossa nossos \
            nossas meu minha cada nenhum nenhuma todo toda todos todas",
        inner: "de do da dos das para",
        closed: "agora à ao aos entre e ou mas nem que quem cujo cuja quando como se nao mais muito em por com sem sobre sob desde ate durante antes depois contra \
            segundo eu ele ela eles elas nos voce lhe lhes me te isso isto aquilo onde no na nos nas num numa pelo pela pelos pelas ha tem \
            tinha tinham ter sido ser pode podem podia deve devem vai vao disse diz foi foram seja sera serao seria faz fazer tambem ainda ja \
            sempre nunca entao assim mesmo mesma outro outra outros outras algo algum alguma alguns algumas muitos muitas pouco menos aqui ali \
            logo porque pois enquanto embora",
        copulas: "e sao era eram",
        kinds: "um uma o a os as",
        a: "um uma uns umas",
        and: "e ou",
        numbers: Counting::Portuguese,
        means: "significa significam designa designam denota denotam",
        called: "chamado chamada chamados chamadas chama chamam denominado denominada denomina",
        called_behind: "",
        between: "também",
        defined: "definido definida define entendido entendida",
        like: "como",
        by: "por",
        understood: "entende entendem entendemos entendese",
        labels: "nota notas atenção exemplo exemplos conselho aviso resultado conclusão lugar local data hora ingredientes endereço telefone autor fonte preço pergunta resposta objetivo tema vantagem vantagens desvantagem desvantagens importante motivo contato horário conteúdo versão passo",
        titles: "presidente ministro ministra prefeito prefeita diretor diretora rei rainha professor professora doutor doutora dr dra senhor senhora general secretário secretária senador senadora deputado deputada juiz juíza embaixador embaixadora bispo papa autor autora escritor escritora poeta pintor pintora historiador historiadora investigador pesquisador pesquisadora filósofo arquiteto arquiteta engenheiro chefe governador governadora advogado advogada economista jornalista",
        saying: "disse diz declarou afirmou explicou acrescentou destacou afirma explica",
        nouns: "termo palavra expressao nome conceito",
        conditions: "se quando como embora porque onde quem que e mas enquanto",
        idle: "problema problemas ideia questão pergunta exceção excepção solução razão exemplo erro perda muito demasiado importante sucesso",
        participles: "chamado chamada chamados chamadas denominado denominada",
        formulas: turns::PORTUGUESE,
        it_is: "trata-se de|é um|é uma",
        marks: ROMANCE_MARKS,
        capital_nouns: false,
    },
    // Russian
    Words {
        articles: "этот эта это эти тот та те его ее их наш наша наше наши свои своя свое каждыи каждая всякии весь вся все",
        inner: "",
        closed: "такое такой такая такие да нет например однако и или но а не ни что как когда если чтобы потому так же ли бы в во на с со к ко у о об от до из за над под при про для по \
            через между после перед без я ты он она оно мы вы они себя себе мне тебе ему еи нам вам им меня тебя него нее нас вас них кто \
            где здесь там тут тогда теперь уже еще только даже очень более менее также тоже был была было были будет будут быть есть может \
            могут должен должна должны можно нельзя нужно сказал сказала говорит говорил стал стала которыи которая которое которые которых \
            которого которои которому которым этого этому этим этои этих того тому тем тои тех всех всего всем сам сама сами",
        copulas: "является являются",
        kinds: "",
        a: "",
        and: "и или",
        numbers: Counting::Russian,
        means: "означает означают обозначает обозначают",
        called: "называется называются называют называемыи называемая называемое именуется",
        called_behind: "",
        between: "также",
        defined: "определяется определяют понимается",
        like: "как",
        by: "под",
        understood: "понимают понимается понимаем понимать",
        labels: "примечание примечания внимание пример примеры совет итог результат вывод место дата время ингредиенты состав адрес телефон автор источник цена вопрос ответ цель тема преимущества недостатки важно причина контакты содержание версия шаг",
        titles: "президент президента президенту министр министра министру директор директора мэр мэра губернатор губернатора король королева царь профессор профессора доктор господин госпожа генерал генерала секретарь секретаря сенатор сенатора депутат депутата судья посол посла епископ автор писатель писателя поэт поэта художник историк историка учёный философ архитектор инженер представитель представителя глава главы председатель председателя премьер руководитель руководителя начальник начальника академик академика журналист корреспондент",
        saying: "сказал сказала заявил заявила отметил отметила сообщил сообщила подчеркнул подчеркнула рассказал рассказала добавил добавила пояснил объяснил считает",
        nouns: "термином термина словом слова понятием понятия термин слово выражение понятие имя",
        conditions: "если когда хотя потому так как где кто что и но а пока чтобы",
        idle: "проблема проблемы идея вопрос исключение решение причина пример ошибка потеря много многое очень слишком важный важна важной успех",
        participles: "",
        formulas: turns::RUSSIAN,
        it_is: "это",
        marks: &[('«', '»'), ('„', '“'), ('“', '”'), ('"', '"')],
        capital_nouns: false,
    },
];

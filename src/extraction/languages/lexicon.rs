//! The words of each language by which names and definitions are told.

use super::super::pattern::Pattern;

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
    /// `two` to `twelve`.
    pub numbers: &'static str,
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
        closed: "zur zum zwischen und oder aber nicht auch als wie wenn weil dass da damit ob nur noch schon sehr mehr so zu in im an am auf aus bei beim \
            mit nach uber unter um durch gegen ohne seit vor bis wahrend wegen trotz ich du er sie es wir man sich ihm ihn ihnen uns \
            mich was wer wo hier dort dann jetzt heute denn doch ja nein hat haben hatte hatten habe wird werden wurde wurden worden kann \
            konnen konnte muss mussen soll sollen sollte will wollen darf durfen mag mochte konnten sei seien gab gibt geht kam kommt \
            macht machte ging sagte sagt steht stand liegt lag bleibt blieb etwa immer wieder ganz viel viele dabei daher dazu davon darauf \
            jedoch sondern sowie beziehungsweise bzw zwar etwas nichts alles einige mehrere andere anderen welche welcher welches deren dessen",
        copulas: "ist sind war waren",
        kinds: "ein eine der die das jede jeder jedes",
        a: "ein eine einer einem einen",
        and: "und oder sowie",
        numbers: "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
        means: "bedeutet bedeuten bezeichnet bezeichnen meint",
        called: "heisst heissen heißt heißen nennt nennen",
        called_behind: "genannt bezeichnet",
        between: "man auch wir",
        defined: "definiert verstanden",
        like: "als",
        by: "unter",
        understood: "versteht verstehen verstanden",
        nouns: "begriff wort ausdruck bezeichnung name",
        conditions: "wenn als falls da weil obwohl ob dass während nachdem bevor sobald wo wer was wie sondern und aber denn",
        idle: "problem probleme idee frage ausnahme lösung grund beispiel verlust fehler sehr viel zu wichtig schwierig einfach erfolg",
        participles: "genannt",
        formulas: &[
            (
                Pattern::Termed,
                "^X nennt man|spricht/sprechen man/wir von/vom X|^bei/beim X handelt es sich um|ist/sind/bedeutet/bezeichnet … gesetzes/verordnung/richtlinie/vertrages/vertrags/abkommens/übereinkommens X|^unter X ist/sind … zu verstehen|^unter X wird/werden … verstanden/zusammengefasst|^als X wird/werden|bezeichnet/bezeichnen … als X|^mit X ist/sind … gemeint|mit X meinen wir/man|^mit X wird/werden … umschrieben/bezeichnet|^von X spricht/sprechen man/wir|handelt/handelte es sich bei X um|^X liegt/liegen vor , wenn|^X heißt/heißen ein/eine/die/der/das/so|^X heißt/heißen , dass|^X lässt/lassen sich als|definiert/definieren X als|, die/der/das/den sogenannte/sogenannten/sogenannter/sogenanntes X|, im folgenden X|, nachfolgend/fortan X",
            ),
            (
                Pattern::Termed,
                "^im sinne … ist/sind/bedeutet/bezeichnet X|^X im sinne … ist/sind|unter der bezeichnung X|unter dem namen X",
            ),
            (
                Pattern::Means,
                "^X steht/stehen für|^X beschreibt/beschreiben|^X bezieht/beziehen sich auf|^X meint/meinen",
            ),
            (
                Pattern::Is,
                "^X stellt/stellen ein/eine/einen/die/den/das|^X besteht/bestehen darin|^X ist/sind/war/waren nichts anderes als",
            ),
            (
                Pattern::Namely,
                "X , das heißt|X , d h|X , nämlich|X , also ein/eine/einen/einem/einer/der/die/das/den/dem/des",
            ),
            (
                Pattern::Includes,
                "^X besteht/bestehen aus|^X setzt/setzen sich … aus|^X umfasst/umfaßt/umfassen|^X beinhaltet/beinhalten|^X gliedert/gliedern sich in|^X schließt/schließen … ein|^zu/zum/zur X gehören/gehört/zählen/zählt",
            ),
            (
                Pattern::Purpose,
                "^X dient/dienen|^X zielt/zielen … auf/darauf|^X bezweckt/bezwecken|^ziel/zweck/aufgabe/gegenstand X ist/war",
            ),
            (
                Pattern::Essence,
                "^kern/inhalt/wesen/grundlage X ist/sind/bildet|^prinzip/grundsatz/idee/wesen X besagt/lautet/verlangt/besteht/liegt",
            ),
            (Pattern::Identified, "^X gilt/gelten als|^X bildet/bilden ein/eine/einen/die/den/das"),
            (
                Pattern::Statement,
                "^X regelt/regeln|^X beruht/beruhen auf|^X legt/legen … fest|^X verpflichtet/verpflichten",
            ),
        ],
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
        numbers: "deux trois quatre cinq six sept huit neuf dix onze douze",
        means: "signifie signifient designe designent denote denotent",
        called: "appele appelee appeles appelees nomme nommee nommes nommees denomme denommee appelle appellent",
        called_behind: "",
        between: "aussi également parfois",
        defined: "defini definie definis definies entendu entendue",
        like: "comme",
        by: "par",
        understood: "entend entendons entendre entendu designe comprend",
        nouns: "terme mot expression nom notion",
        conditions: "si quand lorsque lorsqu comme puisque puisqu bien quoique alors où qui que et mais car",
        idle: "problème problèmes idée question exception solution raison exemple erreur perte beaucoup très trop important importante succès peu",
        participles: "appelé appelée appelés appelées nommé nommée nommés nommées dénommé dénommée",
        formulas: &[
            (
                Pattern::Termed,
                "on parle/parlera de/d' X|sont/est considérés/considérées/considéré/considérée/réputés/réputé comme X|est/sont dit/dite/dits/dites X|^constitue/constituent X|connu/connue/connus/connues sous le nom de/d' X|porte/portent/prend/prennent le nom de/d' X|^on désigne sous le nom de/d'/du X|^X se définit/définissent comme|peut définir X comme|définit/définissent X comme|^est/sont dit/dite/dits/dites X|il y a X lorsque/lorsqu'/quand|, dit/dite/dits/dites X|, ci-après X|on parle de X lorsque/lorsqu'/quand|ce qu'on appelle X est|ce que l'on appelle X est",
            ),
            (
                Pattern::Means,
                "^X renvoie/renvoient à/au/aux|^X recouvre/recouvrent|^X se réfère/réfèrent à/au/aux|^X fait/font référence à/au/aux|^X s'entend/s'entendent de/d'/comme|^X correspond/correspondent à/au/aux",
            ),
            (
                Pattern::Is,
                "^X consiste/consistent à/en/dans|^X constitue/constituent un/une/le/la/les/l'/des|^X représente/représentent un/une|^X , c'est un/une/le/la|^X n'est autre que/qu'",
            ),
            (Pattern::Namely, "X , c'est-à-dire|X , à savoir|X , autrement dit"),
            (
                Pattern::Includes,
                "^X se compose/composent de/d'/du/des|^X comprend/comprennent|^X regroupe/regroupent|^X englobe/englobent|^X inclut/incluent|^X est/sont composé/composée/composés/composées de/d'/du/des|^X est/sont constitué/constituée/constitués/constituées de/d'/par/du/des|^X comporte/comportent|^X réunit/réunissent",
            ),
            (
                Pattern::Purpose,
                "^X vise/visent à|^X a/ont pour but/objet/objectif/objectifs/mission/vocation/finalité/fonction/rôle|^X sert/servent à|^X tend/tendent à|^but/objet/objectif/rôle/mission/finalité de/du/des/d' X est",
            ),
            (
                Pattern::Essence,
                "^essentiel/essence/cœur/fondement de/du/des/d' X est|^principe de/du/d' X veut/exige/impose/consiste/est",
            ),
            (Pattern::Identified, "^X est/sont considéré/considérée/considérés/considérées comme"),
            (
                Pattern::Statement,
                "^X repose/reposent sur|^X se fonde/fondent sur|^X régit/régissent|^X fixe/fixent|^X implique/impliquent",
            ),
        ],
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
        numbers: "dos tres cuatro cinco seis siete ocho nueve diez once doce",
        means: "significa significan designa designan denota denotan",
        called: "llamado llamada llamados llamadas llama llaman denominado denominada denomina denominan",
        called_behind: "",
        between: "también",
        defined: "definido definida define definen entendido entendida",
        like: "como",
        by: "por",
        understood: "entiende entienden entendemos entendera",
        nouns: "termino palabra expresion nombre concepto",
        conditions: "si cuando como aunque porque donde quien que y pero mientras",
        idle: "problema problemas idea cuestión pregunta excepción solución razón ejemplo error pérdida mucho muy demasiado importante éxito",
        participles: "llamado llamada llamados llamadas denominado denominada",
        formulas: &[
            (
                Pattern::Termed,
                "se habla/hablamos de X cuando|se conoce/conocen como/por X|conocido/conocida/conocidos/conocidas como X|se considera/consideran X|recibe/reciben el nombre de X|bajo el nombre de X|^por X ha/debe/han/deben de/entenderse|se la/le/lo llama X|^X puede/pueden definirse como|define/definen X como|tendrá/tendrán la consideración de X|existe/hay X cuando|, en adelante X|, en lo sucesivo X|llámase/denomínase/entiéndese X",
            ),
            (
                Pattern::Means,
                "^X se refiere/refieren a/al|^X hace/hacen referencia a/al|^X alude/aluden a/al|^X se entiende/entienden|^X corresponde/corresponden a/al",
            ),
            (
                Pattern::Is,
                "^X consiste/consisten en|^X constituye/constituyen un/una/el/la/los/las|^X representa/representan un/una|^X no es/son otra cosa que|^X no es/son más que",
            ),
            (Pattern::Namely, "X , es decir|X , o sea|X , a saber|X , esto es"),
            (
                Pattern::Includes,
                "^X se compone/componen de/del|^X consta/constan de|^X comprende/comprenden|^X incluye/incluyen|^X abarca/abarcan|^X está/están compuesto/compuesta/compuestos/compuestas por/de|^X está/están integrado/integrada/integrados/integradas por|^X está/están formado/formada/formados/formadas por|^X está/están constituido/constituida/constituidos/constituidas por",
            ),
            (
                Pattern::Purpose,
                "^X tiene/tienen por/como objeto/objetivo/fin/finalidad/misión|^X sirve/sirven para|^objetivo/fin/objeto/finalidad/misión de/del X es",
            ),
            (Pattern::Essence, "^esencia/núcleo/base de/del X es|^principio de/del X exige/establece/consiste/es"),
            (
                Pattern::Statement,
                "^X se basa/basan en|^X regula/regulan|^X se rige/rigen por|^X implica/implican|^X supone/suponen|^X exige/exigen",
            ),
        ],
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
        numbers: "due tre quattro cinque sei sette otto nove dieci undici dodici",
        means: "significa significano indica designa denota",
        called: "chiamato chiamata chiamati chiamate chiama chiamano detto detta detti dette denominato denominata",
        called_behind: "",
        between: "anche",
        defined: "definito definita definisce inteso intesa",
        like: "come",
        by: "per con",
        understood: "intende intendono intendiamo",
        nouns: "termine parola espressione nome concetto",
        conditions: "se quando come benché sebbene perché dove chi che e ma mentre poiché",
        idle: "problema problemi idea questione domanda eccezione soluzione ragione esempio errore perdita molto troppo importante successo",
        participles: "chiamato chiamata chiamati chiamate denominato denominata",
        formulas: &[
            (
                Pattern::Termed,
                "prende/prendono il nome di X|va/vanno sotto il nome di X|noto/nota/noti/note come X|conosciuto/conosciuta/conosciuti/conosciute come X|viene/vengono definito/definita/definiti/definite X|viene/vengono chiamato/chiamata/chiamati/chiamate X|si definisce/definiscono X|si considera/considerano X|^con il termine X si indica/intende/designa|^con X ci si riferisce|si dice/dicono X|^dicesi X|definisce/definiscono X come|si ha/hanno X quando|si parla di/del/della X quando|, di seguito X|, la/il/lo/le/i cosiddetta/cosiddetto/cosiddette/cosiddetti X|per X si intende/intendono",
            ),
            (
                Pattern::Means,
                "^X si riferisce/riferiscono a/al/alla/alle/ai|^X fa/fanno riferimento a/al/alla|^X corrisponde/corrispondono a/al/alla|^X comporta/comportano",
            ),
            (
                Pattern::Is,
                "^X consiste/consistono in/nel/nella/nello/nell'/nei/nelle|^X costituisce/costituiscono un/una/il/la/lo/l'|^X rappresenta/rappresentano un/una/il/la|^X non è/sono altro che",
            ),
            (Pattern::Namely, "X , cioè|X , ossia|X , ovvero|X , vale a dire"),
            (
                Pattern::Includes,
                "^X si compone/compongono di/del/della/dei|^X comprende/comprendono|^X include/includono|^X è/sono composto/composta/composti/composte da/di/dal/dalla/dai/dalle|^X è/sono costituito/costituita/costituiti/costituite da/dal/dalla/dai/dalle|^X è/sono formato/formata/formati/formate da/dal/dalla/dai/dalle",
            ),
            (
                Pattern::Purpose,
                "^X mira/mirano a|^X ha/hanno lo scopo|^X ha/hanno per/come scopo/obiettivo/oggetto/fine|^X serve/servono a|^X ha/hanno il compito|^scopo/obiettivo/fine/compito di/del/della/dei/delle/dell'/dello X è",
            ),
            (
                Pattern::Essence,
                "^essenza/nucleo/base di/del/della/dei/delle/dell'/dello X è|^principio di/del/della/dello/dei/delle X prevede/vieta/impone/consiste/è",
            ),
            (
                Pattern::Statement,
                "^X si basa/basano su/sul/sulla/sui/sulle|^X si fonda/fondano su/sul/sulla/sui/sulle|^X disciplina/disciplinano|^X regola/regolano|^X implica/implicano|^X prevede/prevedono",
            ),
        ],
        it_is: "si tratta di|è un|è una|è il|è la",
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
        numbers: "dois duas três quatro cinco seis sete oito nove dez onze doze",
        means: "significa significam designa designam denota denotam",
        called: "chamado chamada chamados chamadas chama chamam denominado denominada denomina",
        called_behind: "",
        between: "também",
        defined: "definido definida define entendido entendida",
        like: "como",
        by: "por",
        understood: "entende entendem entendemos entendese",
        nouns: "termo palavra expressao nome conceito",
        conditions: "se quando como embora porque onde quem que e mas enquanto",
        idle: "problema problemas ideia questão pergunta exceção excepção solução razão exemplo erro perda muito demasiado importante sucesso",
        participles: "chamado chamada chamados chamadas denominado denominada",
        formulas: &[
            (
                Pattern::Termed,
                "conhecido/conhecida/conhecidos/conhecidas como/por X|recebe/recebem o nome de X|considera-se X|chama-se X|denomina-se X|dá-se o nome de X|entende-se por X|deve entender-se X|^por X deve/devem entender-se|entende-se X como|designa-se por X|é/são chamado/chamada/chamados/chamadas de/por X|^X define-se/definem-se como|define/definem X como|há/existe X quando|fala-se em/de X quando|, a/o/as/os chamada/chamado/chamadas/chamados X|, doravante X",
            ),
            (
                Pattern::Means,
                "^X refere-se/referem-se a/ao/à/aos/às|^X se refere/referem a/ao/à|^X diz/dizem respeito a/ao/à|^X corresponde/correspondem a/ao/à",
            ),
            (
                Pattern::Is,
                "^X consiste/consistem em/no/na/nos/nas|^X constitui/constituem um/uma/o/a/os/as|^X representa/representam um/uma|^X não é/são senão|^X consiste/consistem numa/num",
            ),
            (Pattern::Namely, "X , isto é|X , ou seja|X , a saber|X , quer dizer"),
            (
                Pattern::Includes,
                "^X compõe-se/compõem-se de/do/da|^X se compõe/compõem de/do/da|^X compreende/compreendem|^X inclui/incluem|^X abrange/abrangem|^X é/são composto/composta/compostos/compostas por/de/pelo/pela/pelos/pelas|^X é/são formado/formada/formados/formadas por/de/pelo/pela/pelos/pelas|^X é/são constituído/constituída/constituídos/constituídas por/de/pelo/pela/pelos/pelas",
            ),
            (
                Pattern::Purpose,
                "^X visa/visam|^X tem/têm por/como objetivo/objeto/finalidade/fim/missão|^X serve/servem para|^X destina-se/destinam-se a|^objetivo/finalidade/fim/missão de/do/da X é",
            ),
            (
                Pattern::Essence,
                "^essência/núcleo/base de/do/da X é|^princípio de/do/da/dos/das X determina/exige/consiste/é",
            ),
            (
                Pattern::Statement,
                "^X baseia-se/baseiam-se em/no/na|^X se baseia/baseiam em/no/na|^X rege/regem|^X regula/regulam|^X implica/implicam|^X assenta/assentam em/no/na",
            ),
        ],
        it_is: "trata-se de|é um|é uma|é o|é a",
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
        numbers: "два две три четыре пять шесть семь восемь девять десять двух трех четырех пяти шести",
        means: "означает означают обозначает обозначают",
        called: "называется называются называют называемыи называемая называемое именуется",
        called_behind: "",
        between: "также",
        defined: "определяется определяют понимается",
        like: "как",
        by: "под",
        understood: "понимают понимается понимаем понимать",
        nouns: "термином термина словом слова понятием понятия термин слово выражение понятие имя",
        conditions: "если когда хотя потому так как где кто что и но а пока чтобы",
        idle: "проблема проблемы идея вопрос исключение решение причина пример ошибка потеря много многое очень слишком важный важна важной успех",
        participles: "",
        formulas: &[
            (
                Pattern::Termed,
                "известен/известна/известно/известны как X|получил/получила/получило/получили название X|носит/носят название X|принято называть X|под X понимается/понимаются/понимают/подразумевается/подразумевают/понимать/понимаем|под X следует понимать|^X признаётся/признается/признаются|^X считается/считаются|^X называется/называются/называют|называют/называется/называются X|получил/получила/получило/получили название X|обозначают/обозначает X|^X может/могут быть определён/определена/определены/определено|определяет/определяют X как|о/об X говорят|^X имеет место , когда|так называемую/называемый/называемая/называемое/называемые X|, далее X|, или X|^X значит/значат",
            ),
            (Pattern::Means, "^X подразумевает/подразумевают|^X предполагает/предполагают|^X относится/относятся к"),
            (
                Pattern::Is,
                "^X представляет/представляют собой|^X заключается/заключаются в|^X состоит/состоят в|^X это|^X есть|^X был/была/было/были|^X сводится/сводятся к",
            ),
            (Pattern::Namely, "X , то есть|X , т е|X , а именно"),
            (
                Pattern::Includes,
                "^X состоит/состоят из|^X включает/включают|^X охватывает/охватывают|^X складывается/складываются из|^к/ко X относятся/относится",
            ),
            (
                Pattern::Purpose,
                "^X служит/служат|^X направлен/направлена/направлено/направлены на|^X имеет/имеют целью|^X призван/призвана/призвано/призваны|^целью/цель/задача/задачей X является/является",
            ),
            (
                Pattern::Essence,
                "^суть/сущность/основу/основой X составляет/является/составляют|^суть/сущность/принцип/основу X состоит/заключается/гласит",
            ),
            (
                Pattern::Statement,
                "^X регулирует/регулируют|^X основан/основана/основано/основаны на|^X обязывает/обязывают|^X устанавливает/устанавливают",
            ),
        ],
        it_is: "это",
        marks: &[('«', '»'), ('„', '“'), ('“', '”'), ('"', '"')],
        capital_nouns: false,
    },
];

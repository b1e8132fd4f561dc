//! The turns of phrase by which sentences of each language define, as [`super::formulas`] reads them.

use super::super::pattern::Pattern;

/// Of German.
pub(super) const GERMAN: &[(Pattern, &str)] = &[
    (
        Pattern::Termed,
        "^X nennt man|spricht/sprechen man/wir von/vom X|^bei/beim X handelt es sich um|ist/sind/bedeutet/bezeichnet … gesetzes/verordnung/richtlinie/vertrages/vertrags/abkommens/übereinkommens X|^unter X ist/sind … zu verstehen|^unter X wird/werden … verstanden/zusammengefasst|^als X wird/werden … bezeichnet/verstanden/angesehen|^mit X ist/sind … gemeint|mit X meinen wir/man|^mit X wird/werden … umschrieben/bezeichnet|^von X spricht/sprechen man/wir|handelt/handelte es sich bei X um|^X liegt/liegen vor , wenn|^X heißt/heißen ein/eine/die/der/das/so|^X heißt/heißen , dass|^als X gilt/gelten|^X lässt/lassen sich als|definiert/definieren X als|, die/der/das/den sogenannte/sogenannten/sogenannter/sogenanntes X|, im folgenden X|, nachfolgend/fortan X",
    ),
    (
        Pattern::Termed,
        "^im sinne … ist/sind/bedeutet/bezeichnet X|^X im sinne … ist/sind|unter der bezeichnung X|unter dem namen X",
    ),
    (Pattern::Means, "^X steht/stehen für|^X beschreibt/beschreiben|^X bezieht/beziehen sich auf|^X meint/meinen"),
    (
        Pattern::Is,
        "^X stellt/stellen ein/eine/einen/die/den/das|^X besteht/bestehen darin|^X ist/sind/war/waren nichts anderes als",
    ),
    (Pattern::Namely, "X , das heißt|X , d h|X , nämlich|X , also ein/eine/einen/einem/einer/der/die/das/den/dem/des"),
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
    (Pattern::Statement, "^X regelt/regeln|^X beruht/beruhen auf|^X legt/legen … fest|^X verpflichtet/verpflichten"),
];

/// Of French.
pub(super) const FRENCH: &[(Pattern, &str)] = &[
    (
        Pattern::Termed,
        "on parle/parlera de/d' X|est/sont dit/dite/dits/dites X|^constitue/constituent X|connu/connue/connus/connues sous le nom de/d' X|porte/portent/prend/prennent le nom de/d' X|^on désigne sous le nom de/d'/du X|^X se définit/définissent comme|peut définir X comme|définit/définissent X comme|^est/sont dit/dite/dits/dites X|, dit/dite/dits/dites X|, ci-après X|on parle de X lorsque/lorsqu'/quand|ce qu'on appelle X est|ce que l'on appelle X est",
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
];

/// Of Spanish.
pub(super) const SPANISH: &[(Pattern, &str)] = &[
    (
        Pattern::Termed,
        "se habla/hablamos de X cuando|se conoce/conocen como/por X|conocido/conocida/conocidos/conocidas como X|se considera/consideran X|recibe/reciben el nombre de X|bajo el nombre de X|^por X ha/debe/han/deben de/entenderse|se la/le/lo llama X|^X puede/pueden definirse como|define/definen X como|tendrá/tendrán la consideración de X|, en adelante X|, en lo sucesivo X|llámase/denomínase/entiéndese X",
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
];

/// Of Italian.
pub(super) const ITALIAN: &[(Pattern, &str)] = &[
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
        "^essenza/nucleo/base di/del/della/dei/delle/dell'/dello X è|^principio di/del/della/dello/dei/delle X prevede/vieta/impone/consiste",
    ),
    (
        Pattern::Statement,
        "^X si basa/basano su/sul/sulla/sui/sulle|^X si fonda/fondano su/sul/sulla/sui/sulle|^X disciplina/disciplinano|^X regola/regolano|^X implica/implicano|^X prevede/prevedono",
    ),
];

/// Of Portuguese.
pub(super) const PORTUGUESE: &[(Pattern, &str)] = &[
    (
        Pattern::Termed,
        "conhecido/conhecida/conhecidos/conhecidas como/por X|recebe/recebem o nome de X|considera-se X|chama-se X|denomina-se X|dá-se o nome de X|entende-se por X|deve entender-se X|^por X deve/devem entender-se|entende-se X como|designa-se por X|é/são chamado/chamada/chamados/chamadas de/por X|^X define-se/definem-se como|define/definem X como|fala-se em/de X quando|, a/o/as/os chamada/chamado/chamadas/chamados X|, doravante X",
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
    (Pattern::Essence, "^essência/núcleo/base de/do/da X é|^princípio de/do/da/dos/das X determina/exige/consiste"),
    (
        Pattern::Statement,
        "^X baseia-se/baseiam-se em/no/na|^X se baseia/baseiam em/no/na|^X rege/regem|^X regula/regulam|^X implica/implicam|^X assenta/assentam em/no/na",
    ),
];

/// Of Russian.
pub(super) const RUSSIAN: &[(Pattern, &str)] = &[
    (
        Pattern::Termed,
        "известен/известна/известно/известны как X|получил/получила/получило/получили название X|носит/носят название X|принято называть X|под X понимается/понимаются/понимают/подразумевается/подразумевают/понимать/понимаем|под X следует понимать|^X признаётся/признается/признаются|^X считается/считаются|получил/получила/получило/получили название X|обозначают/обозначает X|^X может/могут быть определён/определена/определены/определено|определяет/определяют X как|^X имеет место , когда|так называемую/называемый/называемая/называемое/называемые X|, далее X|^X значит/значат",
    ),
    (Pattern::Means, "^X подразумевает/подразумевают|^X предполагает/предполагают|^X относится/относятся к"),
    (
        Pattern::Is,
        "^X представляет/представляют собой|^X заключается/заключаются в|^X состоит/состоят в|^X это|^X есть|^X сводится/сводятся к",
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
];

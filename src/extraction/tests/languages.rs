//! What is found in texts that are not English.

use super::super::{Extractor, Pattern, Signal, phrase_key};
use super::{found, one};
use crate::markup::{Format, blocks_of};
use proptest::prelude::*;

/// Prose by which a language is known.
pub(super) const GERMAN: &str =
    "Wer in diesem Hafen mit einem Schiff liegt, der zahlt auch für die Nacht, wie es in dem Buch der Stadt steht.";
pub(super) const FRENCH: &str =
    "Ceux qui ont un bateau dans le port de la ville doivent payer pour la nuit, comme il est écrit dans le livre.";
pub(super) const SPANISH: &str =
    "Los que tienen un barco en el puerto de la ciudad deben pagar por la noche, como está escrito en el libro.";
pub(super) const ITALIAN: &str =
    "Quelli che hanno una barca nel porto della città devono pagare per la notte, come è scritto nel libro.";
pub(super) const PORTUGUESE: &str =
    "Os que têm um barco no porto da cidade devem pagar pela noite, como está escrito no livro da casa.";
pub(super) const RUSSIAN: &str =
    "Те, у кого в порту есть лодка, должны платить и за ночь, как это написано в книге, которая есть у всех.";

#[test]
fn sentences_of_other_languages_define_what_they_say_of_terms() {
    for (language, text, name, pattern) in [
        (GERMAN, "Unter Kabotage versteht man die Beförderung von Gütern.", "Kabotage", Pattern::Termed),
        (GERMAN, "Ein verlassenes Schiff wird Wrack genannt.", "Wrack", Pattern::Termed),
        (GERMAN, "Als „Basislinie“ bezeichnet man die Linie entlang der Küste.", "Basislinie", Pattern::Termed),
        (GERMAN, "Die Anschlusszone wird definiert als der Streifen am Meer.", "Anschlusszone", Pattern::Termed),
        (GERMAN, "Die friedliche Durchfahrt ist ein Recht der Schiffe.", "friedliche Durchfahrt", Pattern::Is),
        (FRENCH, "Par « eaux intérieures », on entend les eaux de la baie.", "eaux intérieures", Pattern::Termed),
        (FRENCH, "On entend par « semence paysanne » une semence locale.", "semence paysanne", Pattern::Termed),
        (SPANISH, "Se entiende por «residuo cero» la práctica de la casa.", "residuo cero", Pattern::Termed),
        (FRENCH, "On appelle ligne de base la laisse de basse mer.", "ligne de base", Pattern::Termed),
        (FRENCH, "Le terme « épave » désigne tout navire abandonné.", "épave", Pattern::Termed),
        (FRENCH, "La zone contiguë est définie comme une bande de mer.", "zone contiguë", Pattern::Termed),
        (FRENCH, "L’accord de Montreux est un traité sur les détroits.", "accord de Montreux", Pattern::Is),
        (SPANISH, "Por aguas interiores se entiende la parte de la bahía.", "aguas interiores", Pattern::Termed),
        (SPANISH, "Se llama cabotaje al transporte entre dos puertos.", "cabotaje", Pattern::Termed),
        (SPANISH, "El paso inocente es una regla de la costa.", "paso inocente", Pattern::Is),
        (ITALIAN, "Il trasporto tra due porti è detto cabotaggio.", "cabotaggio", Pattern::Termed),
        (ITALIAN, "Con il termine «relitto» si intende ogni nave abbandonata.", "relitto", Pattern::Termed),
        (ITALIAN, "La zona contigua è definita come la fascia di mare.", "zona contigua", Pattern::Termed),
        (PORTUGUESE, "O termo «destroço» designa qualquer navio abandonado.", "destroço", Pattern::Termed),
        (PORTUGUESE, "A passagem inocente é uma regra da costa.", "passagem inocente", Pattern::Is),
        (RUSSIAN, "Термин «базисная линия» означает линию отлива.", "базисная линия", Pattern::Termed),
        (RUSSIAN, "Мирный проход — это право судов.", "Мирный проход", Pattern::Is),
        (RUSSIAN, "Место для стоянки на глубине называется рейдом.", "рейдом", Pattern::Termed),
        (RUSSIAN, "Причалом называют место у воды.", "Причалом", Pattern::Termed),
        (GERMAN, "Rost ist oxidiertes Eisen.", "Rost", Pattern::Is),
        (GERMAN, "Als Ballast gilt totes Gewicht.", "Ballast", Pattern::Termed),
        (GERMAN, "(2) Anlagen im Sinne dieses Gesetzes sind feste Bauten.", "Anlagen", Pattern::Termed),
        (GERMAN, "Ballast: totes Gewicht, das man in den Raum lädt.", "Ballast", Pattern::Termed),
        (FRENCH, "Affouage : droit de couper du bois.", "Affouage", Pattern::Termed),
        (SPANISH, "Noria: rueda que saca agua de un pozo.", "Noria", Pattern::Termed),
        (RUSSIAN, "Мульча: слой листьев на грядке.", "Мульча", Pattern::Termed),
        (RUSSIAN, "Под каботажем понимают перевозку грузов.", "каботажем", Pattern::Termed),
        (GERMAN, "Kabotage nennt man die Beförderung zwischen zwei Häfen.", "Kabotage", Pattern::Termed),
        (GERMAN, "Bei der Kabotage handelt es sich um eine Beförderung.", "Kabotage", Pattern::Termed),
        (GERMAN, "Bleibt ein Schiff liegen, spricht man von Überliegezeit.", "Überliegezeit", Pattern::Termed),
        (GERMAN, "Verlader im Sinne dieses Gesetzes ist, wer Güter übergibt.", "Verlader", Pattern::Termed),
        (GERMAN, "Er fuhr die Kabotage, das heißt die Fahrt an der Küste.", "Kabotage", Pattern::Namely),
        (GERMAN, "Sie regelt die Kabotage (d. h. die Fahrt an der Küste).", "Kabotage", Pattern::Namely),
        (GERMAN, "Der Hafenrat besteht aus fünf Mitgliedern.", "Hafenrat", Pattern::Includes),
        (GERMAN, "Zu den Hafengebühren gehören das Liegegeld und das Lotsgeld.", "Hafengebühren", Pattern::Includes),
        (GERMAN, "Die Anschlusszone, ein Streifen vor der Küste, ist breit.", "Anschlusszone", Pattern::Apposition),
        (GERMAN, "Das Liegegeld dient dem Ausgleich des Verlusts.", "Liegegeld", Pattern::Purpose),
        (GERMAN, "Die drei Grundsätze sind Recht, Maß und Ruhe.", "drei Grundsätze", Pattern::Is),
        (RUSSIAN, "Три принципа: мир, труд и мера.", "Три принципа", Pattern::Colon),
        (FRENCH, "Le cabotage consiste à aller d’un port à un autre.", "cabotage", Pattern::Is),
        (FRENCH, "Il pratique le cabotage, c’est-à-dire la navigation côtière.", "cabotage", Pattern::Namely),
        (FRENCH, "Le conseil du port se compose de cinq membres.", "conseil du port", Pattern::Includes),
        (FRENCH, "L’épave, un navire abandonné, reste là.", "épave", Pattern::Apposition),
        (FRENCH, "Quand le vent tombe, on parle de calme plat.", "calme plat", Pattern::Termed),
        (FRENCH, "La taxe de port vise à couvrir les frais.", "taxe de port", Pattern::Purpose),
        (SPANISH, "El cabotaje consiste en ir de un puerto a otro.", "cabotaje", Pattern::Is),
        (SPANISH, "Paga la estadía, es decir, el precio de la demora.", "estadía", Pattern::Namely),
        (SPANISH, "El consejo del puerto se compone de cinco miembros.", "consejo del puerto", Pattern::Includes),
        (ITALIAN, "Il cabotaggio consiste nel viaggio tra due porti.", "cabotaggio", Pattern::Is),
        (ITALIAN, "Paga la controstallia, cioè il prezzo della sosta.", "controstallia", Pattern::Namely),
        (PORTUGUESE, "A cabotagem consiste em ir de um porto a outro.", "cabotagem", Pattern::Is),
        (PORTUGUESE, "Paga a sobrestadia, ou seja, o preço da demora.", "sobrestadia", Pattern::Namely),
        (RUSSIAN, "Каботаж — перевозка грузов между портами.", "Каботаж", Pattern::Is),
        (RUSSIAN, "Каботаж представляет собой перевозку грузов.", "Каботаж", Pattern::Is),
        (RUSSIAN, "Простой, то есть цена задержки, был оплачен.", "Простой", Pattern::Namely),
        (RUSSIAN, "Портовый совет состоит из пяти членов.", "Портовый совет", Pattern::Includes),
    ] {
        let text = format!("{language}\n\n{text}\n");
        assert_eq!(one(&text, name).definitions.first().map(|one| one.pattern), Some(pattern), "{name}: {text}");
    }
}

#[test]
fn an_article_behind_a_preposition_joins_the_parts_of_a_name() {
    for (language, text, names) in [
        (
            FRENCH,
            "La Cour de l’Union est ici, et le droit de la mer était ancien.",
            ["droit de la mer", "Cour de l’Union"],
        ),
        (
            FRENCH,
            "Le droit de la mer était ancien, et la Cour de la Baie aussi.",
            ["droit de la mer", "Cour de la Baie"],
        ),
        (
            SPANISH,
            "El Banco de la Nación es grande, y los fueros de los puertos son viejos.",
            ["Banco de la Nación", "fueros de los puertos"],
        ),
        (
            ITALIAN,
            "Il codice della navigazione è lungo, e la Corte del Porto è qui.",
            ["codice della navigazione", "Corte del Porto"],
        ),
        (
            PORTUGUESE,
            "A carta da navegação é longa, e o Banco da Nação é aqui.",
            ["carta da navegação", "Banco da Nação"],
        ),
    ] {
        let all = found(&format!("{language}\n\n{text}\n\n{text}\n"));
        for name in names {
            assert!(all.iter().any(|(other, one)| other == name && one.free > 1), "{name}: {text}");
        }
    }
    let all = found(&format!("{FRENCH}\n\nIl y a un port de notre ville, il y a un port de notre ville.\n"));
    assert!(!all.iter().any(|(name, _)| name.contains("notre")));
}

#[test]
fn a_verb_that_does_something_with_a_thing_gives_it_no_name() {
    for (language, text, name) in [
        (FRENCH, "Le noyau appelle la fonction du pilote.", "fonction du pilote"),
        (FRENCH, "Il est appelé sur le quai du port.", "quai du port"),
        (GERMAN, "Jede Zeile, die dessen Typ bezeichnet, steht im Buch.", "Typ"),
        (SPANISH, "La llamada Sub está en el libro.", "Sub"),
    ] {
        let all = found(&format!("{language}\n\n{text}\n"));
        let is_termed = all
            .iter()
            .any(|(other, one)| other == name && one.definitions.iter().any(|one| one.pattern == Pattern::Termed));
        assert!(!is_termed, "{name}: {text}");
    }
}

#[test]
fn an_elided_article_makes_no_other_name() {
    let text = format!(
        "{FRENCH}\n\nIl parle de l’ONU, et de l’accord. L’ONU est là, et ONU est un nom. Un accord est un accord.\n"
    );
    let named = |name: &str| found(&text).into_iter().filter(|(other, _)| other == name).count();
    assert_eq!((named("ONU"), named("l’ONU")), (1, 0));
    assert_eq!(one(&text, "ONU").key, phrase_key("l’ONU").unwrap());
    // In English it is part of the name.
    assert_eq!(
        one("They met Jean L’Ouverture at noon.", "Jean L’Ouverture").key,
        phrase_key("Jean L’Ouverture").unwrap()
    );
}

#[test]
fn names_of_other_languages_have_marks_capitals_or_come_again() {
    let text = format!(
        "{FRENCH}\n\nLa « chaise vide » et les Nations Unies règnent ici. La pêche côtière, la pêche côtière.\n"
    );
    assert!(one(&text, "chaise vide").signals.has(Signal::Quoted));
    assert!(one(&text, "Nations Unies").signals.has(Signal::Capitalised));
    assert_eq!(one(&text, "pêche côtière").free, 2);
    let text = format!("{GERMAN}\n\nDas Seerecht\n\n{GERMAN}\n");
    assert!(one(&text, "Seerecht").signals.has(Signal::Heading));
}

#[test]
fn nothing_is_said_of_a_text_in_a_language_that_is_not_known() {
    let text = "Kansainvälinen sopimus on kahden tai useamman valtion välinen asiakirja, jossa osapuolet sitoutuvat yhteisiin sääntöihin.";
    assert!(found(text).is_empty());
}

#[test]
fn texts_without_spaces_define_terms_by_their_own_words() {
    for (text, name, pattern) in [
        ("所谓“无害通过”，是指外国船舶通过其领海。", "无害通过", Pattern::Termed),
        ("所谓绿色物流，是指减少对环境的危害。", "绿色物流", Pattern::Termed),
        ("内水是指领海基线向陆地一面的水域。", "内水", Pattern::Termed),
        ("沿海各国把这一带水域称为“毗连区”。", "毗连区", Pattern::Termed),
        ("“海上丝绸之路”是一条连接东西方的航线。", "海上丝绸之路", Pattern::Is),
        ("「接続水域」とは、領海に接する水域をいう。", "接続水域", Pattern::Termed),
        ("無害通航とは、領海を通航することである。", "無害通航", Pattern::Termed),
        ("陸地側の水域は「内水」と呼ばれる。", "内水", Pattern::Termed),
        ("领海是一种沿海的水域。", "领海", Pattern::Is),
        ("安全委员会由十五个成员组成。", "安全委员会", Pattern::Includes),
        ("三项原则包括和平、劳动和节制。", "三项原则", Pattern::Includes),
        ("毗连区，即领海以外的一带水域，由沿海国管理。", "毗连区", Pattern::Namely),
        ("这一带水域称为毗连区。", "毗连区", Pattern::Termed),
        ("公海被定义为各国之外的水域。", "公海", Pattern::Termed),
        ("航行自由的核心是各国船舶平等。", "航行自由", Pattern::Essence),
        ("領海は、沿岸国の主権が及ぶ水域を指す。", "領海", Pattern::Termed),
        ("領海は沿岸国の主権が及ぶ水域である。", "領海", Pattern::Is),
        ("委員会は五人の委員からなる。", "委員会", Pattern::Includes),
        ("陸地側の水域を内水と呼ぶ。", "内水", Pattern::Termed),
        ("接続水域、すなわち領海に接する水域は、狭い。", "接続水域", Pattern::Namely),
        ("本法所称内水，是指陆地一侧的水域。", "内水", Pattern::Termed),
        ("简而言之，领海就是沿海的水域。", "领海", Pattern::Is),
        ("公海（GH）是各国船舶都可以航行的水域。", "公海", Pattern::Is),
        ("毗连区又称邻接区，是领海以外的水域。", "毗连区", Pattern::Is),
        ("harbourd 是一个管理泊位的程序。", "harbourd", Pattern::Is),
        ("什么是内水？它是陆地一侧的水域。", "内水", Pattern::Title),
        ("この法律において「内水」とは、陸地側の水域をいう。", "内水", Pattern::Termed),
        ("陸地側の水域を内水という。", "内水", Pattern::Termed),
        ("harbourdは泊位を管理するプログラムである。", "harbourd", Pattern::Is),
        ("伸缩缝指桥面之间的缝隙。", "伸缩缝", Pattern::Termed),
        ("引桥：连接道路和主桥的部分。", "引桥", Pattern::Termed),
        ("橋脚：橋を下から支える柱。", "橋脚", Pattern::Termed),
        ("SLA: サービスの品質についての約束。", "SLA", Pattern::Termed),
        ("ブイは、水路を示す浮標を指します。", "ブイ", Pattern::Termed),
    ] {
        let one = one(text, name);
        assert_eq!(
            one.definitions.first().map(|one| (one.pattern, one.passage.of(text))),
            Some((pattern, text)),
            "{name}"
        );
    }
    let title = one("《海洋法公约》于1982年通过。", "海洋法公约");
    assert!(title.signals.has(Signal::Quoted) && title.signals.has(Signal::Document) && title.definitions.is_empty());
    for text in [
        "这是一种水域。",
        "他们就是一个大家庭。",
        "注意：大桥施工期间的道路将会关闭。",
        "日時：来週の金曜日",
        "領導指出了工作中的問題。",
        "超链接是指向本地系统上的文件的链接。",
        "他说：“我们不会同意这个没有道理的、不公平的要求。”",
    ] {
        assert!(found(text).is_empty(), "{text}");
    }
}

#[test]
fn a_section_says_of_its_heading_what_it_is_in_every_language() {
    for (text, name, pattern) in [
        (format!("{GERMAN}\n\nLiegegeld\n\nEs handelt sich um eine Abgabe.\n"), "Liegegeld", Pattern::Title),
        (format!("{FRENCH}\n\nDroit de quai\n\nLes bateaux le paient au port.\n"), "Droit de quai", Pattern::Section),
        (
            format!("{FRENCH}\n\nQu’est-ce que le droit de quai ? C’est une taxe du port.\n"),
            "droit de quai",
            Pattern::Title,
        ),
        ("内水\n\n它是陆地一侧的水域。\n".into(), "内水", Pattern::Title),
        ("内水とは\n\n陸地側に広がり、沿岸国が管理する。\n".into(), "内水", Pattern::Section),
    ] {
        assert_eq!(one(&text, name).definitions.first().map(|one| one.pattern), Some(pattern), "{text}");
    }
}

#[test]
fn a_law_defines_item_by_item_in_every_language() {
    for (text, name, passage) in [
        (
            format!(
                "{GERMAN}\n\nIm Sinne dieses Gesetzes ist\n1. Liegegeld: eine Abgabe der Schiffe;\n2. Lotsgeld: ein Lohn.\n"
            ),
            "Liegegeld",
            "1. Liegegeld: eine Abgabe der Schiffe;",
        ),
        (
            format!(
                "{FRENCH}\n\nOn entend par :\n1° « droit de quai » : une taxe du port ;\n2° « pilote » : un guide.\n"
            ),
            "droit de quai",
            "1° « droit de quai » : une taxe du port ;",
        ),
    ] {
        let one = one(&text, name);
        let found = one.definitions.iter().find(|one| one.pattern == Pattern::Termed);
        assert_eq!(found.map(|one| one.passage.of(&text)), Some(passage));
    }
}

#[test]
fn an_abbreviation_in_parentheses_is_a_short_name_in_every_language() {
    for (text, name, short) in [
        (format!("{GERMAN}\n\nDie Hafenordnung der Stadt (HOS) gilt.\n"), "Hafenordnung der Stadt", "HOS"),
        (format!("{FRENCH}\n\nLa Société du port (SP) est ici.\n"), "Société du port", "SP"),
        ("水路协会（以下简称“水协”）管理航道。".into(), "水路协会", "水协"),
    ] {
        assert_eq!(one(&text, name).short.map(|span| span.of(&text).to_string()), Some(short.to_string()), "{text}");
    }
}

proptest! {
    #[test]
    fn whatever_words_and_marks_stand_side_by_side_candidates_lie_in_the_text(
        prose in prop_oneof![Just(GERMAN), Just(FRENCH), Just(SPANISH), Just(ITALIAN), Just(PORTUGUESE), Just(RUSSIAN), Just("内水是指水域。")],
        text in "(der |die |le |l’|d'|„|“|«|»|「|」|《|》|\\. |。|, |: |\n\n|ist |est |wird |genannt |als |par |on entend |appelé |unter |versteht |Pакт |— |это |是指|とは|称为|海洋|を|Hafen |zone |é|# |- |\\(|\\)|Ά|İ|1\\. ){0,60}"
    ) {
        let text = format!("{prose}\n\n{text}");
        for format in [Format::Plain, Format::Markdown] {
            for one in Extractor::default().extract(&blocks_of(&text, format)) {
                prop_assert!(text.get(one.span.start..one.span.end).is_some());
                for definition in &one.definitions {
                    prop_assert!(text.get(definition.passage.start..definition.passage.end).is_some());
                }
            }
        }
    }
}

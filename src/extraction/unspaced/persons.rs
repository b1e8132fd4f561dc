//! Persons in a text without spaces, told by an office or a form of address beside their names: `部长王毅`, `田中さん`.

use super::names::has;
use crate::text::{Span, is_hiragana, is_word_char};

/// Offices behind which a Chinese name stands, or before which it does.
const OFFICES: &str = "部长 部長 总理 總理 主席 总统 總統 行长 行長 局长 局長 书记 書記 总书记 市长 市長 省长 省長 县长 县長 校长 校長 \
    院长 院長 会长 會長 秘书长 秘書長 主任 发言人 發言人 经理 經理 董事长 董事長 总裁 總裁 首相 大使 将军 將軍 教授 博士 记者 記者 司令 法官 \
    律师 律師 议员 議員 委员长 委員長 大臣 院士 医生 醫生 老师 老師 处长 處長 馆长 館長 社长 社長 队长 隊長 导演 導演 作家 诗人 詩人 学者 學者 专家 專家";
/// What stands behind a name only.
const ADDRESSES: &str = "先生 女士 小姐 同志";
/// Chinese family names, the commonest.
const FAMILIES: &str = "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董潘袁蔡蒋蔣\
    余杜叶葉程魏苏蘇吕呂丁沈任姚卢盧傅钟鍾姜崔谭譚廖范汪陆陸石戴贾賈韦韋夏邱侯邹鄒熊孟秦白江阎薛尹段雷黎史龙龍陶贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃洪武莫孔习習温溫";
/// What goes on behind a Chinese name.
const BEHIND: &str = "说 說 表示 指出 在 于 星期 周 今 昨 日前 和 与 與 出席 会见 會見 会 宣布 强调 強調 认为 認為 将 將 率 访问 訪問 主持 发表 發表 \
    介绍 介紹 透露 是 对 對 就 向 的 等 同 抵达 参加 參加 并 也 还 還 曾 被 报道 報道 告诉 告訴 称 稱 呼吁 回答 接受 签署 代表 担任 當選 当选 以 为 从 到 已 又 则";

/// What stands behind a Japanese name in the news: forms of address, and offices.
const BEHIND_JAPANESE: &str = "氏 さん 様 選手 容疑者 被告";
const JAPANESE_OFFICES: &str = "首相 総理 大統領 外相 財務相 防衛相 官房長官 長官 総裁 社長 会長 知事 市長 議員 教授 監督 博士 委員長 幹事長 代表 \
    先生 次官 国務長官 書記長 主席 国家主席 最高経営責任者 事務総長";
/// What somebody's kin, trade or place is called so with, and no name.
const NO_NAMES: &str =
    "皆 母 父 兄 姉 奥 娘 息子 隣 患者 業者 店員 客 医者 子 孫 嫁 婿 叔父 叔母 神 仏 王 夫人 皇族 同 両 各 何 貴";
/// What a house, a state or a place ends with, and no name of a person.
const PLACES: &str = "国 省 庁 県 府 都 市 町 村 区 州 党 社 会 局 院 学 行 部 署 所 団 連 業 校 課 室 官 官房 長 員 閣 総理 大臣 政 名誉 歴代 准 副 元 前 現 新 両 各 次期 \
    日本 東京 大阪 京都 北京 台湾 欧州 中央 特別 連邦 最高 臨時 暫定 共同 筆頭";
const COUNTRIES: &str = "フランス ロシア ドイツ ウクライナ イタリア ブラジル イラン イラク トルコ メキシコ アルゼンチン フィリピン インド インドネシア ベトナム \
    スペイン ポーランド カナダ イギリス アメリカ オーストラリア スイス エジプト シリア チリ ペルー キューバ ベネズエラ ヨーロッパ イスラエル オランダ ベルギー ギリシャ \
    ポルトガル グループ チーム メーカー";
/// Letters of a family name with a given name, at least and at most.
const FULL: std::ops::RangeInclusive<usize> = 3..=5;
/// Letters of a name in any script, at most.
const LONGEST: usize = 16;

/// The names of persons in a sentence, in order.
pub(super) fn persons(text: &str) -> Vec<Span> {
    let mut all = if text.contains(is_hiragana) { japanese(text) } else { chinese(text) };
    all.sort_unstable();
    all.dedup();
    all
}

fn chinese(text: &str) -> Vec<Span> {
    let mut all = Vec::new();
    for office in OFFICES.split_whitespace() {
        for (at, _) in text.match_indices(office) {
            all.extend(name_at(text, at + office.len()));
            all.extend(name_until(text, at));
        }
    }
    for address in ADDRESSES.split_whitespace() {
        all.extend(text.match_indices(address).filter_map(|(at, _)| name_until(text, at)));
    }
    all
}

/// The Chinese name that begins at a byte: a family name and one or two letters, and what goes on behind a name.
fn name_at(text: &str, start: usize) -> Option<Span> {
    let rest = &text[start..];
    rest.chars().next().filter(|&first| FAMILIES.contains(first))?;
    // The surer what goes on, the surer the name: `林海|认为` rather than `林海认|为`.
    let ends = |letters: usize| {
        let end = rest.char_indices().nth(letters).map_or(rest.len(), |(at, _)| at);
        let (own, behind) = rest.split_at(end);
        let is_name = own.chars().count() == letters && own.chars().all(is_han);
        let words = BEHIND.split_whitespace().filter(|word| behind.starts_with(word)).map(str::len).max();
        let sure = if behind.starts_with(is_word_char) { words? } else { usize::MAX };
        (is_name && !has(BEHIND, |word| own.ends_with(word))).then(|| (sure, Span::new(start, start + end)))
    };
    [ends(2), ends(3)].into_iter().flatten().max_by_key(|(sure, _)| *sure).map(|(_, name)| name)
}

/// The Chinese name that ends at a byte and has no letter before it.
fn name_until(text: &str, end: usize) -> Option<Span> {
    let start = end - letters_before(text, end, is_word_char)?;
    let name = &text[start..end];
    let is_name = (2..=3).contains(&name.chars().count()) && name.chars().all(is_han);
    (is_name && name.starts_with(|first| FAMILIES.contains(first))).then(|| Span::new(start, end))
}

fn japanese(text: &str) -> Vec<Span> {
    let mut all = Vec::new();
    for (words, is_office) in [(BEHIND_JAPANESE, false), (JAPANESE_OFFICES, true)] {
        for word in words.split_whitespace() {
            all.extend(text.match_indices(word).filter_map(|(at, _)| name_before(text, at, is_office)));
        }
    }
    all
}

/// The Japanese name that ends at a byte: letters of one script, behind kana or a sign.
fn name_before(text: &str, end: usize, is_office: bool) -> Option<Span> {
    let last = text[..end].chars().next_back()?;
    let is_own = |c: char| if is_katakana(last) { is_katakana(c) || c == '・' } else { is_han(c) };
    let start = end - letters_before(text, end, is_own)?;
    let name = &text[start..end];
    let letters = name.chars().count();
    let before = text[..start].chars().next_back();
    if letters < 2 || before.is_some_and(|c| is_word_char(c) && !is_hiragana(c)) {
        return None;
    }
    let is_name = if is_katakana(last) {
        letters > 2 && !has(COUNTRIES, |country| name == country)
    } else {
        let fits = letters <= *FULL.end() && (!is_office || FULL.contains(&letters) || is_family(name));
        let is_other = has(NO_NAMES, |word| name == word) || has(PLACES, |word| name.ends_with(word));
        let is_place = is_office && has(PLACES, |word| word.chars().count() > 1 && name.starts_with(word));
        fits && !is_other && !is_place
    };
    is_name.then(|| Span::new(start, end))
}

/// How many bytes the letters have that something holds for right before a byte; `None` of too many.
fn letters_before(text: &str, end: usize, is_own: impl Fn(char) -> bool) -> Option<usize> {
    let own = || text[..end].chars().rev().take(LONGEST + 1).take_while(|&c| is_own(c));
    (own().count() <= LONGEST).then(|| own().map(char::len_utf8).sum())
}

/// Whether two letters are a Japanese family name as far as their last letter tells: `岸田`, `石川`.
fn is_family(name: &str) -> bool {
    name.chars().count() == 2
        && name.ends_with(|last| "田川山本村野藤木原島崎井上口沢橋谷林森倉破泉辺部坂岡浜松内嶋塚".contains(last))
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '々')
}

fn is_katakana(c: char) -> bool {
    matches!(c, '\u{30a1}'..='\u{30fa}' | 'ー')
}

//! The words that the rules for Chinese and Japanese know.

pub(in crate::attribution::unspaced) mod chinese;
pub(in crate::attribution::unspaced) mod japanese;

use super::Language;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Words and phrases.
pub(super) type List = LazyLock<Vec<&'static str>>;

fn list(words: &'static str) -> Vec<&'static str> {
    words.split_ascii_whitespace().collect()
}

/// Nouns before the title of a work.
pub(super) const WORKS: &[&str] = &[
    "小说",
    "电影",
    "歌曲",
    "诗集",
    "散文",
    "专著",
    "著作",
    "一书",
    "影片",
    "纪录片",
    "话剧",
    "短篇",
    "长篇",
    "小説",
    "映画",
    "著書",
    "論文",
    "曲",
    "番組",
    "書籍",
    "絵本",
    "漫画",
    "ドラマ",
    "アルバム",
    "題して",
];

/// A text in the signs that the lists are written in: of Chinese the simplified ones. Every sign keeps its length in bytes.
pub(super) fn folded(text: &str, language: Language) -> String {
    if language == Language::Japanese {
        return text.to_string();
    }
    text.chars().map(|c| FOLDED.get(&c).copied().unwrap_or(c)).collect()
}

static FOLDED: LazyLock<FxHashMap<char, char>> =
    LazyLock::new(|| TRADITIONAL.chars().zip(SIMPLIFIED.chars()).collect());

/// Traditional signs of words in the lists.
const TRADITIONAL: &str = "說稱寫問強調認為對記報導總統長會議發據後還這時當學員經國華專醫師東書見門應講談話電論壇評論獎週週陳張劉黃吳趙孫馬許鄭謝韓馮鄧\
    蕭葉蘇呂蔣賈鍾譚陸範樓龍賀顧錢湯喬賴龐嚴傅竇戰團黨務廳處聯協機構證實訴複復釋駁聲陽開軍將領導書親視網際環衛動產業農鄉鎮縣區場請\
    紀錄關們從與點準備剛則連續結補充讚嘆慶賓舉廣閣織責監顯個來過裡邊貝爾奧羅達倫維裏隊漁聞倆嗎終於藝術歷響義無幹檢採訪節項內眾號樣鐵電";
const SIMPLIFIED: &str = "说称写问强调认为对记报导总统长会议发据后还这时当学员经国华专医师东书见门应讲谈话电论坛评论奖周周陈张刘黄吴赵孙马许郑谢韩冯邓\
    萧叶苏吕蒋贾钟谭陆范楼龙贺顾钱汤乔赖庞严傅窦战团党务厅处联协机构证实诉复复释驳声阳开军将领导书亲视网际环卫动产业农乡镇县区场请\
    纪录关们从与点准备刚则连续结补充赞叹庆宾举广阁织责监显个来过里边贝尔奥罗达伦维里队渔闻俩吗终于艺术历响义无干检采访节项内众号样铁电";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_traditional_sign_has_a_simplified_one_of_the_same_length() {
        assert_eq!(TRADITIONAL.chars().count(), SIMPLIFIED.chars().count());
        let pairs = TRADITIONAL.chars().zip(SIMPLIFIED.chars());
        assert!(pairs.into_iter().all(|(old, new)| old.len_utf8() == new.len_utf8()));
        assert_eq!(folded("總統陳明對記者說", Language::Chinese), "总统陈明对记者说");
        assert_eq!(folded("総統は記者に說いた", Language::Japanese), "総統は記者に說いた");
    }
}

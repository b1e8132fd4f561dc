//! The words by which Chinese and Japanese tell names and definitions. Lists are words between spaces.

use super::super::pattern::Pattern;

/// What may stand before the term at the beginning of the sentence that defines it.
pub(super) const SO_CALLED: &str = "所谓 所謂 いわゆる ここでいう そもそも いわば 什么是 什麼是 何谓 何謂";
/// A place that the definition holds for, as it begins and ends: `本法所称`, `この法律において`.
pub(super) const HOLDING: [(&str, &str); 3] =
    [("本 本条 本办 本规 本法", "所称的 所稱的 所称 所稱 中的"), ("この 本", "において における で"), ("在本", "中")];

/// What a term stands before, between marks or at the beginning of its sentence.
pub(super) const BEHIND: &[(Pattern, &str)] = &[
    (
        Pattern::Termed,
        "一词是指 一词指 一词，指 的概念是指 是指 指的是 就是指 ，指 的定义是 的含义是 的意思是 被定义为 被定義為 定义为 定義為 可以定义为 可以理解为 \
         とは というのは という語は という言葉は という用語は という概念は にあたるのは に該当するのは",
    ),
    (Pattern::Means, "意味着 意味著 意为 意為 意指"),
    (
        Pattern::Is,
        "是一种 是一種 是一项 是一項 是一个 是一個 是一类 是一類 是一套 是一款 是一份 是一系列 就是 即是 ，就是",
    ),
    (Pattern::Namely, "，即 ，也就是 ，亦即 ，换言之 、すなわち すなわち 、つまり 、いわば"),
    (Pattern::Includes, "包括 包含 分为 分為 由以下"),
    (Pattern::Purpose, "旨在 的目的是 的宗旨是 的目标是 的目標是 の目的は"),
    (
        Pattern::Essence,
        "的核心是 的实质是 的實質是 的内容是 的內容是 的本质是 的本質是 の本質は の原則とは 原则要求 原則要求",
    ),
];
/// The same only behind a term between marks, which says little.
pub(super) const BEHIND_MARKED: &[(Pattern, &str)] = &[
    (Pattern::Is, "是一 即 指 属于 屬於"),
    (Pattern::Colon, "："),
    (Pattern::Purpose, "强调 強調"),
    (Pattern::Apposition, "—— ――"),
    (Pattern::Statement, "是 は"),
];
/// The same only where nothing goes on with it as another word: `即将`.
pub(super) const LOOSE: (&str, &str, Pattern) = ("即", "将將使便可刻时時", Pattern::Is);
/// What the sentence has behind a term, and what it ends with: `安理会由五国组成`, `Xは、…をいう`.
pub(super) const CLOSED: [(&str, &str, Pattern); 7] = [
    ("由", "组成 組成 构成 構成", Pattern::Includes),
    (
        "は",
        "をいう を指す を意味する をいいます を指します を意味します のことだ のことである のことです と定義される として定義されている と定義されている を示す言葉である",
        Pattern::Termed,
    ),
    ("は", "からなる から成る から構成される で構成される によって構成される を含む", Pattern::Includes),
    ("は", "にほかならない の一種である の総称である", Pattern::Is),
    ("　", "をいう を指す", Pattern::Termed),
    ("の三つ", "である", Pattern::Includes),
    ("者，", "也", Pattern::Is),
];
/// Behind `是` and `指` where they say nothing of what something is, or are parts of other words.
pub(super) const IS_NOT: &[char] = &['不', '否', '在', '为', '由', '很', '最'];
pub(super) const MEANS_NOT: &[char] = &[
    '出', '导', '導', '示', '数', '數', '挥', '揮', '责', '責', '控', '定', '标', '標', '南', '望', '向', '着', '派',
    '令', '引', '认', '甲', '纹', '针', '不',
];
/// What `X は …` ends with where it says what something is.
pub(super) const BEING: &str = "である であった です でした";
/// What these say of nothing what it is, right before the end.
pub(super) const JUDGING: &str = "重要 問題 必要 可能 明らか 困難 簡単 便利 有名 こと 考え ところ はず ため から よう もの 違い 好例 例外 理由 原因 当然 無理 同じ";
/// A time, which `のことである` says when of.
pub(super) const TIMES: &str = "年 月 日 時 頃 ころ";
/// Behind `とは`: nothing is defined.
pub(super) const DENYING: &str =
    "関係 違 異な 別 いえ いうものの 言え 言い 限ら 思え 思わ 何 なに 対照 逆 反対 似 比べ 一線 無縁 なら なっ";

/// Before a term, wherever it stands; `called` and `in short`.
pub(super) const CALLED: &str = "叫做 叫作 称为 稱為 称作 稱作 称之为 稱之為";
/// What joins another name to a name: `X又称Y，是…`, and what abbreviates it.
pub(super) const ALIAS: &str = "又称 又稱 亦称 又名 也叫 也称";
pub(super) const SHORT: &str = "简称 簡稱 略称";
/// The same, but a file or a person may be so named, which says nothing of the name: only between marks.
pub(super) const NAMED: &str = "名为 名為";
/// Behind a term, wherever it stands.
pub(super) const CALLED_BEHIND: &str =
    "と呼ばれ と呼ぶ と呼び と呼ん と定義 と称 という。 という） といい、 として知られ とみなす とみなされ";
/// What a term stands between that somebody defines: `把X定义为`.
pub(super) const TAKEN: [(&str, &str); 6] =
    [("把", "定义为"), ("将", "定义为"), ("將", "定義為"), ("は", "を"), ("把", "理解为"), ("将", "理解为")];
/// What a sentence begins behind: `认为，`.
pub(super) const SAYING: &str = "认为， 認為， 指出， 规定， 規定， 认为： 指出： 简而言之， 要するに、 つまり、";

/// Words that no term begins with: they point, join or tell who.
pub(super) const POINTING: &str = "这 這 那 该 該 此 本 它 他 她 我 你 其 也 但 而 就 因 所 如 在 对 對 从 當 当 若 或 和 与 與 及 以 由 为 為 有 \
    这样 什么 什麼 怎么 谁 誰 哪 という これ それ あれ この その あの ここ そこ 私 彼 何 我々 又 并 並 则 則 即 可 要 会 會 不 没 沒 已 被 让 讓 最 更 很 请 請 只 尤其 特别 昨 今 明天 明年 去年 后来 當時 每";
/// Nor ends with: they belong to the verb behind it.
pub(super) const ADVERBS: &str = "都 也 就 不 并 還 还 曾 更 只 又 仍 正 便 均 亦 应 应当 可以 主要 通常 大约 立 随 隨 大概 一般 往往 现在 已经 曾经 可能 必须 需要 能够 这样 什么 问题 結果 结果 \
    原因 关键 关鍵 事实 重要 於 于 但 可 或 若 要 凡 总 總";
/// Letters that no term has inside: they join or govern.
pub(super) const INSIDE: [char; 12] = ['的', '是', '在', '把', '被', '将', '將', '使', '让', '讓', '们', '們'];

/// What answers a question, or goes on below a heading.
pub(super) const IT_IS: &str = "它是 这是 這是 即 它指 是指 それは これは";
/// What stands before a colon and names nothing.
pub(super) const LABELS: &str = "注意 备注 備註 提示 说明 說明 日期 时间 時間 地点 地點 电话 電話 地址 作者 来源 來源 参考 例如 例 注 如下 内容 標題 标题 \
    結果 结果 メモ 備考 日時 場所 住所 著者 出典 補足 重要 目的 対象 方法 手順 特徴 特点 原因 优点 缺点 利点 欠点 関連 記事 主题 目标 结论 结语 総括 要点";

//! The words of Japanese.

use super::{List, list};

/// Verbs of saying, behind `と`, as they begin in the active; in the passive who says it is not the subject.
pub static SAYS: List = List::new(|| {
    list(
        "述べた 述べて 述べる 述べ、 語っ 語る 語り 話した 話して 話す 話し、 言っ 言う 言い 指摘し 指摘する 強調し \
    強調する 書い 書く 書き 説明し 説明する コメントし コメントを出 主張し 主張する 訴えた 訴える 訴えて 訴え、 \
    答えた 答えて 答える 批判し 批判する 表明し 表明する 明らかにし 明らかにする 発表し 発表する 振り返っ \
    振り返る 振り返り 呼びかけた 呼びかけて 呼びかける 呼び掛けた 呼び掛けて 呼び掛ける 反論し 反論する 伝えた \
    伝えて 伝える 報じた 報じて 報じる 認めた 認めて 認める 警告し 警告する 約束し 約束する 宣言し 宣言する \
    投稿し 投稿する 尋ねた 尋ねて 尋ねる 聞い 問い 問うた つぶやい つぶやく 叫ん 叫ぶ 続けた 続ける 続け、 \
    付け加えた 付け加える 打ち明けた 打ち明ける 断言し 断言する 評価し 評価する 非難し 非難する 弁明し 証言し \
    証言する 発言し 回答し 回答する 記した 記して 記す つづっ 嘆い 嘆く 喜ん 喜ぶ 笑っ 笑う 憤っ 憤る ささやい \
    反発し 反発する 釈明し 否定し 否定する 力説し 力を込め 意気込ん 意気込む 期待を寄せ 胸を張っ 胸を張る \
    声を落とし 漏らし 漏らす 明かし 明かす 挨拶し あいさつし 提案し 提案する 要求し 要求する 抗議し 質問し 要請し \
    予測し 予測する 見通しを示 考えを示 認識を示 見方を示 見解を示 懸念を示 不満を 口にし 口にする 口をそろえ \
    おっしゃっ している していた した上で したうえで しつつ",
    )
});
/// Behind a verb of saying, what says that nothing was said, or that it is not certain.
pub static DENIES: List = List::new(|| {
    list(
        "ことはな ことがな こともな ことなどな ことなく ことはありません とされ と言われ といわれ と伝えられ とみられ わけではない \
    噂 うわさ ウワサ デマ かどうか かもしれ",
    )
});
/// The same directly behind the beginning of the verb.
pub static NOT: List = List::new(|| {
    list("いない いなか いなく いません おらず おりません はいない はいなか はおらず ない なかった ません")
});
/// What the words between the marks are, where nobody in particular says them.
pub static HEARSAY: List = List::new(|| list("噂 うわさ ウワサ デマ 流言 風説 風評 疑惑 誤報"));
/// Whatever leads to what somebody says.
pub static ACCORDING: List =
    List::new(|| list("によると によれば の説明では の話では に言わせれば の話によると の説明によると"));
/// Before `によると`, what is said and not who says it.
pub static ACCOUNTS: List = List::new(|| list("の話 の説明 の発表 の報道 の調べ"));
/// Words of the sentence before a quotation that says who says it.
pub static THUS: List = List::new(|| list("次のように こう 以下のように このように そう"));
/// Titles, offices and what people do, behind a name.
pub static TITLES: List = List::new(|| {
    list(
        "首相 大統領 副大統領 総理 総理大臣 主席 国家主席 総書記 書記長 国王 女王 大臣 外相 財務相 防衛相 厚労相 \
    経産相 農相 法相 文科相 環境相 国交相 官房長官 長官 副長官 議長 副議長 議員 知事 市長 町長 村長 区長 局長 \
    課長 部長 次長 係長 室長 所長 館長 院長 校長 学長 総長 会長 副会長 社長 副社長 専務 常務 取締役 頭取 総裁 \
    理事長 理事 事務局長 事務総長 委員長 委員 代表 党首 幹事長 政調会長 報道官 広報官 広報担当者 大使 公使 教授 \
    准教授 助教 講師 名誉教授 博士 研究員 主任研究員 学芸員 教諭 先生 医師 弁護士 裁判長 裁判官 検事 監督 コーチ \
    選手 投手 主将 記者 編集長 作家 詩人 俳優 歌手 画家 牧師 神父 住職 船長 機長 店長 組合長 隊長 司令官 将軍 \
    大将 容疑者 被告 氏 さん 様 君 ちゃん 女史 夫人 アナリスト エコノミスト 最高経営責任者",
    )
});
/// What people do and are, with no name.
pub static ROLES: List = List::new(|| {
    list(
        "者 人 員 師 家 幹部 高官 職員 住民 市民 農家 漁師 女性 男性 関係者 担当者 専門家 研究者 筋 生徒 学生 店主 \
    社員 選手 母親 父親 夫 妻 息子 娘 遺族 目撃者 スポークスマン ファン",
    )
});
/// The last signs of what a body is called.
pub static BODIES: List = List::new(|| {
    list(
        "省 庁 局 府 会 社 党 紙 通信 新聞 放送 政府 大学 銀行 組合 連盟 協会 漁協 農協 生協 機構 機関 警察 署 側 委員会 センター \
    研究所 国連 連合 財団 本部 事務所 裁判所 検察 学校 高校 病院 テレビ ホワイトハウス クレムリン グループ \
    ホールディングス 電力 鉄道 航空 市 県 町 村 教委 労組 団体",
    )
});
/// The last signs of what a document is called.
pub static DOCUMENTS: List =
    List::new(|| list("声明 報告書 社説 論文 白書 記事 宣言 文書 条約 憲法 判決 通知 手紙 コミュニケ 談話"));
/// The last signs of nouns for an occasion.
pub static EVENTS: List = List::new(|| {
    list(
        "会議 会見 演説 講演 集会 大会 総会 国会 討論会 シンポジウム 式典 インタビュー 会談 声明 サミット フォーラム \
    説明会 公聴会 スピーチ 発表会 委員会 取材 協議 首脳会議 開会式 閉会式 卒業式 入学式 開校式 閉校式 起工式 落成式 開幕式 閉幕式 討論 講義 手紙 談話 番組",
    )
});
/// Before a title, which one it is.
pub static BEFORE_TITLES: List = List::new(|| list("元 前 副 現 新 故 米 英 仏 独 露 韓 中 日 伊 印 同"));
/// Pronouns, and what stands for one.
pub static PRONOUNS: List = List::new(|| {
    list("彼 彼女 同氏 同首相 同大統領 同教授 同社長 同知事 同市長 同長官 同議員 同容疑者 同被告 同監督 同選手")
});
/// Frequent surnames.
pub static SURNAMES: List = List::new(|| {
    list(
        "佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邉 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 斉藤 清水 \
    山崎 森 池田 橋本 阿部 石川 山下 中島 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 太田 \
    西村 藤井 金子 岡本 藤原 三浦 中野 中川 原田 松田 竹内 小野 田村 中山 和田 石田 森田 上田 原 内田 柴田 酒井 \
    宮崎 横山 高木 安藤 宮本 大野 小島 谷口 工藤 今井 高田 増田 丸山 杉山 村田 大塚 新井 小山 平野 藤本 河野 上野 \
    野口 武田 松井 千葉 菅原 岩崎 木下 久保 佐野 野村 松尾 市川 菊地 菊池 杉本 古川 大西 島田 水野 桜井 高野 吉川 \
    山内 西田 飯田 西川 小松 北村 安田 五十嵐 川口 平田 関 中田 久保田 服部 東 岩田 土屋 川崎 福島 本田 辻 樋口 \
    秋山 田口 永井 中西 吉村 川上 石原 大橋 松岡 馬場 浜田 森本 星野 矢野 浅野 大島 松下 吉岡 小池 野田 荒木 大谷 \
    岸 岸田 安倍 菅 麻生 石橋 吉野 桑原 黒田 白石 片山 宮田",
    )
});

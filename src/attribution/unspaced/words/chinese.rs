//! The words of Chinese, in simplified signs.

use super::{List, list};

/// Verbs of saying; behind one there may be one of [`TAILS`].
pub static SAYS: List = List::new(|| {
    list(
        "说 指出 表示 强调 认为 称 写 回答 问 答 宣布 声称 宣称 坚称 辩称 坦言 直言 透露 介绍 补充 回忆 感叹 感慨 呼吁 \
    警告 承诺 承认 解释 分析 反问 反驳 重申 批评 主张 喊 叫 笑 回应 评论 总结 断言 表态 留言 说明 报道 报导 通报 \
    建议 提醒 抱怨 叹 追问 质问 自问 写信 讲 谈 提出 发文 撰文 致辞 抗议 谴责 证实 预测 预言 披露 赞叹 惊叹 \
    嘱咐 叮嘱 命令",
    )
});
/// What a verb of saying may end with.
pub static TAILS: List = List::new(|| list("说 道 称 到 过 了 着说 指出 表示"));
/// Verbs that have somebody told between them and the words.
pub static TELLS: List = List::new(|| list("告诉 提醒 警告 质问 追问 反问 询问 回答 答复 回应 问 嘱咐 叮嘱 劝"));
/// The verb by which somebody calls something so, and signs before it that make another word of it.
pub const CALLS: char = '称';
pub const BEFORE_CALLS: [char; 12] = ['声', '宣', '坚', '辩', '名', '职', '号', '自', '统', '简', '俗', '通'];
/// Verbs that pass on what somebody else said.
pub static PASSES_ON: List = List::new(|| list("援引 引述 引用 转述 转引 引自 传达"));
/// What says, before a verb of saying, that somebody did not say it.
pub static DENIES: List = List::new(|| list("从未 未曾 并未 尚未 从没 从来没 并没 不曾 从不 否认"));
/// The same directly before the verb.
pub static NOT: List = List::new(|| list("未 没 没有 不 未必 不会 不想 不愿 没能 未能"));
/// What nobody in particular says that somebody said.
pub static HEARSAY: List = List::new(|| list("据说 据传 据称 相传 谣传 传闻"));
/// Words behind a subject, with which what stands before the verb begins.
pub static ADVERBIALS: List = List::new(|| {
    list(
        "在 对 向 就 于 曾 还 也 则 又 再 再次 随后 接着 日前 近日 昨 今 当天 当日 同日 当时 此前 之后 最近 去年 上周 \
    本周 周一 周二 周三 周四 周五 周六 周日 星期 接受 会见 出席 发表 撰文 发文 致信 致辞 明确 郑重 公开 多次 反复 \
    一再 这样 如此 如是 还是 特别 高度 严肃 坚决 愤怒 激动 高兴 笑着 哭着 摇头 点头 坚定 平静 无奈 自豪 严厉 当场 \
    立即 最后 首先 同时 进一步 通过 从 为 针对 谈及 谈到 谈起 提到 回应 回答 面对 以 用 代表 给 跟 与 致函 电话 \
    受访 补充 坦率 坦诚 着重 专门 特意 主动 私下 淡淡 轻声 大声 低声 小声 悄悄 一边 不禁 忍不住 经常 常常 常 总 \
    都 却 只 仍 便 即 并 已 才 连忙 继续 坦然 欣慰 动情 深情 悲伤 伤心 气愤 兴奋 严正 早上 上午 下午 晚上 \
    早些时候 稍后 稍早",
    )
});
/// Words with which a clause begins before its subject.
pub static OPENS: List = List::new(|| {
    list(
        "昨天 昨日 今天 今日 近日 日前 当天 当日 同日 随后 当时 此前 最近 其中 对此 为此 不过 但是 但 而 然而 因此 \
    所以 同时 另外 此外 最后 接着 于是 后来 去年 今年 上周 本周 周一 周二 周三 周四 周五 周六 周日 之后 会后 会上 \
    首先 其次 正如 如 就像 时任 前任 原 据悉， 事后 稍后 日后 那时 不久前 多年前",
    )
});
/// Titles, offices and what people do, before or behind a name.
pub static TITLES: List = List::new(|| {
    list(
        "国家主席 总书记 主席 副主席 总理 副总理 首相 总统 副总统 部长 副部长 外长 防长 大使 公使 参赞 议长 议员 市长 \
    副市长 省长 县长 镇长 村长 区长 州长 局长 副局长 处长 科长 厅长 司长 院长 副院长 校长 副校长 所长 馆长 会长 \
    董事长 总裁 副总裁 总经理 经理 主任 副主任 秘书长 书记 委员 代表 发言人 记者 编辑 主编 教授 副教授 博士 院士 \
    研究员 讲师 老师 教师 医生 医师 护士 律师 法官 检察官 警官 将军 上将 中将 少将 上校 司令 司令员 队长 船长 \
    教练 主教练 球员 先生 女士 小姐 太太 夫人 同志 同学 师傅 阿姨 大妈 大爷 大叔 作家 诗人 学者 专家 历史学家 \
    经济学家 科学家 哲学家 思想家 导演 演员 歌手 画家 艺术家 工程师 总工程师 设计师 建筑师 分析师 评论员 观察员 \
    负责人 创始人 联合创始人 首席执行官 首席经济学家 奶奶 爷爷 村民 居民 市民 渔民 农民 牧民 工人 学生 司机 店主 \
    老板 志愿者 目击者 当事人 知情人士 官员 外交官 顾问 助理 秘书 国王 女王 王子 公主 教皇 主教 法师 住持 飞行员 \
    宇航员 航天员 运动员 旅客 游客 乘客 消费者 家长 父亲 母亲 儿子 女儿 妻子 丈夫 候选人 领导人 领袖 队员 成员 \
    馆员 站长 台长 社长 总编辑 总监 厂长 园长 团长 组长 班长 行长 庭长 新闻官 专员 总干事 理事长 财长",
    )
});
/// The last signs of what a body is called.
pub static BODIES: List = List::new(|| {
    list(
        "部 委 局 厅 署 院 会 社 网 报 台 党 政府 公司 集团 大学 学院 学校 中学 小学 银行 组织 机构 法院 中心 协会 \
    联盟 警方 校方 官方 军方 院方 中方 美方 日方 俄方 英方 法方 德方 欧方 韩方 双方 店方 检方 控方 辩方 白宫 国会 \
    议会 联合国 欧盟 办公室 中央 总部 工会 日报 晚报 时报 周刊 杂志 电视台 通讯社 代表团 使馆 大使馆 基金 基金会 \
    研究所 实验室 医院 博物馆 图书馆 俱乐部 航空 铁路",
    )
});
/// The last signs of what a document is called.
pub static DOCUMENTS: List = List::new(|| {
    list(
        "文章 报告 公报 声明 社论 宣言 报道 白皮书 通知 公告 文件 决议 条约 协定 宪法 章程 信中 来信 评论 判决书 \
    起诉书 说明书 通告 联合公报",
    )
});
/// The last signs of nouns for an occasion.
pub static EVENTS: List = List::new(|| {
    list(
        "会议 大会 记者会 发布会 峰会 座谈会 研讨会 听证会 例会 年会 会上 晚会 招待会 论坛 讲话 演讲 演说 仪式 典礼 \
    会谈 集会 报告 致辞 采访 专访 访谈 辩论 讲座 开幕式 闭幕式 庆典 庆祝会 酒会 葬礼 婚礼 追悼会 声明 公开信 信 电视讲话 全会 代表大会 委员会会议 \
    宴会 庭审",
    )
});
/// Whoever is nobody in particular.
pub static NOBODY: List = List::new(|| {
    list(
        "有人 人们 有的人 俗话 常言 古语 老话 古人 谚语 谁 我 我们 你 你们 咱们 大家 自己 它 它们 他们 她们 人人 \
    许多人 很多人 不少人 一些人 有些人 方面 周围 何人 某人 别人 人家 也有人 这 那 双方 文中 书中",
    )
});
/// Pronouns for one person.
pub static PRONOUNS: List = List::new(|| list("他 她"));
/// Signs that are in no name and no office.
pub const SMALL: &str = "的了着把被这那不没是而且但若如果因所以之其很些每谁吗呢吧啊么您我你他她它们";
/// Surnames.
pub const SURNAMES: &str = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷\
    贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜\
    郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封靳储段富巫乌焦巴牧山谷车侯\
    宓蓬全班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司黎薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阳闻党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂牛寿通边扈燕冀浦尚农温\
    庄晏柴瞿阎慕连茹习艾鱼容向古易慎戈廖庾终居衡步都耿满弘匡国文寇广禄阙东欧利蔚越隆师巩聂晁勾敖融冷辛阚那简饶曾沙丰关游竺权盖益桓公肖付闫代覃邝佟楚";
/// Surnames of two signs.
pub static LONG_SURNAMES: List =
    List::new(|| list("欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 端木 夏侯 呼延 南宫 独孤 长孙"));
/// Signs that foreign names are written with.
pub const FOREIGN: &str = "阿埃艾爱安昂奥巴白班邦贝本比彼宾波伯博布采查达戴丹德邓迪蒂丁东杜顿多厄恩尔法凡范菲费芬丰冯佛夫弗福富盖甘高戈格根贡古哈海汉豪赫亨洪胡华怀惠霍基吉季加贾\
    简杰金喀卡凯坎康考柯科克肯孔库夸奎拉莱赖兰朗劳勒雷黎里丽利莉列林琳卢鲁路伦罗洛吕马玛迈麦曼芒梅门蒙米密明缪摩莫默姆穆拿纳娜奈南内尼妮涅宁纽农努诺欧帕\
    潘庞佩彭皮平珀朴普奇齐钱乔切琴琼屈让热日荣茹儒瑞若萨塞赛桑瑟森沙山珊尚舍申圣史舒朔斯丝司松苏索塔泰坦汤唐陶特滕提田廷通图土托瓦万旺威韦维魏温文翁沃乌\
    吾伍武西希锡夏香肖谢辛欣兴休雪逊雅亚延扬耶叶伊以因英尤于约泽扎詹章珍芝朱卓兹佐翰莎薇蕾茜黛娅琪玻默波琳拜登京朗普泽岸";

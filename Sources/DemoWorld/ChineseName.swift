/// A Chinese company's name in characters, in pinyin as a SWIFT wire prints it, and in its
/// registered English: place, brand, trade, legal form. All brands are made up.
struct ChineseName {
    let place: Word
    let brand: Word
    let trade: Word
    let form: Word

    /// One word in characters, pinyin and English; English is empty where the pinyin serves.
    struct Word {
        let zh: String
        let pinyin: String
        let english: String

        init(_ zh: String, _ pinyin: String, _ english: String = "") {
            self.zh = zh
            self.pinyin = pinyin
            self.english = english.isEmpty ? pinyin : english
        }
    }

    var characters: String { place.zh + brand.zh + trade.zh + form.zh }

    /// `DALIAN HAORUICHENG JIXIE SHEBEI YOUXIAN GONGSI`.
    var pinyin: String {
        [place, brand, trade, form].map(\.pinyin).joined(separator: " ").uppercased()
    }

    /// `Dalian Haoruicheng Machinery Equipment Co., Ltd.`
    var english: String {
        [place, brand, trade, form].map(\.english).joined(separator: " ")
    }

    /// The short name that colleagues use: `浩锐澄机械设备`.
    var short: String { brand.zh + trade.zh }

    static func brand(_ dice: inout Dice) -> Word {
        let syllables = [dice.pick(first), dice.pick(middle), dice.pick(last)]
        let chosen = dice.chance(550) ? syllables : [syllables[0], syllables[2]]
        let pinyin = chosen.map(\.1).joined()
        return Word(chosen.map(\.0).joined(), pinyin.prefix(1).uppercased() + pinyin.dropFirst())
    }

    private static let first = [
        ("峤", "qiao"), ("澜", "lan"), ("朔", "shuo"), ("珩", "heng"), ("煜", "yu"), ("璟", "jing"),
        ("昊", "hao"), ("铎", "duo"), ("骁", "xiao"), ("沣", "feng"), ("瀚", "han"), ("棣", "di"),
        ("岐", "qi"), ("钰", "yu"), ("衡", "heng"), ("曜", "yao"), ("砺", "li"), ("湛", "zhan"),
        ("舜", "shun"), ("灏", "hao"), ("筑", "zhu"), ("琨", "kun"), ("禹", "yu"), ("峥", "zheng"),
    ]
    private static let middle = [
        ("瑞", "rui"), ("博", "bo"), ("恒", "heng"), ("嘉", "jia"), ("鼎", "ding"), ("宏", "hong"),
        ("信", "xin"), ("德", "de"), ("远", "yuan"), ("融", "rong"), ("启", "qi"), ("承", "cheng"),
    ]
    private static let last = [
        ("澄", "cheng"), ("朗", "lang"), ("泽", "ze"), ("铭", "ming"), ("岳", "yue"), ("霖", "lin"),
        ("骏", "jun"), ("越", "yue"), ("川", "chuan"), ("擎", "qing"), ("臻", "zhen"), ("沛", "pei"),
        ("翎", "ling"), ("屹", "yi"), ("垚", "yao"), ("楷", "kai"), ("舟", "zhou"), ("航", "hang"),
    ]

    /// Cities with the six digits of their region in the credit code.
    static let places: [(Word, region: String)] = [
        (Word("大连", "Dalian"), "210200"), (Word("大连", "Dalian"), "210200"),
        (Word("大连", "Dalian"), "210200"), (Word("沈阳", "Shenyang"), "210100"),
        (Word("沈阳", "Shenyang"), "210100"), (Word("鞍山", "Anshan"), "210300"),
        (Word("营口", "Yingkou"), "210800"), (Word("丹东", "Dandong"), "210600"),
        (Word("长春", "Changchun"), "220100"), (Word("哈尔滨", "Haerbin", "Harbin"), "230100"),
        (Word("天津", "Tianjin"), "120100"), (Word("唐山", "Tangshan"), "130200"),
        (Word("青岛", "Qingdao"), "370200"), (Word("烟台", "Yantai"), "370600"),
        (Word("威海", "Weihai"), "371000"), (Word("济南", "Jinan"), "370100"),
        (Word("南京", "Nanjing"), "320100"), (Word("无锡", "Wuxi"), "320200"),
        (Word("常州", "Changzhou"), "320400"), (Word("苏州", "Suzhou"), "320500"),
        (Word("南通", "Nantong"), "320600"), (Word("上海", "Shanghai"), "310115"),
        (Word("杭州", "Hangzhou"), "330100"), (Word("宁波", "Ningbo"), "330200"),
        (Word("合肥", "Hefei"), "340100"), (Word("洛阳", "Luoyang"), "410300"),
        (Word("郑州", "Zhengzhou"), "410100"), (Word("武汉", "Wuhan"), "420100"),
        (Word("长沙", "Changsha"), "430100"), (Word("佛山", "Foshan"), "440600"),
        (Word("深圳", "Shenzhen"), "440300"), (Word("厦门", "Xiamen"), "350200"),
        (Word("重庆", "Chongqing"), "500100"), (Word("成都", "Chengdu"), "510100"),
        (Word("西安", "Xian", "Xi'an"), "610100"),
    ]

    static let trades = [
        Word("机械设备", "Jixie Shebei", "Machinery Equipment"),
        Word("重工机械", "Zhonggong Jixie", "Heavy Machinery"),
        Word("传动设备", "Chuandong Shebei", "Transmission Equipment"),
        Word("起重机械", "Qizhong Jixie", "Lifting Machinery"),
        Word("船舶配套", "Chuanbo Peitao", "Marine Equipment"),
        Word("港口机械", "Gangkou Jixie", "Port Machinery"),
        Word("风电装备", "Fengdian Zhuangbei", "Wind Power Equipment"),
        Word("泵业", "Bengye", "Pump"),
        Word("减速机制造", "Jiansuji Zhizao", "Gearbox Manufacturing"),
        Word("矿山机械", "Kuangshan Jixie", "Mining Machinery"),
        Word("自动化科技", "Zidonghua Keji", "Automation Technology"),
        Word("机电工程", "Jidian Gongcheng", "Electromechanical Engineering"),
        Word("国际贸易", "Guoji Maoyi", "International Trading"),
        Word("进出口", "Jinchukou", "Import and Export"),
        Word("液压技术", "Yeya Jishu", "Hydraulics Technology"),
        Word("包装机械", "Baozhuang Jixie", "Packaging Machinery"),
        Word("水处理设备", "Shuichuli Shebei", "Water Treatment Equipment"),
        Word("输送设备", "Shusong Shebei", "Conveying Equipment"),
        Word("石化装备", "Shihua Zhuangbei", "Petrochemical Equipment"),
        Word("橡塑机械", "Xiangsu Jixie", "Rubber and Plastics Machinery"),
        Word("粮油机械", "Liangyou Jixie", "Grain and Oil Machinery"),
        Word("备件", "Beijian", "Spare Parts"),
    ]

    static let forms = [
        (Word("有限公司", "Youxian Gongsi", "Co., Ltd."), 80),
        (Word("有限责任公司", "Youxian Zeren Gongsi", "Co., Ltd."), 9),
        (Word("股份有限公司", "Gufen Youxian Gongsi", "Corporation Limited"), 11),
    ]
    static let group = Word("集团有限公司", "Jituan Youxian Gongsi", "Group Co., Ltd.")
}

/// Places in names of companies: tokens of their own, in Chinese, pinyin and English (domain.md
/// §3.6).
struct Regions: Sendable {
    /// Chinese, the longest first.
    static let local = places.map(\.han)
    static let localEndings = ["省", "市"].map { Array($0.utf8) }

    /// By Latin letters without spaces: what is the same place has one number.
    let latin: [[UInt8]: UInt16]
    /// The longest first, for the front of a name run together.
    let letters: [[UInt8]]

    init() {
        var latin: [[UInt8]: UInt16] = [:]
        for (number, place) in Self.places.enumerated() {
            let number = UInt16(truncatingIfNeeded: number)
            latin[Pinyin.letters(place.han[...])] = number
            for name in place.latin { latin[name] = number }
        }
        self.latin = latin
        letters = latin.keys.sorted {
            ($1.count, $0.lexicographic) < ($0.count, $1.lexicographic)
        }
    }

    /// Where an English name is not the pinyin, it stands behind.
    private static let places: [(han: [UInt8], latin: [[UInt8]])] =
        """
        中国/CHINA/PRC 北京/PEKING 上海 天津 重庆 大连/DAIREN 沈阳 长春 哈尔滨/HARBIN 青岛/TSINGTAO 济南 烟台 威海 潍坊 临沂 淄博
        南京 苏州 无锡 常州 南通 徐州 扬州 镇江 盐城 连云港 昆山 杭州 宁波 温州 嘉兴 绍兴 台州 金华 义乌 合肥 芜湖 福州 厦门/AMOY
        泉州 漳州 南昌 九江 郑州 洛阳 武汉 宜昌 长沙 株洲 广州/CANTON 深圳 东莞 佛山 珠海 中山 惠州 汕头 江门 湛江 南宁 桂林 柳州
        海口 三亚 成都 绵阳 贵阳 昆明 西安 宝鸡 兰州 太原 石家庄 唐山 保定 秦皇岛 包头 呼和浩特/HOHHOT 乌鲁木齐/URUMQI
        拉萨/LHASA 银川 西宁 丹东 营口 鞍山 锦州 抚顺 吉林 大庆 香港/HONGKONG/HK 澳门/MACAU/MACAO 台湾/TAIWAN 台北/TAIPEI
        高雄/KAOHSIUNG 辽宁 黑龙江 河北 河南 山东 山西 江苏 浙江 安徽 福建 江西 湖北 湖南 广东 广西 海南 四川 贵州 云南
        陕西 甘肃 青海 宁夏 新疆/SINKIANG 内蒙古/INNERMONGOLIA 西藏/TIBET 亚洲/ASIA 新加坡/SINGAPORE 日本/JAPAN 韩国/KOREA
        德国/GERMANY/DEUTSCHLAND 美国/USA/AMERICA 英国/UK
        """.split { $0 == " " || $0 == "\n" }
        .map { $0.split(separator: "/").map { Array($0.utf8) } }
        .map { ($0[0], Array($0.dropFirst())) }
        .sorted { ($1.0.count, $0.0.lexicographic) < ($0.0.count, $1.0.lexicographic) }
}

extension [UInt8] {
    /// As a text, to be ordered by.
    fileprivate var lexicographic: String { String(decoding: self, as: UTF8.self) }
}

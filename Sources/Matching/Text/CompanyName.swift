/// A company's name as a set of tokens, without its legal form (domain.md §3.6).
///
/// `Hairun Trading (Dalian) Co., Ltd.` and `DALIAN HAIRUN TRADING LIMITED` are one set; 大连海润贸易有限公司
/// and 海润贸易（大连）有限公司 too, because words for a region are tokens of their own.
struct CompanyName {
    let tokens: [[UInt8]]

    init(_ name: String) {
        let bytes = Folding.fold(name, limit: 512)
        var found: [[UInt8]] = []
        var token: [UInt8] = []
        var local = false
        func close() {
            guard !token.isEmpty else { return }
            found.append(token)
            token.removeAll()
        }
        for byte in bytes where byte != UInt8(ascii: ".") && byte != UInt8(ascii: "'") {
            let isLocal = byte >= 0x80
            if !token.isEmpty, isLocal != local { close() }
            local = isLocal
            if isLocal || ASCII.isSign(byte) { token.append(byte) } else { close() }
        }
        close()
        var kept: [[UInt8]] = []
        for token in found where !Self.legalForms.contains(token) {
            kept += token[0] >= 0x80 ? Self.local(token) : [token]
        }
        tokens = kept.isEmpty ? found : kept
    }

    /// Independent of the order of the tokens and of repetitions; nil for a name without a sign.
    var hash: UInt64? {
        guard !tokens.isEmpty else { return nil }
        var distinct = tokens.map { Hash.of($0) }
        distinct.sort()
        var hash = Hash(salt: 7)
        var last: UInt64?
        for token in distinct where token != last {
            hash.add(token)
            last = token
        }
        return hash.value
    }

    /// Without legal forms at the end, regions at the front apart.
    private static func local(_ token: [UInt8]) -> [[UInt8]] {
        if localForms.contains(token) { return [] }
        var rest = token[...]
        var stripped = true
        while stripped {
            stripped = false
            for form in localForms
            where rest.count > form.count && rest.suffix(form.count) == form[...] {
                rest = rest.dropLast(form.count)
                stripped = true
            }
        }
        if localForms.contains(Array(rest)) { return [] }
        var parts: [[UInt8]] = []
        while let region = regions.first(where: { rest.starts(with: $0) }) {
            parts.append(region)
            rest = rest.dropFirst(region.count)
            for ending in endings where rest.starts(with: ending) {
                rest = rest.dropFirst(ending.count)
            }
        }
        return rest.isEmpty ? parts : parts + [Array(rest)]
    }

    private static let legalForms: Set<[UInt8]> = words(
        """
        CO LTD LIMITED COLTD INC INCORPORATED LLC LLP LP CORP CORPORATION COMPANY PLC GMBH MBH AG KG KGAA OHG
        UG SE EK SA SAS SARL SRL SPA SL BV NV AB AS ASA OY OYJ APS PTY PTE PVT SDN BHD KK JSC OOO ZRT KFT SRO
        DOO GROUP THE
        """)

    /// Longest first: each is the end of the one before.
    private static let localForms = ["有限责任公司", "股份有限公司", "有限公司", "集团", "公司"].map {
        Array($0.utf8)
    }
    private static let endings = ["省", "市"].map { Array($0.utf8) }
    private static let regions =
        """
        中国 北京 上海 天津 重庆 大连 沈阳 长春 哈尔滨 青岛 济南 烟台 威海 南京 苏州 无锡 常州 南通 杭州 宁波 温州 合肥
        福州 厦门 泉州 南昌 郑州 武汉 长沙 广州 深圳 东莞 佛山 珠海 中山 南宁 海口 成都 贵阳 昆明 西安 兰州 太原 石家庄
        唐山 呼和浩特 乌鲁木齐 香港 澳门 台湾 辽宁 吉林 黑龙江 河北 河南 山东 山西 江苏 浙江 安徽 福建 江西 湖北 湖南 广东
        广西 海南 四川 贵州 云南 陕西 甘肃 青海 宁夏 新疆 内蒙古 西藏
        """.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) }

    private static func words(_ text: String) -> Set<[UInt8]> {
        Set(text.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) })
    }
}

/// How much two names resemble each other: for suggestions only, never for applying.
enum NameLikeness {
    /// Suggested above this; at it, not yet (field.md G10).
    static let threshold = 80

    /// 0…100: the share of letter pairs that the names have in common (Dice).
    static func score(_ a: CompanyName, _ b: CompanyName) -> Int {
        let pairsA = pairs(a)
        let pairsB = pairs(b)
        guard !pairsA.isEmpty, !pairsB.isEmpty else { return 0 }
        var common = 0
        var i = 0
        var j = 0
        while i < pairsA.count, j < pairsB.count {
            if pairsA[i] == pairsB[j] {
                common += 1
                i += 1
                j += 1
            } else if pairsA[i] < pairsB[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return 200 * common / (pairsA.count + pairsB.count)
    }

    /// The best candidate above the threshold; all of the best where they tie, and then nobody is
    /// suggested.
    static func best<ID>(_ scored: [(id: ID, score: Int)]) -> [ID] {
        guard let top = scored.map(\.score).max(), top > threshold else { return [] }
        return scored.filter { $0.score == top }.map(\.id)
    }

    private static func pairs(_ name: CompanyName) -> [UInt16] {
        var pairs: [UInt16] = []
        for token in name.tokens {
            var last = ASCII.space
            for byte in token {
                pairs.append(UInt16(last) << 8 | UInt16(byte))
                last = byte
            }
        }
        return pairs.sorted()
    }
}

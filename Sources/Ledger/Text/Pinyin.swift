/// Chinese characters in Latin letters, without tone and spaces, as SWIFT names are written
/// (domain.md §3.6): 大连海润 is DALIANHAIRUN.
public enum Pinyin {
    /// The letters of a folded text; what is no Chinese character stays as it is.
    public static func letters(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        var place = text.startIndex
        while place < text.endIndex {
            guard let scalar = Han.scalar(text, at: place) else {
                out.append(text[place])
                place += 1
                continue
            }
            if let word = words[scalar]?.first(where: { text[place...].starts(with: $0.han) }) {
                out += word.letters
                place += word.han.count
                continue
            }
            if let syllable = syllable(scalar) {
                out += syllable
            } else {
                out += text[place..<place + 3]
            }
            place += 3
        }
        return out
    }

    public static func syllable(_ scalar: UInt32) -> [UInt8]? {
        let number = readings.bySign[Int(scalar - Han.first)]
        return number == 0 ? nil : readings.syllables[Int(number)]
    }

    public static func isSyllable(_ letters: [UInt8]) -> Bool {
        letters.count <= 6 && syllables.contains(letters)
    }

    private static let syllables = Set(readings.syllables)

    private static let readings: (syllables: [[UInt8]], bySign: [UInt16]) = {
        var syllables: [[UInt8]] = [[]]
        var bySign = [UInt16](repeating: 0, count: Int(Han.last - Han.first) + 1)
        var inSigns = true
        for scalar in table.unicodeScalars {
            if Han.isHan(scalar.value) {
                bySign[Int(scalar.value - Han.first)] = UInt16(
                    truncatingIfNeeded: syllables.count - 1)
                inSigns = true
            } else if (65...90).contains(scalar.value) {
                if inSigns { syllables.append([]) }
                syllables[syllables.count - 1].append(UInt8(truncatingIfNeeded: scalar.value))
                inSigns = false
            }
        }
        return (syllables, bySign)
    }()

    /// Words that are read otherwise than their characters, by the first one.
    private static let words: [UInt32: [(han: [UInt8], letters: [UInt8])]] = {
        var table: [UInt32: [(han: [UInt8], letters: [UInt8])]] = [:]
        let parts = exceptions.split { $0 == " " || $0 == "\n" }
        for (han, letters) in zip(parts, parts.dropFirst()) where !han.utf8.allSatisfy(isASCII) {
            guard let first = han.unicodeScalars.first?.value else { continue }
            table[first, default: []].append((Array(han.utf8), Array(letters.utf8)))
        }
        return table
    }()

    private static func isASCII(_ byte: UInt8) -> Bool { byte < 0x80 }

    private static let exceptions = """
        重庆 CHONGQING 重阳 CHONGYANG 乐清 YUEQING 音乐 YINYUE 乐器 YUEQI 六安 LUAN 台州 TAIZHOU 天台 TIANTAI
        东阿 DONGE 阿胶 EJIAO 番禺 PANYU 蚌埠 BENGBU 西藏 XIZANG 陕西 SHAANXI 单县 SHANXIAN 莘县 SHENXIAN
        铅山 YANSHAN 黄陂 HUANGPI 大埔 DABU 牟平 MUPING 中牟 ZHONGMU 尉犁 YULI 繁峙 FANSHI 丽水 LISHUI
        会计 KUAIJI 会稽 KUAIJI 模具 MUJU 模板 MUBAN 弹簧 TANHUANG 弹性 TANXING 给水 JISHUI 给排水 JIPAISHUI
        供给 GONGJI 调度 DIAODU 调查 DIAOCHA 成长 CHENGZHANG 生长 SHENGZHANG 行星 XINGXING 行动 XINGDONG
        行者 XINGZHE 行政 XINGZHENG 旅行 LVXING 知行 ZHIXING 智行 ZHIXING 力行 LIXING 远行 YUANXING
        天行 TIANXING 步行 BUXING 飞行 FEIXING 航行 HANGXING 运行 YUNXING 通行 TONGXING 出行 CHUXING
        自行车 ZIXINGCHE 薄荷 BOHE 大夫 DAIFU 石家庄 SHIJIAZHUANG
        """
}

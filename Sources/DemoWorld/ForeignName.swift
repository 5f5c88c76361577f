/// Names of companies outside China: a made-up place or brand, a trade, the legal form of the
/// country.
enum ForeignName {
    /// A company name, and the same in the country's own script where that is not Latin.
    struct Made {
        let name: String
        var local: String?
    }

    /// A made-up brand that the companies of one group share.
    static func brand(_ country: String, _ dice: inout Dice) -> Made {
        switch country {
        case "DE", "AT":
            return Made(name: dice.pick(germanFirst) + dice.pick(germanLast))
        case "JP":
            let (first, last) = (dice.pick(japaneseFirst), dice.pick(japaneseLast))
            return Made(name: first.0 + last.0, local: first.1 + last.1)
        case "KR":
            let (first, last) = (dice.pick(koreanFirst), dice.pick(koreanLast))
            return Made(name: first.0 + last.0, local: first.1 + last.1)
        case "US", "CA", "AU", "GB", "NZ", "ZA":
            return Made(name: dice.pick(englishFirst) + " " + dice.pick(englishLast))
        case "BR", "MX", "CL", "ES", "IT", "FR":
            return Made(name: dice.pick(romanceFirst) + dice.pick(romanceLast))
        default:
            return Made(name: dice.pick(coinedFirst) + dice.pick(coinedLast))
        }
    }

    static func company(_ brand: Made, in country: String, _ dice: inout Dice) -> Made {
        let (trades, form) = style(of: country)
        if country == "JP" {
            let trade = dice.pick(japaneseTrades)
            return Made(
                name: "\(brand.name) \(trade.0) Co., Ltd.",
                local: (brand.local ?? "") + trade.1 + "株式会社")
        }
        if country == "KR" {
            let trade = dice.pick(koreanTrades)
            return Made(
                name: "\(brand.name) \(trade.0) Co., Ltd.",
                local: (brand.local ?? "") + trade.1 + " 주식회사")
        }
        return Made(name: "\(brand.name) \(dice.pick(trades)) \(dice.pick(form))")
    }

    private static func style(of country: String) -> (trades: [String], forms: [String]) {
        switch country {
        case "DE": (germanTrades, ["GmbH", "GmbH", "GmbH & Co. KG", "AG", "KG"])
        case "AT": (germanTrades, ["GmbH", "Ges.m.b.H."])
        case "NL": (englishTrades, ["B.V."])
        case "BE": (englishTrades, ["NV", "BV"])
        case "FR": (["Transmissions", "Mécanique", "Convoyeurs", "Hydraulique"], ["SAS", "SARL"])
        case "IT": (["Trasmissioni", "Meccanica", "Impianti", "Pompe"], ["S.r.l.", "S.p.A."])
        case "ES": (["Transmisiones", "Maquinaria", "Bombas"], ["S.L.", "S.A."])
        case "PL": (["Napędy", "Maszyny", "Przekładnie"], ["Sp. z o.o."])
        case "DK": (englishTrades, ["A/S", "ApS"])
        case "SE": (englishTrades, ["AB"])
        case "BR": (["Equipamentos Industriais", "Transmissões", "Bombas"], ["Ltda", "S.A."])
        case "MX": (["Maquinaria", "Transmisiones"], ["S.A. de C.V."])
        case "CL": (["Minería y Equipos", "Maquinaria"], ["SpA", "Ltda"])
        case "TR": (["Makina Sanayi ve Ticaret"], ["A.S.", "Ltd. Sti."])
        case "IN": (englishTrades, ["Private Limited", "Pvt. Ltd."])
        case "AU", "NZ", "ZA": (englishTrades, ["Pty Ltd"])
        case "GB": (englishTrades, ["Ltd", "Limited"])
        case "AE": (englishTrades, ["LLC", "FZE"])
        case "VN", "TH": (englishTrades, ["Co., Ltd."])
        case "SG", "MY": (englishTrades, ["Pte. Ltd.", "Sdn. Bhd."])
        default: (englishTrades, ["Inc.", "LLC", "Corp.", "Company"])
        }
    }

    private static let germanFirst = [
        "Eller", "Ahren", "Brok", "Dornen", "Falken", "Griesen", "Hassel", "Immen", "Kersen",
        "Lüten", "Mohlen", "Netten", "Quell", "Rammel", "Schwarten", "Tielen", "Ucken", "Wulfs",
        "Ziegen", "Övel", "Brammer", "Jührs",
    ]
    private static let germanLast = [
        "brook", "feld", "hagen", "kamp", "stedt", "horn", "büttel", "rade", "moor", "wisch",
        "loh", "wede",
    ]
    private static let germanTrades = [
        "Antriebstechnik", "Fördertechnik", "Maschinenbau", "Pumpen", "Getriebebau",
        "Anlagentechnik", "Hydraulik", "Kranservice", "Windkraftservice", "Industriebedarf",
        "Schiffstechnik", "Verpackungstechnik", "Instandhaltung", "Stahlhandel",
    ]
    private static let englishFirst = [
        "Cedar", "Harlan", "Copper", "Pine", "Larkin", "Marsh", "Otter", "Quarry", "Sable", "Tamar",
        "Willow", "Granite", "Juniper", "Heron", "Bracken", "Flint",
    ]
    private static let englishLast = [
        "Fork", "Ridge", "Hollow", "Crossing", "Bend", "Landing", "Mesa", "Narrows", "Spur", "Weir",
        "Gate", "Knoll",
    ]
    private static let englishTrades = [
        "Conveyor Systems", "Power Transmission", "Bulk Handling", "Pumps", "Gear Works",
        "Mining Supply", "Industrial Drives", "Marine Services", "Hydraulics",
        "Engineering", "Equipment", "Trading",
    ]
    private static let romanceFirst = [
        "Valde", "Serra", "Monte", "Campo", "Riva", "Torre", "Alba", "Ponte", "Costa", "Lago",
        "Mira", "Sora",
    ]
    private static let romanceLast = [
        "clara", "ventra", "lunga", "serena", "nova", "dorra", "bruna", "linda", "marca", "fonte",
    ]
    private static let coinedFirst = [
        "Nor", "Bal", "Kar", "Tol", "Ver", "Zal", "Mer", "Dor", "Sil", "Arv", "Hel", "Tri",
    ]
    private static let coinedLast = [
        "vika", "dera", "tano", "mira", "zent", "lund", "kova", "star", "bina", "goro", "fess",
        "nara",
    ]
    private static let japaneseFirst = [
        ("Asa", "朝"), ("Kuma", "熊"), ("Hoshi", "星"), ("Shira", "白"), ("Tachi", "橘"),
        ("Mizu", "水"), ("Kiri", "桐"), ("Natsu", "夏"), ("Iwa", "岩"),
    ]
    private static let japaneseLast = [
        ("mori", "森"), ("zawa", "沢"), ("tani", "谷"), ("hama", "浜"), ("numa", "沼"),
        ("kura", "倉"), ("gase", "瀬"),
    ]
    private static let japaneseTrades = [
        ("Seisakusho", "製作所"), ("Seiki", "精機"), ("Kikai Kogyo", "機械工業"),
        ("Shoji", "商事"), ("Jukogyo", "重工業"),
    ]
    private static let koreanFirst = [
        ("Han", "한"), ("Sae", "새"), ("Dae", "대"), ("Cheong", "청"), ("Bit", "빛"), ("Mir", "미르"),
    ]
    private static let koreanLast = [
        ("byeol", "별"), ("gang", "강"), ("sol", "솔"), ("dam", "담"), ("nara", "나라"), ("woori", "우리"),
    ]
    private static let koreanTrades = [
        ("Precision", "정밀"), ("Machinery", "기계"), ("Heavy Industries", "중공업"),
        ("Trading", "무역"), ("Industrial", "산업"),
    ]
}

extension String {
    /// The letters that a SWIFT or SEPA line can carry: capitals, without marks (ü as UE).
    var wired: String {
        var out = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "ä", "Ä": out += "AE"
            case "ö", "Ö": out += "OE"
            case "ü", "Ü": out += "UE"
            case "ß": out += "SS"
            case "é", "è", "É", "ę": out += "E"
            case "õ", "ó", "ô": out += "O"
            case "í": out += "I"
            case "ł": out += "L"
            case "ã", "á", "ą": out += "A"
            case "ç": out += "C"
            case "&": out += "+"
            default: if scalar.isASCII { out.unicodeScalars.append(scalar) }
            }
        }
        return out.uppercased()
    }
}

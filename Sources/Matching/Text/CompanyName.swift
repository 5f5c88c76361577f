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
        for (place, byte) in bytes.enumerated() where !Self.isWithin(bytes, place) {
            let isLocal = byte >= 0x80
            if !token.isEmpty, isLocal != local { close() }
            local = isLocal
            if isLocal || ASCII.isSign(byte) { token.append(byte) } else { close() }
        }
        close()
        // `A.D.` at the end is a form, at the front it may be a name.
        while found.count > 1, Self.lastForms.contains(found[found.count - 1]) {
            found.removeLast()
        }
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
        while let region = Regions.local.first(where: { rest.starts(with: $0) }) {
            parts.append(region)
            rest = rest.dropFirst(region.count)
            for ending in Regions.localEndings where rest.starts(with: ending) {
                rest = rest.dropFirst(ending.count)
            }
        }
        return rest.isEmpty ? parts : parts + [Array(rest)]
    }

    /// A point or an apostrophe, and the stroke of `A/S`, are no end of a word.
    private static func isWithin(_ name: [UInt8], _ place: Int) -> Bool {
        switch name[place] {
        case UInt8(ascii: "."), UInt8(ascii: "'"): true
        case UInt8(ascii: "/"):
            place > 0 && ASCII.isCapital(name[place - 1])
                && (place == 1 || !ASCII.isSign(name[place - 2]))
                && place + 1 < name.count && name[place + 1] == UInt8(ascii: "S")
                && (place + 2 == name.count || !ASCII.isSign(name[place + 2]))
        default: false
        }
    }

    private static let legalForms: Set<[UInt8]> = words(
        """
        CO LTD LIMITED COLTD LTDA LDA INC INCORPORATED LLC LLP LLLP PLLC LP CORP CORPORATION COMPANY PLC
        GMBH GGMBH MBH AG KG KGAA OHG UG SE EK EV SA SAS SASU SARL EURL SNC SCOP SRL SRLS SPA SAPA SL SLU
        NV BV BVBA VOF CVBA AB AS ASA APS OY OYJ PTY PTE PVT PRIVATE SDN BHD TBK KK JSC CJSC OJSC PJSC OOO
        OAO ZAO ZRT NYRT KFT SRO SPOL DOO EOOD OOD SPZOO ZOO UAB SIA STI GROUP THE
        """)

    private static let lastForms: Set<[UInt8]> = words(
        "AD EAD AO PAO DD BT CV PT OU HB KB IS KS GBR EG PC PCL PARTNERS CIE KOMMANDITGESELLSCHAFT")

    /// Longest first: each is the end of the one before.
    private static let localForms = [
        "股份有限公司", "有限责任公司", "个体工商户", "有限合伙", "有限公司", "股份公司", "株式会社", "有限会社", "合同会社", "集团", "公司",
    ].map { Array($0.utf8) }

    private static func words(_ text: String) -> Set<[UInt8]> {
        Set(text.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) })
    }
}

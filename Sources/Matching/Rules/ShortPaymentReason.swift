/// Why a payer says it paid less, as a reason code of domain.md §3.14; UNKNOWN where it does not
/// say.
enum ShortPaymentReason {
    static func code(_ text: [UInt8]) -> String {
        for (code, words) in reasons where words.contains(where: { Words.contains(text, $0) }) {
            return code
        }
        return "UNKNOWN"
    }

    private static let reasons: [(String, [[UInt8]])] = [
        ("QTY_SHORT", ["缺货", "短少", "短缺", "少货", "SHORTAGE", "SHORT DELIVER", "FEHLMENGE"]),
        ("DAMAGE", ["破损", "损坏", "DAMAGE", "BESCHAEDIG"]),
        ("RETURN", ["退货", "RETURNED GOODS", "RETURN ", "RETOURE"]),
        ("RETENTION", ["质保金", "RETENTION", "EINBEHALT"]),
        ("DISC_UNEARNED", ["折扣", "DISCOUNT", "SKONTO"]),
        ("FREIGHT", ["运费", "FREIGHT", "FRACHT"]),
        ("BANK_CHG_CLAIM", ["手续费", "BANK CHARGE", "BANK FEE", "SPESEN"]),
        ("PENALTY_LD", ["违约金", "罚款", "PENALTY", "LIQUIDATED"]),
        ("PRICE", ["价格差", "价差", "PRICE DIFF", "PREISDIFF"]),
        ("REBATE", ["返利", "REBATE", "BONUS"]),
        ("WITHHOLD_TAX", ["预提税", "WITHHOLDING", "WHT"]),
        ("FX_DIFF", ["汇差", "EXCHANGE DIFF"]),
    ].map { ($0.0, $0.1.map { Array($0.utf8) }) }
}

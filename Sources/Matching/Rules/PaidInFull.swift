/// Words by which a check claims to settle a disputed debt (UCC 3-311): a lawyer decides before it
/// is deposited.
enum PaidInFull {
    static func isMarked(_ text: [UInt8]) -> Bool { legends.contains { Words.contains(text, $0) } }

    private static let legends = [
        "PAID IN FULL", "PAYMENT IN FULL", "FULL AND FINAL", "IN FULL SETTLEMENT", "全额结清", "两清",
    ].map { Array($0.utf8) }
}

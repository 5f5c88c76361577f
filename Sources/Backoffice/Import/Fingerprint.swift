import Formats
import Ledger
import Store

/// What makes a bank entry the same when it comes again. The bank's reference counts only together
/// with amount, sign and day; where there is none, the payer and the words count. Two equal entries
/// of one day are told apart by how often they occur, so a legitimate twin is not dropped.
enum Fingerprint {
    /// `channel` tells notices of one kind from those of another.
    static func of(
        _ entry: StatementEntry, minor: Int64, account: String, channel: String = ""
    ) -> Int64 {
        var hash = FNV()
        if !channel.isEmpty { hash.text(channel) }
        hash.int(minor)
        hash.int(Int64((entry.bookedOn ?? entry.valueDate)?.number ?? 0))
        if let reference = entry.bankReference, !reference.isEmpty {
            hash.text(reference)
        } else {
            hash.text(entry.customerReference ?? "")
            for detail in entry.details {
                hash.text(detail.endToEndId ?? "")
                hash.text(detail.payer?.account ?? "")
                hash.text(detail.payer?.name ?? "")
                for line in detail.remittance { hash.text(line) }
            }
            hash.text(entry.text ?? "")
        }
        return Int64(bitPattern: hash.value)
    }
}

extension Fingerprint {
    /// An advice is the same by what it says, whatever file it comes in.
    static func of(_ advice: RemittanceAdvice, amount: Amount) -> Int64 {
        var hash = FNV()
        for text in [advice.id, advice.trace, advice.payer?.name, advice.currency?.code] {
            hash.text(text ?? "")
        }
        hash.int(Int64((advice.valueDate ?? advice.date)?.number ?? 0))
        hash.amount(amount)
        for line in advice.lines + advice.adjustments {
            hash.text(line.number ?? "")
            for amount in [line.net, line.gross, line.discount, line.adjustment] {
                if let amount { hash.amount(amount) } else { hash.text("-") }
            }
        }
        return Int64(bitPattern: hash.value)
    }
}

/// FNV-1a, 64 bits: the same on every machine and release, unlike Swift's seeded hashes.
private struct FNV {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func byte(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
    }

    mutating func int(_ int: Int64) {
        withUnsafeBytes(of: int.littleEndian) { for each in $0 { byte(each) } }
    }

    /// 12.50 is 12.5.
    mutating func amount(_ amount: Amount) {
        var (units, decimals) = (amount.units, amount.decimals)
        while decimals > 0, units % 10 == 0 {
            units /= 10
            decimals -= 1
        }
        int(units)
        int(Int64(decimals))
    }

    mutating func text(_ text: String) {
        for each in text.utf8 { byte(each) }
        byte(0xFF)
    }
}

/// How often each entry of an account is in the books.
struct EntryCounts {
    private var counts: [Int64: Int64] = [:]

    init(_ connection: any Connection, account: String) throws {
        var counts: [Int64: Int64] = [:]
        try connection.rows(
            """
            SELECT fingerprint, COUNT(*) FROM bankLine
            WHERE account = $1 AND reversedOn IS NULL GROUP BY fingerprint
            """, [.text(account)]
        ) { row in counts[row.int(0)] = row.int(1) }
        self.counts = counts
    }

    subscript(print: Int64) -> Int64 { counts[print] ?? 0 }
}

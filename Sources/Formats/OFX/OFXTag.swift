/// The tags that mean something here; every other is passed over.
///
/// Aggregates end with a tag of their own in both versions (OFX 1.6, 2.3.2.1; OFX 2.2, 2.3.2);
/// elements end in OFX 1 with whatever tag comes next.
enum OFXTag: UInt8, Sendable {
    case unknown

    case ofx
    /// What holds responses and nothing else: message sets and transactions.
    case outer
    case signon, statement, accountFrom, list, pendingList, entry, pendingEntry
    case payee, accountTo, ledger, status, currency, originalCurrency
    /// Aggregates whose elements have the names of others (`BAL` has a `NAME`).
    case aside
    /// Messages about money that are no statement of an account; the reader says so.
    case leftOut

    case code, severity, message, server
    case accountCurrency, accountId, bankId, start, end
    case type, posted, user, available, begun, amount, id, correctId, correctAction
    case checkNumber, reference, name, extendedName, memo
    case balanceAmount, asOf, symbol, rate

    var isAggregate: Bool { rawValue >= Self.ofx.rawValue && rawValue <= Self.leftOut.rawValue }
    var isElement: Bool { rawValue > Self.leftOut.rawValue }

    static let names: [(String, OFXTag)] = [
        ("OFX", .ofx),
        ("SIGNONMSGSRSV1 BANKMSGSRSV1 CREDITCARDMSGSRSV1 STMTTRNRS CCSTMTTRNRS", .outer),
        ("SONRS", .signon), ("STMTRS CCSTMTRS", .statement),
        ("BANKACCTFROM CCACCTFROM", .accountFrom), ("BANKTRANLIST", .list),
        ("BANKTRANLISTP", .pendingList), ("STMTTRN", .entry), ("STMTTRNP", .pendingEntry),
        ("PAYEE", .payee), ("BANKACCTTO CCACCTTO", .accountTo), ("LEDGERBAL", .ledger),
        ("STATUS", .status), ("CURRENCY", .currency), ("ORIGCURRENCY", .originalCurrency),
        ("AVAILBAL BALLIST BAL REWARDINFO IMAGEDATA FI", .aside),
        ("SIGNUPMSGSRSV1 PROFMSGSRSV1 EMAILMSGSRSV1 SECLISTMSGSRSV1 SIGNONMSGSRQV1", .aside),
        ("INVSTMTMSGSRSV1 LOANMSGSRSV1 BILLPAYMSGSRSV1 PRESDLVMSGSRSV1", .leftOut),
        ("INTERXFERMSGSRSV1 WIREXFERMSGSRSV1 INTRATRNRS INTRASYNCRS RECINTRATRNRS", .leftOut),
        ("INTERTRNRS WIRETRNRS STPCHKTRNRS STPCHKSYNCRS BANKMAILTRNRS", .leftOut),
        ("STMTENDTRNRS CCSTMTENDTRNRS", .leftOut),
        ("BANKMSGSRQV1 CREDITCARDMSGSRQV1 INVSTMTMSGSRQV1", .leftOut),
        ("CODE", .code), ("SEVERITY", .severity), ("MESSAGE", .message), ("DTSERVER", .server),
        ("CURDEF", .accountCurrency), ("ACCTID", .accountId), ("BANKID", .bankId),
        ("DTSTART", .start), ("DTEND", .end), ("TRNTYPE", .type), ("DTPOSTED", .posted),
        ("DTUSER", .user), ("DTAVAIL", .available), ("DTTRAN", .begun), ("TRNAMT", .amount),
        ("FITID", .id), ("CORRECTFITID", .correctId), ("CORRECTACTION", .correctAction),
        ("CHECKNUM", .checkNumber), ("REFNUM", .reference), ("NAME", .name),
        ("EXTDNAME", .extendedName), ("MEMO", .memo), ("BALAMT", .balanceAmount),
        ("DTASOF", .asOf), ("CURSYM", .symbol), ("CURRATE", .rate),
    ]
}

/// Finds a tag by the bytes of its name, in either case; built once, no string is made.
struct OFXTagTable: @unchecked Sendable {
    static let shared = OFXTagTable()

    private struct Slot {
        var tag = OFXTag.unknown
        var length = 0
        var start = 0
    }

    private static let slotCount = 512
    // The tables live as long as the program.
    private let slots: UnsafePointer<Slot>
    private let letters: UnsafePointer<UInt8>

    private init() {
        var slots = [Slot](repeating: Slot(), count: Self.slotCount)
        var letters: [UInt8] = []
        for (names, tag) in OFXTag.names {
            for name in names.utf8.split(separator: UInt8(ascii: " ")) {
                var hash: UInt32 = 0
                for byte in name { hash = Self.mix(hash, byte) }
                var slot = Int(hash) % Self.slotCount
                while slots[slot].tag != .unknown { slot = (slot + 1) % Self.slotCount }
                slots[slot] = Slot(tag: tag, length: name.count, start: letters.count)
                letters += name
            }
        }
        let table = UnsafeMutablePointer<Slot>.allocate(capacity: slots.count)
        table.initialize(from: slots, count: slots.count)
        let row = UnsafeMutablePointer<UInt8>.allocate(capacity: letters.count)
        row.initialize(from: letters, count: letters.count)
        self.slots = UnsafePointer(table)
        self.letters = UnsafePointer(row)
    }

    /// A hash that does not tell capitals from small letters.
    @inline(__always) private static func mix(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
        hash &* 31 &+ UInt32(byte & 0xDF)
    }

    /// The tag whose name the bytes begin with, and how long that is: a blank or a slash ends it.
    func tag(_ bytes: ByteRun) -> (tag: OFXTag, length: Int) {
        var hash: UInt32 = 0
        var length = 0
        for byte in bytes.buffer {
            if byte <= 0x20 || byte == UInt8(ascii: "/") { break }
            hash = Self.mix(hash, byte)
            length += 1
        }
        let name = bytes.upTo(length)
        var slot = Int(hash) % Self.slotCount
        while slots[slot].tag != .unknown {
            if slots[slot].length == length, spells(slots[slot], name) {
                return (slots[slot].tag, length)
            }
            slot = (slot + 1) % Self.slotCount
        }
        return (.unknown, length)
    }

    /// Of what may stand in a name only the two cases of a letter differ in that bit alone.
    @inline(__always) private func spells(_ slot: Slot, _ name: ByteRun) -> Bool {
        var letter = letters + slot.start
        for byte in name.buffer {
            if (byte ^ letter.pointee) & 0xDF != 0 { return false }
            letter += 1
        }
        return true
    }
}

import Formats

/// The formats of account statements, each with its reader.
enum StatementFormat {
    case camt, mt940, bai2, lockbox, nacha, ofx
    /// A table that one of the profiles reads, or whose header none knows.
    case table([BankProfile])

    func reader() -> any StatementReader {
        switch self {
        case .camt: CamtReader()
        case .mt940: MT940Reader()
        case .bai2: BAI2Reader()
        case .lockbox: LockboxReader()
        case .nacha: NACHAReader()
        case .ofx: OFXReader()
        case .table(let profiles): ProfileReader(profiles)
        }
    }
}

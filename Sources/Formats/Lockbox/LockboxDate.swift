import Ledger

/// Dates of six digits: `YYMMDD`, and that of a check in either order.
enum LockboxDate {
    /// Nil where it is no date of the calendar; 30 February is none.
    static func day(_ bytes: ByteRun) -> Day? {
        guard bytes.count == 6, case .day(let day) = ShortDate.full(bytes) else { return nil }
        return day
    }

    /// The date of a check, which some banks write `MMDDYY` and others `YYMMDD`: of the days that
    /// the digits can be the one nearest to `deposited`. Nil where they can be none, or that day is
    /// not known.
    static func nearest(_ bytes: ByteRun, to deposited: Day?) -> Day? {
        guard let deposited, bytes.count == 6 else { return nil }
        let yearFirst = day(bytes)
        let turned = [bytes[4], bytes[5], bytes[0], bytes[1], bytes[2], bytes[3]]
        let yearLast = turned.withUnsafeBufferPointer { day(ByteRun($0)) }
        guard let yearFirst, let yearLast else { return yearFirst ?? yearLast }
        return abs(yearFirst - deposited) < abs(yearLast - deposited) ? yearFirst : yearLast
    }
}

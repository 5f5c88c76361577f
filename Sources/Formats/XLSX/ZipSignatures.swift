/// A look at the signatures in an archive before libzip reads its directory: libzip makes room for
/// as many entries as the directory says it has, whatever that is.
enum ZipSignatures {
    /// Counts the entries where they stand: whichever directory libzip finds, it has no more.
    static func check(_ file: ByteRun, limits: WorkbookLimits) throws(WorkbookFault) {
        var count = 0
        var place = 0
        while let next = file.index(of: "PK\u{1}\u{2}", after: place) {
            count += 1
            place = next + 4
            if count > limits.entries { throw WorkbookFault(.entriesTooMany, at: "file") }
        }
        place = 0
        // The locator of a ZIP64 directory stands right before the ordinary end.
        while let locator = file.index(of: "PK\u{6}\u{7}", after: place) {
            place = locator + 4
            guard file.has("PK\u{5}\u{6}", at: locator + 20) else { continue }
            let end = Int(clamping: number(file, at: locator + 8))
            guard end < file.count else { throw WorkbookFault(.archiveBroken, at: "file") }
            let said = max(number(file, at: end + 24), number(file, at: end + 32))
            if said > limits.entries { throw WorkbookFault(.entriesTooMany, at: "file") }
        }
    }

    private static func number(_ file: ByteRun, at place: Int) -> UInt64 {
        (0..<8).reduce(0) { $0 | UInt64(file[place + $1]) << UInt64($1 * 8) }
    }
}

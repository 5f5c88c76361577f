extension Workload {
    /// The receipts of the workload as one NACHA file of corporate credits with an addenda each. Its
    /// amounts are dollars, as all of that format.
    public func writeNACHA(to path: String, entries: Int = 100_000) throws(FileFailed) {
        let file = try TextFile(path)
        file.write("101 121000358 0210000212606292359A094101")
        file.write(columns("BENCH", 23))
        file.write(columns("ALKOBANK", 23))
        file.write("        \n5220")
        file.write(columns("CUSTOMERS", 16))
        file.write(columns("", 20))
        file.write("1990000001CCD")
        file.write(columns("VENDOR PAY", 10))
        file.write("2606292606291801021000020000001\n")
        var sum: Int64 = 0
        for index in 0..<entries {
            let payment = payment(index, of: entries)
            let amount = payment.amount % 10_000_000_000
            sum += amount
            file.write("622121000358")
            file.write(columns("4410029", 17))
            file.write(amount, width: 10)
            file.write(columns(payment.bankReference, 15))
            file.write(columns(payer(payment).name.wired, 22))
            file.write("  102100002")
            file.write(Int64(index + 1), width: 7)
            file.write("\n705")
            file.write(columns(text(payment), 80))
            file.write("0001")
            file.write(Int64(index + 1) % 10_000_000, width: 7)
            file.write("\n")
            try file.rowEnds()
        }
        let hash = Int64(entries) * 12_100_035 % 10_000_000_000
        file.write("8220")
        file.write(Int64(2 * entries) % 1_000_000, width: 6)
        file.write(hash, width: 10)
        file.write(0, width: 12)
        file.write(sum % 1_000_000_000_000, width: 12)
        file.write("1990000001")
        file.write(columns("", 25))
        file.write("021000020000001\n9000001")
        file.write(Int64(2 * entries + 13) / 10 % 1_000_000, width: 6)
        file.write(Int64(2 * entries) % 100_000_000, width: 8)
        file.write(hash, width: 10)
        file.write(0, width: 12)
        file.write(sum % 1_000_000_000_000, width: 12)
        file.write(columns("", 39))
        file.write("\n")
        try file.close()
    }

    /// Text of exactly so many columns.
    func columns(_ text: String, _ width: Int) -> String {
        let bytes = Array(text.utf8.prefix(width))
        return String(decoding: bytes, as: UTF8.self)
            + String(repeating: " ", count: width - bytes.count)
    }
}

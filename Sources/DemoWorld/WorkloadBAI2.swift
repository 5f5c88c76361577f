extension Workload {
    /// The receipts of the workload as one BAI2 file, each with the words of an ACH credit.
    public func writeBAI2(
        to path: String, entries: Int = 100_000
    ) throws(FileFailed) {
        let file = try TextFile(path)
        // Balances and control totals count the smallest unit, without a point.
        let closing = closing(entries)
        file.write(
            "01,ALKODEHH,BENCH,260629,2359,1,,,2/\n02,BENCH,ALKODEHH,1,260629,2359,EUR,2/\n03,")
        file.write(Self.account)
        file.write(",EUR,010,")
        file.write(Self.opening)
        file.write(",,,015,")
        file.write(closing)
        file.write(",,/\n")
        for index in 0..<entries {
            let payment = payment(index, of: entries)
            let (name, account) = payer(payment)
            file.write("16,165,")
            file.write(payment.amount)
            file.write(",0,")
            file.write(payment.bankReference)
            file.write(",,ORG=/")
            file.write(account)
            file.write(" ")
            file.write(name.wired)
            file.write("\n88,OBI=")
            file.write(text(payment))
            file.write("\n")
            try file.rowEnds()
        }
        let records = Int64(entries) * 2
        for (code, counts) in [
            ("49", [records + 2]), ("98", [1, records + 4]), ("99", [1, records + 6]),
        ] {
            file.write(code)
            for count in [2 * closing] + counts {
                file.write(",")
                file.write(count)
            }
            file.write("/\n")
        }
        try file.close()
    }
}

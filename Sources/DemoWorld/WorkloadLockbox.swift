extension Workload {
    /// The receipts of the workload as checks of a BAI lockbox, 900 in a batch, each with the
    /// invoice that it pays.
    public func writeLockbox(to path: String, entries: Int = 100_000) throws(FileFailed) {
        let file = try TextFile(path)
        file.write(
            "100BENCH     ALKOBANK  2606292359\n2BENCH     ALKOBANK  0000000000400080008001\n")
        var records: Int64 = 3
        var first = 0
        var batch: Int64 = 0
        while first < entries {
            batch += 1
            let last = min(first + 900, entries)
            file.write("5")
            file.write(batch % 1_000, width: 3)
            file.write("0000004711260629BENCH     ALKOBANK  \n")
            var sum: Int64 = 0
            for index in first..<last {
                let payment = payment(index, of: entries)
                check(payment, batch % 1_000, Int64(index - first + 1), file)
                sum += payment.amount
                records += 2
                try file.rowEnds()
            }
            file.write("7")
            file.write(batch % 1_000, width: 3)
            file.write("0000004711260629")
            file.write(Int64(last - first), width: 3)
            file.write(sum, width: 10)
            // A sum has ten digits: each batch is a service of its own.
            file.write("\n80000000004711260629")
            file.write(Int64(last - first), width: 4)
            file.write(sum, width: 10)
            file.write("\n")
            records += 3
            first = last
        }
        file.write("9")
        file.write(records % 1_000_000, width: 6)
        file.write("\n")
        try file.close()
    }

    private func check(
        _ payment: WorkloadPayment, _ batch: Int64, _ item: Int64, _ file: TextFile
    ) {
        file.write("6")
        file.write(batch, width: 3)
        file.write(item, width: 3)
        file.write(payment.amount, width: 10)
        file.write("021000021")
        file.write(Int64(payment.customer + 2), width: 10)
        file.write(Int64(payment.index % 1_000_000), width: 10)
        file.write("260628")
        file.write(columns(payer(payment).name.wired, 30))
        file.write("\n4")
        file.write(batch, width: 3)
        file.write(item, width: 3)
        file.write("6019")
        file.write(columns(text(payment), 69))
        file.write("\n")
    }
}

extension Workload {
    /// The receipts of the workload as a bank's table with a running balance, oldest first: the usual
    /// columns of a Chinese corporate account.
    public func writeTable(to path: String, entries: Int = 100_000) throws(FileFailed) {
        let file = try TextFile(path)
        file.write("账号：")
        file.write(Self.account)
        file.write("\n")
        file.write("交易日期,交易流水号,借方发生额,贷方发生额,余额,对方户名,对方账号,摘要\n")
        var balance = Self.opening
        for index in 0..<entries {
            let payment = payment(index, of: entries)
            let (name, account) = payer(payment)
            balance += payment.amount
            file.write("2026-06-29,")
            file.write(payment.bankReference)
            file.write(",,")
            file.write(cents: payment.amount)
            file.write(",")
            file.write(cents: balance)
            file.write(",\"")
            file.write(name.wired)
            file.write("\",")
            file.write(account)
            file.write(",\"")
            file.write(text(payment))
            file.write("\"\n")
            try file.rowEnds()
        }
        try file.close()
    }
}

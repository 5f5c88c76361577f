import Ledger

/// A made-up company's files: what came before the demo day in `history/`, what came on its morning
/// in `today/`, and the truth.
struct WorldFiles {
    let extracts: Extracts
    let rates: Rates
    let book: BankBook
    var tills = Till.ordinary
    var advices: [HardAdvice] = []

    func write(to folder: String) throws(FileFailed) -> DemoSummary {
        let bankDay = DemoWorld.bankDay
        let truth = extracts.truth(of: book.receipts)
        let (history, morning) = (folder + "/history", folder + "/today")
        for path in [folder, history, morning] { try TextFile.makeFolder(path) }
        try TextFile.write(Extracts.bankAccountsCSV(tills), to: history + "/bank-accounts.csv")
        try TextFile.write(extracts.customersCSV(), to: history + "/customers.csv")
        try TextFile.write(
            Extracts.ratesCSV(rates) { $0 < bankDay }, to: history + "/rates.csv")
        try TextFile.write(
            Extracts.ratesCSV(rates) { $0 >= bankDay },
            to: morning + "/rates-\(DemoWorld.today).csv")
        var month = day(2025, 10, 1)
        while month <= bankDay {
            try TextFile.write(
                extracts.invoicesCSV {
                    $0.issued.firstOfMonth == month && $0.issued < bankDay
                }, to: history + "/invoices-\("\(month)".prefix(7)).csv")
            month = month.lastOfMonth.adding(1)
        }
        try TextFile.write(
            extracts.invoicesCSV { $0.issued == bankDay }, to: morning + "/invoices-\(bankDay).csv")
        for statement in book.days {
            try write(statement, to: statement.day < bankDay ? history : morning)
        }
        for (count, advice) in advices.enumerated() where advice.day <= DemoWorld.today {
            let place = advice.day < bankDay ? history : morning
            try TextFile.write(advice.mail, to: place + "/advice-\(padded(count, 5)).eml")
        }
        try TextFile.write(
            TruthLine.text(truth, isWide: tills.count > Till.ordinary.count),
            to: folder + "/truth.csv")
        return DemoSummary(
            customers: extracts.customers.count, invoices: extracts.documents.count,
            statements: book.days.count, truth: truth)
    }

    private func write(_ statement: BankDay, to folder: String) throws(FileFailed) {
        let path = "\(folder)/\(statement.till.label)-\(statement.day)"
        switch statement.till {
        case .dalianCNY, .dalianSecond, .hamburgUSD:
            try TextFile.write(MT940Writer.bytes(of: statement), to: path + ".sta")
        case .dalianUSD, .hamburgEUR:
            try TextFile.write(CamtWriter.text(of: statement), to: path + ".xml")
        case .ohio:
            try TextFile.write(BAI2Writer.text(of: statement), to: path + ".bai")
            for deposit in statement.lines where deposit.purpose == .lockbox {
                try TextFile.write(
                    LockboxWriter.text(of: deposit, on: statement.day),
                    to: "\(folder)/lockbox-\(statement.day).txt")
            }
        }
    }
}

import Formats

extension Sum {
    /// What is found in a file, and what its maker meant to be found in it. A finding that was not
    /// meant has its reason. `place` stands before the field.
    mutating func findings(
        _ file: String, _ codes: [String], meant: [String] = [], at place: String = ""
    ) {
        let all = Set(codes).union(meant).sorted()
        for code in all {
            fact(
                file, place + "finding", codes.contains(code) ? code : nil,
                meant.contains(code) ? code : nil)
        }
        if all.isEmpty { fact(file, place + "finding", nil, nil) }
    }
}

extension Accepted {
    /// Something is found where nothing was meant to be; nil for any file.
    static func found(
        _ file: String?, _ code: String, _ reason: String, at place: String = ""
    ) -> Accepted {
        Accepted(file, place + "finding", reason) { $0 == code && $1.isEmpty }
    }
}

extension StatementEntry {
    /// The one payment of an entry, empty where the file has none.
    var detail: PaymentDetail { details.first ?? PaymentDetail() }
    /// Who stands on the other side.
    var other: PaymentDetail.Party { detail.payer ?? detail.payee ?? PaymentDetail.Party() }
}

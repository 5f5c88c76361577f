import Formats

/// Files of one lockbox, whose totals hold.
enum LockboxSample {
    static let header = "100NORTHWIND HARBORBANK2603031800"
    static let service = "2NORTHWIND HARBORBANK0000000000400080008001"
    static let box = "50010000004711260303NORTHWIND HARBORBANK"

    /// Two batches: a business that names its invoices, and one that writes a memo; a household.
    static let day = [
        header, service, box,
        check(1, 1, 250_000, serial: 1001, name: "ACME TOOLS INC"),
        overlay(1, 1, 1, "0", "INV-2001  0000150000INV-2002  0000100000"),
        overlay(1, 1, 2, "9", "LESS CREDIT 77"),
        check(1, 2, 9_950, serial: 10233, name: "MARY MILLER"),
        batchTotal(1, checks: 2, cents: 259_950),
        check(2, 1, 1_200_000_00, serial: 88, name: "SEASIDE STORES LLC"),
        batchTotal(2, checks: 1, cents: 1_200_000_00),
        serviceTotal(checks: 3, cents: 120_259_950),
        "9000012",
    ].joined(separator: "\n")

    /// A check of 3 March 2026, drawn on the bank 021000021.
    static func check(
        _ batch: Int, _ item: Int, _ cents: Int, routing: String = "021000021",
        account: String = "0123456789", serial: Int = 1001, date: String = "022826",
        name: String = "ACME TOOLS INC", payee: String = "NORTHWIND LTD"
    ) -> String {
        let names = name + String(repeating: " ", count: 30 - name.utf8.count) + payee
        return "6" + padded(batch, 3) + padded(item, 3) + padded(cents, 10) + routing + account
            + padded(serial, 10) + date + names
    }

    static func overlay(
        _ batch: Int, _ item: Int, _ sequence: Int, _ last: String, _ said: String,
        type: String = "6"
    ) -> String {
        "4" + padded(batch, 3) + padded(item, 3) + type + padded(sequence, 2) + last + said
    }

    static func batchTotal(_ batch: Int, checks: Int, cents: Int) -> String {
        "7" + padded(batch, 3) + "0000004711260303" + padded(checks, 3) + padded(cents, 10)
    }

    static func serviceTotal(checks: Int, cents: Int) -> String {
        "80000000004711260303" + padded(checks, 4) + padded(cents, 10)
    }

    /// A file of one batch with `records`, checks of `cents` in all.
    static func file(
        _ records: [String], checks: Int = 1, cents: Int = 250_000, header: String = header,
        box: String = box
    ) -> String {
        let all =
            [header, service, box] + records + [
                batchTotal(1, checks: checks, cents: cents),
                serviceTotal(checks: checks, cents: cents),
            ]
        return (all + ["9" + padded(all.count + 1, 6)]).joined(separator: "\n") + "\n"
    }

    /// The one entry of a check with `overflow` lines; nil where anything is found wrong.
    static func entry(_ check: String, _ overflow: String..., cents: Int = 250_000)
        -> StatementEntry?
    {
        let reading = LockboxReading(file([check] + overflow, cents: cents))
        return reading.findings.isEmpty ? reading.entries.first : nil
    }

    static func padded(_ number: Int, _ length: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(length - digits.utf8.count, 0)) + digits
    }
}

import Formats

/// NACHA files of the library moov-io/ach, against their own control records; their names say which
/// are meant to be wrong, and some have a twin in JSON.
enum NACHAMoov: Source {
    static let folder = "nacha_moov_ach"

    /// What is found in those that are wrong on purpose, and in those valid only where that is
    /// allowed.
    static let meant = [
        "adv-invalidBatchEntries.ach": [
            "nacha-record-misplaced", "nacha-totals-differ", "nacha-hash-differs",
            "nacha-counts-differ",
        ],
        "adv-invalidFileControl.ach": ["nacha-counts-differ"],
        "adv-noFileControl.ach": ["nacha-cut-off"],
        "ppd-debit-invalid-entryDetail-checkDigit.ach": ["nacha-routing-number"],
        "ppd-debit-fixedLengthInvalid.ach": ["nacha-header-odd", "nacha-routing-number"],
        "ppd-mixedDebitCredit-invalid.ach": ["nacha-header-odd"],
        "web-invalidNOCFile.ach": ["nacha-reason-unknown"],
        "ppd-debit-customTraceNumber.ach": ["nacha-trace-bank"],
    ]

    static let accepted = odd + wrong

    /// Wrong though nobody meant it.
    private static let odd: [Accepted] =
        [
            .found(
                "ppd-debit.ach.fix.expected", "nacha-date-unreadable", "its dates are placeholders"),
            .found("20110805A.ach", "nacha-counts-differ", "it says 5 batches and has 4"),
            Accepted("20110805A.ach", "batches", "it says 5 batches and has 4") {
                $0 == "4" && $1 == "5"
            },
            .found("20180713-IAT.ach", "nacha-service-class", "a debit under service class 220"),
            .found(
                "flattenADVBatchesMultipleBatchHeaders.ach", "nacha-totals-differ",
                "entries of 6000.78 where it says 6000.00"),
            Accepted(
                "flattenADVBatchesMultipleBatchHeaders.ach", "credits",
                "entries of 6000.78 where it says 6000.00"
            ) { $0 == "600078" && $1 == "600000" },
            .found("txp-credit.ach", "nacha-date-unreadable", "columns that slipped"),
            .found("txp-debit.ach", "nacha-line-length", "columns that slipped"),
            .found("txp-debit.ach", "nacha-addenda-sequence", "columns that slipped"),
            .found("txp-debit.ach", "nacha-blocks-differ", "columns that slipped"),
        ]
        + [
            "iat-mixedCreditDebit.ach", "iat-credit.ach",
            "flattenIATBatchesMultipleBatchHeaders.ach",
            "flattenIATBatchesOneBatchHeader.ach",
        ].map {
            .found($0, "nacha-addenda-count", "nine addenda of each entry where it says seven")
        }

    /// What a file that is wrong on purpose cannot come to.
    private static let wrong: [Accepted] =
        ["debits", "credits"].map { field in
            let reason = "its records are no entries, on purpose"
            return Accepted("adv-invalidBatchEntries.ach", field, reason) { ours, _ in ours == "0" }
        }
        + ["entries", "batches", "debits", "credits"].map {
            .always(
                "ppd-debit-fixedLengthInvalid.ach", $0,
                "a digit too many at the beginning moves every record, on purpose")
        }

    static func check(_ folder: Folder, _ sum: inout Sum) throws {
        let names = folder.files(".ach", ".ach.fix.expected")
        for name in names {
            let bytes = try folder.bytes(name)
            let base = name.split(separator: "/").last.map(String.init) ?? name
            let read = readStatements(bytes, with: NACHAReader())
            sum.file(name, read.findings, isRead: !read.file.statements.isEmpty)
            sum.findings(name, read.findings.map(\.code), meant: meant[base] ?? [])
            NACHAControls(bytes).check(name, read.file, &sum)
        }
        for twin in folder.files(".json") {
            let name = String(twin.dropLast(5)) + ".ach"
            guard names.contains(name),
                let json = try folder.json(twin) as? [String: Any],
                let batches = json["batches"] as? [[String: Any]]
            else { continue }
            let read = readStatements(try folder.bytes(name), with: NACHAReader())
            NACHATwin.check(name, read.file, batches, &sum)
        }
    }
}

import Foundation
import Testing

/// Imports run downward only, as ARCHITECTURE.md draws them.
@Suite struct ImportRules {
    /// What each target may import: of ours, of others, of the system.
    static let allowed: [String: Set<String>] = [
        "Ledger": [],
        "Receivables": ["Ledger"],
        "Matching": ["Ledger"],
        "Formats": ["Ledger", "CExpat", "CZip", "Glibc"],
        "CPaper": [],
        "Paper": ["Ledger", "Receivables", "CPaper"],
        "Profiles": ["Ledger", "Formats", "Yams", "Glibc"],
        "Post": ["Ledger", "Formats", "CGMime", "CXML2", "CProcess", "Glibc"],
        "Store": [
            "Ledger", "Receivables", "CCrypto", "GRDB", "GRDBSQLite", "Glibc", "Synchronization",
        ],
        "StorePostgres": ["Store", "CPQ", "Dispatch", "Glibc", "Synchronization"],
        "Backoffice": [
            "Ledger", "Receivables", "Matching", "Formats", "Paper", "Post", "Profiles", "Store",
            "StorePostgres", "Glibc",
        ],
        "DemoWorld": ["Ledger", "Glibc"],
        "Conformance": ["Ledger", "Formats", "Profiles", "Post", "Foundation"],
        "TestKit": ["Ledger", "Receivables", "Foundation"],
        "acquit": [
            "Ledger", "Receivables", "Matching", "Formats", "Paper", "Post", "Profiles", "Store",
            "StorePostgres", "Backoffice", "Conformance", "DemoWorld", "ArgumentParser",
            "Foundation", "Glibc",
        ],
    ]

    static let reason =
        "Imports run downward only (ARCHITECTURE.md); Foundation stays in the command line and in what reads others' expectations, since "
        + "it brings clocks, locales and floating point, and makes the binary start late."

    @Test func runDownward() {
        var breaches: [String] = []
        for file in House.sources {
            guard let may = Self.allowed[file.target] else {
                breaches.append("\(file.path): no line for target \(file.target) here")
                continue
            }
            for (index, name) in imports(file) where !may.contains(name) {
                breaches.append("\(file.path):\(index): \(file.target) may not import \(name)")
            }
        }
        #expect(breaches.isEmpty, "\(report(Self.reason, breaches))")
    }

    /// GRDB, libpq, libcrypto and libzip cannot leak into signatures where they are imported internally.
    @Test func driversStayInside() {
        let drivers: Set = ["GRDB", "GRDBSQLite", "CPQ", "CCrypto", "CZip", "CPaper", "Yams"]
        var breaches: [String] = []
        for file in House.sources {
            for (index, name) in imports(file) where drivers.contains(name) {
                let line = file.lines[index - 1]
                if !line.hasPrefix("internal import"), !line.hasPrefix("private import") {
                    breaches.append("\(file.path):\(index): \(line)")
                }
            }
        }
        let reason = "A driver is an `internal import`: no signature of ours shows it."
        #expect(breaches.isEmpty, "\(report(reason, breaches))")
    }

    /// The picture in ARCHITECTURE.md is the manifest's.
    @Test func pictureIsTheManifest() throws {
        let manifest = try #require(House.read("Package.swift"))
        let page = try #require(House.read("ARCHITECTURE.md"))
        let targets = manifest.matches(of: /arget\(\s*name: "(\w+)"/).map { String($0.output.1) }
        for target in targets where !target.hasSuffix("Tests") {
            let isDrawn = page.contains(target)
            #expect(isDrawn, "ARCHITECTURE.md does not draw \(target)")
            #expect(Self.allowed[target] != nil, "no line for target \(target) here")
        }
    }

    private func imports(_ file: House.File) -> [(Int, String)] {
        file.lines.indices.compactMap { index in
            let pattern = /^(?:@\w+ )?(?:\w+ )?import (?:(?:struct|class|enum|func|var) )?(\w+)/
            return file.lines[index].firstMatch(of: pattern).map {
                (index + 1, String($0.output.1))
            }
        }
    }
}

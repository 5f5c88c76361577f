// swift-tools-version: 6.1
import PackageDescription

// Imports run downward only; ARCHITECTURE.md has the picture.
let package = Package(
    name: "Acquit",
    products: [.executable(name: "acquit", targets: ["acquit"])],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(
            name: "CGMime", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"])]),
        .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CProcess"),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

        .target(name: "Ledger"),
        .target(name: "Receivables", dependencies: ["Ledger"]),
        .target(name: "Matching", dependencies: ["Ledger"]),
        // Opens pango and cairo when it is used: nothing is linked.
        .target(name: "CPaper", linkerSettings: [.linkedLibrary("dl")]),
        .target(name: "Paper", dependencies: ["Ledger", "Receivables", "CPaper"]),
        .target(name: "Formats", dependencies: ["Ledger", "CExpat", "CZip"]),
        .target(
            name: "Profiles",
            dependencies: ["Ledger", "Formats", .product(name: "Yams", package: "Yams")]),
        .target(
            name: "Post", dependencies: ["Ledger", "Formats", "CGMime", "CXML2", "CProcess"]),
        .target(
            name: "Store",
            dependencies: [
                "Ledger", "Receivables", "CCrypto",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        .target(name: "StorePostgres", dependencies: ["Store", "CPQ"]),
        .target(
            name: "Backoffice",
            dependencies: [
                "Ledger", "Receivables", "Matching", "Formats", "Paper", "Post", "Profiles",
                "Store", "StorePostgres",
            ]),
        .target(name: "DemoWorld", dependencies: ["Ledger"]),
        .target(
            name: "Conformance", dependencies: ["Ledger", "Formats", "Profiles", "Post"]),
        .executableTarget(
            name: "acquit",
            dependencies: [
                "Backoffice", "Conformance", "DemoWorld", "Paper", "Post",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .target(name: "TestKit", dependencies: ["Ledger", "Receivables"]),

        .testTarget(name: "LedgerTests", dependencies: ["Ledger", "TestKit"]),
        .testTarget(name: "ReceivablesTests", dependencies: ["Receivables", "TestKit"]),
        .testTarget(name: "MatchingTests", dependencies: ["Matching", "TestKit"]),
        .testTarget(name: "FormatsTests", dependencies: ["Formats", "Profiles", "TestKit"]),
        .testTarget(name: "PaperTests", dependencies: ["Paper", "TestKit"]),
        .testTarget(name: "PostTests", dependencies: ["Post", "TestKit"]),
        .testTarget(name: "StoreTests", dependencies: ["Store", "StorePostgres", "TestKit"]),
        .testTarget(
            name: "BackofficeTests", dependencies: ["Backoffice", "DemoWorld", "Paper", "TestKit"]),
        .testTarget(name: "ConformanceTests", dependencies: ["Conformance", "Post"]),
        .testTarget(name: "EndToEndTests", dependencies: ["TestKit"]),
        .testTarget(name: "TidyTests"),
    ],
    swiftLanguageModes: [.v6]
)

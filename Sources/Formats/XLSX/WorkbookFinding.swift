/// What can be wrong or odd in a workbook: errors where its figures are unreliable or were not
/// read, warnings where something was passed over.
enum WorkbookFinding: String, FindingKind {
    case notAWorkbook = "xlsx-not-a-workbook"
    case password = "xlsx-password"
    case olderFormat = "xlsx-older-format"
    case fileTooLarge = "xlsx-file-too-large"
    case archiveBroken = "xlsx-archive-broken"
    case entriesTooMany = "xlsx-entries-too-many"
    case entriesOverlap = "xlsx-entries-overlap"
    case entryRepeated = "xlsx-entry-repeated"
    case entryLink = "xlsx-entry-link"
    case entryEncrypted = "xlsx-entry-encrypted"
    case entryMethod = "xlsx-entry-method"
    case entryName = "xlsx-entry-name"
    case unpackedTooLarge = "xlsx-unpacked-too-large"
    case packedTooTightly = "xlsx-packed-too-tightly"
    case partMissing = "xlsx-part-missing"
    case xmlBroken = "xlsx-xml-broken"
    case doctype = "xlsx-doctype"
    case tooDeep = "xlsx-too-deep"
    case tagTooLong = "xlsx-tag-too-long"
    case encodingUnknown = "xlsx-encoding-unknown"
    case encodingBroken = "xlsx-encoding-broken"
    case noSheet = "xlsx-no-sheet"
    case sheetHidden = "xlsx-sheet-hidden"
    case rowsTooMany = "xlsx-rows-too-many"
    case columnsTooMany = "xlsx-columns-too-many"
    case cellsTooMany = "xlsx-cells-too-many"
    case rowTooLong = "xlsx-row-too-long"
    case cellTooLong = "xlsx-cell-too-long"
    case stringsTooMany = "xlsx-strings-too-many"
    case stylesTooMany = "xlsx-styles-too-many"
    case referenceUnreadable = "xlsx-reference-unreadable"
    case rowMisplaced = "xlsx-row-misplaced"
    case cellRepeated = "xlsx-cell-repeated"
    case stringMissing = "xlsx-string-missing"
    case typeUnknown = "xlsx-type-unknown"
    case numberUnreadable = "xlsx-number-unreadable"
    case dateUnreadable = "xlsx-date-unreadable"
    case formulaWithoutValue = "xlsx-formula-without-value"
    case findingsTooMany = "xlsx-findings-too-many"

    var severity: Finding.Severity {
        switch self {
        case .entryName, .sheetHidden, .dateUnreadable, .formulaWithoutValue: .warning
        default: .error
        }
    }

    var en: String { texts.en }
    var zh: String { texts.zh }
}

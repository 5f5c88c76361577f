/// What can be wrong or odd in an extract. `csv-` is about the file's form, the rest about what it
/// says.
public enum ExtractFinding: String, FindingKind {
    case csvFileEmpty = "csv-file-empty"
    case csvTextUnreadable = "csv-text-unreadable"
    case csvNulByte = "csv-nul-byte"
    case csvFieldTooLong = "csv-field-too-long"
    case csvRowTooLong = "csv-row-too-long"
    case csvTooManyColumns = "csv-too-many-columns"
    case csvQuoteNotClosed = "csv-quote-not-closed"
    case csvQuoteMisplaced = "csv-quote-misplaced"
    case csvLastLineNotEnded = "csv-last-line-not-ended"

    case notRecognised = "extract-not-recognised"
    case columnMissing = "extract-column-missing"
    case columnTwice = "extract-column-twice"
    case columnUnknown = "extract-column-unknown"

    case fieldsMissing = "extract-fields-missing"
    case fieldsSurplus = "extract-fields-surplus"
    case valueMissing = "extract-value-missing"
    case controlCharacter = "extract-control-character"
    case numberMangled = "extract-number-mangled"
    case dateUnreadable = "extract-date-unreadable"
    case amountUnreadable = "extract-amount-unreadable"
    case amountDecimals = "extract-amount-decimals"
    case amountTooLarge = "extract-amount-too-large"
    case amountNotPositive = "extract-amount-not-positive"
    case currencyUnknown = "extract-currency-unknown"
    case countryUnreadable = "extract-country-unreadable"
    case termsUnreadable = "extract-terms-unreadable"
    case percentUnreadable = "extract-percent-unreadable"
    case rateUnreadable = "extract-rate-unreadable"
    case rateOfOneCurrency = "extract-rate-of-one-currency"
    case holidayKindUnknown = "holiday-kind-unknown"
    case customerOwnParent = "customer-own-parent"
    case invoiceTypeUnknown = "invoice-type-unknown"
    case invoiceDueBeforeIssued = "invoice-due-before-issued"
    case invoiceDoesNotFoot = "invoice-does-not-foot"

    case rowRepeated = "extract-row-repeated"
    case rowContradicts = "extract-row-contradicts"
    case findingsCut = "extract-findings-cut"

    public var severity: Finding.Severity {
        switch self {
        case .csvLastLineNotEnded, .columnUnknown, .rowRepeated: .warning
        default: .error
        }
    }

    public var en: String { texts.en }
    public var zh: String { texts.zh }
}

import Ledger

/// A day of `holidays.csv` that is worked or not otherwise than its weekday says: of a country, or
/// of one entity.
public struct HolidayRow: Hashable, Sendable {
    public let line: Int
    /// A country of two letters (`CN`), or the code of an entity.
    public let calendar: String
    public let date: Day
    public let kind: Holiday.Kind
    public let extras: ExtractExtras

    static let columns: [ExtractColumnRule] = [
        .required(.calendar, "日历", "国家", "国家或公司", "适用范围"),
        .required(.date, "日期"),
        .required(.kind, "类型", "休或班", "休班"),
    ]

    init?(_ cells: inout RowCells, extras: ExtractExtras) {
        line = cells.row.line
        calendar = cells.requiredText(.calendar)
        let day = cells.requiredDay(.date)
        let word = cells.requiredText(.kind)
        self.extras = extras
        let said: Holiday.Kind? =
            switch word.lowercased() {
            case "rest", "休", "休息", "放假", "节假日": .rest
            case "work", "班", "上班", "调休上班", "补班": .work
            default: nil
            }
        if said == nil, !word.isEmpty { cells.note(.holidayKindUnknown, .kind) }
        guard cells.findings.isEmpty, let day, let said else { return nil }
        (date, kind) = (day, said)
    }
}

/// The bounds within which a workbook is believed. The archive's are those of reliability (hostile
/// archives); rows, columns and characters are those of the spreadsheet programs themselves.
struct WorkbookLimits {
    /// Bytes of the file.
    var file = 32 << 20
    var entries = 1_000
    /// Bytes of all parts that are read, unpacked.
    var unpacked = 200_000_000
    /// Unpacked bytes for each packed one, asked of parts longer than `small`.
    var ratio = 100
    var small = 1 << 20

    var depth = 64
    /// Bytes of one tag or comment.
    var tag = 64 << 10
    /// Bytes of the name of a sheet or a part.
    var name = 1_024

    var rows = 1_048_576
    var columns = 16_384
    /// UTF-16 code units of one cell, as spreadsheets count.
    var characters = 32_767
    /// Bytes of text in one row.
    var row = 8 << 20
    /// Cells of all sheets, with the empty ones before the last of each row.
    var cells = 50_000_000
    var strings = 4_000_000
    /// Bytes of all shared strings.
    var text = 64 << 20
    /// Bytes of text of all cells: a string that is shared counts in each.
    var read = 1 << 30
    var styles = 65_536
    var findings = 10_000
}

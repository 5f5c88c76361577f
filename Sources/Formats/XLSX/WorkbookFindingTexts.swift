extension WorkbookFinding {
    var texts: (en: String, zh: String) {
        switch self {
        case .notAWorkbook: ("the file is not a workbook", "文件不是工作簿")
        case .password:
            (
                "the workbook is protected by a password; save it without one",
                "工作簿设有密码；请取消密码后另存"
            )
        case .olderFormat:
            (
                "the workbook is of another format (.xls or .xlsb); save it as .xlsx or CSV",
                "工作簿为其他格式（.xls 或 .xlsb）；请另存为 .xlsx 或 CSV"
            )
        case .fileTooLarge: ("the file is too large", "文件过大")
        case .archiveBroken:
            ("the archive of the workbook is damaged", "工作簿的压缩包已损坏")
        case .entriesTooMany: ("the archive has too many entries", "压缩包中的条目过多")
        case .entriesOverlap:
            ("the entries of the archive are longer than the file", "压缩包各条目之和超过文件长度")
        case .entryRepeated:
            ("the archive has two entries of one name", "压缩包中有重名条目")
        case .entryLink:
            ("an entry of the archive is a link to a file", "压缩包中有文件链接")
        case .entryEncrypted: ("an entry of the archive is encrypted", "压缩包中有加密条目")
        case .entryMethod:
            ("an entry is packed by a method that is not read", "条目的压缩方法不受支持")
        case .entryName:
            (
                "an entry has a name that leads out of the archive; it is not read",
                "条目名称指向压缩包之外，未读取"
            )
        case .unpackedTooLarge: ("the workbook is too large unpacked", "工作簿解压后过大")
        case .packedTooTightly:
            ("a part is packed more tightly than a workbook is", "条目压缩比异常")
        case .partMissing: ("a part of the workbook is missing", "工作簿缺少组成部分")
        case .xmlBroken: ("a part is not well-formed XML", "组成部分不是格式良好的 XML")
        case .doctype: ("a document type declaration is not accepted", "不接受 DOCTYPE 声明")
        case .tooDeep: ("elements are nested too deeply", "元素嵌套过深")
        case .tagTooLong: ("a tag is too long", "标签过长")
        case .encodingUnknown: ("the encoding of a part is not known", "无法识别组成部分的编码")
        case .encodingBroken:
            ("a part breaks the encoding it declares", "组成部分内容与声明的编码不符")
        case .noSheet: ("the workbook has no visible sheet", "工作簿没有可见的工作表")
        case .sheetHidden: ("a hidden sheet is passed over", "已跳过隐藏的工作表")
        case .rowsTooMany: ("the sheet has too many rows", "工作表行数过多")
        case .columnsTooMany: ("the sheet has too many columns", "工作表列数过多")
        case .cellsTooMany: ("the workbook has too many cells", "工作簿单元格过多")
        case .rowTooLong: ("the row is too long", "行内容过长")
        case .cellTooLong: ("the text of the cell is too long", "单元格文本过长")
        case .stringsTooMany: ("the workbook has too much text", "工作簿文本过多")
        case .stylesTooMany: ("the workbook has too many styles", "工作簿样式过多")
        case .referenceUnreadable:
            ("the place of a row or cell cannot be read", "行或单元格的位置无法读取")
        case .rowMisplaced: ("the row does not follow the one before it", "行号未递增")
        case .cellRepeated: ("the cell stands twice in the row", "单元格重复")
        case .stringMissing: ("the text of the cell is missing", "单元格文本缺失")
        case .typeUnknown: ("the type of the cell is not known", "单元格类型未知")
        case .numberUnreadable: ("the number cannot be read", "数字无法读取")
        case .dateUnreadable:
            ("the number is shown as a date, but is none", "数字按日期显示，但不是有效日期")
        case .formulaWithoutValue:
            (
                "formulas have no value; open the workbook in a spreadsheet and save it",
                "公式没有计算结果；请用电子表格软件打开后保存"
            )
        case .findingsTooMany: ("further findings are not listed", "其余问题不再列出")
        }
    }
}

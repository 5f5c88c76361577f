extension ExtractFinding {
    var texts: (en: String, zh: String) {
        switch self {
        case .csvFileEmpty: ("The file has no rows", "文件为空")
        case .csvTextUnreadable:
            ("The text is not UTF-8, UTF-16 or GB18030", "文本不是有效的 UTF-8、UTF-16 或 GB18030")
        case .csvNulByte: ("There is a NUL byte in the text", "文本中含有 NUL 字节")
        case .csvFieldTooLong: ("A field is longer than 64 KiB", "单个字段超过 64 KiB")
        case .csvRowTooLong: ("A row is longer than 1 MiB", "单行超过 1 MiB")
        case .csvTooManyColumns: ("A row has more than 512 columns", "列数超过 512")
        case .csvQuoteNotClosed:
            ("A quote that opens here is never closed", "此处的引号没有闭合")
        case .csvQuoteMisplaced:
            ("Text follows a closing quote", "闭合引号之后还有文字")
        case .csvLastLineNotEnded:
            ("The last line does not end: the file may be cut", "最后一行没有换行符：文件可能不完整")
        case .notRecognised:
            ("The columns are those of no known extract", "列名与任何已知的导出文件都不符")
        case .columnMissing: ("A required column is missing", "缺少必需的列")
        case .columnTwice: ("The column is there twice", "列重复")
        case .columnUnknown: ("The column is not known; it is kept", "未知的列，予以保留")
        case .fieldsMissing: ("The row has fewer fields than the header", "该行字段数少于表头")
        case .fieldsSurplus: ("The row has more fields than the header", "该行字段数多于表头")
        case .valueMissing: ("A required value is missing", "缺少必填值")
        case .controlCharacter: ("The value has a control character", "值中含有控制字符")
        case .numberMangled:
            ("A spreadsheet has rounded this number", "该编号已被电子表格改成科学计数法")
        case .dateUnreadable: ("The date is not a YYYY-MM-DD that exists", "日期不是有效的 YYYY-MM-DD")
        case .amountUnreadable:
            ("The amount is not digits with a decimal point", "金额不是带小数点的数字")
        case .amountDecimals:
            ("The amount has more decimals than its currency", "金额的小数位超过该币种")
        case .amountTooLarge: ("The amount is beyond 10^15 minor units", "金额超过 10^15 最小货币单位")
        case .amountNotPositive: ("The amount must be positive here", "此处金额必须为正数")
        case .currencyUnknown: ("The currency is not an ISO 4217 code", "币种不是 ISO 4217 代码")
        case .countryUnreadable:
            ("The country is not a code of two capital letters", "国家不是两位大写字母代码")
        case .termsUnreadable: ("The payment terms cannot be read", "付款条件无法识别")
        case .percentUnreadable: ("The rate is not between 0 and 100 percent", "税率不在 0 至 100% 之间")
        case .rateUnreadable: ("The rate is not a positive decimal number", "汇率不是正的小数")
        case .rateOfOneCurrency: ("The rate is from a currency to itself", "汇率的两个币种相同")
        case .holidayKindUnknown:
            ("A day is rest or work, and nothing else", "日期类型应为 rest（休）或 work（班）")
        case .customerOwnParent: ("The customer is its own parent", "客户不能是自己的上级")
        case .invoiceTypeUnknown: ("The type is not 380, 381 or 383", "单据类型不是 380、381 或 383")
        case .invoiceDueBeforeIssued:
            ("The due date is before the invoice date", "到期日早于开票日期")
        case .invoiceDoesNotFoot:
            ("Net and tax do not add up to gross", "净额与税额之和不等于价税合计")
        case .rowRepeated: ("The same row was there before; it counts once", "与前面的行相同，只计一次")
        case .rowContradicts:
            ("An earlier row says otherwise of the same", "与前面同一编号的行内容不同")
        case .findingsCut: ("There are more findings than are shown", "问题过多，其余未列出")
        }
    }
}

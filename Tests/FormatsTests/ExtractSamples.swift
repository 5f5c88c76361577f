import Formats

/// What the extract tests share: small files, and what was read of them in short.
enum ExtractSample {
    static let invoices = """
        invoice,entity,type,customer,issued,due,currency,net,tax,gross,po,reference,precedes
        INV-1,DE01,,C1,2026-03-01,2026-03-31,EUR,100.00,19.00,119.00,PO-7,RF18539007547034,
        INV-2,DE01,380,C2,2026-03-02,,JPY,,,5000,,,
        CN-1,DE01,381,C1,2026-03-09,,EUR,,1.90,11.90,,,INV-1

        """

    static let chinese = """
        发票号码;公司代码;客户编号;开票日期;到期日;币种;不含税金额;税额;价税合计;采购订单
        24312000000012345678;CN01;客户甲;2026-03-01;2026-04-30;CNY;100.00;13.00;113.00;采-1
        24312000000012345679;CN01;客户乙;2026-03-02;;CNY;;;226.00;

        """

    static let customers = #"""
        customer,entity,name,nameLocal,country,currency,terms,creditLimit,parent,accounts,aliases
        C1,DE01,"Müller, Söhne",,DE,EUR,2/10net30,25000.00,,DE89370400440532013000|6222021001,
        C2,DE01,"He said ""no""",北京公司,CN,,eom15,1000,C1,,Peking|北京

        """#

    static let lines = """
        invoice,line,item,description,quantity,unit,price,net,taxCategory,taxRate
        INV-1,1,A-7,"two
        lines",10,EA,8.00,80.00,S,19
        INV-1,2,A-8,,1,EA,20.00,20.00,S,13%

        """

    static let orders = """
        order,entity,customer,date,currency,amount,po,status
        SO-1,DE01,C1,2026-02-01,EUR,500.00,PO-7,open

        """

    static let deliveries = "delivery\torder\tdate\tamount\nDN-1\tSO-1\t2026-02-20\t250.00\n"

    static let bankAccounts = """
        account,entity,bank,currency,glAccount
        DE89370400440532013000,DE01,COBADEFF,EUR,1200

        """

    static let rates = """
        from,to,date,rate,type
        EUR,CNY,2026-03-01,7.8123,month-end

        """

    static let holidays = "国家;日期;类型\nCN;2026-10-01;休\nCN;2026-10-10;班\n"

    static let balances = """
        entity,account,date,currency,balance
        DE01,1122,2026-03-31,KWD,-1234.567

        """

    static let all = [
        invoices, chinese, customers, lines, orders, deliveries, bankAccounts, rates, balances,
        holidays,
    ]
}

extension Parsed<Extract> {
    /// `extract-date-unreadable at row 4, issued: 2026-02-30`.
    var complaints: [String] {
        findings.map { "\($0.code) at \($0.place)" + ($0.value.map { ": \($0)" } ?? "") }
    }

    var codes: [String] { findings.map(\.code) }

    var invoices: [InvoiceRow] {
        document.rows.compactMap { if case .invoice(let row) = $0 { row } else { nil } }
    }
}

/// All that a reader says of a file that comes in pieces of `length` bytes.
func readInPieces(_ bytes: [UInt8], of length: Int) -> Parsed<Extract> {
    var parsed = Parsed(Extract())
    var reader = ExtractReader()
    let take = { (event: ExtractEvent) in
        switch event {
        case .header(let kind, let unknown):
            parsed.document.kind = kind
            parsed.document.unknownColumns = unknown
        case .row(let row): parsed.document.rows.append(row)
        case .finding(let finding): parsed.findings.append(finding)
        case .rejected(let document, _):
            if let document { parsed.document.rejected.insert(document) }
        }
    }
    var start = 0
    while start < bytes.count {
        let end = min(start + length, bytes.count)
        bytes[start..<end].withUnsafeBytes { reader.feed($0, emit: take) }
        start = end
    }
    reader.finish(emit: take)
    return parsed
}

import Formats
import Profiles

/// Exports of Chinese banks and wallets against what the program double-entry-generator made of
/// them, under the rules of its examples.
enum TablesChina: Source {
    static let folder = "csv_cn_double_entry_generator"

    static let accepted: [Accepted] = banks + wallets

    private static let banks: [Accepted] =
        ["v1", "v2"].flatMap { version in
            let file = "example-icbc-debit-\(version)-records.csv"
            return [
                .found(
                    file, "profile-balance-unreadable", "the balances of the example are hidden"),
                ignored(file, "2023-04-25 -1234.56 广东XX分行银行卡中心 张三"),
                ignored(file, "2023-02-28 341.58 支付宝 支付宝（中国）网络技术有限公司"),
                ignored(file, "2023-02-09 -24.00 财付通-群收款 深圳市财付通支付科技有限公司"),
                ignored(file, "2023-02-08 1.04 财付通-微信红包 深圳市财付通支付科技有限公司"),
            ]
        }
        + [
            "2023-05-05 -18.00 财付通-拼多多平台商户",
            "2023-05-05 -26.00 支付宝-金拱门(中国)有限公司",
            "2023-05-02 -17.32 支付宝-北京百度网讯科技有限公司",
            "2023-04-22 -238.00 财付通-美团平台商户",
            "2023-03-20 -22.00 财付通-餐馆",
        ].map { ignored("example-icbc-credit-records.csv", $0) }
        + [
            .found(
                "example-icbc-credit-records.csv", "profile-balances-break",
                "the first row was put there by hand, and its balance does not lead on"),
            .found(
                nil, "profile-account-missing", "the example names no account",
                at: "csv:cmb-debit."),
            .found(
                nil, "profile-balances-break", "its rows are not those of one account in order",
                at: "csv:cmb-debit."),
            ignored("example-cmb-records.csv", "2023-12-30 345.67 CMB: 财付通还款"),
        ]

    private static let wallets: [Accepted] = [
        together("2023-01-09 50.00 一卡通: 退款-一卡通充值"), together("2023-01-09 -50.00 一卡通: 一卡通充值"),
        Accepted(nil, "amount", "between own accounts: for information, and without a sign") {
            $0.hasSuffix(" (info)")
                && $0.dropLast(7) == ($1.hasPrefix("-") ? $1.dropFirst() : $1[...])
        },
        Accepted(nil, "amount", "for information; it takes the fee out of what was drawn") {
            let drawn = [
                "1001.10 (info)": "1000.10", "100.10 (info)": "100.00", "10.10 (info)": "10.00",
            ]
            return drawn[$0] == $1
        },
        Accepted(nil, "text", "a row's note stands for its goods where these are a stroke") {
            ($0 == "赞赏作者的收款_20230623" || $0.hasPrefix("服务费¥")) && $1 == "/"
        },
    ]

    /// The rules of the examples leave out payments through wallets and own repayments.
    private static func ignored(_ file: String, _ line: String) -> Accepted {
        Accepted(file, "line", "through a wallet, or own: ignored by the rules of the example") {
            $0 == line && $1.isEmpty
        }
    }

    private static func together(_ line: String) -> Accepted {
        Accepted(nil, "line", "it takes a payment and its refund together as nothing") {
            $0 == line && $1.isEmpty
        }
    }

    /// An example: its table, what it became, and whose accounts are the table's.
    private struct Example: Sendable {
        var table: String
        var output: String
        var profile: String
        var account: String
        /// Sheets with the same rows.
        var tables = 1
        var own: [String]
        /// An entry in the other program's words.
        var booking: @Sendable (StatementEntry) -> Booking
    }

    private static let examples: [Example] = [
        icbcDebit("v1", "icbc-debit"), icbcDebit("v2", "icbc-debit-2"),
        Example(
            table: "icbc/credit/example-icbc-credit-records.csv",
            output: "icbc/credit/example-icbc-credit-output.beancount", profile: "icbc-credit",
            account: "1234****5678", own: ["Liabilities:Bank:CN:ICBC"]
        ) { entry in
            var booking = Booking(entry)
            booking.text = ""
            return booking
        },
        Example(
            table: "cmb/debit/example-cmb-records.csv",
            output: "cmb/debit/example-cmb-debit-output.beancount",
            profile: "cmb-debit", account: "", own: ["Assets:DebitCard"]
        ) { Booking($0) },
        Example(
            table: "cmb/credit/example-cmb-records.csv",
            output: "cmb/credit/example-cmb-credit-output.beancount",
            profile: "cmb-credit", account: "1234", own: ["Liabilities:CreditCard"]
        ) { entry in
            // It takes the day of the purchase where there is one.
            var booking = Booking(entry)
            booking.name = "CMB"
            booking.day = entry.valueDate?.description ?? booking.day
            return booking
        },
        Example(
            table: "alipay/example-alipay-records.csv",
            output: "alipay/example-alipay-output.beancount",
            profile: "alipay", account: "xx@gmail.com",
            own: ["Assets:Alipay", "Liabilities:CC", "Assets:FIXME"]
        ) { Booking($0) },
        wechat("csv"), wechat("xlsx"),
    ]

    private static func icbcDebit(_ version: String, _ profile: String) -> Example {
        let name = "icbc/debit-\(version)/example-icbc-debit-\(version)-"
        return Example(
            table: name + "records.csv", output: name + "output.beancount", profile: profile,
            account: "1234****9876", own: ["Assets:Bank:CN:ICBC"]
        ) { entry in
            // It joins the place and the name.
            var booking = Booking(entry)
            let place = entry.detail.remittance.dropFirst().joined()
            booking.name = [place, booking.name].filter { !$0.isEmpty }.joined(separator: " ")
            booking.text = ""
            return booking
        }
    }

    private static func wechat(_ ending: String) -> Example {
        Example(
            table: "wechat/example-wechat-records." + ending,
            output: "wechat/example-wechat-output.beancount", profile: "wechat", account: "测试",
            tables: ending == "xlsx" ? 2 : 1, own: ["Assets:Digital:Wechat", "Assets:Bank"]
        ) { entry in
            var booking = Booking(entry)
            if booking.name.isEmpty { booking.name = "/" }
            booking.text = entry.detail.remittance.first ?? "/"
            return booking
        }
    }

    static func check(_ folder: Folder, _ sum: inout Sum) throws {
        for name in folder.files(".csv", ".xlsx") {
            let bytes = try folder.bytes(name)
            let profiles = ProfileShelf.builtIn.profiles
            let read =
                name.hasSuffix(".xlsx")
                ? readStatements(bytes, with: WorkbookTables(profiles))
                : readStatements(bytes, with: ProfileReader(profiles))
            sum.file(name, read.findings, isRead: !read.file.statements.isEmpty)
            sum.findings(name, read.findings.map(\.code), at: read.file.format + ".")
            guard let example = examples.first(where: { $0.table == name }) else {
                sum.fact(name, "example", "a table", nil)
                continue
            }
            sum.fact(name, "profile", read.file.format, "csv:" + example.profile)
            sum.fact(name, "tables", "\(read.file.statements.count)", "\(example.tables)")
            let theirs = Beancount.bookings(try folder.bytes(example.output), own: example.own)
            for statement in read.file.statements {
                sum.fact(name, "account", statement.account, example.account)
                sum.bookings(name, statement.entries.map(example.booking), theirs)
            }
        }
    }
}

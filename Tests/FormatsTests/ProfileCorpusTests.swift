import Formats
import Foundation
import Ledger
import Profiles
import Testing

/// Exports of Chinese banks and wallets, held against what another program made of them
/// (double-entry-generator, beancount). What differs is listed with its reason.
@Suite struct ProfileChineseCorpusTests {
    static let root =
        (ProcessInfo.processInfo.environment["ACQUIT_CORPUS"] ?? "../shared/corpus") + "/bank"
    static let folder = root + "/csv_cn_double_entry_generator"
    static var isThere: Bool { FileManager.default.fileExists(atPath: folder) }

    /// A transaction of the other program: day, other side, what it says, and what the account of
    /// the file gained.
    private struct Expected: Hashable {
        var day: String
        var name: String
        var text: String
        /// Without a sign where the account is not the file's own.
        var amount: String
    }

    private static func expected(_ path: String, own: [String]) throws -> [Expected] {
        let bytes = try #require(FileManager.default.contents(atPath: folder + "/" + path))
        var all: [Expected] = []
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            if let head = line.firstMatch(
                of: /^(\d{4}-\d\d-\d\d) \* "((?:[^"\\]|\\.)*)"(?: "((?:[^"\\]|\\.)*)")?/)
            {
                let plain = { (text: Substring?) in
                    String(text ?? "").replacing("\\\"", with: "\"")
                }
                all.append(
                    Expected(
                        day: String(head.output.1), name: plain(head.output.2),
                        text: plain(head.output.3), amount: ""))
            } else if let posting = line.firstMatch(of: /^\t([A-Z][\w:]+) (-?[\d.]+) CNY/),
                !all.isEmpty
            {
                let account = String(posting.output.1)
                if own.contains(where: account.hasPrefix), all[all.count - 1].amount.isEmpty {
                    all[all.count - 1].amount = String(posting.output.2)
                }
            }
        }
        return all
    }

    private func read(_ path: String) throws -> ProfileReading {
        let bytes = try #require(FileManager.default.contents(atPath: Self.folder + "/" + path))
        return ProfileReading([UInt8](bytes))
    }

    private func amount(_ entry: StatementEntry) -> String {
        entry.amount.money(.cny).map { $0.plain } ?? ""
    }

    /// What is left on either side when equal ones have been taken away.
    private func differences(_ ours: [Expected], _ theirs: [Expected]) -> [String] {
        var rest = theirs
        var out: [String] = []
        for one in ours {
            if let same = rest.firstIndex(of: one) {
                rest.remove(at: same)
            } else {
                out.append("+ \(one.day) \(one.amount) \(one.name)")
            }
        }
        return out + rest.map { "- \($0.day) \($0.amount) \($0.name)" }
    }

    /// The other program joins place and name; it leaves out what its rules say, which are those of
    /// its example: payments through wallets, own repayments.
    @Test(
        .enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"),
        arguments: ["debit-v1", "debit-v2"])
    func icbcDebit(_ version: String) throws {
        let reading = try read("icbc/\(version)/example-icbc-\(version)-records.csv")
        #expect(reading.format == (version == "debit-v1" ? "csv:icbc-debit" : "csv:icbc-debit-2"))
        // The balances of the example are hidden.
        #expect(reading.codes == ["profile-balance-unreadable"])
        #expect(reading.statements.map(\.account) == ["1234****9876"])
        let ours = reading.entries.map { entry in
            let place = entry.detail.remittance.dropFirst().joined()
            let name = [place, entry.other.name ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
            return Expected(
                day: "\(entry.bookedOn ?? .first)", name: name, text: "", amount: amount(entry))
        }
        let theirs = try Self.expected(
            "icbc/\(version)/example-icbc-\(version)-output.beancount", own: ["Assets:Bank:CN:ICBC"]
        )
        #expect(theirs.count == 7)
        #expect(
            differences(ours, theirs) == [
                // Own repayment of a card, and four payments through wallets: ignored by its rules.
                "+ 2023-04-25 -1234.56 广东XX分行银行卡中心 张三",
                "+ 2023-02-28 341.58 支付宝 支付宝（中国）网络技术有限公司",
                "+ 2023-02-09 -24.00 财付通-群收款 深圳市财付通支付科技有限公司",
                "+ 2023-02-08 1.04 财付通-微信红包 深圳市财付通支付科技有限公司",
            ])
    }

    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func icbcCredit() throws {
        let reading = try read("icbc/credit/example-icbc-credit-records.csv")
        #expect(reading.format == "csv:icbc-credit")
        // The first row was put there by hand, and its balance does not lead on.
        #expect(reading.codes == ["profile-balances-break"])
        let ours = reading.entries.map {
            Expected(
                day: "\($0.bookedOn ?? .first)", name: $0.other.name ?? "", text: "",
                amount: amount($0))
        }
        let theirs = try Self.expected(
            "icbc/credit/example-icbc-credit-output.beancount", own: ["Liabilities:Bank:CN:ICBC"])
        // Payments through wallets: ignored by its rules.
        let differences = differences(ours, theirs)
        #expect(differences.count == 5)
        #expect(
            differences.allSatisfy {
                $0.hasPrefix("+") && ($0.contains("财付通") || $0.contains("支付宝"))
            })
    }

    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func cmbDebit() throws {
        let reading = try read("cmb/debit/example-cmb-records.csv")
        #expect(reading.format == "csv:cmb-debit")
        // The example names no account, and its rows are not those of one account in order.
        #expect(reading.codes == ["profile-account-missing", "profile-balances-break"])
        let ours = reading.entries.map {
            Expected(
                day: "\($0.bookedOn ?? .first)", name: $0.other.name ?? "",
                text: $0.detail.remittance.joined(), amount: amount($0))
        }
        let theirs = try Self.expected(
            "cmb/debit/example-cmb-debit-output.beancount", own: ["Assets:DebitCard"])
        #expect(theirs.count == 5 && differences(ours, theirs) == [])
    }

    /// It takes the day of the purchase where there is one, we have that as the value date.
    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func cmbCredit() throws {
        let reading = try read("cmb/credit/example-cmb-records.csv")
        #expect(reading.format == "csv:cmb-credit" && reading.codes == [])
        #expect(reading.statements.map(\.account) == ["1234"])
        let ours = reading.entries.map {
            Expected(
                day: "\($0.valueDate ?? $0.bookedOn ?? .first)", name: "CMB",
                text: $0.detail.remittance.joined(), amount: amount($0))
        }
        let theirs = try Self.expected(
            "cmb/credit/example-cmb-credit-output.beancount", own: ["Liabilities:CreditCard"])
        // A repayment through a wallet: ignored by its rules.
        #expect(differences(ours, theirs) == ["+ 2023-12-30 345.67 CMB"])
    }

    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func alipay() throws {
        let reading = try read("alipay/example-alipay-records.csv")
        #expect(reading.format == "csv:alipay" && reading.codes == [])
        #expect(reading.statements.map(\.account) == ["xx@gmail.com"])
        let ours = reading.entries.map {
            Expected(
                day: "\($0.bookedOn ?? .first)", name: $0.other.name ?? "",
                text: $0.detail.remittance.joined(), amount: amount($0))
        }
        let own = ["Assets:Alipay", "Liabilities:CC", "Assets:FIXME"]
        let theirs = try Self.expected("alipay/example-alipay-output.beancount", own: own)
        #expect(theirs.count == 7)
        #expect(
            differences(ours, theirs) == [
                // A transfer between own accounts (不计收支): for information, and without a sign.
                "+ 2023-02-02 99.34 蚂蚁财富-蚂蚁（杭州）基金销售有限公司",
                // A payment and its refund, which it takes together as nothing.
                "+ 2023-01-09 50.00 一卡通", "+ 2023-01-09 -50.00 一卡通",
                "- 2023-02-02 -99.34 蚂蚁财富-蚂蚁（杭州）基金销售有限公司",
            ])
        #expect(reading.entries.filter { $0.status == .info }.map(amount) == ["99.34"])
    }

    @Test(.enabled(if: isThere, "skipped: no corpus at $ACQUIT_CORPUS or ../shared/corpus"))
    func wechat() throws {
        let reading = try read("wechat/example-wechat-records.csv")
        #expect(reading.format == "csv:wechat" && reading.codes == [])
        let booked = reading.entries.filter { $0.status == .booked }
        let ours = booked.map {
            Expected(
                day: "\($0.bookedOn ?? .first)", name: $0.other.name ?? "/",
                text: $0.detail.remittance.first ?? "/", amount: amount($0))
        }
        let own = ["Assets:Digital:Wechat", "Assets:Bank"]
        let theirs = try Self.expected("wechat/example-wechat-output.beancount", own: own)
        #expect(booked.count == 16 && reading.entries.count == 27 && theirs.count == 27)
        let differences = differences(ours, theirs)
        // The note of a row stands for its goods where these are a stroke.
        #expect(differences.filter { $0.hasPrefix("+") } == ["+ 2023-06-23 5.00 赞赏作者的收款_20230623"])
        // Eleven rows move money between own accounts (中性交易): for information.
        #expect(differences.count { $0.hasPrefix("-") } == 12)
        let neutral = reading.entries.filter { $0.status == .info }
        #expect(neutral.count == 11)
        // It takes the fee out of what was drawn.
        #expect(neutral.map(amount).contains("1001.10"))
    }
}

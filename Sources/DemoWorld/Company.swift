import Ledger

/// One of the two legal entities of the demo company.
enum House: String, CaseIterable, Sendable {
    case dalian = "DL"
    case hamburg = "HH"

    var name: String {
        self == .dalian
            ? "Dalian Shuolanjing Drive Technology Co., Ltd."
            : "Shuolanjing Antriebstechnik (Hamburg) GmbH"
    }

    var nameLocal: String {
        self == .dalian ? "大连朔澜璟传动技术有限公司" : "朔澜璟传动技术（汉堡）有限公司"
    }

    var country: String { self == .dalian ? "CN" : "DE" }
    var functional: Currency { self == .dalian ? .cny : .eur }
    var workingDays: WorkingDays { self == .dalian ? .china : .germany }

    /// `DL26-004711`, `HH-2600815`: fixed width, so that a number is found in any text (domain.md
    /// §3.4).
    func invoiceNumber(_ count: Int, year: Int) -> String {
        let year = String(year % 100)
        switch self {
        case .dalian: return "DL\(year)-" + padded(count, 6)
        case .hamburg: return "HH-\(year)" + padded(count, 5)
        }
    }
}

/// A bank account of the company, with the format in which its bank sends statements.
enum Till: Int, CaseIterable, Sendable {
    case dalianCNY, dalianUSD, hamburgEUR, hamburgUSD

    var house: House { self == .dalianCNY || self == .dalianUSD ? .dalian : .hamburg }

    var currency: Currency {
        switch self {
        case .dalianCNY: .cny
        case .hamburgEUR: .eur
        case .dalianUSD, .hamburgUSD: .usd
        }
    }

    var account: String {
        switch self {
        case .dalianCNY: "2102016400053008816"
        case .dalianUSD: "2102016414053000279"
        case .hamburgEUR: CheckDigits.iban("DE", "209904440471100300")
        case .hamburgUSD: CheckDigits.iban("DE", "209904440471100384")
        }
    }

    var bank: String { house == .dalian ? "北辰商业银行大连分行" : "Alsterkontor Bank AG" }
    var bic: String { house == .dalian ? "BCSYCNBD" : "ALKODEHHXXX" }
    var label: String { "\(house.rawValue)-\(currency.code)" }

    /// Balance at the bank on the evening of 2025-12-31, in minor units.
    var opening: Int64 {
        switch self {
        case .dalianCNY: 1_864_220_736
        case .dalianUSD: 214_087_518
        case .hamburgEUR: 138_450_291
        case .hamburgUSD: 41_206_645
        }
    }

    static func of(_ house: House, _ currency: Currency) -> Till {
        house == .dalian
            ? (currency == .cny ? .dalianCNY : .dalianUSD)
            : (currency == .eur ? .hamburgEUR : .hamburgUSD)
    }
}

func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// A day that is written in the source; the calendar has it.
func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? Day(number: 0)
}

/// `260629`.
func compact(_ day: Day) -> String {
    let (year, month, date) = day.civil
    return padded(year % 100, 2) + padded(month, 2) + padded(date, 2)
}

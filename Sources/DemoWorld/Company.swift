import Ledger

/// A legal entity of the demo company; the house in Ohio has business in the hard world only.
enum House: String, CaseIterable, Sendable {
    case dalian = "DL"
    case hamburg = "HH"
    case ohio = "OH"

    var name: String {
        switch self {
        case .dalian: "Dalian Shuolanjing Drive Technology Co., Ltd."
        case .hamburg: "Shuolanjing Antriebstechnik (Hamburg) GmbH"
        case .ohio: "Shuolanjing Drives of Ohio LLC"
        }
    }

    var nameLocal: String {
        switch self {
        case .dalian: "大连朔澜璟传动技术有限公司"
        case .hamburg: "朔澜璟传动技术（汉堡）有限公司"
        case .ohio: "朔澜璟传动（俄亥俄）有限责任公司"
        }
    }

    var country: String { self == .dalian ? "CN" : self == .hamburg ? "DE" : "US" }
    var functional: Currency { self == .dalian ? .cny : self == .hamburg ? .eur : .usd }
    var workingDays: WorkingDays {
        self == .dalian ? .china : self == .hamburg ? .germany : .america
    }

    /// `DL26-004711`, `HH-2600815`: fixed width, so that a number is found in any text (domain.md
    /// §3.4). Ohio's `70260815` are digits alone, as those of many an American house.
    func invoiceNumber(_ count: Int, year: Int) -> String {
        let year = String(year % 100)
        switch self {
        case .dalian: return "DL\(year)-" + padded(count, 6)
        case .hamburg: return "HH-\(year)" + padded(count, 5)
        case .ohio: return "7\(year)" + padded(count, 5)
        }
    }
}

/// A bank account of the company, with the format in which its bank sends statements.
enum Till: Int, CaseIterable, Sendable {
    case dalianCNY, dalianUSD, hamburgEUR, hamburgUSD
    /// A second account in yuan, and Ohio's, to which the checks of its lockbox go.
    case dalianSecond, ohio

    static let ordinary: [Till] = [.dalianCNY, .dalianUSD, .hamburgEUR, .hamburgUSD]
    /// The number of Ohio's lockbox.
    static let lockbox = "0260815"

    var house: House {
        switch self {
        case .dalianCNY, .dalianUSD, .dalianSecond: .dalian
        case .hamburgEUR, .hamburgUSD: .hamburg
        case .ohio: .ohio
        }
    }

    var currency: Currency {
        switch self {
        case .dalianCNY, .dalianSecond: .cny
        case .hamburgEUR: .eur
        case .dalianUSD, .hamburgUSD, .ohio: .usd
        }
    }

    var account: String {
        switch self {
        case .dalianCNY: "2102016400053008816"
        case .dalianUSD: "2102016414053000279"
        case .hamburgEUR: CheckDigits.iban("DE", "209904440471100300")
        case .hamburgUSD: CheckDigits.iban("DE", "209904440471100384")
        case .dalianSecond: "6650120109000417732"
        case .ohio: "4410026081"
        }
    }

    var bank: String {
        switch self {
        case .dalianCNY, .dalianUSD: "北辰商业银行大连分行"
        case .hamburgEUR, .hamburgUSD: "Alsterkontor Bank AG"
        case .dalianSecond: "渤湾农商银行大连开发区支行"
        case .ohio: "Copper Landing Bank, N.A."
        }
    }

    var bic: String {
        house == .dalian ? "BCSYCNBD" : house == .hamburg ? "ALKODEHHXXX" : "COLDUS33XXX"
    }

    var label: String {
        "\(house.rawValue)-\(currency.code)" + (self == .dalianSecond ? "2" : "")
    }

    /// Balance at the bank on the evening of 2025-12-31, in minor units.
    var opening: Int64 {
        switch self {
        case .dalianCNY: 1_864_220_736
        case .dalianUSD: 214_087_518
        case .hamburgEUR: 138_450_291
        case .hamburgUSD: 41_206_645
        case .dalianSecond: 310_554_902
        case .ohio: 96_318_477
        }
    }

    static func of(_ house: House, _ currency: Currency) -> Till {
        switch house {
        case .dalian: currency == .cny ? .dalianCNY : .dalianUSD
        case .hamburg: currency == .eur ? .hamburgEUR : .hamburgUSD
        case .ohio: .ohio
        }
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

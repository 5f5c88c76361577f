/// How a payer refers to what it pays, with how often that is met in a thousand payments.
enum Citing: Sendable, CaseIterable {
    case full, structured, tail, joined, ranged, split, order
    case mistyped
    /// What names nothing: words, the payer's own number, an advice that never comes.
    case words, ownNumber, lostAdvice
    case nothing
    /// An advice that does come.
    case advice
    /// Everything open, by words.
    case balance

    private var permille: Int {
        switch self {
        case .full: 117
        case .structured: 40
        case .tail: 50
        case .joined: 85
        case .ranged: 80
        case .split: 50
        case .order: 45
        case .mistyped: 196
        case .words: 82
        case .ownNumber: 44
        case .lostAdvice: 30
        case .nothing: 112
        case .advice: 45
        case .balance: 25
        }
    }

    static func drawn(_ dice: inout Dice) -> Citing {
        dice.pick(weighted: allCases.map { ($0, $0.permille) })
    }
}

/// A number as fingers get it wrong.
enum Mistype {
    /// One digit of the last five is another, is left out, stands twice, or has changed places with
    /// its neighbour; never the number itself.
    static func of(_ number: String, _ dice: inout Dice) -> String {
        var letters = Array(number)
        while String(letters) == number {
            letters = Array(number)
            let at = letters.count - dice.int(1...5)
            switch dice.int(0...3) {
            case 0: letters[at] = Character(String(dice.int(0...9)))
            case 1: letters.remove(at: at)
            case 2: letters.insert(letters[at], at: at)
            default:
                if at + 1 < letters.count {
                    letters.swapAt(at, at + 1)
                } else {
                    letters.swapAt(at - 1, at)
                }
            }
        }
        return String(letters)
    }

    /// An amount with one digit typed wrong or two exchanged, at least a tenth of a whole unit off.
    static func of(_ amount: Int64, _ dice: inout Dice) -> Int64 {
        for _ in 0..<20 {
            var digits = Array(String(amount))
            let at = dice.int(0...(digits.count - 2))
            if dice.chance(600) {
                digits.swapAt(at, at + 1)
            } else {
                digits[at] = Character(String(dice.int(0...9)))
            }
            if let typed = Int64(String(digits)), typed > 0, abs(typed - amount) >= 10 {
                return typed
            }
        }
        return amount + 90
    }
}

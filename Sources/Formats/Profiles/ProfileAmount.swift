import Ledger

/// What a row moves: the amount with its sign, and what the words beside it make of it.
struct ProfileAmount {
    var amount: Amount
    var status = StatementEntry.Status.booked
    var reversal = false

    enum Reading {
        case amount(ProfileAmount)
        /// Nothing has moved, says a word.
        case pass
        case wrong(ProfileFinding, place: Int)
    }

    static func read(_ row: ProfileRow, _ cells: ProfileCells) -> Reading {
        if cells.has(.amount) {
            let place = cells.cell(.amount, row).place
            if place >= 0 || !cells.has(.debit) && !cells.has(.credit) {
                return one(row, cells, place)
            }
        }
        return two(row, cells)
    }

    private static func one(
        _ row: ProfileRow, _ cells: ProfileCells, _ place: Int
    ) -> Reading {
        let answer = cells.direction(row)
        if case .outcome(.pass) = answer { return .pass }
        let wrong = place >= 0 ? place : cells.places(.amount).first ?? -1
        let amount: Amount
        let mark: BankProfile.Outcome?
        switch cells.amount(row, place) {
        case .none: return .wrong(.amountMissing, place: wrong)
        case .unreadable: return .wrong(.amountUnreadable, place: wrong)
        case .amount(let read, let side): (amount, mark) = (read, side)
        }
        switch answer {
        case .outcome(.credit): return signed(amount, isDebit: false, cells, wrong)
        case .outcome(.debit): return signed(amount, isDebit: true, cells, wrong)
        case .outcome(.info):
            return .amount(ProfileAmount(amount: amount, status: .info))
        case .outcome: return .wrong(.directionUnknown, place: wrong)
        case .unknown(_, let at): return .wrong(.directionUnknown, place: at)
        case .unruled: break
        }
        if let mark { return signed(amount, isDebit: mark == .debit, cells, wrong) }
        let isTurned = cells.profile.signs == .debitsPositive
        return .amount(booked(isTurned ? -amount : amount))
    }

    private static func two(
        _ row: ProfileRow, _ cells: ProfileCells
    ) -> Reading {
        var found: (amount: Amount, isDebit: Bool, place: Int)?
        var zero: Amount?
        for isDebit in [true, false] {
            let place = cells.cell(isDebit ? .debit : .credit, row).place
            if place < 0 { continue }
            switch cells.amount(row, place) {
            case .none: continue
            case .unreadable: return .wrong(.amountUnreadable, place: place)
            case .amount(let amount, _):
                if amount.units == 0 {
                    zero = amount
                } else if found != nil {
                    return .wrong(.debitAndCredit, place: place)
                } else {
                    found = (amount, isDebit, place)
                }
            }
        }
        if case .outcome(.pass) = cells.direction(row) { return .pass }
        if let found { return signed(found.amount, isDebit: found.isDebit, cells, found.place) }
        if let zero { return .amount(booked(zero)) }
        return .wrong(
            .amountMissing, place: (cells.places(.credit).first ?? cells.places(.debit).first) ?? -1
        )
    }

    private static func signed(
        _ amount: Amount, isDebit: Bool, _ cells: ProfileCells, _ place: Int
    ) -> Reading {
        var result = booked(isDebit ? -amount : amount)
        guard amount.units < 0 else { return .amount(result) }
        switch cells.profile.signs {
        case .ignored: result.amount = -result.amount
        case .takesBack: result.reversal = true
        case .plain, .debitsPositive: return .wrong(.signUnclear, place: place)
        }
        return .amount(result)
    }

    /// What moves nothing is for information.
    private static func booked(_ amount: Amount) -> ProfileAmount {
        ProfileAmount(amount: amount, status: amount.units == 0 ? .info : .booked)
    }
}

/// How far a profile fits a header: which columns it found, and which it lacks.
public struct ProfileFit: Sendable {
    public let profile: BankProfile
    /// The columns of the table for each field, by name.
    public private(set) var found: [(field: ProfileField, column: String)] = []
    /// Names, words or fields that should be there and are not.
    public private(set) var missing: [String] = []
    /// The fields of the row for each of the profile's fields.
    let columns: [[Int]]
    let direction: [Int]
    let status: [Int]
    /// How much the profile asks for: of two that fit the one that asks for more is meant.
    let weight: Int

    public var isWhole: Bool { missing.isEmpty }
    /// Of the columns it asks for, how many are there.
    public let share: (found: Int, of: Int)

    /// `names` as the table has them.
    public init(_ profile: BankProfile, names: [String], preamble: [[String]]) {
        var before = ProfilePreamble()
        before.take(preamble)
        self.init(profile, ProfileHeader(names), before)
    }

    init(_ profile: BankProfile, _ header: ProfileHeader, _ preamble: ProfilePreamble) {
        self.profile = profile
        var there = 0
        for alternatives in profile.header {
            if header.place(of: alternatives) != nil {
                there += 1
            } else {
                missing.append(alternatives.joined(separator: "|"))
            }
        }
        for word in profile.preamble where !preamble.has(word) { missing.append(word) }
        weight = profile.header.count + profile.preamble.count
        share = (there, profile.header.count)

        var columns = [[Int]](repeating: [], count: ProfileField.allCases.count)
        for field in ProfileField.allCases {
            for alternatives in profile.columns[field] ?? [] {
                guard let place = header.place(of: alternatives),
                    !columns[Int(field.rawValue)].contains(place)
                else { continue }
                columns[Int(field.rawValue)].append(place)
                found.append((field, header.names[place]))
            }
        }
        self.columns = columns
        direction = profile.direction.map { header.place(of: $0.columns) ?? -1 }
        status = profile.status.map { header.place(of: $0.columns) ?? -1 }
        let has = { (field: ProfileField) in !columns[Int(field.rawValue)].isEmpty }
        if !has(.bookedOn) { missing.append(ProfileField.bookedOn.name) }
        if !has(.amount), !has(.debit) && !has(.credit) {
            missing.append(ProfileField.amount.name)
        }
        // Columns that decide what a row is may not be away unseen.
        for (rule, place) in zip(profile.direction + profile.status, direction + status)
        where place < 0 {
            missing.append(rule.columns.joined(separator: "|"))
        }
    }
}

/// The names of the columns, as they are and as they are compared.
struct ProfileHeader {
    let names: [String]
    private var places: [String: Int] = [:]

    init(_ names: [String]) {
        self.names = names
        for (place, name) in names.enumerated() {
            let plain = HeaderName.plain(name)
            if plain.isEmpty { continue }
            if places[plain] == nil { places[plain] = place }
            // `交易日期[ Transaction Date ]`
            if let bracket = plain.utf8.firstIndex(of: UInt8(ascii: "[")) {
                let short = String(plain[..<bracket])
                if !short.isEmpty, places[short] == nil { places[short] = place }
            }
        }
    }

    init(_ row: CSVRow) {
        self.init((0..<row.count).map { CellText.bare(row[$0]).upTo(200).string })
    }

    var isHeader: Bool { places.count > 1 }

    func place(of alternatives: [String]) -> Int? {
        for name in alternatives {
            if let place = places[HeaderName.plain(name)] { return place }
        }
        return nil
    }
}

/// The profiles that a reader may choose from.
struct ProfileChoice {
    enum Answer {
        case none
        case fits(ProfileFit)
        case many([ProfileFit])
    }

    private let profiles: [BankProfile]
    /// The plain names of the first column each profile asks for, to pass over rows of a preamble.
    private let first: Set<String>

    init(_ profiles: [BankProfile]) {
        self.profiles = profiles
        first = Set(profiles.compactMap(\.header.first).joined().map { HeaderName.plain($0) })
    }

    func answer(_ header: ProfileHeader, _ preamble: ProfilePreamble) -> Answer {
        guard header.isHeader, first.contains(where: { header.place(of: [$0]) != nil }) else {
            return .none
        }
        let whole = profiles.map { ProfileFit($0, header, preamble) }.filter(\.isWhole)
        guard let most = whole.map(\.weight).max() else { return .none }
        let best = whole.filter { $0.weight == most }
        return best.count == 1 ? .fits(best[0]) : .many(best)
    }
}

extension ProfilePreamble {
    mutating func take(_ rows: [[String]]) { for row in rows { add(row) } }
}

import Ledger
import Receivables
import TestKit
import Testing

/// What is written of an event is read back as the same event, and nothing else is.
@Suite struct WireTests {
    @Test func everyEventOfHistoriesComesBack() throws {
        var kinds: Set<EventKind> = []
        for seed in 1...5 {
            for world in RandomWorld.all {
                var history = RandomHistory(seed: UInt64(seed), in: world)
                for _ in 0..<300 { _ = history.step() }
                for event in history.ledger.events + WireSamples.events {
                    kinds.insert(event.kind)
                    let bytes = Self.written(event)
                    let read = try Self.read(event.kind, bytes)
                    #expect(read == event)
                    #expect(Self.written(read) == bytes)
                }
            }
        }
        #expect(kinds == Set(EventKind.allCases))
    }

    /// One event of each kind.
    private static let samples: [Event] = {
        var samples: [EventKind: Event] = [:]
        for event in WireSamples.scenario.ledger.events + WireSamples.events {
            samples[event.kind] = event
        }
        return samples.values.sorted { $0.kind.rawValue < $1.kind.rawValue }
    }()

    /// Wherever it is cut, it is an error; with more behind it, the reader is not at its end.
    @Test func whatIsCutIsAnError() throws {
        #expect(Self.samples.count == EventKind.allCases.count)
        for event in Self.samples {
            let bytes = Self.written(event)
            for count in 0..<bytes.count {
                #expect(throws: WireError.self, "\(event.kind.name), \(count) bytes") {
                    try Self.read(event.kind, Array(bytes[..<count]))
                }
            }
            let more = bytes + Array("1|".utf8)
            #expect(throws: (any Error).self) { try Self.read(event.kind, more) }
        }
    }

    /// A changed byte is an error or another event, but it never traps; what is read of it can be
    /// written and shown.
    @Test func whatIsChangedNeverTraps() throws {
        let signs = Array("|\\-09A".utf8) + [0, 0x0A, 0x80, 0xFF]
        for event in Self.samples {
            let bytes = Self.written(event)
            for place in bytes.indices {
                for sign in signs where sign != bytes[place] {
                    var changed = bytes
                    changed[place] = sign
                    Self.tryOut(event.kind, changed)
                }
                var longer = bytes
                longer.insert(UInt8(ascii: "|"), at: place)
                Self.tryOut(event.kind, longer)
                longer[place] = UInt8(ascii: "9")
                Self.tryOut(event.kind, longer)
            }
        }
    }

    /// Numbers at and beyond every edge, in every field.
    @Test func numbersBeyondAllBoundsNeverTrap() {
        let numbers = [
            "9223372036854775807", "-9223372036854775808", "9223372036854775808",
            "-9223372036854775809", "99999999999999999999", "2147483648", "-2147483649", "-",
            "--1", "+1", "", "0", "1000000000000000000000000000000",
        ]
        for event in Self.samples {
            let fields = Self.written(event).split(
                separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
            for place in fields.indices.dropLast() {
                for number in numbers {
                    var changed = fields.map(Array.init)
                    changed[place] = Array(number.utf8)
                    Self.tryOut(event.kind, Array(changed.joined(separator: [UInt8(ascii: "|")])))
                }
            }
        }
    }

    @Test func textWithEverySignComesBack() throws {
        let entity = Entity(
            id: Entity.ID(1), code: "", name: "a|b\\c\nd\re\u{0}f 大连 \u{301}", country: "CN",
            currency: .cny)
        let bytes = Self.written(.entityOpened(entity))
        #expect(!bytes.contains(0x0A))
        #expect(try Self.read(.entityOpened, bytes) == .entityOpened(entity))
    }

    /// The journal's names and numbers are for ever, and so is how an event is written.
    @Test func namesNumbersAndFormAreStable() {
        let kinds = EventKind.allCases
        #expect(Set(kinds.map(\.rawValue)).count == kinds.count)
        #expect(Set(kinds.map(\.name)).count == kinds.count)
        for kind in kinds {
            let words = kind.name.split(separator: "-", omittingEmptySubsequences: false)
            let isKebab = words.allSatisfy { word in
                !word.isEmpty && word.utf8.allSatisfy { (97...122).contains($0) }
            }
            #expect(isKebab, "\(kind.name)")
        }
        #expect(
            Golden.difference(kinds.map { "\($0.name) \($0.rawValue)" }, "event-kinds.txt") == nil)
        #expect(WireSamples.scenario.failures.isEmpty)
        let events = WireSamples.scenario.ledger.events + WireSamples.events
        let written = events.map { event in
            "\(event.kind.name): " + String(decoding: Self.written(event), as: UTF8.self)
        }
        #expect(Golden.difference(written, "wire.txt") == nil)
    }

    private struct More: Error {}

    private static func written(_ event: Event) -> [UInt8] {
        var writer = FieldWriter()
        event.write(to: &writer)
        return writer.bytes
    }

    /// The whole of the bytes as one event.
    private static func read(_ kind: EventKind, _ bytes: [UInt8]) throws -> Event {
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        defer { copy.deallocate() }
        _ = copy.initialize(from: bytes)
        var reader = FieldReader(UnsafeBufferPointer(copy))
        let event = try Event(kind, from: &reader)
        if !reader.isAtEnd { throw More() }
        return event
    }

    private static func tryOut(_ kind: EventKind, _ bytes: [UInt8]) {
        guard let event = try? read(kind, bytes) else { return }
        _ = (event.entity, event.postedOn, "\(event)")
        let again = try? read(kind, written(event))
        #expect(again == event, "\(String(decoding: bytes, as: UTF8.self))")
    }
}

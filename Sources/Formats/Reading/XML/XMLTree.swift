import Glibc

/// The elements of a message that a reader looks at; everything else is passed over. The first
/// three cases are `outside`, `ignored` and `inner`.
protocol XMLElement: RawRepresentable<UInt8> {
    var traits: XMLTree.Traits { get }
}

/// The paths of a message as a table: from a place and the name of a child to the place of the
/// child.
///
/// Built once a format, and kept. A step costs one hash over the bytes of the name, one comparison
/// and one look-up, and makes no string: a statement of a million entries takes some fifty million
/// steps.
struct XMLTree: @unchecked Sendable {
    typealias Place = UInt16
    typealias Name = UInt8

    static let ignored: Place = 0
    static let outside: Place = 1
    /// Nowhere looked at.
    static let unknown: Name = 0
    /// Nowhere looked at, but known to be in the schemas.
    static let unread: Name = 255

    /// The first three elements of every format: outside of the message, passed over, and on the
    /// way to others.
    static let outsideElement: UInt8 = 0
    static let ignoredElement: UInt8 = 1
    static let innerElement: UInt8 = 2

    /// What the reader has to do at an element, so that most elements cost one look-up.
    struct Traits: OptionSet {
        let rawValue: UInt8
        /// The text right inside is wanted.
        static let leaf = Traits(rawValue: 1)
        /// It carries the attribute `Ccy`.
        static let amount = Traits(rawValue: 2)
        /// Something begins and ends with it.
        static let group = Traits(rawValue: 4)
        /// The namespace may be said here.
        static let root = Traits(rawValue: 8)
    }

    /// What stands at each place.
    let elements: UnsafePointer<UInt8>
    let traits: UnsafePointer<Traits>
    private let steps: UnsafePointer<Place>
    /// The spellings by their hashes.
    private let slots: UnsafePointer<UInt16>
    private let hashes: UnsafePointer<UInt32>
    /// The letters of all names in a row, and where each name lies in it.
    private let letters: UnsafePointer<UInt8>
    private let spellings: UnsafePointer<(start: UInt16, length: UInt16)>
    /// Whether an unknown name is in no schema.
    let knowsAll: Bool

    private static let slotCount = 1024
    private static let nameCount = 256

    /// `paths` are those of the elements, `A|B` two names for one place; `same` are other ways to
    /// places among them; `unread` the names that the schemas have and the reader passes over.
    init<Element: XMLElement>(
        _ paths: [(path: String, element: Element)], same: [(path: String, as: String)] = [],
        unread: String = ""
    ) {
        var sketch = Sketch()
        for (path, element) in paths { sketch.elements[sketch.place(path)] = element.rawValue }
        for (path, other) in same { sketch.point(path, to: sketch.place(other)) }
        precondition(sketch.names.count <= Int(Self.unread), "more names than fit one byte")
        sketch.add(unread)
        knowsAll = !unread.isEmpty

        // The tables live as long as the program.
        let elements = UnsafeMutablePointer<UInt8>.allocate(capacity: sketch.elements.count)
        elements.initialize(from: sketch.elements, count: sketch.elements.count)
        let traits = UnsafeMutablePointer<Traits>.allocate(capacity: sketch.elements.count)
        traits.initialize(
            from: sketch.elements.map { Element(rawValue: $0)?.traits ?? [] },
            count: sketch.elements.count)
        let steps = UnsafeMutablePointer<Place>.allocate(
            capacity: sketch.elements.count * Self.nameCount)
        steps.initialize(repeating: Self.ignored, count: sketch.elements.count * Self.nameCount)
        for name in 0..<Self.nameCount {
            steps[Int(Self.outside) * Self.nameCount + name] = Self.outside
        }
        for (place, children) in sketch.children.enumerated() {
            for (name, child) in children { steps[place * Self.nameCount + Int(name)] = child }
        }
        let slots = UnsafeMutablePointer<UInt16>.allocate(capacity: Self.slotCount)
        slots.initialize(repeating: 0, count: Self.slotCount)
        let hashes = UnsafeMutablePointer<UInt32>.allocate(capacity: sketch.names.count)
        for (name, bytes) in sketch.names.enumerated() {
            var hash: UInt32 = 0
            for byte in bytes { hash = hash &* 31 &+ UInt32(byte) }
            hashes[name] = hash
            guard !bytes.isEmpty else { continue }
            var slot = Int(hash) % Self.slotCount
            while slots[slot] != 0 { slot = (slot + 1) % Self.slotCount }
            slots[slot] = UInt16(name)
        }
        self.elements = UnsafePointer(elements)
        self.traits = UnsafePointer(traits)
        self.steps = UnsafePointer(steps)
        self.slots = UnsafePointer(slots)
        self.hashes = UnsafePointer(hashes)
        let letters = sketch.names.flatMap { $0 }
        let row = UnsafeMutablePointer<UInt8>.allocate(capacity: letters.count)
        row.initialize(from: letters, count: letters.count)
        let spellings = UnsafeMutablePointer<(start: UInt16, length: UInt16)>.allocate(
            capacity: sketch.names.count)
        var start = 0
        for (name, bytes) in sketch.names.enumerated() {
            (spellings + name).initialize(to: (UInt16(start), UInt16(bytes.count)))
            start += bytes.count
        }
        self.letters = UnsafePointer(row)
        self.spellings = UnsafePointer(spellings)
    }

    /// The known name that `text` (ended by 0) spells, without its namespace prefix.
    @inline(__always)
    func name(_ text: UnsafePointer<CChar>) -> Name {
        let name = whole(text)
        // Most files have no prefixes: only what is not known is looked at for one.
        if name != Self.unknown { return name }
        return strrchr(text, Int32(UInt8(ascii: ":"))).map { whole($0 + 1) } ?? Self.unknown
    }

    @inline(__always)
    private func whole(_ text: UnsafePointer<CChar>) -> Name {
        var hash: UInt32 = 0
        var end = 0
        while text[end] != 0 {
            hash = hash &* 31 &+ UInt32(UInt8(bitPattern: text[end]))
            end += 1
        }
        var slot = Int(hash % UInt32(Self.slotCount))
        while slots[slot] != 0 {
            let spelling = Int(slots[slot])
            if hashes[spelling] == hash, spells(spelling, text, count: end) {
                return Name(min(spelling, Int(Self.unread)))
            }
            slot = (slot + 1) % Self.slotCount
        }
        return Self.unknown
    }

    @inline(__always)
    func step(from place: Place, to name: Name) -> Place {
        steps[Int(place) * Self.nameCount + Int(name)]
    }

    func text(_ name: Name) -> String {
        let (start, length) = spellings[Int(name)]
        return String(
            decoding: UnsafeBufferPointer(start: letters + Int(start), count: Int(length)),
            as: UTF8.self)
    }

    func isCalled(_ name: Name, _ text: StaticString) -> Bool {
        let (start, length) = spellings[Int(name)]
        return Int(length) == text.utf8CodeUnitCount
            && memcmp(letters + Int(start), text.utf8Start, Int(length)) == 0
    }

    @inline(__always)
    private func spells(_ spelling: Int, _ text: UnsafePointer<CChar>, count: Int) -> Bool {
        let (start, length) = spellings[spelling]
        return Int(length) == count && memcmp(letters + Int(start), text, count) == 0
    }

    /// The tree while it is drawn.
    private struct Sketch {
        /// At the places `ignored` and `outside`.
        var elements: [UInt8] = [XMLTree.ignoredElement, XMLTree.outsideElement]
        var children: [[Name: Place]] = [[:], [:]]
        var names: [[UInt8]] = [[]]
        private var known: [[UInt8]: XMLTree.Name] = [:]

        mutating func place(_ path: String) -> Int {
            var place = Int(XMLTree.outside)
            for part in path.utf8.split(separator: UInt8(ascii: "/")) {
                place = child(of: place, part)
            }
            return place
        }

        /// Makes the last part of `path` another way to `target`.
        mutating func point(_ path: String, to target: Int) {
            guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
            let parent = place(String(path[..<slash]))
            let last = path.utf8[path.utf8.index(after: slash)...]
            for name in Self.spellings(last) { children[parent][intern(name)] = Place(target) }
        }

        /// Names that are known, but lead nowhere.
        mutating func add(_ unread: String) {
            names += Array(repeating: [], count: Int(XMLTree.unread) - names.count)
            for name in unread.split(whereSeparator: \.isWhitespace) {
                names.append(Array(name.utf8))
            }
        }

        private static func spellings(_ part: Substring.UTF8View) -> [Substring.UTF8View] {
            part.split(separator: UInt8(ascii: "|"))
        }

        private mutating func child(of place: Int, _ part: Substring.UTF8View) -> Int {
            let spellings = Self.spellings(part).map { intern($0) }
            let known = spellings.compactMap { children[place][$0] }.first
            let child = known ?? Place(elements.count)
            if known == nil {
                elements.append(XMLTree.innerElement)
                children.append([:])
            }
            for name in spellings { children[place][name] = child }
            return Int(child)
        }

        private mutating func intern(_ name: Substring.UTF8View) -> Name {
            let bytes = Array(name)
            if let known = known[bytes] { return known }
            names.append(bytes)
            known[bytes] = Name(names.count - 1)
            return Name(names.count - 1)
        }
    }
}

import Glibc

/// The paths of ``CamtPaths`` as a table: from a place and the name of a child to the place of the
/// child.
///
/// Built once. A step costs one hash over the bytes of the name, one comparison and one look-up,
/// and makes no string: a statement of a million entries takes some fifty million steps.
struct CamtTree: @unchecked Sendable {
    typealias Place = UInt16
    typealias Name = UInt8

    static let ignored: Place = 0
    static let outside: Place = 1
    /// In no version of the schemas.
    static let unknown: Name = 0
    /// In the schemas, but nowhere looked at.
    static let unread: Name = 255

    static let shared = CamtTree()

    /// What stands at each place.
    let elements: UnsafePointer<CamtElement>
    let traits: UnsafePointer<CamtElement.Traits>
    private let steps: UnsafePointer<Place>
    /// The spellings by their hashes.
    private let slots: UnsafePointer<UInt16>
    private let hashes: UnsafePointer<UInt32>
    /// The letters of all names in a row, and where each name lies in it.
    private let letters: UnsafePointer<UInt8>
    private let spellings: UnsafePointer<(start: UInt16, length: UInt16)>

    private static let slotCount = 1024
    private static let nameCount = 256

    private init() {
        var sketch = Sketch()
        for (path, element) in CamtPaths.all { sketch.elements[sketch.place(path)] = element }
        for (path, other) in CamtPaths.same { sketch.point(path, to: sketch.place(other)) }
        precondition(sketch.names.count <= Int(Self.unread), "more names than fit one byte")
        sketch.addUnread()

        // The tables live as long as the program.
        let elements = UnsafeMutablePointer<CamtElement>.allocate(capacity: sketch.elements.count)
        elements.initialize(from: sketch.elements, count: sketch.elements.count)
        let traits = UnsafeMutablePointer<CamtElement.Traits>.allocate(
            capacity: sketch.elements.count)
        traits.initialize(from: sketch.elements.map(\.traits), count: sketch.elements.count)
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

    @inline(__always)
    private func spells(_ spelling: Int, _ text: UnsafePointer<CChar>, count: Int) -> Bool {
        let (start, length) = spellings[spelling]
        return Int(length) == count && memcmp(letters + Int(start), text, count) == 0
    }

    /// The tree while it is drawn.
    private struct Sketch {
        var elements: [CamtElement] = [.ignored, .outside]
        var children: [[Name: Place]] = [[:], [:]]
        var names: [[UInt8]] = [[]]
        private var known: [[UInt8]: CamtTree.Name] = [:]

        mutating func place(_ path: String) -> Int {
            var place = Int(CamtTree.outside)
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
        mutating func addUnread() {
            names += Array(repeating: [], count: Int(CamtTree.unread) - names.count)
            for name in CamtUnread.names.split(whereSeparator: \.isWhitespace) {
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
                elements.append(.inner)
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

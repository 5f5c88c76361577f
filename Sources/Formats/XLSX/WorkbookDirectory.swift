/// A relationship of one part to another (ISO/IEC 29500-2): `rId1`, worksheet, its name in the
/// archive.
struct WorkbookRelationship {
    let id: String
    /// The last word of the type, which is the same in both standards: `worksheet`.
    let type: String
    let target: String
}

/// The part `…/_rels/….rels`, which says which parts belong to another.
final class RelationshipsPart: WorkbookPart {
    private var all: [WorkbookRelationship] = []
    /// Of the part that they belong to; targets count from there.
    private let folder: String
    private let name: String
    private let limits: WorkbookLimits

    init(of part: String, limits: WorkbookLimits) {
        folder = Self.split(part).folder
        name = Self.name(of: part)
        self.limits = limits
    }

    override var place: String { name }

    override func begin(_ element: WorkbookElement, _ attributes: XMLAttributes) {
        guard element == .relationship, attributes["TargetMode"]?.equals("External") != true,
            let id = attributes["Id"], let type = attributes["Type"],
            let target = attributes["Target"]
        else { return }
        guard all.count < limits.entries else { return refuse(.entriesTooMany) }
        guard max(id.count, type.count, target.count) <= limits.name else {
            return refuse(.tagTooLong)
        }
        all.append(
            WorkbookRelationship(
                id: id.string, type: Self.split(type.string).name,
                target: Self.resolve(target.string, in: folder)))
    }

    subscript(id id: String) -> WorkbookRelationship? { all.first { $0.id == id } }
    subscript(type type: String) -> WorkbookRelationship? { all.first { $0.type == type } }

    /// `xl/_rels/workbook.xml.rels` for `xl/workbook.xml`; `_rels/.rels` for the archive itself.
    static func name(of part: String) -> String {
        let (folder, name) = split(part)
        return folder + (folder.isEmpty ? "" : "/") + "_rels/" + name + ".rels"
    }

    /// What stands before the last slash, and behind it.
    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
        return (String(path[..<slash]), String(path[path.utf8.index(after: slash)...]))
    }

    private static func resolve(_ target: String, in folder: String) -> String {
        let slash = UInt8(ascii: "/")
        var path = target.utf8.first == slash ? [] : folder.utf8.split(separator: slash)
        for step in target.utf8.split(separator: slash) {
            if step.elementsEqual("..".utf8) {
                _ = path.popLast()
            } else if !step.elementsEqual(".".utf8) {
                path.append(step)
            }
        }
        return path.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
    }
}

/// The part `xl/workbook.xml`: which sheets there are, in the order of their tabs, and from which
/// day dates count.
final class WorkbookDirectory: WorkbookPart {
    struct Sheet {
        let name: String
        /// Of its relationship.
        let id: String
        let isHidden: Bool
    }

    private(set) var sheets: [Sheet] = []
    private(set) var epoch = SerialDate.Epoch.of1900
    private let name: String
    private let limits: WorkbookLimits

    init(name: String, limits: WorkbookLimits) {
        self.name = name
        self.limits = limits
    }

    override var place: String { name }

    override func begin(_ element: WorkbookElement, _ attributes: XMLAttributes) {
        switch element {
        case .properties:
            if let said = attributes["date1904"], said.equals("1") || said.equals("true") {
                epoch = .of1904
            }
        case .sheetEntry:
            guard sheets.count < limits.entries else { return refuse(.entriesTooMany) }
            let name = attributes["name"] ?? .empty
            let id = attributes[prefixed: "id"] ?? .empty
            guard max(name.count, id.count) <= limits.name else { return refuse(.tagTooLong) }
            let state = attributes["state"] ?? .empty
            sheets.append(
                Sheet(
                    name: name.string, id: id.string,
                    isHidden: state.equals("hidden") || state.equals("veryHidden")))
        default: break
        }
    }
}

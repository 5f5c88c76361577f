/// The world failed: the books are locked, out of reach, on a full disk, or not books at all.
///
/// A fault is nobody's wrong entry and no bug of ours: the command had no effect and may be tried
/// again once the cause is gone. The command line exits with 69, the workbench answers 503.
public enum Fault: Error, Hashable, Sendable {
    /// Someone else holds the books; `holder` says who, as far as it can be known.
    case busy(address: String, holder: String?)
    case unreachable(address: String, reason: String)
    case diskFull(path: String)
    case readOnly(path: String)
    case ioFailed(path: String, reason: String)
    case corrupt(path: String, reason: String)
    /// A file or database that something else made. It was not touched.
    case notBooks(address: String)
    /// The books were written by a later release. They were not touched.
    case newerSchema(address: String, found: Int, known: Int)
    /// The database refused a row: the name of the CHECK, or `table.column`, or a trigger's words.
    case constraint(String)
    case missing(address: String)
    /// There are books already where new ones were to be written. They were not touched.
    case occupied(address: String)
    /// What no case above covers: SQLite's result code or PostgreSQL's SQLSTATE, and its own words.
    case other(code: String, reason: String)

    /// The stable code that scripts may rely on.
    public var code: String {
        switch self {
        case .busy: "busy"
        case .unreachable: "unreachable"
        case .diskFull: "disk-full"
        case .readOnly: "read-only"
        case .ioFailed: "io-failed"
        case .corrupt: "corrupt"
        case .notBooks: "not-books"
        case .newerSchema: "newer-schema"
        case .constraint: "constraint"
        case .missing: "missing"
        case .occupied: "occupied"
        case .other: "database"
        }
    }

    public var en: String {
        switch self {
        case .busy(let address, let holder):
            "the books \(address) are in use by \(holder ?? "someone else"); try again"
        case .unreachable(let address, let reason): "cannot reach \(address): \(reason)"
        case .diskFull(let path): "no space left on the disk that holds \(path)"
        case .readOnly(let path): "no permission to write \(path)"
        case .ioFailed(let path, let reason): "reading or writing \(path) failed: \(reason)"
        case .corrupt(let path, let reason): "\(path) is damaged: \(reason); restore a backup"
        case .notBooks(let address): "\(address) holds something other than books"
        case .newerSchema(let address, let found, let known):
            "\(address) was written by a later release (schema \(found), this one knows \(known))"
        case .constraint(let name): "the database refused the row: \(name)"
        case .missing(let address): "there are no books at \(address)"
        case .occupied(let address): "there is something at \(address) already"
        case .other(let code, let reason): "the database failed (\(code)): \(reason)"
        }
    }

    public var zh: String {
        switch self {
        case .busy(let address, let holder): "账簿 \(address) 正被\(holder ?? "其他程序")占用，请稍后再试"
        case .unreachable(let address, let reason): "无法连接 \(address)：\(reason)"
        case .diskFull(let path): "\(path) 所在磁盘已满"
        case .readOnly(let path): "没有写入 \(path) 的权限"
        case .ioFailed(let path, let reason): "读写 \(path) 失败：\(reason)"
        case .corrupt(let path, let reason): "\(path) 已损坏：\(reason)；请从备份恢复"
        case .notBooks(let address): "\(address) 不是账簿"
        case .newerSchema(let address, let found, let known):
            "\(address) 由更新的版本写成（结构版本 \(found)，本程序只到 \(known)）"
        case .constraint(let name): "数据库拒绝了该行：\(name)"
        case .missing(let address): "\(address) 没有账簿"
        case .occupied(let address): "\(address) 已有内容"
        case .other(let code, let reason): "数据库出错（\(code)）：\(reason)"
        }
    }
}

extension Fault: CustomStringConvertible {
    public var description: String { en }
}

/// A schema statement written in PostgreSQL's types, as SQLite says it.
enum SQLiteDialect {
    /// `BIGINT` and `BYTEA` outside of quotes become `INTEGER` and `BLOB`; a table becomes STRICT,
    /// because SQLite would otherwise keep a word in a column of numbers.
    static func rewrite(_ statement: String) -> String {
        let translated = types(statement)
        let words = translated.utf8.split(maxSplits: 3) { !isLetter($0) }
            .map { String(Substring($0)).uppercased() }
        let isTable = words.first == "CREATE" && words.dropFirst().prefix(2).contains("TABLE")
        return isTable ? translated + " STRICT" : translated
    }

    static func types(_ statement: String) -> String {
        var result = ""
        var word = ""
        var quote: Unicode.Scalar?
        func settle() {
            switch word.uppercased() {
            case "BIGINT" where quote == nil: result += "INTEGER"
            case "BYTEA" where quote == nil: result += "BLOB"
            default: result += word
            }
            word = ""
        }
        for scalar in statement.unicodeScalars {
            if scalar.isASCII, isLetter(UInt8(scalar.value)) || scalar == "_" {
                word.unicodeScalars.append(scalar)
                continue
            }
            settle()
            result.unicodeScalars.append(scalar)
            if scalar == quote {
                quote = nil
            } else if quote == nil, scalar == "'" || scalar == "\"" {
                quote = scalar
            }
        }
        settle()
        return result
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}

import Foundation
import Testing

/// Paper from the command line: each subcommand of it does something, and is refused for something.
enum DecidePaper {
    static let draft = "130222100001020260310123456789"

    static func all(_ books: DecideBooks) throws {
        try checks(books)
        try drafts(books)
        try books.refuses("collection send B-1 dp INV-9 --bank BOC --entity HH", "item-not-found")
        try books.does("collection send B-1 dp INV-8 --bank BOC", "sent to BOC")
        try books.does("collection presented B-1", "presented")
        try books.does("collection undo B-1", "sent to BOC")
        try books.does("collection withdraw B-1", "withdrawn")
        try books.does("returned")
        try books.refuses("returned accept 7", "case-not-found")
        try books.does("recall ask CXL-1 BANK-4 --reason DUPL --answer-by 2026-06-30", "waits")
        try books.refuses("recall agree CXL-1", "maker-is-checker")
        try books.does("recall decline CXL-1 --by bob", "declined")
    }

    private static func checks(_ books: DecideBooks) throws {
        let log = "check log Acme 100.00 EUR --dated 2026-06-01 --entity HH"
        try books.does("\(log) --number 77 --customer C1", "ready for deposit")
        try books.refuses("\(log) --number 77", "check-known")
        try books.refuses("check deposit S-1 77", "maker-is-checker")
        try books.does("check deposit S-1 77 --by bob", "on its way to the bank", "1009 ")
        try books.does("check undo S-1", "is withdrawn")
        try books.does("check reject 77", "goes back")
    }

    private static func drafts(_ books: DecideBooks) throws {
        let acceptor = "draft acceptor ICBC --entity HH"
        try books.does("\(acceptor) --limit 1000 --currency EUR", "proposed")
        try books.does("\(acceptor) --approve --by bob", "0.00 EUR of 1,000.00 EUR")
        let receive = """
            draft receive C1 \(draft) 500.00 --currency EUR --kind bank --issued 2026-05-01 \
            --matures 2026-10-01 --drawer X --acceptor ICBC --payee Muster --entity HH
            """
        try books.does(receive, "held until 2026-10-01", "1121 ")
        try books.refuses("draft present \(draft)", "draft-not-due")
        try books.does("draft endorse \(draft) SUP", "endorsed to SUP", "2202 ")
        try books.does("draft undo \(draft)", "held until")
        try books.does("draft withdraw \(draft)", "withdrawn")
    }
}

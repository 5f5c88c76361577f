import Ledger

extension Letter {
    /// The letter as a PDF of A4 pages, its fonts embedded as far as they are used. The same letter
    /// gives the same bytes; its creation date is the day of the letter.
    ///
    /// The address stands where the window of an envelope is, as DIN 5008 form B has it (address
    /// field 20 mm from the left and 45 mm from the top).
    public func pdf() throws(PaperFault) -> [UInt8] {
        let press = try Press(title: subject, author: sender, day: date, language: language)
        let pages = try LetterSetting(self, press).pages()
        for (number, page) in pages.enumerated() {
            if number > 0 { press.nextPage() }
            for (y, mark) in page {
                switch mark {
                case .line(let text, let line, let x): press.draw(text, line: line, x: x, y: y)
                case .rule(let x, let length, let thickness, let isGrey):
                    press.rule(x: x, y: y, length: length, thickness: thickness, isGrey: isGrey)
                }
            }
        }
        return try press.finish()
    }
}

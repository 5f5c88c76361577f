/// The index of names, made when a name is first met that no record has, and kept.
final class LazyNames {
    private var made: NameIndex?

    func index(of book: PayerBook) -> NameIndex {
        if let made { return made }
        let index = NameIndex(book.payers.compactMap { $0 })
        made = index
        return index
    }
}

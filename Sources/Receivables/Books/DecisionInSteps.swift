/// A decision made of several, each on the books as the one before left them.
struct DecisionInSteps {
    private(set) var books: Books
    private(set) var events: [Event] = []
    let desk: Desk

    init(_ books: Books, at desk: Desk) {
        self.books = books
        self.desk = desk
    }

    mutating func take(_ event: Event) {
        books.evolve(event)
        events.append(event)
    }

    /// Nothing is taken where it is refused.
    @discardableResult
    mutating func perform(_ command: some Command) throws(Refusal) -> [Event] {
        let decided = try command.decide(on: books, at: desk)
        for event in decided { take(event) }
        return decided
    }
}

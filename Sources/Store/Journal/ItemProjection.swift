import Receivables

/// Writes new items, and moves those that changed between what is open and what is cleared.
struct ItemProjection {
    let connection: any Connection
    let search: SearchWriter

    func write(_ books: Books) throws {
        let changes = books.changes
        let new = changes.newItems.map { books.items[$0]! }
        try connection.insert(new, ItemTable.name, ItemTable.columns) {
            (item, out) throws(Fault) in try ItemTable.write(item, out)
        }
        try search.write(new)
        try addOpen(new.filter(\.isOpen))
        try addCleared(new.filter { !$0.isOpen })
        // In the order of their numbers, so that rows of one page are changed together.
        let isNew = Set(changes.newItems)
        let changed = changes.items.filter { !isNew.contains($0.key) }.sorted { $0.key < $1.key }
            .map { (item: books.items[$0.key]!, wasOpen: $0.value) }
        try stayOpen(changed.filter { $0.wasOpen && $0.item.isOpen }.map(\.item))
        try stayCleared(changed.filter { !$0.wasOpen && !$0.item.isOpen }.map(\.item))
        let cleared = changed.filter { $0.wasOpen && !$0.item.isOpen }.map(\.item)
        try remove(cleared, from: ItemTable.Open.name)
        try addCleared(cleared)
        let reopened = changed.filter { !$0.wasOpen && $0.item.isOpen }.map(\.item)
        try remove(reopened, from: ItemTable.Cleared.name)
        try addOpen(reopened)
    }

    private func addOpen(_ items: [OpenItem]) throws {
        try connection.insert(items, ItemTable.Open.name, ItemTable.Open.columns) {
            (item, out) throws(Fault) in try ItemTable.Open.write(item, out)
        }
    }

    private func addCleared(_ items: [OpenItem]) throws {
        try connection.insert(items, ItemTable.Cleared.name, ItemTable.Cleared.columns) {
            (item, out) throws(Fault) in try ItemTable.Cleared.write(item, out)
        }
    }

    private func stayOpen(_ items: [OpenItem]) throws {
        if items.isEmpty { return }
        let written = try connection.change(
            ItemTable.Open.name, columns: ItemTable.Open.changing
        ) { out in
            for item in items { try ItemTable.Open.writeChanging(item, out) }
        }
        try connection.expect(written, items.count, "item")
    }

    private func stayCleared(_ items: [OpenItem]) throws {
        if items.isEmpty { return }
        let written = try connection.change(
            ItemTable.Cleared.name, columns: ItemTable.Cleared.changing
        ) { out in
            for item in items { try ItemTable.Cleared.writeChanging(item, out) }
        }
        try connection.expect(written, items.count, "item")
    }

    private func remove(_ items: [OpenItem], from table: String) throws {
        if items.isEmpty { return }
        let removed = try connection.remove(from: table, version: "revision") { out in
            for item in items {
                out.int(item.id.raw)
                out.int(item.revision)
                try out.end()
            }
        }
        try connection.expect(removed, items.count, "item")
    }
}

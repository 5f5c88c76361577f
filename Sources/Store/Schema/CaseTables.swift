extension Schema {
    /// What people work on until it is closed. What every kind has is in columns, so that it can be
    /// found and listed; the rest is as the event has it.
    static let cases = [
        """
        CREATE TABLE caseFile (
            id BIGINT PRIMARY KEY,
            entity BIGINT NOT NULL,
            kind TEXT NOT NULL,
            openedOn BIGINT NOT NULL,
            state TEXT NOT NULL,
            closed BIGINT NOT NULL,
            customer BIGINT,
            receipt BIGINT,
            item BIGINT,
            amount BIGINT,
            currency TEXT,
            number TEXT,
            dueOn BIGINT,
            owner TEXT,
            content TEXT NOT NULL,
            revision BIGINT NOT NULL)
        """,
        "CREATE INDEX caseOpen ON caseFile (entity, kind, id) WHERE closed = 0",
        "CREATE INDEX caseOfReceipt ON caseFile (receipt) WHERE receipt IS NOT NULL",
        "CREATE INDEX caseOfCustomer ON caseFile (customer) WHERE customer IS NOT NULL",
        "CREATE INDEX caseOfItem ON caseFile (item) WHERE item IS NOT NULL",
        "CREATE INDEX caseNumber ON caseFile (entity, number) WHERE number IS NOT NULL",
    ]
}

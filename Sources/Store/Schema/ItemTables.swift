extension Schema {
    /// What a document says is in `item` and stays. Its state is one narrow row: in `openItem` as
    /// long as something is open, with what aging and balances need beside it, and in `clearedItem`
    /// once nothing is. So posting a payment writes few pages, and aging reads open items only,
    /// however many were cleared over the years.
    ///
    /// Open is something between zero and the original amount (invariant I3).
    static let billing = [
        """
        CREATE TABLE item (
            id BIGINT PRIMARY KEY,
            entity BIGINT NOT NULL,
            customer BIGINT NOT NULL REFERENCES customer (id),
            kind BIGINT NOT NULL,
            number TEXT NOT NULL,
            issuedOn BIGINT NOT NULL,
            postedOn BIGINT NOT NULL,
            dueOn BIGINT NOT NULL,
            currency TEXT NOT NULL,
            rate TEXT NOT NULL,
            original BIGINT NOT NULL CHECK (original <> 0),
            originalFunctional BIGINT NOT NULL,
            tax BIGINT NOT NULL,
            taxFunctional BIGINT NOT NULL,
            reference TEXT,
            discountUntil BIGINT,
            discount BIGINT NOT NULL,
            reason TEXT,
            po TEXT,
            orderNumber TEXT,
            contract TEXT,
            delivery TEXT,
            precedes TEXT)
        """,
        // A reversed document's number may be used again; at most one of a number is not reversed.
        "CREATE INDEX itemNumber ON item (entity, number)",
        // Of documents, which never change: what is open of a customer is looked up from there.
        "CREATE INDEX itemOfCustomer ON item (customer)",
        """
        CREATE INDEX itemOrder ON item (entity, orderNumber) WHERE orderNumber IS NOT NULL
        """,
        """
        CREATE TABLE openItem (
            id BIGINT PRIMARY KEY,
            customer BIGINT NOT NULL,
            currency TEXT NOT NULL,
            kind BIGINT NOT NULL,
            dueOn BIGINT NOT NULL,
            issuedOn BIGINT NOT NULL,
            postedOn BIGINT NOT NULL,
            open BIGINT NOT NULL,
            openFunctional BIGINT NOT NULL,
            original BIGINT NOT NULL,
            disputed BIGINT NOT NULL,
            revision BIGINT NOT NULL,
            CHECK (open > 0 AND open <= original OR open < 0 AND open >= original))
        """,
        """
        CREATE TABLE clearedItem (
            id BIGINT PRIMARY KEY,
            entity BIGINT NOT NULL,
            clearedOn BIGINT NOT NULL,
            status BIGINT NOT NULL,
            disputed BIGINT NOT NULL,
            revision BIGINT NOT NULL)
        """,
        "CREATE INDEX itemCleared ON clearedItem (entity, clearedOn)",
        """
        CREATE VIEW itemInFull AS
        SELECT i.id, i.entity, i.customer, i.kind, i.number, i.issuedOn, i.postedOn, i.dueOn,
            i.currency, i.rate, i.original, i.originalFunctional, i.tax, i.taxFunctional,
            COALESCE(o.open, 0) AS open, COALESCE(o.openFunctional, 0) AS openFunctional,
            COALESCE(c.status, 0) AS status, c.clearedOn, i.reference, i.discountUntil,
            i.discount, COALESCE(o.disputed, c.disputed) AS disputed, i.reason, i.po,
            i.orderNumber, i.contract, i.delivery, i.precedes,
            COALESCE(o.revision, c.revision) AS revision
        FROM item i LEFT JOIN openItem o ON o.id = i.id LEFT JOIN clearedItem c ON c.id = i.id
        """,
        """
        CREATE TABLE invoiceLine (
            item BIGINT NOT NULL REFERENCES item (id),
            line TEXT NOT NULL,
            article TEXT,
            description TEXT,
            quantity TEXT,
            unit TEXT,
            price TEXT,
            net BIGINT NOT NULL,
            taxCategory TEXT,
            taxRate TEXT,
            PRIMARY KEY (item, line))
        """,
    ]
}

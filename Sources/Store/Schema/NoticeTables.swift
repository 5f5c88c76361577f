extension Schema {
    /// What banks and payers say beside the money itself. What waits is found by small indexes,
    /// however much has been tied over the years.
    static let notices = [
        """
        CREATE TABLE notice (
            id BIGINT PRIMARY KEY,
            entity BIGINT NOT NULL,
            account TEXT NOT NULL REFERENCES ownAccount (number),
            currency TEXT NOT NULL,
            amount BIGINT NOT NULL,
            day BIGINT NOT NULL,
            status BIGINT NOT NULL,
            format TEXT NOT NULL,
            batch TEXT,
            bankReference TEXT,
            parts TEXT NOT NULL,
            fingerprint BIGINT NOT NULL,
            line BIGINT REFERENCES bankLine (id),
            withdrawn BIGINT NOT NULL)
        """,
        """
        CREATE INDEX noticeWaiting ON notice (account, id) WHERE line IS NULL AND withdrawn = 0
        """,
        "CREATE INDEX noticePrint ON notice (account, fingerprint)",
        "CREATE INDEX noticeOfLine ON notice (line) WHERE line IS NOT NULL",
        """
        CREATE TABLE advice (
            id BIGINT PRIMARY KEY,
            format TEXT NOT NULL,
            number TEXT,
            day BIGINT NOT NULL,
            payer TEXT,
            payerAccount TEXT,
            currency TEXT,
            amount TEXT NOT NULL,
            trace TEXT,
            documents TEXT NOT NULL,
            fingerprint BIGINT NOT NULL,
            receipt BIGINT REFERENCES receipt (id),
            byHand BIGINT NOT NULL,
            withdrawn BIGINT NOT NULL)
        """,
        "CREATE INDEX adviceWaiting ON advice (id) WHERE receipt IS NULL AND withdrawn = 0",
        "CREATE INDEX advicePrint ON advice (fingerprint)",
        "CREATE INDEX adviceOfReceipt ON advice (receipt) WHERE receipt IS NOT NULL",
    ]
}

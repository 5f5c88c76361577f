extension Schema {
    /// Who was asked about a receipt. What is to be asked again is found by a small index.
    static let research = [
        """
        CREATE TABLE researchNote (
            id BIGINT PRIMARY KEY,
            entity BIGINT NOT NULL,
            receipt BIGINT NOT NULL REFERENCES receipt (id),
            asked TEXT NOT NULL,
            channel TEXT NOT NULL CHECK (channel IN ('mail', 'phone', 'portal', 'bank')),
            letter TEXT,
            question TEXT,
            reference TEXT,
            answer TEXT,
            againOn BIGINT,
            notedOn BIGINT NOT NULL,
            supersedes BIGINT UNIQUE REFERENCES researchNote (id),
            supersededBy BIGINT)
        """,
        "CREATE INDEX researchOfReceipt ON researchNote (receipt, id)",
        """
        CREATE INDEX researchAgain ON researchNote (againOn)
            WHERE againOn IS NOT NULL AND supersededBy IS NULL
        """,
    ]
}

extension Schema {
    static let master = [
        """
        CREATE TABLE entity (
            id BIGINT PRIMARY KEY,
            code TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            country TEXT NOT NULL,
            currency TEXT NOT NULL,
            closedThrough BIGINT)
        """,
        """
        CREATE TABLE ownAccount (
            number TEXT PRIMARY KEY,
            entity BIGINT NOT NULL REFERENCES entity (id),
            bank TEXT,
            currency TEXT NOT NULL,
            glAccount TEXT,
            aliases TEXT NOT NULL)
        """,
        """
        CREATE TABLE exchangeRate (
            fromCurrency TEXT NOT NULL,
            toCurrency TEXT NOT NULL,
            day BIGINT NOT NULL,
            type TEXT NOT NULL,
            rate TEXT NOT NULL,
            PRIMARY KEY (fromCurrency, toCurrency, day, type))
        """,
        """
        CREATE TABLE holiday (
            calendar TEXT NOT NULL,
            day BIGINT NOT NULL,
            kind TEXT NOT NULL,
            PRIMARY KEY (calendar, day))
        """,
        """
        CREATE TABLE customer (
            id BIGINT PRIMARY KEY,
            entity BIGINT NOT NULL REFERENCES entity (id),
            code TEXT NOT NULL,
            name TEXT NOT NULL,
            nameLocal TEXT,
            country TEXT,
            currency TEXT,
            taxId TEXT,
            terms TEXT,
            creditLimit BIGINT,
            parent TEXT,
            email TEXT,
            language TEXT,
            accounts TEXT NOT NULL,
            aliases TEXT NOT NULL,
            riskClass TEXT,
            collector TEXT,
            UNIQUE (entity, code))
        """,
        """
        CREATE INDEX customerParent ON customer (entity, parent) WHERE parent IS NOT NULL
        """,
        """
        CREATE TABLE salesOrder (
            entity BIGINT NOT NULL REFERENCES entity (id),
            number TEXT NOT NULL,
            customer BIGINT NOT NULL REFERENCES customer (id),
            day BIGINT NOT NULL,
            currency TEXT NOT NULL,
            amount BIGINT NOT NULL,
            po TEXT,
            status TEXT,
            PRIMARY KEY (entity, number))
        """,
        """
        CREATE TABLE delivery (
            entity BIGINT NOT NULL REFERENCES entity (id),
            number TEXT NOT NULL,
            orderNumber TEXT NOT NULL,
            day BIGINT NOT NULL,
            amount BIGINT,
            PRIMARY KEY (entity, number))
        """,
        """
        CREATE TABLE glBalance (
            entity BIGINT NOT NULL REFERENCES entity (id),
            account TEXT NOT NULL,
            day BIGINT NOT NULL,
            currency TEXT NOT NULL,
            balance BIGINT NOT NULL,
            PRIMARY KEY (entity, account, day, currency))
        """,
    ]
}

/// The tables of the books. Singular camelCase, as the structs; days are day numbers, amounts minor
/// units, moments milliseconds since 1970 (UTC).
public enum Schema {
    public static let migrations = [first]

    static let first: Migration = {
        let guards = [appendOnly("event"), appendOnly("line")]
        return Migration(
            1, "the books", journal + master + billing + cash + operation,
            sqlite: guards.flatMap(\.sqlite), postgres: guards.flatMap(\.postgres))
    }()

    /// Facts, their lines, and the head of each entity's chain. `flow` sums the lines of a day.
    private static let journal = [
        """
        CREATE TABLE chain (
            entity BIGINT PRIMARY KEY,
            event BIGINT NOT NULL,
            line BIGINT NOT NULL,
            counter BIGINT NOT NULL,
            hash BYTEA NOT NULL)
        """,
        """
        CREATE TABLE event (
            id BIGINT PRIMARY KEY,
            kind BIGINT NOT NULL,
            at BIGINT NOT NULL,
            actor TEXT NOT NULL,
            cause TEXT NOT NULL,
            postedOn BIGINT,
            payload TEXT NOT NULL,
            firstLine BIGINT NOT NULL,
            lineCount BIGINT NOT NULL,
            hashFormat BIGINT NOT NULL,
            hash BYTEA NOT NULL)
        """,
        """
        CREATE TABLE line (
            id BIGINT PRIMARY KEY,
            event BIGINT NOT NULL,
            debit TEXT NOT NULL,
            credit TEXT NOT NULL,
            currency TEXT NOT NULL,
            amount BIGINT NOT NULL CHECK (amount >= 0),
            functional BIGINT NOT NULL CHECK (functional >= 0),
            rate TEXT NOT NULL,
            postedOn BIGINT NOT NULL,
            receipt BIGINT,
            CHECK (debit <> credit))
        """,
        "CREATE INDEX lineOfReceipt ON line (postedOn, receipt) WHERE receipt IS NOT NULL",
        """
        CREATE TABLE flow (
            entity BIGINT NOT NULL,
            postedOn BIGINT NOT NULL,
            kind BIGINT NOT NULL,
            debit TEXT NOT NULL,
            credit TEXT NOT NULL,
            currency TEXT NOT NULL,
            amount BIGINT NOT NULL,
            functional BIGINT NOT NULL,
            PRIMARY KEY (entity, postedOn, kind, debit, credit, currency))
        """,
    ]

    private static let master = [
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
            glAccount TEXT)
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

    /// Between zero and its original amount, whatever happens (invariant I3).
    private static let billing = [
        """
        CREATE TABLE openItem (
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
            original BIGINT NOT NULL,
            originalFunctional BIGINT NOT NULL,
            tax BIGINT NOT NULL,
            taxFunctional BIGINT NOT NULL,
            open BIGINT NOT NULL,
            openFunctional BIGINT NOT NULL,
            status BIGINT NOT NULL,
            clearedOn BIGINT,
            reference TEXT,
            discountUntil BIGINT,
            discount BIGINT NOT NULL,
            disputed BIGINT NOT NULL,
            reason TEXT,
            po TEXT,
            orderNumber TEXT,
            contract TEXT,
            delivery TEXT,
            precedes TEXT,
            revision BIGINT NOT NULL,
            UNIQUE (entity, number),
            CHECK (original > 0 AND open BETWEEN 0 AND original
                OR original < 0 AND open BETWEEN original AND 0),
            CHECK (open <> 0 OR openFunctional = 0))
        """,
        """
        CREATE INDEX itemAging ON openItem
            (entity, customer, currency, dueOn, issuedOn, postedOn, kind, open, openFunctional)
            WHERE open <> 0
        """,
        "CREATE INDEX itemCleared ON openItem (entity, clearedOn) WHERE clearedOn IS NOT NULL",
        """
        CREATE TABLE invoiceLine (
            item BIGINT NOT NULL REFERENCES openItem (id),
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

    /// Every minor unit of a receipt is in one place (invariant I4).
    private static let cash = [
        """
        CREATE TABLE bankStatement (
            id BIGINT PRIMARY KEY,
            entity BIGINT NOT NULL REFERENCES entity (id),
            account TEXT NOT NULL REFERENCES ownAccount (number),
            currency TEXT NOT NULL,
            number TEXT,
            sequence TEXT,
            fromDay BIGINT NOT NULL,
            toDay BIGINT NOT NULL,
            opening BIGINT,
            closing BIGINT,
            lineCount BIGINT NOT NULL,
            format TEXT NOT NULL)
        """,
        "CREATE INDEX statementOfAccount ON bankStatement (account, toDay)",
        """
        CREATE TABLE bankLine (
            id BIGINT PRIMARY KEY,
            statement BIGINT NOT NULL REFERENCES bankStatement (id),
            entity BIGINT NOT NULL,
            account TEXT NOT NULL,
            currency TEXT NOT NULL,
            rate TEXT NOT NULL,
            amount BIGINT NOT NULL,
            functional BIGINT NOT NULL,
            bookedOn BIGINT NOT NULL,
            valueDate BIGINT NOT NULL,
            postedOn BIGINT NOT NULL,
            kind BIGINT NOT NULL,
            bankReference TEXT,
            code TEXT,
            text TEXT,
            fingerprint BIGINT NOT NULL)
        """,
        "CREATE INDEX bankLinePrint ON bankLine (account, fingerprint)",
        """
        CREATE TABLE receipt (
            id BIGINT PRIMARY KEY,
            entity BIGINT NOT NULL,
            currency TEXT NOT NULL,
            rate TEXT NOT NULL,
            amount BIGINT NOT NULL CHECK (amount > 0),
            functional BIGINT NOT NULL,
            bookedOn BIGINT NOT NULL,
            valueDate BIGINT NOT NULL,
            postedOn BIGINT NOT NULL,
            customer BIGINT REFERENCES customer (id),
            state TEXT NOT NULL,
            unidentified BIGINT NOT NULL CHECK (unidentified >= 0),
            unidentifiedFunctional BIGINT NOT NULL,
            unapplied BIGINT NOT NULL CHECK (unapplied >= 0),
            unappliedFunctional BIGINT NOT NULL,
            onAccount BIGINT NOT NULL CHECK (onAccount >= 0),
            onAccountFunctional BIGINT NOT NULL,
            advance BIGINT NOT NULL CHECK (advance >= 0),
            advanceFunctional BIGINT NOT NULL,
            applied BIGINT NOT NULL CHECK (applied >= 0),
            appliedFunctional BIGINT NOT NULL,
            refunded BIGINT NOT NULL CHECK (refunded >= 0),
            refundedFunctional BIGINT NOT NULL,
            writtenOff BIGINT NOT NULL CHECK (writtenOff >= 0),
            writtenOffFunctional BIGINT NOT NULL,
            reversed BIGINT NOT NULL CHECK (reversed >= 0),
            reversedFunctional BIGINT NOT NULL,
            line BIGINT,
            account TEXT,
            bankReference TEXT,
            endToEndId TEXT,
            payer TEXT,
            payerAccount TEXT,
            code TEXT,
            text TEXT NOT NULL,
            refs TEXT NOT NULL,
            documents TEXT NOT NULL,
            chargeBearer TEXT,
            charges BIGINT NOT NULL,
            revision BIGINT NOT NULL,
            CHECK (unidentified + unapplied + onAccount + advance + applied + refunded + writtenOff
                + reversed = amount))
        """,
        """
        CREATE INDEX receiptWaiting ON receipt (entity, id)
            WHERE unidentified + unapplied + onAccount > 0
        """,
        """
        CREATE TABLE application (
            id BIGINT PRIMARY KEY,
            entity BIGINT NOT NULL,
            item BIGINT NOT NULL REFERENCES openItem (id),
            account TEXT NOT NULL,
            receipt BIGINT REFERENCES receipt (id),
            postedOn BIGINT NOT NULL,
            currency TEXT NOT NULL,
            rate TEXT NOT NULL,
            total BIGINT NOT NULL,
            totalFunctional BIGINT NOT NULL,
            cash BIGINT NOT NULL,
            cashFunctional BIGINT NOT NULL,
            receiptFunctional BIGINT NOT NULL,
            discount BIGINT NOT NULL,
            discountFunctional BIGINT NOT NULL,
            discountTax BIGINT NOT NULL,
            discountTaxFunctional BIGINT NOT NULL,
            bankCharge BIGINT NOT NULL,
            bankChargeFunctional BIGINT NOT NULL,
            writeOff BIGINT NOT NULL,
            writeOffFunctional BIGINT NOT NULL,
            residual BIGINT NOT NULL,
            residualFunctional BIGINT NOT NULL,
            reversal BIGINT NOT NULL,
            reversalFunctional BIGINT NOT NULL,
            rule TEXT NOT NULL,
            score BIGINT NOT NULL,
            evidence TEXT NOT NULL,
            evidenceZh TEXT NOT NULL,
            byHand BIGINT NOT NULL,
            reverses BIGINT,
            reversedBy BIGINT)
        """,
        "CREATE INDEX applicationDay ON application (entity, postedOn)",
        "CREATE INDEX applicationItem ON application (item)",
        "CREATE INDEX applicationReceipt ON application (receipt) WHERE receipt IS NOT NULL",
        """
        CREATE TABLE proposal (
            receipt BIGINT PRIMARY KEY REFERENCES receipt (id),
            customer BIGINT,
            disposition TEXT NOT NULL,
            rule TEXT,
            score BIGINT NOT NULL,
            evidence TEXT NOT NULL,
            evidenceZh TEXT NOT NULL,
            stops TEXT NOT NULL)
        """,
        """
        CREATE TABLE proposalLine (
            receipt BIGINT NOT NULL,
            place BIGINT NOT NULL,
            item BIGINT NOT NULL,
            amount BIGINT NOT NULL,
            discount BIGINT NOT NULL,
            bankCharge BIGINT NOT NULL,
            writeOff BIGINT NOT NULL,
            residual BIGINT NOT NULL,
            reason TEXT,
            PRIMARY KEY (receipt, place))
        """,
        """
        CREATE TABLE refund (
            id BIGINT PRIMARY KEY,
            entity BIGINT NOT NULL,
            receipt BIGINT NOT NULL REFERENCES receipt (id),
            currency TEXT NOT NULL,
            rate TEXT NOT NULL,
            amount BIGINT NOT NULL CHECK (amount > 0),
            functional BIGINT NOT NULL,
            toAccount TEXT NOT NULL,
            requestedBy TEXT NOT NULL,
            approvedBy TEXT NOT NULL,
            state BIGINT NOT NULL,
            CHECK (requestedBy <> approvedBy))
        """,
    ]

    /// What is not a fact about money: keys seen, files seen, files that wait and why.
    private static let operation = [
        """
        CREATE TABLE commandKey (
            key TEXT PRIMARY KEY,
            inputHash BYTEA NOT NULL,
            entity BIGINT NOT NULL,
            event BIGINT NOT NULL,
            eventCount BIGINT NOT NULL,
            at BIGINT NOT NULL)
        """,
        """
        CREATE TABLE importedFile (
            hash TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            format TEXT NOT NULL,
            rowCount BIGINT NOT NULL,
            newCount BIGINT NOT NULL,
            at BIGINT NOT NULL)
        """,
        """
        CREATE TABLE heldFile (
            hash TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            format TEXT,
            at BIGINT NOT NULL)
        """,
        """
        CREATE TABLE heldFinding (
            hash TEXT NOT NULL REFERENCES heldFile (hash),
            place BIGINT NOT NULL,
            code TEXT NOT NULL,
            severity TEXT NOT NULL,
            location TEXT NOT NULL,
            value TEXT,
            en TEXT NOT NULL,
            zh TEXT NOT NULL,
            PRIMARY KEY (hash, place))
        """,
    ]
}

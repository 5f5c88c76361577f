extension BuiltInProfiles {
    static let europe = """
        name: gls
        title: { en: GLS Bank, zh: 德国 GLS 银行 }
        source: exports of the bank
        header: [Kontonummer, Buchungstag, Wertstellung, Auftraggeber/Empfänger, Buchungstext, VWZ1, Betrag, Währung]
        columns:
          bookedOn: Buchungstag
          valueDate: Wertstellung
          amount: Betrag
          balance: Kontostand
          currency: Währung
          account: Kontonummer
          counterpartyName: Auftraggeber/Empfänger
          purpose: [VWZ1, VWZ2, VWZ3, VWZ4, VWZ5, VWZ6, VWZ7, VWZ8, VWZ9, VWZ10, VWZ11, VWZ12, VWZ13, VWZ14]
          text: Buchungstext
        dates: [dd.MM.yyyy, dd.MM.yy]
        decimal: ","
        ---
        name: ing-es
        title: { en: "ING, Spain", zh: 西班牙 ING 银行 }
        source: exports of the bank, with English column names
        header: [date, class, subcategory, desc, notes, image, amount, balance]
        columns:
          bookedOn: date
          amount: amount
          balance: balance
          purpose: [desc, notes]
          text: [class, subcategory]
        currency: EUR
        dates: [dd/MM/yyyy]
        order: newestFirst
        ---
        name: n26
        title: { en: N26, zh: N26 银行 }
        source: exports of the bank
        header: [Booking Date, Partner Name, Partner Iban, Type, Payment Reference, Amount (EUR)]
        columns:
          bookedOn: Booking Date
          valueDate: Value Date
          amount: Amount (EUR)
          account: Account Name
          counterpartyName: Partner Name
          counterpartyAccount: Partner Iban
          purpose: Payment Reference
          text: Type
        currency: EUR
        dates: [yyyy-MM-dd]
        ---
        name: outbank
        title: { en: Outbank, zh: Outbank }
        source: exports of the program
        header: [Account, Date, Value Date, Amount, Currency, Name, Number, Bank, Reason, Posting Text]
        columns:
          bookedOn: Date
          valueDate: Value Date
          amount: Amount
          currency: Currency
          account: Account
          counterpartyName: Name
          counterpartyAccount: Number
          counterpartyBank: Bank
          purpose: Reason
          text: Posting Text
          code: Posting Key
          endToEndId: SEPA Reference
          customerReference: Client Reference
        dates: [M/d/yy, M/d/yyyy]
        decimal: ","
        ---
        name: ubs-fr
        title: { en: "UBS, Switzerland, in French", zh: 瑞士 UBS 银行（法文） }
        source: exports of the bank
        header: [Produit, Monn., Date de valeur, Description 1, N° de transaction, Débit, Crédit, Solde]
        columns:
          bookedOn: [Date de comptabilisation, Date de valeur]
          valueDate: Date de valeur
          debit: Débit
          credit: Crédit
          balance: Solde
          currency: Monn.
          account: Produit
          purpose: [Description 2, Description 3]
          text: Description 1
          bankReference: N° de transaction
        dates: [dd.MM.yyyy]
        signs: ignored
        """
}

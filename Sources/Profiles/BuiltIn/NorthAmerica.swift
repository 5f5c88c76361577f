extension BuiltInProfiles {
    static let northAmerica = """
        name: capital-one
        title: { en: Capital One credit card, zh: Capital One 信用卡 }
        source: exports of the bank
        header: [Transaction Date, Posted Date, Card No., Description, Category, Debit, Credit]
        columns:
          bookedOn: Posted Date
          valueDate: Transaction Date
          debit: Debit
          credit: Credit
          account: Card No.
          purpose: Description
          text: Category
        currency: USD
        dates: [yyyy-MM-dd, M/d/yyyy]
        ---
        name: credit-union
        title: { en: Credit union, zh: 信用合作社 }
        source: exports of the bank
        header: [Check Number, Date, Description, Amount, Category, Comments]
        columns:
          bookedOn: Date
          amount: Amount
          counterpartyName: Description
          purpose: Comments
          text: Category
          checkNumber: Check Number
        currency: USD
        dates: [M/d/yy, M/d/yyyy]
        ---
        name: pc-mastercard
        title: { en: PC Financial Mastercard, zh: PC Financial 万事达卡 }
        source: exports of the bank
        header: [Merchant Name, Card Used For Transaction, Date, Time, Amount]
        columns:
          bookedOn: Date
          time: Time
          amount: Amount
          account: Card Used For Transaction
          counterpartyName: Merchant Name
        currency: CAD
        dates: [MM/dd/yyyy]
        signs: debitsPositive
        ---
        name: schwab-checking
        title: { en: Schwab checking account, zh: 嘉信支票账户 }
        source: exports of the bank
        header: [Date, Status, Type, CheckNumber, Description, Withdrawal, Deposit, RunningBalance]
        columns:
          bookedOn: Date
          debit: Withdrawal
          credit: Deposit
          balance: RunningBalance
          purpose: Description
          code: Type
          checkNumber: CheckNumber
        currency: USD
        status: { column: Status, booked: Posted, pending: Pending }
        dates: [MM/dd/yyyy]
        order: newestFirst
        """
}

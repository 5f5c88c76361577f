extension BuiltInProfiles {
    static let programs = """
        name: amazon
        title: { en: Amazon orders, zh: 亚马逊订单 }
        source: exports of the shop by a browser extension
        header: [order id, items, to, date, total, payments]
        columns:
          bookedOn: date
          amount: total
          purpose: items
          text: payments
          bankReference: order id
        currency: USD
        # An order that was cancelled has no total, a pending one no date.
        status:
          - { column: date, pass: pending }
          - { column: total, pass: "", booked: "*" }
        dates: [yyyy-MM-dd]
        signs: debitsPositive
        ---
        name: account-register
        title: { en: Register of accounts, zh: 账户登记簿 }
        source: exports of a bookkeeping program
        header: [Row, Num, Date, Reference, Description, Amount, Account]
        columns:
          bookedOn: Date
          amount: Amount
          account: Account
          counterpartyName: Description
          purpose: Notes
          text: Category
          bankReference: Row
          customerReference: Reference
          checkNumber: Num
        currency: USD
        dates: [yyyy-MM-dd]
        ---
        name: mint
        title: { en: Mint, zh: Mint }
        source: exports of the program
        header: [Date, Description, Original Description, Amount, Transaction Type, Account Name]
        columns:
          bookedOn: Date
          amount: Amount
          account: Account Name
          counterpartyName: Description
          purpose: Original Description
          text: Category
        currency: USD
        direction: { column: Transaction Type, credit: credit, debit: debit }
        dates: [M/d/yy, M/d/yyyy]
        ---
        name: payoneer
        title: { en: Payoneer, zh: 派安盈 }
        source: exports of the service
        header: [Transaction Date, Transaction ID, Description, Credit Amount, Debit Amount, Currency, Status, Running Balance]
        columns:
          bookedOn: Transaction Date
          time: Transaction Time
          debit: Debit Amount
          credit: Credit Amount
          balance: Running Balance
          currency: Currency
          payerName: Source
          payeeName: Target
          purpose: [Description, Additional Description]
          bankReference: Transaction ID
          customerReference: Reference ID
        account: Payoneer
        status: { column: Status, booked: Completed, pending: Pending, pass: [Cancelled, Canceled, Failed, Declined] }
        dates: [MM/dd/yyyy]
        order: newestFirst
        ---
        name: stripe
        title: { en: Stripe payments, zh: Stripe 收款 }
        source: exports of the service
        header: [id, description, seller_message, created|created (UTC), amount, currency, fee, status]
        columns:
          bookedOn: created|created (UTC)
          amount: [converted_amount, amount]
          currency: [converted_currency, currency]
          counterpartyName: [customer_description, card_name, customer_email]
          purpose: description
          bankReference: id
          reference: payment_intent_id
          invoice: invoice_number
          charge: fee
        account: Stripe
        status:
          column: status
          booked: [Paid, Refunded, Partial refund, Disputed]
          pending: [Pending, Uncaptured, Requires*]
          pass: [Failed, Blocked, Canceled, Incomplete]
        dates: [yyyy-MM-dd, yyyy/M/d]
        order: newestFirst
        ---
        name: xero-journal
        title: { en: Xero journal, zh: Xero 日记账 }
        source: exports of the program; a journal of all accounts, to be sorted by account
        header: [JournalNumber, JournalDate, AccountName, NetAmount, Reference, Description]
        columns:
          bookedOn: JournalDate
          amount: NetAmount
          account: AccountName
          purpose: [Description, Product]
          text: Resource
          bankReference: JournalNumber
          customerReference: Reference
        currency: USD
        dates: [d-MMM-yy]
        """
}

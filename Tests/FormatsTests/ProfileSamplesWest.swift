extension ProfileSamples {
    static let western: [String: Sample] = [
        "gls": Sample(
            text: """
                Kontonummer;Buchungstag;Wertstellung;Auftraggeber/Empfänger;Buchungstext;VWZ1;VWZ2;Betrag;Kontostand;Währung
                1234567890;10.03.2026;11.03.2026;Nordwind AG;Lastschrift;B4658;Rechnung 7;-1.098,76;1.234,56;EUR
                1234567890;09.03.2026;09.03.2026;Küste GmbH;Gutschrift;INV-9;;1.000,00;2.333,32;EUR

                """, account: "1234567890",
            lines: [
                "2026-03-10 · -1098.76 · EUR · Nordwind AG · B4658 / Rechnung 7",
                "2026-03-09 · 1000.00 · EUR · Küste GmbH · INV-9",
            ]),
        "ing-es": Sample(
            text: """
                date,class,subcategory,desc,notes,image,amount,balance
                24/03/2026,Compras,Otros,Pago en LA COSTA,,No,-2.83,97.17
                08/03/2026,Nómina,Pensión,Nomina recibida NORTE SL,,No,100.00,100.00

                """,
            lines: [
                "2026-03-24 · -2.83 · EUR · Pago en LA COSTA",
                "2026-03-08 · 100.00 · EUR · Nomina recibida NORTE SL",
            ]),
        "n26": Sample(
            text: """
                "Booking Date","Value Date","Partner Name","Partner Iban",Type,"Payment Reference","Account Name","Amount (EUR)","Original Amount","Original Currency","Exchange Rate"
                2026-03-07,2026-03-08,"Nordwind",DE89370400440532013000,"Credit Transfer","INV-10","Main",328.00,,,

                """, account: "Main",
            lines: ["2026-03-07 · 328.00 · EUR · Nordwind · DE89370400440532013000 · INV-10"]),
        "outbank": Sample(
            text: """
                #;Account;Date;Value Date;Amount;Currency;Name;Number;Bank;Reason;Category;Posting Key;Posting Text;SEPA Reference
                1;DE89370400440532013000;2/20/26;2/21/26;1.100,00;EUR;"Nordwind AG";"DE02120300000000202051";"BYLADEM1001";"INV-11; INV-12";"Sales";"052";"Gutschrift";"E2E-7"

                """, account: "DE89370400440532013000",
            lines: [
                "2026-02-20 · 1100.00 · EUR · Nordwind AG · DE02120300000000202051 · INV-11; INV-12"
            ]),
        "ubs-fr": Sample(
            text: """
                Produit;Monn.;Description;Date de valeur;Description 1;Description 2;Description 3;N° de transaction;Débit;Crédit;Solde
                0123 00045678.01A;CHF;Compte;31.03.2026;Solde prix;;;A0123;10.00;;11'373.94
                0123 00045678.01A;CHF;Compte;30.03.2026;Virement;VENT DU NORD;INV-13;B0123;;240.00;11'383.94

                """, account: "0123 00045678.01A",
            lines: [
                "2026-03-31 · -10.00 · CHF", "2026-03-30 · 240.00 · CHF · VENT DU NORD / INV-13",
            ]),
        "capital-one": Sample(
            text: """
                Transaction Date,Posted Date,Card No.,Description,Category,Debit,Credit
                2026-03-01,2026-03-02,1234,NORTHWIND AIR,Travel,1000.00,
                2026-03-01,2026-03-03,1234,PAYMENT,Payment,,500.00

                """, account: "1234",
            lines: [
                "2026-03-02 · -1000.00 · USD · NORTHWIND AIR",
                "2026-03-03 · 500.00 · USD · PAYMENT",
            ]),
        "credit-union": Sample(
            text: """
                Check Number,Date,Description,Amount,Category,Comments
                101,2/8/26,Northwind Ltd,"50,000",Sales,INV-14
                ,2/9/26,Rent,-700,Expenses,

                """,
            lines: [
                "2026-02-08 · 50000 · USD · Northwind Ltd · INV-14",
                "2026-02-09 · -700 · USD · Rent",
            ]),
        "pc-mastercard": Sample(
            text: """
                "Merchant Name","Card Used For Transaction","Date","Time","Amount"
                "Northwind Fuel","**** 1234","03/10/2026","06:50 PM","36.33"

                """, account: "**** 1234",
            lines: ["2026-03-10 · -36.33 · CAD · Northwind Fuel"]),
        "schwab-checking": Sample(
            text: """
                "Date","Status","Type","CheckNumber","Description","Withdrawal","Deposit","RunningBalance"
                "03/17/2026","Pending","ACH","","Northwind pending","","$1.00",""
                "03/17/2026","Posted","DEPOSIT","","Deposit","","$1,020.00","$1,878.47"
                "03/09/2026","Posted","CHECK","558","Check Paid #558","$75.00","","$858.47"

                """,
            lines: [
                "2026-03-17 · 1.00 · USD · pending · Northwind pending",
                "2026-03-17 · 1020.00 · USD · Deposit",
                "2026-03-09 · -75.00 · USD · Check Paid #558",
            ]),
        "amazon": Sample(
            text: """
                order id,order url,items,to,date,total,shipping,gift,refund,payments
                111-1,https://shop.example,"Bulb, 60W; ",Office,2026-02-20,7.42,0,0,0,"Visa ending in 5566: $7.42; "
                D01-2,https://shop.example,,,pending,,,,,
                111-3,https://shop.example,,,2026-02-21,,,,,
                order id,order url,items,to,date,total,shipping,gift,refund,payments

                """, lines: ["2026-02-20 · -7.42 · USD · Bulb, 60W;"]),
        "account-register": Sample(
            text: """
                Row,Num,Date,Reference,Description,Amount,Account,Category,Notes
                a1,11,2026-02-08,,Northwind Ltd,50000,"Checking","Sales",INV-15

                """, account: "Checking",
            lines: ["2026-02-08 · 50000 · USD · Northwind Ltd · INV-15"]),
        "mint": Sample(
            text: """
                Date,Description,Original Description,Amount,Transaction Type,Category,Account Name,Labels,Notes
                6/12/26,Transfer,Account Transfer,"1,000.00",debit,Checking,Savings,,
                6/13/26,Northwind,Wire INV-16,"1,500.00",credit,Sales,Savings,,

                """, account: "Savings",
            lines: [
                "2026-06-12 · -1000.00 · USD · Transfer · Account Transfer",
                "2026-06-13 · 1500.00 · USD · Northwind · Wire INV-16",
            ]),
        "payoneer": Sample(
            text: """
                Transaction Date,Transaction Time,Time Zone,Transaction ID,Description,Credit Amount,Debit Amount,Currency,Status,Running Balance,Additional Description,Source,Target,Reference ID
                05/04/2026,12:31:46,UTC,123,Fee,,100,USD,Completed,200,,,Payoneer,
                05/04/2026,12:30:46,UTC,122,Withdrawal,,900,USD,Cancelled,,,,,
                05/03/2026,12:08:31,UTC,121,Payment from Northwind,120,,USD,Completed,300,INV-17,Northwind,,R9

                """, account: "Payoneer",
            lines: [
                "2026-05-04 · -100 · USD · Payoneer · Fee",
                "2026-05-03 · 120 · USD · Northwind · Payment from Northwind / INV-17",
            ]),
        "stripe": Sample(
            text: """
                "id","description","seller_message","created","amount","amount_refunded","currency","converted_amount","fee","converted_currency","status","customer_description","customer_email","invoice_number"
                ch_1,"INV-18",Payment complete.,2026-02-03 13:12,25.00,0.00,usd,35.00,1.03,cad,Paid,Northwind Ltd,a@example.com,INV-18
                ch_2,"INV-19",Declined.,2026-02-03 13:12,25.00,0.00,cad,25.00,0.00,cad,Failed,,b@example.com,

                """, account: "Stripe", lines: ["2026-02-03 · 35.00 · CAD · Northwind Ltd · INV-18"]
        ),
        "xero-journal": Sample(
            text: """
                JournalNumber,JournalDate,AccountName,NetAmount,TaxCode,Resource,Product,Reference,Description
                1,23-Jan-26,Cash,36000,,Office,Charger,INV-20,Charger sold
                2,14-Feb-26,Cash,-20900,,,,,Transfer to Checking

                """, account: "Cash",
            lines: [
                "2026-01-23 · 36000 · USD · Charger sold / Charger",
                "2026-02-14 · -20900 · USD · Transfer to Checking",
            ]),
    ]
}

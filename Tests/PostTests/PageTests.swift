import Post
import Testing

/// What is read of an HTML page, and what is not.
@Suite(.enabled(if: MailProgram.isBuilt, "skipped: the product is not built"))
struct PageTests {
    private func page(_ html: String) throws -> Page {
        try #require(MailReading(MailSample.html(html)).message?.bodies.first?.page)
    }

    @Test func textInLines() throws {
        let page = try page(
            "<h1>Advice</h1><p>We&nbsp;paid\n  <b>10</b>&#8364;.<br>Bye</p><div>A</div>B")
        #expect(page.text == "Advice\nWe paid 10€.\nBye\nA\nB\n")
        #expect(page.tables == [])
    }

    @Test func whatNobodySeesIsLeftOut() throws {
        let page = try page(
            """
            <html><head><title>T</title><style>p { color: red }</style></head><body>seen
            <script>document.write("1")</script><p hidden>2</p><div style="Display : None">3<p>4</p></div>
            <span style="color:red;font-size:0px">5</span><!-- 6 --><img alt=7 src="http://x.example/8">
            <p style="mso-hide:all">9</p>too</body></html>
            """)
        #expect(page.text == "seen too\n")
    }

    /// A cell over several columns or rows stands in the first of them alone.
    @Test func spans() throws {
        let page = try page(
            """
            <table><tr><th>No</th><th colspan="2">Amounts</th></tr>
            <tr><td rowspan=2>A</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr>
            <tr><td>B</td><td rowspan=9999999>5</td><td colspan=-7>6</td></tr></table>
            """)
        #expect(
            page.tables.map(\.rows) == [
                [["No", "Amounts", ""], ["A", "1", "2"], ["", "3", "4"], ["B", "5", "6"]]
            ])
    }

    @Test func theInnermostTablesAreTheData() throws {
        let page = try page(
            """
            <table><tr><td>head</td></tr><tr><td>
            <table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td><table><tr><td>2</td></tr></table></td></tr></table>
            </td></tr></table><table><tr><td>c</td><td>3</td></tr><tr><td>d</td><td>4</td></tr></table>
            """)
        #expect(
            page.tables.map(\.rows) == [[["a", "1"], ["b", "2"]], [["c", "3"], ["d", "4"]]])
        #expect(page.text == "head\na\t1\nb\n2\nc\t3\nd\t4\n")
    }

    @Test func characterSetOfThePage() throws {
        let start = MailSample.mail(
            "<meta http-equiv=Content-Type content='text/html; charset=gb2312'>",
            "Content-Type: text/html")
        let mail = MailReading(Array(start.utf8) + [0xB8, 0xB6, 0xBF, 0xEE])
        #expect(mail.message?.text == "付款\n")
    }

    @Test func deepAndLongPagesEnd() throws {
        let deep = try page(String(repeating: "<div><table><tr><td>", count: 20_000) + "x")
        #expect(deep.text.utf8.count < 100)
        let rows = String(repeating: "<tr><td>a<td>1", count: 60_000)
        let long = try page("<table>" + rows)
        #expect(long.tables.first?.rows.count == 50_000)
    }
}

import Glibc

/// What the program does in a process of its own, since libraries in C do it on bytes that anybody
/// may have sent: the same executable, started with a word that is no command of people.
///
/// The task limits itself before it looks at a byte: memory, processor time, no file written, few
/// open ones, no core left behind.
public enum ConfinedTask: String, CaseIterable, Sendable {
    /// A mail on standard input; ``MailFrame``s on standard output.
    case takeApartMail = "take-apart-mail"
    /// A PDF on standard input; its text on standard output, by pdftotext, which takes this place.
    case readPDF = "read-pdf"

    /// Runs the task that the arguments name, and ends the process; returns where they name none.
    ///
    /// Called first of all, so that no more of the program is at work than the task needs.
    public static func runIfNamed(in arguments: [String]) {
        guard arguments.count == 2, let task = ConfinedTask(rawValue: arguments[1]) else { return }
        task.limitProcess()
        switch task {
        case .takeApartMail:
            exit(MailTaking.run(from: STDIN_FILENO, to: STDOUT_FILENO) ? 0 : 1)
        case .readPDF: exit(PDFReader.becomePDFToText())
        }
    }

    /// This program, or another one, doing the task: not started yet.
    func process(_ program: String) -> ChildProcess {
        var process = ChildProcess(path: program, arguments: [rawValue])
        process.timeLimit = Int32(seconds) * 1000 * 2
        process.outputLimit = outputLimit
        return process
    }

    /// Of processor time; twice as many may pass by the clock.
    private var seconds: UInt { 10 }

    /// Address space in bytes: see docs/formats/mail.md for what was measured.
    private var memory: UInt { 512 << 20 }

    private var outputLimit: Int {
        switch self {
        case .takeApartMail: 160 << 20
        case .readPDF: 32 << 20
        }
    }

    private func limitProcess() {
        let limits: [(__rlimit_resource, UInt)] = [
            (RLIMIT_AS, memory), (RLIMIT_CPU, seconds), (RLIMIT_FSIZE, 0), (RLIMIT_NOFILE, 24),
            (RLIMIT_CORE, 0),
        ]
        for (resource, most) in limits {
            // At the soft limit of the processor's time comes the signal that tells it apart; at
            // the hard one the process would only be killed.
            let hard = resource.rawValue == RLIMIT_CPU.rawValue ? most + 1 : most
            var limit = rlimit(rlim_cur: most, rlim_max: hard)
            // A task without its walls is not begun.
            guard setrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0 else { exit(71) }
        }
    }
}

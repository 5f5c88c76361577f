/// The reading of one XML file in pieces: its bytes are made UTF-8, expat finds the elements, and
/// the message makes of them what it says.
final class XMLReading<Message: XMLMessage> {
    /// Whatever the bytes, what the message says of itself can be asked at any time.
    let message: UnsafeMutablePointer<Message>
    private let scanner: XMLScanner
    private var decoder = XMLDecoder()
    private var size = 0
    private var isFinished = false

    /// Nil where there is no memory.
    @inline(__always)
    init?(tree: XMLTree, limits: XMLLimits, _ make: (XMLWalk) -> Message) {
        guard let scanner = XMLScanner(tree: tree, family: Message.family, limits: limits) else {
            return nil
        }
        let message = UnsafeMutablePointer<Message>.allocate(capacity: 1)
        message.initialize(to: make(scanner.walk))
        self.message = message
        self.scanner = scanner
        scanner.walk.onOpen = { message.pointee.open($0) }
        scanner.walk.onClose = { message.pointee.close($0) }
        scanner.walk.onText = { message.pointee.take($0, $1) }
        scanner.walk.onFault = { message.pointee.refuse($0, value: $1) }
        scanner.walk.onStranger = { message.pointee.meet($0) }
        scanner.onFailure = { message.pointee.refuse($0, detail: $1) }
    }

    deinit {
        message.deinitialize(count: 1)
        message.deallocate()
    }

    func feed(_ bytes: UnsafeRawBufferPointer, emit: (Message.Event) -> Void) {
        guard !isFinished else { return }
        size += bytes.count
        let isTooLarge = size > scanner.walk.limits.file
        speaking(emit) {
            guard !isTooLarge else { return message.pointee.refuse(.fileTooLarge) }
            if let failure = decoder.decode(bytes, into: scanner.parse) {
                message.pointee.refuse(failure)
            }
        }
    }

    func finish(emit: (Message.Event) -> Void) {
        guard !isFinished else { return }
        isFinished = true
        speaking(emit) {
            if let failure = decoder.finish(into: scanner.parse) {
                message.pointee.refuse(failure)
            }
            scanner.finish()
            message.pointee.finish()
        }
    }

    /// Lets the message speak to `emit` for the time of `body`.
    private func speaking(_ emit: (Message.Event) -> Void, _ body: () -> Void) {
        withoutActuallyEscaping(emit) { emit in
            message.pointee.emit = emit
            body()
            message.pointee.emit = nil
        }
    }
}

import SwiftParser
import SwiftSyntax

/// Checks cells, one after another, against everything declared so far.
///
/// A cell that fails leaves no trace: every change of shared tables is recorded in `journal` and taken back.
/// Declarations come from three places in the same way: the standard library's interface text, the model
/// library's interface text (parsed on first mention) and the cells.
final class Checker {
    let standardScope = Scope(parent: nil)
    let libraryScope: Scope
    let sessionScope: Scope

    /// What conforms to what, by the conforming type.
    var conformances: [Nominal: [Conformance]] = [:]
    /// Those of them that bring a protocol along, by the protocol; worked out when asked for.
    var inheritance: [Nominal: [Nominal: [Conformance]]] = [:]
    /// Each protocol with all it inherits from; worked out when asked for.
    var ancestry: [Nominal: [Nominal]] = [:]
    /// Operator functions by name.
    var operators: [String: [Function]] = [:]
    /// What may be meant by an operator, which is asked for at each use of one.
    var operatorSets: [OperatorUse: OperatorSet] = [:]
    /// Types whose interface text declares an operator that nobody has used yet, by the operator.
    var unreadOperators: [String: Set<Nominal>] = [:]
    /// Text of library declarations not yet parsed, by the name that brings them in.
    private var unread: [String: [String]]
    /// Bodies and initial values still to be checked, by function.
    var pendingBodies = PendingBodies()
    /// What was looked up, which is asked for again and again and holds until something is declared.
    var findings = Findings()
    var journal: [() -> Void] = []
    /// Whether a type of a cell, or another name for one, says how far it can be seen; and of those names, how far that is.
    var hasHiddenTypes = false
    var aliasAccess: [String: Visibility] = [:]
    /// Whether the cell says which errors a function throws, which is refused where it stands: what errors are is then not judged any more.
    var hasTypedThrows = false
    /// Whether the user wants the cell to stop: asked now and then while it is checked.
    var interruption: () -> Bool = { false }
    /// The answer was yes: what is left of the cell is passed over.
    var wasInterrupted = false
    private var workUntilAsking = 0
    /// What a front end wants to know of a place in the cell being checked. Texts of the interfaces, which may be read on the way, are none of its business.
    var question: Question? { source == Int32(cell) ? asked : nil }
    var asked: Question?

    /// Number of the cell being checked; also the source number of its places.
    var cell = 0
    var origin: Origin = .standard
    var diagnostics: [Diagnostic] = []
    /// What is allowed and hardly meant; told when there are no errors.
    var warnings: [Diagnostic] = []
    /// Sources of the interfaces have negative numbers.
    private var lastInterfaceSource: Int32 = -1
    var source: Int32 = -1
    var nextStatementID = 0
    var operatorTable = CellOperators()
    /// Globals, functions of the cell in order.
    var cellGlobals: [Variable] = []
    var cellFunctions: [Function] = []
    var standardTypes: [String: Nominal] = [:]
    /// Synthesized witnesses, made once.
    var synthesized: [SynthesizedKey: Function] = [:]

    /// A protocol's members without a body are requirements in its declaration, natives in its extensions.
    var isInExtension = false
    /// Keeps the comparison of requirements from asking for itself.
    var isComparingSubjects = false
    /// Associated types that are being inferred, for each type: one that is asked for again on the way follows from nothing.
    var inferring: [Nominal: Set<String>] = [:]
    /// Generic requirements that hold where the checker is at work.
    var signatures: [GenericSignature] = []
    /// Defaults of parameters still to be checked, by the parameter's variable.
    var pendingDefaults: [Variable: PendingDefault] = [:]
    /// Initial values of properties still to be checked.
    var pendingStatics: [PendingInitial] = []
    /// Conformances made up before the types of all fields were known.
    var derivedUnseen: [(nominal: Nominal, proto: String)] = []
    /// Structs still owed the initializer that follows from their fields.
    var withoutInitializer: Set<Nominal> = []

    /// The bodies being checked, innermost last.
    var bodies: [BodyContext] = []
    /// `let`s declared without a value, which may be given one later.
    var deferredConstants: Set<Variable> = []
    /// Whether a function of the session declares a type: names inside it are looked at twice.
    var hasLocalTypes = false
    var lineTable = LineTable("")
    /// Those of the cells before, for notes that point there.
    var lineTables: [Int: LineTable] = [:]
    /// Where the closing brace of a body stands, for "missing return".
    var endOfBody: [Function: Int] = [:]
    /// Variables of one declaration, by each of them.
    var declaredTogether: [Variable: [Variable]] = [:]
    /// Those that `if let` binds.
    var unwrapped: Set<Variable> = []
    /// Functions with errors in their bodies, and the cell's own statements without any.
    var flawedBodies: Set<Function> = []
    var soundStatements: [Statement] = []
    /// The places of the cell's own statements.
    var topLevelPlaces: Set<Place> = []
    /// Where the statements of the cell begin, by their places.
    var startOfStatement: [Place: Int] = [:]
    /// Likewise of a `guard`'s body, by the place of the statement.
    var endOfGuard: [Place: Int] = [:]
    /// The first `catch` of each `do` in which nothing throws, by its place.
    var unreachableCatches: Set<Place> = []
    /// Initial values of the cell's properties.
    var cellInitials: [(value: Expression, isStatic: Bool)] = []
    /// Initializers that call another one of their type.
    var delegating: Set<Function> = []
    /// Conformances that types mentioned so far ask for, looked at once everything is declared.
    var postponed: [() -> Void] = []
    /// Generic parameters of the function whose signature is being read: what its types ask of them holds.
    var inferredParameters: [GenericParameter] = []
    /// Of an `if` or `switch` expression without a given type: the branch that gave it one.
    var firstBranch: ExprSyntax?
    /// Types are being declared: what they conform to is not all known.
    var declarationDepth = 0

    /// Of the interface text being declared, by source number.
    var outlines: [Int32: InterfaceOutline] = [:]

    struct InterfaceFile {
        var source: Int32
        var outline: InterfaceOutline
        /// The outline's skeleton.
        var syntax: SourceFileSyntax
    }

    struct PendingDefault {
        var syntax: ExprSyntax
        var scope: Scope
        var source: Int32
        var origin: Origin
    }

    struct PendingInitial {
        var syntax: ExprSyntax
        var annotation: Type?
        var scope: Scope
        var source: Int32
        var origin: Origin
        var variable: Variable?
        var property: StoredProperty?
    }

    /// - Parameters:
    ///   - standard: interface text of the standard library, in parts.
    ///   - operators: what the models declare that no name brings in: operators, and what they add to types of the standard library.
    ///   - library: interface text of the models, each under the name that brings it in; operators and free
    ///     functions appear under their own names.
    init(standard: [String], operators: [String] = [], library: [(name: String, text: String)]) {
        libraryScope = Scope(parent: standardScope)
        sessionScope = Scope(parent: libraryScope)
        unread = Dictionary(library.map { ($0.name, [$0.text]) }, uniquingKeysWith: +)
        origin = .standard
        declare(interfaces: standard, in: standardScope)
        // `extension Int { var ms: Time }` mentions types of the models, which the scope of the standard library does not see.
        if !operators.isEmpty { declare(interfaces: operators, in: libraryScope) }
        // Their own operators must be known before an expression that never names them: `-65.mV`.
        for word in Set(operators.joined(separator: " ").split { !$0.isLetter && !$0.isNumber }) { read(String(word)) }
        journal = []
    }

    /// Parses interface texts together, so that they may mention each other.
    private func declare(interfaces: [String], in scope: Scope) {
        let saved = (source, origin)
        defer { (source, origin) = saved }
        origin = scope === standardScope ? .standard : .library
        let files = interfaces.map { text in
            let outline = InterfaceOutline(text)
            let file = outline.skeleton.withUnsafeBufferPointer { Parser.parse(source: $0) }
            operatorTable.add(declarationsIn: file)
            return InterfaceFile(source: nextInterfaceSource(), outline: outline, syntax: operatorTable.fold(file).file)
        }
        declareAll(files, in: scope)
    }

    func nextInterfaceSource() -> Int32 {
        lastInterfaceSource -= 1
        return lastInterfaceSource
    }

    /// Looks a name up, from the scope outward, bringing in library text on the way.
    func lookUp(_ name: String, from scope: Scope) -> (Entity, Scope)? {
        for layer in scope.layers {
            if let entity = layer.lookUp(name) { return (entity, layer) }
            if layer === libraryScope, read(name), let entity = layer.lookUp(name) { return (entity, layer) }
        }
        return nil
    }

    /// Parses the library text of that name, if there is one not yet read.
    @discardableResult
    func read(_ name: String) -> Bool {
        guard let texts = unread.removeValue(forKey: name) else { return false }
        // What the library declares does not depend on the cell that mentions it first, so it stays.
        let saved = journal
        declare(interfaces: texts, in: libraryScope)
        journal = saved
        return true
    }

    var libraryNames: [String] { Array(unread.keys) }

    /// The first line of library text not yet parsed, behind its documentation.
    func unreadHead(of name: String) -> String {
        // Only as far as needed: the text may be that of a whole type.
        var rest = unread[name]?.first?.utf8[...] ?? "".utf8[...]
        while !rest.isEmpty {
            let line = rest.prefix { $0 != UInt8(ascii: "\n") }
            rest = rest[line.endIndex...].dropFirst()
            let head = Substring(line.drop { $0 == UInt8(ascii: " ") })
            if !head.hasPrefix("//"), !head.hasPrefix("@"), !head.isEmpty { return String(head.hasSuffix(" {") ? head.dropLast(2) : head) }
        }
        return name
    }

    func standardType(_ name: String) -> Nominal {
        if let known = standardTypes[name] { return known }
        if case .type(let nominal)? = standardScope.lookUp(name) {
            standardTypes[name] = nominal
            return nominal
        }
        preconditionFailure("the standard library declares no type \(name)")
    }

    func standard(_ name: String, _ arguments: Type...) -> Type { .nominal(standardType(name), arguments) }
    func optional(_ type: Type) -> Type { standard("Optional", type) }
    func array(_ type: Type) -> Type { standard("Array", type) }
    lazy var int = standard("Int")
    lazy var double = standard("Double")
    lazy var bool = standard("Bool")
    lazy var string = standard("String")

    // MARK: Diagnostics

    func report(_ node: some SyntaxProtocol, _ message: String, notes: [Note] = []) {
        report(at: node.anchorOffset, message, notes: notes)
    }

    /// Gives what was said of an expression that was made for a name, and stands nowhere, the place of the name.
    func placeDiagnostics(since known: Int, at name: some SyntaxProtocol) {
        for index in diagnostics.indices.dropFirst(known) { diagnostics[index].offset = name.anchorOffset }
    }

    func report(at offset: Int, _ message: String, notes: [Note] = []) {
        // Interface text is checked by tests; a cell must not be told of it.
        if source < 0 { return interfaceProblems.append("\(source):\(offset): \(message)") }
        var diagnostic = Diagnostic(severity: .error, message: message, offset: offset)
        diagnostic.notes = notes.compactMap { $0.diagnostic(under: offset, in: cell) }
        diagnostics.append(diagnostic)
    }

    /// Errors in interface text: empty when the library is sound, which a test asserts.
    private(set) var interfaceProblems: [String] = []

    func place(_ node: some SyntaxProtocol) -> Place {
        Place(source: source, offset: Int32(truncatingIfNeeded: node.anchorOffset))
    }

    func newStatementID() -> Int {
        nextStatementID += 1
        return nextStatementID
    }

    // MARK: Cells

    /// Counts work on the cell and asks now and then whether to go on.
    ///
    /// Only the cell's own text is passed over: what is checked once for the whole session, bodies of the interfaces before all, is finished in any case.
    func isCancelled(after work: Int) -> Bool {
        guard source == Int32(cell), origin == .cell(cell) else { return false }
        if let question, question.isSettled { wasInterrupted = true }
        workUntilAsking -= work
        if workUntilAsking < 0 {
            workUntilAsking = 1_000
            if interruption() { wasInterrupted = true }
        }
        return wasInterrupted
    }

    /// Starts over what the current cell changed.
    func rollBack() {
        for undo in journal.reversed() { undo() }
        journal = []
        findings.forget()
        pendingBodies.forgetCell()
    }

    /// Lets the names of a checked cell be seen by the next ones.
    func adopt(_ scope: Scope) {
        journal = []
        for (name, entity) in scope.names {
            if case .functions(let functions) = entity { for function in functions { sessionScope.declare(function) } } else { sessionScope.declare(name, entity) }
        }
    }
}

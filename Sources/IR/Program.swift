/// What the machine runs for one cell: the functions that it adds to the session, and where to start. Pure data.
package struct Program: Sendable {
    /// Number of the first of `functions`; all earlier numbers were given out by earlier programs of the session.
    package var firstFunction: Int
    package var functions: [Function]
    /// The cell's top-level code: takes nothing, returns the cell's result.
    package var entry: Int
    package var result: ValueType
    /// Globals the session has after this program, by kind.
    package var rawGlobals: Int
    package var objectGlobals: Int
    /// How each new global is called and typed, for errors and for whoever saves them.
    package var globals: [Global]
    /// Which function fulfils a requirement for a dynamic type: what `callWitness` looks up.
    package var witnesses: [Witness]
    /// Which types conform to which protocols, as far as any program asks.
    package var conformances: [Conformance]
    /// The types declared in Swift source that the session has not met before, in the order in which they were made.
    package var nominals: [NominalType]

    package init(firstFunction: Int, functions: [Function], entry: Int, result: ValueType = .void) {
        (self.firstFunction, self.functions, self.entry, self.result) = (firstFunction, functions, entry, result)
        (rawGlobals, objectGlobals, globals, witnesses, conformances, nominals) = (0, 0, [], [], [], [])
    }

    package struct Global: Sendable {
        package var name: String
        package var type: ValueType
        /// Number among the globals of its kind.
        package var index: Int
        package init(name: String, type: ValueType, index: Int) { (self.name, self.type, self.index) = (name, type, index) }
    }
    package struct Witness: Sendable {
        package var requirement: Int
        package var type: ValueType
        package var function: Int
        package init(requirement: Int, type: ValueType, function: Int) {
            (self.requirement, self.type, self.function) = (requirement, type, function)
        }
    }
    package struct Conformance: Sendable {
        package var proto: Int
        package var type: ValueType
        package init(proto: Int, type: ValueType) { (self.proto, self.type) = (proto, type) }
    }
}

/// The code of one function with all types concrete.
package struct Function: Sendable {
    /// As in a call stack: `step(_:dt:)`.
    package var name: String
    package var code: [Instruction] = []
    package var constants: [Int] = []
    package var objects: [Constant] = []
    /// Numbers of the functions it calls.
    package var callees: [Int] = []
    package var natives: [NativeSite] = []
    package var shapes: [Shape] = []
    package var types: [ValueType] = []
    /// Numbers of the requirements it calls through existentials.
    package var requirements: [Int] = []
    package var handlers: [Handler] = []
    /// Where the code comes from: each span holds until the next.
    package var spans: [Span] = []
    /// Registers it uses, the windows of its calls included.
    package var rawRegisters = 0
    package var objectRegisters = 0

    package init(name: String) { self.name = name }

    /// A constant in the object table.
    package enum Constant: Hashable, Sendable {
        case string(String)
        case character(Character)
        /// The value of an enum case without payload, in an enum that has payloads.
        case emptyCase(Int)
    }
    /// An aggregate to make.
    package struct Shape: Hashable, Sendable {
        package var references: Int
        package var raws: Int
        package var tag: Int
        /// For closures: the function's position in `callees`.
        package var callee: Int
        package init(references: Int, raws: Int, tag: Int = 0, callee: Int = 0) {
            (self.references, self.raws, self.tag, self.callee) = (references, raws, tag, callee)
        }
    }
    /// What happens to an error thrown by the code in `range`: it goes to O[register], and the code continues at `target`.
    package struct Handler: Sendable {
        package var range: Range<Int>
        package var target: Int
        package var register: Int
        package init(range: Range<Int>, target: Int, register: Int) { (self.range, self.target, self.register) = (range, target, register) }
    }
    package struct Span: Sendable {
        package var start: Int
        package var place: Place
        package init(start: Int, place: Place) { (self.start, self.place) = (start, place) }
    }
}

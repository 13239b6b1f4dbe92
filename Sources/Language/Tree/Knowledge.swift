/// What the lowering asks of the checker.
protocol Knowledge: AnyObject {
    /// The function that fulfils a protocol's requirement for a concrete type, with its generic arguments.
    /// For a synthesized conformance (`==` of a struct, `allCases`), a function whose body is made up here.
    func witness(for requirement: Callee) -> Callee
    /// `Array<Int>` and `Element` give `Int`.
    func associatedType(_ name: String, of type: Type) -> Type
    /// Whether a concrete type conforms.
    func conforms(_ type: Type, to proto: Nominal) -> Bool
    /// The checked body of a function that has one; checked on first demand.
    func body(of function: Function) -> Block
    /// The standard library's type of this name: `Int`, `Array`, `Optional`, `Equatable`.
    func standardType(_ name: String) -> Nominal
}

/// What the checker hands over for one cell.
struct CheckedCell {
    var number: Int
    /// Top-level statements in order. A `yield`, when present, is the last.
    var statements: [Statement]
    /// Global variables that the cell declares, in order.
    var globals: [Variable]
    /// Functions declared at the top level (and in types) of the cell.
    var functions: [Function]
}

/// A type that the checker is still looking for.
final class TypeVariable: Hashable {
    /// What kind of literal it stands for, which decides what it may be and what it defaults to.
    enum Literal { case integer, floating, string, boolean, array, dictionary, nilLiteral, character }
    let id: Int
    var binding: Type?
    var literal: Literal?
    init(id: Int, literal: Literal? = nil) { (self.id, self.literal) = (id, literal) }
    static func == (left: TypeVariable, right: TypeVariable) -> Bool { left === right }
    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

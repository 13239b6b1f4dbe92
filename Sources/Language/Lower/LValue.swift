import IR

/// Something that can be changed. Made by `prepare`, which evaluates the indices once; the access itself comes later.
indirect enum LValue {
    case variable(Variable)
    /// A value that is no variable: changes are lost, as those of a temporary.
    case register(Operand)
    /// Field `index` of a struct or tuple of this type.
    case field(LValue, Int, Type)
    /// An observed field: the setter calls `willSet` and `didSet`.
    case observed(LValue, StoredProperty, Type)
    /// A variable with `willSet` or `didSet`, outside of these.
    case observedVariable(Variable)
    /// Element of an array, at the index in this raw register.
    case element(LValue, index: Int, ArrayStorage, Type)
    /// `d[k]`, an Optional.
    case entry(LValue, key: Operand, DictionaryTypes)
    /// `d[k, default: x]`
    case entryOrDefault(LValue, key: Operand, DictionaryTypes, initial: ArgumentSource)
    /// `x!`: its payload's type.
    case forced(LValue, payload: Type)
    /// `x?` in a chain: known not to be nil.
    case bound(LValue, payload: Type)
    /// A property or subscript with a setter.
    case computed(LValue?, Property, typeArguments: [Type], indices: [ArgumentSource], Type)

    /// Whether changing it means reading it, changing the copy, and storing that back: setters and observers run then.
    var isStoredBack: Bool {
        switch self {
        case .variable, .register: false
        case .observed, .observedVariable, .computed, .entry: true
        case .field(let base, _, _), .element(let base, _, _, _), .entryOrDefault(let base, _, _, _), .forced(let base, _), .bound(let base, _): base.isStoredBack
        }
    }

    struct DictionaryTypes {
        var key: Type
        var value: Type
    }
}

/// What has to be stored back after an address was used, in the order in which it was read.
struct WriteBacks {
    var entries: [(LValue, Operand)] = []
}

extension Expression {
    /// The operand of `&x`.
    var withoutInout: Expression {
        switch kind {
        case .inout(let inner): inner.withoutInout
        default: self
        }
    }
}

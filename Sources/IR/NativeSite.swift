/// A call of a native function with its concrete types.
package struct NativeSite: Hashable, Sendable {
    /// `Array.append(_:)<Element>`: see Sources/Runtime/README.md.
    package var key: String
    /// One for each generic parameter of the declaration, its type's first.
    package var typeArguments: [ValueType]
    /// In the order of the slots; self, if any, comes first.
    package var parameters: [ValueType]
    package var result: ValueType
    /// How many slots of each kind the arguments take.
    package var rawCount: Int
    package var referenceCount: Int

    package init(
        key: String, typeArguments: [ValueType], parameters: [ValueType], result: ValueType, rawCount: Int, referenceCount: Int
    ) {
        (self.key, self.typeArguments, self.parameters) = (key, typeArguments, parameters)
        (self.result, self.rawCount, self.referenceCount) = (result, rawCount, referenceCount)
    }
}

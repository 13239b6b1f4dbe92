/// What was looked up among the declarations, and holds until there are more of them: each expression asks for the same members again, each call for the same witnesses.
struct Findings {
    struct Member: Hashable {
        var name: String
        var type: Type
        var isStatic: Bool
        /// The interfaces see what is hidden from cells.
        var isInterface: Bool
    }

    struct Witness: Hashable {
        var requirement: Function
        var arguments: [Type]
    }

    private(set) var members: [Member: [MemberCandidate]] = [:]
    /// Of types with generic parameters, what the expression being solved asked for: what such a type has hangs on where it is asked.
    var ofExpression: [Member: [MemberCandidate]]?
    private(set) var witnesses: [Witness: Callee] = [:]
    /// Far more than a session asks for; a cell that makes types without end must not fill the memory with them.
    private static let limit = 10_000

    mutating func note(_ found: [MemberCandidate], for member: Member) {
        if members.count > Self.limit { members = [:] }
        members[member] = found
    }

    mutating func note(_ found: Callee, for witness: Witness) {
        if witnesses.count > Self.limit { witnesses = [:] }
        witnesses[witness] = found
    }

    /// Something is declared, or taken back.
    mutating func forget() {
        if ofExpression?.isEmpty == false { ofExpression = [:] }
        if !members.isEmpty { members.removeAll(keepingCapacity: true) }
        if !witnesses.isEmpty { witnesses.removeAll(keepingCapacity: true) }
    }
}

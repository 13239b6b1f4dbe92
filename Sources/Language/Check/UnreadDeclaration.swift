import SwiftParser
import SwiftSyntax

/// A declaration of the interface which waits, as text, until its name is asked for.
struct UnreadDeclaration {
    /// What the declarations of one block have in common.
    final class Block {
        let text: [UInt8]
        let owner: Nominal?
        let signature: GenericSignature
        let scope: Scope
        let isExtension: Bool
        let origin: Origin
        unowned let checker: Checker

        init(text: [UInt8], owner: Nominal?, signature: GenericSignature, scope: Scope, isExtension: Bool, origin: Origin, checker: Checker) {
            (self.text, self.owner, self.signature, self.scope) = (text, owner, signature, scope)
            (self.isExtension, self.origin, self.checker) = (isExtension, origin, checker)
        }
    }

    let block: Block
    /// In the block's text.
    let range: Range<Int>

    func read() { block.checker.read(self) }
}

extension Checker {
    /// Declares what waited. It does not depend on the cell that asks first, so it stays when that cell fails, unless it waits for the cell's own sake.
    func read(_ unread: UnreadDeclaration) {
        let block = unread.block
        let state = (source, origin, signatures, isInExtension), known = journal
        defer {
            (source, origin, signatures, isInExtension) = state
            if block.origin != .cell(cell) { journal = known }
        }
        let text = block.text[unread.range].withUnsafeBufferPointer { Parser.parse(source: $0) }
        source = nextInterfaceSource()
        (origin, signatures, isInExtension) = (block.origin, [], block.isExtension)
        let file = operatorTable.fold(text).file
        if let owner = block.owner {
            for item in file.statements {
                guard case .decl(let declaration) = item.item else { continue }
                declareMember(declaration, of: owner, signature: block.signature, in: block.scope, isExtension: block.isExtension)
            }
        } else {
            declareFree(file.statements, in: block.scope)
        }
    }

    /// Lets the declarations of a block wait for their names.
    func wait(
        for declarations: [InterfaceOutline.Waiting], in text: [UInt8], of owner: Nominal?, signature: GenericSignature, in scope: Scope, isExtension: Bool
    ) {
        guard !declarations.isEmpty else { return }
        let block = UnreadDeclaration.Block(text: text, owner: owner, signature: signature, scope: scope, isExtension: isExtension, origin: origin, checker: self)
        findings.forget()
        for declaration in declarations {
            let unread = UnreadDeclaration(block: block, range: declaration.range)
            if let owner {
                owner.add(unread, named: declaration.name)
                if origin.isCell { journal.append { [unowned self] in forget(declaration.name, of: owner) } }
                if owner.kind == .proto, !isExtension { owner.requirementNames.insert(declaration.name) }
                if declaration.name.isOperatorName { unreadOperators[declaration.name, default: []].insert(owner) }
            } else {
                scope.add(unread, named: declaration.name)
                if declaration.name.isOperatorName { operatorSets = [:] }
            }
        }
    }

    private func forget(_ name: String, of owner: Nominal) {
        owner.removeUnread(named: name)
        unreadOperators[name]?.remove(owner)
    }

    /// Declares what types have under that name and nobody has asked for yet.
    func readOperators(named name: String) { for owner in unreadOperators.removeValue(forKey: name) ?? [] { _ = owner.members(named: name) } }

    /// Operator functions of that name.
    func operators(named name: String) -> [Function] {
        readOperators(named: name)
        _ = standardScope.lookUp(name)
        _ = libraryScope.lookUp(name)
        return operators[name] ?? []
    }
}

extension Checker {
    /// Brings in every declaration of the interface, for tests.
    func readEverything() {
        for name in libraryNames { read(name) }
        for scope in [standardScope, libraryScope] {
            for name in scope.allNames {
                if case .type(let nominal)? = scope.lookUp(name) { readEverything(of: nominal) }
            }
            for name in scope.unreadNames { _ = scope.lookUp(name) }
        }
        for name in Array(unreadOperators.keys) { _ = operators(named: name) }
    }

    private func readEverything(of nominal: Nominal) {
        for case .type(let nested) in nominal.allMembers.values.joined() { readEverything(of: nested) }
    }
}

import IR

/// A value with its type: what a cell results in.
package struct Value {
    package let type: ValueType
    package let word: Word
    package let object: AnyObject?
    package init(type: ValueType, word: Word = 0, object: AnyObject? = nil) { (self.type, self.word, self.object) = (type, word, object) }
}

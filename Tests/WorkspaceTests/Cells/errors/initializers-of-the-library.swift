extension Int { init(x: String) { } } // error: @35 'self.init' isn't called on all paths before returning from initializer
// ---
extension Double { init(_ s: String, b: Bool) { if b { self = 3 } } } // error: @67 'self.init' isn't called on all paths before returning from initializer

func f() { var a = 1; let c = { [a] in a += 1 }; c() } // error: @42 left side of mutating operator isn't mutable: 'a' is an immutable capture

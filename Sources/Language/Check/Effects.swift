extension Checker {
    func checkEffects(of statements: [Statement], functions: [Function]) {}
    func checkFlow(of statements: [Statement], functions: [Function]) {}
}

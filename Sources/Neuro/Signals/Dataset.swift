/// Series for trying models on: each with its equation, its solver and its defaults stated.
public enum Dataset {}

print("hello".filter("aeiou".contains), Set("hello").sorted(), "abc".contains("b" as Character))
print(numericCast(5 as Int8) as Int, numericCast(200) as UInt8)
print("  padded ".trimmingPrefix(while: \.isWhitespace), "xxabc".trimmingPrefix(while: { $0 == "x" }))
// expect: eo ["e", "h", "l", "o"] true
// expect: 5 200
// expect: padded  abc

let a: Int8 = 200 // error: @15 integer literal '200' overflows when stored into 'Int8'
let d = 10 / 0 // error: @12 division by zero

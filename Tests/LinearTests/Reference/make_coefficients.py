"""Prints the polynomial coefficients of Sources/CKernels/elementary.c.

Each function is approximated on its reduced interval by the polynomial that interpolates it at Chebyshev nodes (within a factor of about two of the
minimax error), in 60-digit arithmetic; the leading terms that the code treats exactly are taken out first. The relative error of the approximation
itself, before rounding, is printed beside. Needs mpmath.
"""
import mpmath as mp
import struct

mp.mp.dps = 60


def single(x):
    return struct.unpack("f", struct.pack("f", float(x)))[0]


def fit(f, low, high, degree):
    """Coefficients c[0...degree] of the interpolant of f in the monomial basis."""
    n = degree + 1
    nodes = [(low + high) / 2 + (high - low) / 2 * mp.cos(mp.pi * (2 * k + 1) / (2 * n)) for k in range(n)]
    system = mp.matrix(n, n)
    right = mp.matrix(n, 1)
    for i, x in enumerate(nodes):
        for j in range(n):
            system[i, j] = x ** j
        right[i] = f(x)
    return [c for c in mp.lu_solve(system, right)]


def show(name, f, whole, reconstruct, low, high, degree, kind):
    c = fit(f, mp.mpf(low), mp.mpf(high), degree)
    worst = 0
    for i in range(2001):
        x = mp.mpf(low) + (mp.mpf(high) - mp.mpf(low)) * i / 2000
        if x == 0:
            continue
        value = whole(x)
        worst = max(worst, abs((reconstruct(x, sum(a * x ** k for k, a in enumerate(c))) - value) / value))
    print(f"// {name}: relative error 2^{float(mp.log(worst, 2)):.1f}")
    for k, a in enumerate(c):
        print(f"//   c{k} = {single(a).hex() + 'f' if kind == 'f32' else float(a).hex()}")


half = mp.log(2) / 2 * mp.mpf("1.0001")
for kind, degree in (("f64", 9), ("f32", 4)):
    # expm1(r) = r + r^2/2 + r^3 Q(r)
    show(f"expm1 {kind}", lambda r: (mp.expm1(r) - r - r * r / 2) / r ** 3 if abs(r) > mp.mpf("1e-12") else mp.mpf(1) / 6 + r / 24,
         mp.expm1, lambda r, q: r + r * r / 2 + r ** 3 * q, -half, half, degree, kind)

top = (mp.sqrt(2) - 1) / (mp.sqrt(2) + 1)
for kind, degree in (("f64", 6), ("f32", 2)):
    # log((1 + s) / (1 - s)) = 2 s + s z L(z), z = s^2
    def tail(z):
        if z < mp.mpf("1e-20"):
            return mp.mpf(2) / 3
        s = mp.sqrt(z)
        return (mp.log((1 + s) / (1 - s)) - 2 * s) / (s * z)
    show(f"log {kind}", tail, lambda z: mp.log((1 + mp.sqrt(z)) / (1 - mp.sqrt(z))),
         lambda z, q: 2 * mp.sqrt(z) + mp.sqrt(z) * z * q, 0, top ** 2 * mp.mpf("1.0001"), degree, kind)

quarter = mp.mpf(1) / 64 * mp.mpf("1.0001")
# sin(2 pi t) = 2 pi t + t z S(z), cos(2 pi t) = 1 + z C(z), z = t^2, |t| <= 1/8
tau = 2 * mp.pi
show("sin(2 pi t)", lambda z: (mp.sin(tau * mp.sqrt(z)) / mp.sqrt(z) - tau) / z if z > mp.mpf("1e-20") else -tau ** 3 / 6,
     lambda z: mp.sin(tau * mp.sqrt(z)), lambda z, q: mp.sqrt(z) * (tau + z * q), 0, quarter, 6, "f64")
show("cos(2 pi t)", lambda z: (mp.cos(tau * mp.sqrt(z)) - 1) / z if z > mp.mpf("1e-20") else -tau ** 2 / 2,
     lambda z: mp.cos(tau * mp.sqrt(z)), lambda z, q: 1 + z * q, 0, quarter, 6, "f64")

# sin(r) = r + r z S(z), cos(r) = 1 - z/2 + z^2 C(z), z = r^2, |r| <= pi/4
eighth = (mp.pi / 4) ** 2 * mp.mpf("1.0001")
show("sin", lambda z: (mp.sin(mp.sqrt(z)) / mp.sqrt(z) - 1) / z if z > mp.mpf("1e-20") else mp.mpf(-1) / 6,
     lambda z: mp.sin(mp.sqrt(z)), lambda z, q: mp.sqrt(z) * (1 + z * q), 0, eighth, 5, "f64")
show("cos", lambda z: (mp.cos(mp.sqrt(z)) - 1 + z / 2) / z ** 2 if z > mp.mpf("1e-12") else mp.mpf(1) / 24,
     lambda z: mp.cos(mp.sqrt(z)), lambda z, q: 1 - z / 2 + z ** 2 * q, 0, eighth, 5, "f64")
rest = mp.pi / 2
parts = []
for bits in (32, 66):  # 33 bits each, so that a multiple up to 2^20 of a part is exact
    part = mp.mpf(int(rest * 2 ** bits)) / 2 ** bits
    parts.append(float(part).hex())
    rest -= part
print("// pi/2 in three parts", *parts, float(rest).hex(), "2/pi", float(2 / mp.pi).hex())

ln2 = mp.log(2)
high = mp.mpf(int(ln2 * 2 ** 42)) / 2 ** 42
print("// ln2 f64", float(high).hex(), float(ln2 - high).hex(), "1/ln2", float(1 / ln2).hex())
high = mp.mpf(int(ln2 * 2 ** 15)) / 2 ** 15
print("// ln2 f32", single(high).hex(), single(ln2 - high).hex(), "1/ln2", single(1 / ln2).hex())
print("// 2 pi", float(tau).hex())

#pragma once

/// Makes `vector` (n) orthogonal to the `count` orthonormal rows of `basis` and adds what it took away to `coefficients` (count): two passes of
/// Gram-Schmidt, which leave it orthogonal to rounding. Sums have a fixed order: the same bits on every instruction set.
void engram_project_out(const double *basis, long count, long n, double *vector, double *coefficients);

/// The sum of squares of `vector`, in a fixed order.
double engram_sum_of_squares(const double *vector, long n);

/// The largest modulus among the eigenvalues of the n x n upper Hessenberg matrix `h` (row-major, rows `stride` apart), which is destroyed.
/// -1 if the iteration does not converge.
double engram_hessenberg_radius(double *h, long n, long stride);

/// Reflects the n columns of an n x n block (rows `stride` apart): M <- M - factor v (v' M). `scratch` holds n numbers.
void engram_reflect(const double *v, double factor, long n, double *matrix, long stride, double *scratch);

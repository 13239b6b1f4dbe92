// OpenBLAS as Linear uses it: CBLAS from the library's own header, and the few LAPACK routines we call, under their Fortran names.
//
// LAPACK is column-major and takes every argument by address; the length of each character argument follows, hidden, at the end.
#pragma once
#include <cblas.h>
#include <stddef.h>

#define ENGRAM_LAPACK(type, s)                                                                                              \
    /* Cholesky factor of a symmetric positive definite matrix, in place. */                                                \
    void s##potrf_(const char *uplo, const int *n, type *a, const int *lda, int *info, size_t);                             \
    /* Inverse from the Cholesky factor, in place. */                                                                       \
    void s##potri_(const char *uplo, const int *n, type *a, const int *lda, int *info, size_t);                             \
    /* LU factors with partial pivoting, in place; the exchanges of rows; solution and inverse from them. */                \
    void s##getrf_(const int *m, const int *n, type *a, const int *lda, int *pivots, int *info);                            \
    void s##laswp_(const int *n, type *a, const int *lda, const int *k1, const int *k2, const int *pivots, const int *step); \
    void s##getrs_(const char *trans, const int *n, const int *nrhs, const type *a, const int *lda, const int *pivots,      \
                   type *b, const int *ldb, int *info, size_t);                                                             \
    void s##getri_(const int *n, type *a, const int *lda, const int *pivots, type *work, const int *lwork, int *info);      \
    /* Eigenvalues and eigenvectors of a symmetric matrix, by divide and conquer. */                                        \
    void s##syevd_(const char *jobz, const char *uplo, const int *n, type *a, const int *lda, type *w, type *work,          \
                   const int *lwork, int *iwork, const int *liwork, int *info, size_t, size_t);                             \
    /* Singular value decomposition, by divide and conquer. */                                                              \
    void s##gesdd_(const char *jobz, const int *m, const int *n, type *a, const int *lda, type *s_, type *u,                \
                   const int *ldu, type *vt, const int *ldvt, type *work, const int *lwork, int *iwork, int *info, size_t); \
    /* Eigenvalues (and eigenvectors) of a general matrix. */                                                               \
    void s##geev_(const char *jobvl, const char *jobvr, const int *n, type *a, const int *lda, type *wr, type *wi,          \
                  type *vl, const int *ldvl, type *vr, const int *ldvr, type *work, const int *lwork, int *info, size_t, size_t); \
    /* Householder QR, and the orthogonal factor from it. */                                                                \
    void s##geqrf_(const int *m, const int *n, type *a, const int *lda, type *tau, type *work, const int *lwork, int *info); \
    void s##orgqr_(const int *m, const int *n, const int *k, type *a, const int *lda, const type *tau, type *work,          \
                   const int *lwork, int *info);

ENGRAM_LAPACK(double, d)
ENGRAM_LAPACK(float, s)

#undef ENGRAM_LAPACK

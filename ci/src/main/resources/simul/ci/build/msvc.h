/*
 * What Microsoft's compiler and headers offer without being asked, put in front of every source:
 * names that its iostream drags in, annotations, and the min and max of its windows.h.
 */
#pragma once
/* libstdc++ defines NOMINMAX itself, so the project's own word is taken before. */
#if defined(__cplusplus) && !defined(NOMINMAX)
#define SIMUL_MIN_AND_MAX
#endif
#include <sal.h>
#ifdef __cplusplus
#ifdef SIMUL_WITHOUT_STD_BYTE
/* As Microsoft's _HAS_STD_BYTE=0: windows.h after "using namespace std" has a byte of its own. */
#define byte simul_std_byte
#include <bits/cpp_type_traits.h>
#include <cstddef>
#include <functional>
#undef byte
#endif
#include <cfloat>
#include <climits>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <string>
#ifdef SIMUL_MIN_AND_MAX
/* Macros there, so any two types go; templates here, since macros would break other headers. */
template <class A, class B>
constexpr auto min(const A &a, const B &b) -> decltype(a < b ? a + 0 : b + 0) {
  return a < b ? a : b;
}
template <class A, class B>
constexpr auto max(const A &a, const B &b) -> decltype(a > b ? a + 0 : b + 0) {
  return a > b ? a : b;
}
#endif
#endif

// What a header of a Windows program takes for granted, as far as it can lie in a packet.

#define _WIN32 1
#define _MSC_VER 1930
#define _MSVC_LANG 201703L
#define UNICODE 1
#define _UNICODE 1

// The compiler's own words.
#define __int8 char
#define __int16 short
#define __int32 int
#define __int64 long long
#define __forceinline inline
#define __declspec(words) __attribute__((words))
#define __pragma(words) _Pragma(#words)
#define __cdecl
#define __stdcall
#define WINAPI
#define CALLBACK
#define APIENTRY
#define CONST const
#define _In_
#define _In_opt_
#define _Out_
#define _Inout_
#define VOID void
#define TEXT(literal) L##literal
#define _T(literal) L##literal
#define TRUE 1
#define FALSE 0
#define NULL 0
#define offsetof(type, member) ((unsigned long long)&((type*)0)->member)

// <cstdint>
typedef signed char int8_t;
typedef unsigned char uint8_t;
typedef short int16_t;
typedef unsigned short uint16_t;
typedef int int32_t;
typedef unsigned int uint32_t;
typedef long long int64_t;
typedef unsigned long long uint64_t;
typedef signed char int_least8_t;
typedef unsigned char uint_least8_t;
typedef short int_least16_t;
typedef unsigned short uint_least16_t;
typedef int int_least32_t;
typedef unsigned int uint_least32_t;
typedef long long int_least64_t;
typedef unsigned long long uint_least64_t;
typedef signed char int_fast8_t;
typedef unsigned char uint_fast8_t;
typedef int int_fast16_t;
typedef unsigned int uint_fast16_t;
typedef int int_fast32_t;
typedef unsigned int uint_fast32_t;
typedef long long int_fast64_t;
typedef unsigned long long uint_fast64_t;
typedef long long intmax_t;
typedef unsigned long long uintmax_t;
typedef long long time_t;

// Twice as wide on 64-bit Windows as on 32-bit: a member of such a type gets a remark.
typedef unsigned long long size_t;
typedef long long ptrdiff_t;
typedef long long intptr_t;
typedef unsigned long long uintptr_t;
typedef long long INT_PTR;
typedef unsigned long long UINT_PTR;
typedef long long LONG_PTR;
typedef unsigned long long ULONG_PTR;
typedef unsigned long long DWORD_PTR;
typedef unsigned long long SIZE_T;
typedef long long SSIZE_T;

// <windows.h>
typedef char CHAR;
typedef signed char INT8;
typedef unsigned char UINT8;
typedef unsigned char UCHAR;
typedef unsigned char BYTE;
typedef unsigned char BOOLEAN;
typedef unsigned char byte;
typedef short SHORT;
typedef short INT16;
typedef unsigned short UINT16;
typedef unsigned short USHORT;
typedef unsigned short WORD;
typedef unsigned short ATOM;
typedef wchar_t WCHAR;
typedef wchar_t TCHAR;
typedef int INT;
typedef int INT32;
typedef int BOOL;
typedef int LONG32;
typedef unsigned int UINT;
typedef unsigned int UINT32;
typedef unsigned int ULONG32;
typedef unsigned int DWORD32;
typedef long LONG;
typedef long HRESULT;
typedef unsigned long ULONG;
typedef unsigned long DWORD;
typedef unsigned long COLORREF;
typedef unsigned long u_long;
typedef unsigned char u_char;
typedef unsigned short u_short;
typedef unsigned int u_int;
typedef long long INT64;
typedef long long LONG64;
typedef long long LONGLONG;
typedef unsigned long long UINT64;
typedef unsigned long long ULONG64;
typedef unsigned long long ULONGLONG;
typedef unsigned long long DWORD64;
typedef unsigned long long DWORDLONG;
typedef float FLOAT;
typedef double DOUBLE;
typedef void *PVOID;
typedef void *LPVOID;
typedef void *HANDLE;
typedef void *HWND;
typedef void *HINSTANCE;
typedef void *HDC;
typedef void *HBITMAP;
typedef char *LPSTR;
typedef char *PCHAR;
typedef const char *LPCSTR;
typedef wchar_t *LPWSTR;
typedef wchar_t *LPTSTR;
typedef const wchar_t *LPCWSTR;
typedef const wchar_t *LPCTSTR;

namespace std {
using ::byte;
using ::int8_t;
using ::uint8_t;
using ::int16_t;
using ::uint16_t;
using ::int32_t;
using ::uint32_t;
using ::int64_t;
using ::uint64_t;
using ::size_t;
using ::ptrdiff_t;
using ::time_t;
}

#define MAX_PATH 260
#define CHAR_BIT 8
#define SCHAR_MIN (-128)
#define SCHAR_MAX 127
#define CHAR_MIN (-128)
#define CHAR_MAX 127
#define UCHAR_MAX 255
#define SHRT_MIN (-32768)
#define SHRT_MAX 32767
#define USHRT_MAX 65535
#define INT_MIN (-2147483647 - 1)
#define INT_MAX 2147483647
#define UINT_MAX 0xffffffff
#define VK_BACK 0x08
#define VK_TAB 0x09
#define VK_RETURN 0x0D
#define VK_SHIFT 0x10
#define VK_CONTROL 0x11
#define VK_ESCAPE 0x1B
#define VK_SPACE 0x20
#define VK_LEFT 0x25
#define VK_UP 0x26
#define VK_RIGHT 0x27
#define VK_DOWN 0x28
#define WM_USER 0x0400

// Small structs of Windows and DirectX; left out when the header has its own of that name.
#ifndef SIMUL_OWN_POINT
struct POINT { long x, y; };
#endif
#ifndef SIMUL_OWN_RECT
struct RECT { long left, top, right, bottom; };
#endif
#ifndef SIMUL_OWN_COORD
struct COORD { short X, Y; };
#endif
#ifndef SIMUL_OWN_XMFLOAT2
struct XMFLOAT2 { float x, y; };
#endif
#ifndef SIMUL_OWN_XMFLOAT3
struct XMFLOAT3 { float x, y, z; };
#endif
#ifndef SIMUL_OWN_XMFLOAT4
struct XMFLOAT4 { float x, y, z, w; };
#endif
#ifndef SIMUL_OWN_XMFLOAT4X4
struct XMFLOAT4X4 { float m[4][4]; };
#endif
#ifndef SIMUL_OWN_D3DXVECTOR3
struct D3DXVECTOR3 { float x, y, z; };
#endif
namespace DirectX {
#ifndef SIMUL_OWN_XMFLOAT2
using ::XMFLOAT2;
#endif
#ifndef SIMUL_OWN_XMFLOAT3
using ::XMFLOAT3;
#endif
#ifndef SIMUL_OWN_XMFLOAT4
using ::XMFLOAT4;
#endif
#ifndef SIMUL_OWN_XMFLOAT4X4
using ::XMFLOAT4X4;
#endif
}

// What Windows gives a header, written for compilers whose long is 8 bytes: the samples' own long
// is replaced by int before. Deliberately not the prelude that is being tested.
#ifndef __clang__
#define __int8 char
#define __int16 short
#define __int32 int
#define __int64 long long
#define __declspec(words) __attribute__((words))
#define __pragma(words) _Pragma(#words)
#define dllexport
#endif
#define _WIN32 1
#define UNICODE 1
#define MAX_PATH 260
#define VK_UP 0x26
#define VK_DOWN 0x28

typedef signed char int8_t;
typedef short int16_t;
typedef int int32_t;
typedef long long int64_t;
typedef unsigned char uint8_t;
typedef unsigned short uint16_t;
typedef unsigned int uint32_t;
typedef unsigned long long uint64_t;
typedef int int_least32_t;
typedef long long time_t;
namespace std {
using ::int64_t;
using ::uint8_t;
}

typedef char CHAR;
typedef unsigned char UCHAR, BYTE, BOOLEAN, UINT8;
typedef short SHORT;
typedef unsigned short USHORT, WORD, UINT16;
typedef int INT, BOOL, LONG, INT32;
typedef unsigned int UINT, DWORD, ULONG, UINT32;
typedef long long INT64, LONGLONG;
typedef unsigned long long UINT64, ULONGLONG;
typedef float FLOAT;
typedef wchar_t WCHAR, TCHAR;

// What no packet can hold must compile as well.
typedef unsigned long long SOCKET;
struct WSAOVERLAPPED { void *inside; };
struct WSABUF { void *inside; };
namespace std {
struct mutex { void *inside; };
struct string { void *inside; };
}

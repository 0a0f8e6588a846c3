#pragma once
#define A_PLAIN 10
#define A_HEX 0xFF
#define A_OCTAL 017
#define A_SUFFIXED 5000000000LL
#define A_UNSIGNED 4294967295u
#define A_NEGATIVE (-1)
#define A_SUM (A_PLAIN + A_HEX * 2)
#define A_SHIFT (1 << 12)
#define A_MASK (~0u >> 4)
#define A_CAST ((BYTE)300)
#define A_SIGNED_CAST ((char)200)
#define A_CHAR 'A'
#define A_ESCAPE '\n'
#define A_COND (A_PLAIN > 5 ? 100 : 200)
#define A_LOGIC (A_PLAIN && !A_HEX || A_CHAR == 65)
#define A_DIV (-7 / 2)
#define A_MOD (-7 % 3)
#define A_SIZE sizeof(short)
#define A_STRUCT sizeof(struct Sized)
#define A_WCHAR sizeof(wchar_t)
#define A_LONG sizeof(long)
#define A_ARRAY (sizeof(Sized::text) / sizeof(Sized::text[0]))
#define A_TRUE true
#define A_CHAIN A_SUM

const int B_PLAIN = 1'000'000;
const int B_BINARY = 0b1010;
static const unsigned short B_WRAPS = 70000 & 0xFFFF;
const unsigned char B_TYPE = A_HEX;
constexpr auto B_AUTO = A_PLAIN * 3;
constexpr unsigned B_UNSIGNED = 3u - 4u;
constexpr unsigned long long B_BIG = 0xFFFFFFFFFFFFFFFF;
constexpr long long B_WIDE = 1LL << 40;
constexpr int B_BRACES{ 12 };
constexpr int B_PARENS(13);
constexpr int B_FUNCTIONAL = int(4) + short{ 5 };
constexpr int B_STATIC_CAST = static_cast<unsigned char>(260);
constexpr bool B_BOOL = A_PLAIN == 10;
inline constexpr char B_INLINE = 'z';
const int B_FIRST = 1, B_SECOND = B_FIRST + 1, B_THIRD = B_SECOND * B_SECOND;
constexpr int B_XOR = 0xF0 ^ 0x3C | 1;
constexpr int B_COMPARE = (3 >= 3) + (2 <= 1) + (5 != 4) + (1 < 2);
constexpr unsigned B_MIXED = -1 < 1u ? 1 : 2;
constexpr int B_ORD = 'a' - 'A' + +1;
constexpr wchar_t B_WIDE_CHAR = L'가';

enum Steps { S_ZERO, S_FIVE = 5, S_SIX, S_MINUS = -3, S_AFTER, S_ALIAS = S_SIX, S_LAST = S_ALIAS + B_SECOND };
enum class Big : unsigned long long { Top = 0xFFFFFFFFFFFFFFFE, Most };
enum Narrow : signed char { N_LOW = -128, N_NEXT };

#pragma pack(push, 1)
struct Sized { char a; int b; wchar_t text[S_LAST]; };
#pragma pack(pop)

constexpr int C_SIZE = sizeof(Sized);
constexpr int C_ENUM = static_cast<int>(Narrow::N_NEXT) + (int)Steps::S_AFTER;
constexpr int C_EXPRESSION_SIZE = sizeof(C_SIZE) + sizeof 1LL;

static_assert(C_SIZE == 21, "packed");

#define PACKED_BEGIN __pragma(pack(push, 1))
#define PACKED_END __pragma(pack(pop))

__pragma(pack(push, 1))
struct ByKeyword { char a; int b; };
__pragma(pack(pop))

struct Between { char a; int b; };

_Pragma("pack(push, 1)")
struct ByOperator { char a; short b; };
_Pragma("pack(pop)")

PACKED_BEGIN
struct ByMacro { char a; long long b; };
PACKED_END

struct After { char a; long long b; };

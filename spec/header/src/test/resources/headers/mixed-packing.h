#pragma pack(push, outer, 4)
struct Four { char a; double b; char c; };
#pragma pack(push, 2)
struct Two { char a; int b; char c; long long d; };
#pragma pack(push, inner, 1)
struct One { char a; int b; char c; };
#pragma pack(pop, outer)
struct Natural { char a; double b; Two two; One one; };
#pragma pack(2)
struct TwoAgain { char a; Natural n; One o; };
#pragma pack()
struct NaturalAgain { char a; Four f; short s; };
#pragma pack(push)
#pragma pack(1)
struct OneAgain { char a; NaturalAgain n; };
#pragma pack(pop)
struct Last { char a; OneAgain one; int b; Four four[2]; };

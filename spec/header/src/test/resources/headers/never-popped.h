// push 만 하고 pop 을 하지 않았다
struct Before { char a; int b; };
#pragma pack(push, 1)
struct Packed { char a; int b; };
struct AlsoPacked { char a; double b; short c; };

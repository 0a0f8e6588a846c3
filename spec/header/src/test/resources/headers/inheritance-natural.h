#pragma once
// 상속과 자연 정렬
struct Base { short size; short type; };
struct Mid : Base { int id; };
struct Leaf : Mid { double x; char c; };
struct Tag { };
struct WithEmptyBase : Tag { int x; char y; };
struct HasEmpty { char a; Tag tag; short b; };

#pragma pack(push, 1)
struct PackedLeaf : Mid { char c; double x; };
struct PackedHolder { char a; Leaf leaf; Mid mids[2]; };
#pragma pack(pop)

struct Outer { char a; PackedHolder held; int b; PackedLeaf leaf; };

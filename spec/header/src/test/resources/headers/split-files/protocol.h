#pragma once
#include "types.h"
// types.h 의 push 를 여기서 닫는다
struct C_Move { uint8 size; uint8 id; uint8 dir; };
struct S_Move { uint8 size; uint8 id; uint16 who; Vec2 pos; };
struct S_Enter { uint8 size; uint8 id; uint16 who; Vec2 pos; char nick[NICK]; };
#pragma pack(pop)
struct Unpacked { uint8 a; Vec2 v; };

#pragma once
typedef unsigned char	uint8;
typedef unsigned short	uint16;
typedef int				int32;
const int NICK = 12;
#pragma pack(push, 1)
struct Vec2 { int32 x; int32 y; };

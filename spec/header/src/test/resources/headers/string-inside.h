#pragma once
#include <string>
// std::string 은 보낼 수 없는데 넣어 버린 경우

#pragma pack(push, 1)
struct CS_SAY { unsigned char size; unsigned char type; std::string text; };
struct CS_STEP { unsigned char size; unsigned char type; char dir; };
struct SC_STEP { unsigned char size; unsigned char type; int id; int x; int y; };
#pragma pack(pop)

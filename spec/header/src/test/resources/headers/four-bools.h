#pragma once
#pragma pack(push, 1)
struct c_key { short size; char type; bool up, down, left, right; };
struct s_all { short size; char type; char me; struct s_one { bool used; float x, y; } one[10]; };
#pragma pack(pop)
#define C_KEY 1
#define S_ALL 1

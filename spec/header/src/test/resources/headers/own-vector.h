#pragma once
// 윈도우와 같은 이름을 직접 정의한 경우
typedef unsigned char BYTE;
typedef unsigned short WORD;
typedef unsigned int UINT32;
struct POINT { short x, y; };
typedef struct { double x, y, z; } XMFLOAT3;

#pragma pack(push, 1)
struct cs_click { BYTE size; BYTE type; POINT at; };
struct sc_spawn { BYTE size; BYTE type; WORD id; UINT32 seed; XMFLOAT3 where; };
#pragma pack(pop)

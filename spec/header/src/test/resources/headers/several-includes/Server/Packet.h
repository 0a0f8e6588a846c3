#include "..\\Common\\define.h"
#include "../Common/Define.h"
#include <string.h>
#pragma pack(push, 1)
struct Move { BYTE size; PType type; BYTE dir; };
struct Pos { BYTE size; PType type; BYTE id; char name[MAX_NAME]; };
#pragma pack(pop)

#pragma once
// 같은 이름이 이름공간마다 다르다
namespace cs { enum Type : unsigned char { MOVE = 1, CHAT }; }
namespace sc { enum Type : unsigned char { MOVE = 7, LOGIN, LOGOUT }; }
#pragma pack(push, 1)
namespace cs { struct move { unsigned char size; Type type = MOVE; unsigned char dir; }; }
namespace sc { struct move { unsigned char size; Type type = MOVE; unsigned char id, x, y; }; }
namespace sc { using namespace cs; struct both { cs::move asked; move done; cs::Type t; }; }
#pragma pack(pop)

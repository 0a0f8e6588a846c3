#pragma once
// 먼저 LOGIN, 다음에 POSITION
#define PACKET_LOGIN	1
#define PACKET_LOGOUT	2
#define PACKET_POSITION	3
#define PACKET_MOVE		4

#pragma pack(push, 1)
struct Packet		{ BYTE size; BYTE type; };
struct LoginPacket		: Packet { BYTE id; };
struct LogoutPacket		: Packet { BYTE id; };
struct PositionPacket	: Packet { BYTE id; BYTE x; BYTE y; };
struct MovePacket		: Packet { BYTE direction; };
#pragma pack(pop)

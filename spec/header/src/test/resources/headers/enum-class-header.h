#pragma once
#include <cstdint>

enum class PacketType : uint8_t
{
	None = 0,

	// C -> S
	CS_Login = 1,
	CS_Move,
	CS_Logout,

	// S -> C
	SC_LoginOk = 0x10,
	SC_Enter,
	SC_Move,
	SC_Leave,
};

enum class Direction : uint8_t { Up, Down, Left, Right };

#pragma pack(push, 1)
struct PacketHeader
{
	uint8_t size = sizeof(PacketHeader);
	PacketType type = PacketType::None;
};

struct CSLoginPacket : public PacketHeader
{
	char name[16]{};
	CSLoginPacket() { size = sizeof(CSLoginPacket); type = PacketType::CS_Login; }
};

struct CSMovePacket : public PacketHeader
{
	Direction dir = Direction::Up;
	uint32_t move_time = 0;
	CSMovePacket() { size = sizeof(*this); type = PacketType::CS_Move; }
};

struct SCLoginOkPacket : PacketHeader
{
	int32_t id = -1;
	SCLoginOkPacket() { this->size = sizeof(SCLoginOkPacket); this->type = PacketType::SC_LoginOk; }
};

struct SCEnterPacket : PacketHeader
{
	int32_t id;
	int16_t x, y;
	char name[16];
	SCEnterPacket() { size = sizeof(SCEnterPacket); type = PacketType::SC_Enter; }
};

struct SCMovePacket : PacketHeader
{
	int32_t id;
	int16_t x, y;
	uint32_t move_time;
	SCMovePacket() { size = sizeof(SCMovePacket); type = PacketType::SC_Move; }
};

struct SCLeavePacket : PacketHeader
{
	int32_t id;
	SCLeavePacket() { size = sizeof(SCLeavePacket); type = PacketType::SC_Leave; }
};
#pragma pack(pop)

static_assert(sizeof(SCEnterPacket) == 26, "SCEnterPacket");

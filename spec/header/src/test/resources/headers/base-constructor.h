#pragma once

using PacketSize = unsigned short;
using PacketID = unsigned short;

enum EPacket : PacketID { E_NONE, E_C2S_MOVE = 100, E_S2C_MOVE, E_S2C_ENTER, E_S2C_LEAVE };

#pragma pack(push, 1)
struct Header
{
	PacketSize	size;
	PacketID	id;

	Header(PacketSize s, PacketID i) : size(s), id(i) {}
};

struct C2S_MOVE : Header
{
	char dx;
	char dy;
	C2S_MOVE() : Header(sizeof(C2S_MOVE), E_C2S_MOVE), dx(0), dy(0) {}
	C2S_MOVE(char x, char y) : Header(sizeof(C2S_MOVE), E_C2S_MOVE), dx(x), dy(y) {}
};

struct S2C_MOVE : Header
{
	unsigned int playerId;
	float x, y;
	S2C_MOVE() : Header{ sizeof(S2C_MOVE), E_S2C_MOVE }, playerId{ 0xFFFFFFFF } {}
};

struct S2C_ENTER : Header
{
	unsigned int playerId;
	float x;
	float y;
	explicit S2C_ENTER(unsigned int who = 7) : Header(sizeof(S2C_ENTER), E_S2C_ENTER), playerId(who), x(0.f), y(0.f) {}
	~S2C_ENTER() {}
	bool isMe(unsigned int me) const { return me == playerId; }
};

struct S2C_LEAVE : Header
{
	unsigned int playerId;
	S2C_LEAVE() : Header(sizeof(S2C_LEAVE), E_S2C_LEAVE) { playerId = 0; }
};
#pragma pack(pop)

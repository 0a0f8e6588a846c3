#pragma once
// enum 은 따로 정하지 않으면 4바이트

enum PROTOCOL
{
	P_CLIENT_MOVE,
	P_SERVER_POSITION,
	P_SERVER_LOGIN,
	P_SERVER_LOGOUT = 10
};

enum DIRECTION { DIR_UP = 'w', DIR_DOWN = 's', DIR_LEFT = 'a', DIR_RIGHT = 'd' };

#pragma pack(push, 1)
struct PacketMove
{
	BYTE		size;
	PROTOCOL	type;
	DIRECTION	direction;
};

struct PacketPosition
{
	BYTE		size;
	PROTOCOL	type;
	BYTE		id;
	BYTE		x;
	BYTE		z;
};

struct PacketLogin
{
	BYTE		size;
	PROTOCOL	type;
	BYTE		id;
};

struct PacketLogout
{
	BYTE		size;
	PROTOCOL	type;
	BYTE		id;
};
#pragma pack(pop)

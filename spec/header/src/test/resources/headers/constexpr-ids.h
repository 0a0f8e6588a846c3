#pragma once
// 체스판 서버와 클라이언트가 함께 쓰는 규약

constexpr int PORT_NUM = 9000;
constexpr int BUF_SIZE = 200;
constexpr int NAME_SIZE = 20;
constexpr int MAX_PLAYER = 10;

constexpr int BOARD_W = 8;
constexpr int BOARD_H = 8;

// 패킷 번호
constexpr char CS_LOGIN = 0;
constexpr char CS_MOVE = 1;

constexpr char SC_LOGIN_OK = 2;
constexpr char SC_PUT_PLAYER = 3;
constexpr char SC_REMOVE_PLAYER = 4;
constexpr char SC_MOVE_PLAYER = 5;

#pragma pack(push, 1)
struct CS_LOGIN_PACKET {
	unsigned char size;
	char	type;
	char	name[NAME_SIZE];
};

struct CS_MOVE_PACKET {
	unsigned char size;
	char	type;
	char	direction;	// 0 : 위, 1 : 아래, 2 : 왼쪽, 3 : 오른쪽
};

struct SC_LOGIN_OK_PACKET {
	unsigned char size;
	char	type;
	short	id;
	short	x, y;
};

struct SC_PUT_PLAYER_PACKET {
	unsigned char size;
	char	type;
	short	id;
	short	x, y;
	char	name[NAME_SIZE];
};

struct SC_REMOVE_PLAYER_PACKET {
	unsigned char size;
	char	type;
	short	id;
};

struct SC_MOVE_PLAYER_PACKET {
	unsigned char size;
	char	type;
	short	id;
	short	x, y;
};
#pragma pack(pop)

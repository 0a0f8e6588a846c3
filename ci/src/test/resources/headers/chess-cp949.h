#pragma once
// 체스판 규약: 클라이언트 -> 서버
#define CS_MOVE 1
#define SC_POS 1
#define SC_LOGIN 2
#define SC_LOGOUT 3
#define MAX_USER 10

#pragma pack(push, 1)
struct cs_move {
	unsigned char size;
	unsigned char type;
	char dir;	// 0 : 위, 1 : 아래, 2 : 왼쪽, 3 : 오른쪽
};

// 서버 -> 클라이언트
struct sc_pos { unsigned char size; unsigned char type; unsigned char id, x, y; };
struct sc_login { unsigned char size; unsigned char type; unsigned char id; };
struct sc_logout { unsigned char size; unsigned char type; unsigned char id; };
struct sc_chat { unsigned char size; unsigned char type; char* text; };
#pragma pack(pop)

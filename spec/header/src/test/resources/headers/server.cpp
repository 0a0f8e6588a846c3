#include <iostream>
#include <vector>
#include <WinSock2.h>
#pragma comment(lib, "ws2_32")

// 프로토콜 헤더 없이 cpp 안에 구조체를 둔 서버

#define PORT 3500
const int BOARD = 8;

int g_count = 0;

#pragma pack(push, 1)
struct MovePacket {
	BYTE size;
	BYTE type;
	BYTE dir;
};

struct PosPacket {
	BYTE size;
	BYTE type;
	BYTE id;
	BYTE x;
	BYTE y;
};
#pragma pack(pop)

static int clampCell(int value) {
	struct Local { int a; } local = { value };
	if (local.a < 0) return 0;
	return local.a < BOARD ? local.a : BOARD - 1;
}

void movePiece(PosPacket* pos, const MovePacket& move) {
	switch (move.dir) {
	case 0: pos->y = (BYTE)clampCell(pos->y - 1); break;
	case 1: pos->y = (BYTE)clampCell(pos->y + 1); break;
	case 2: pos->x = (BYTE)clampCell(pos->x - 1); break;
	default: pos->x = (BYTE)clampCell(pos->x + 1); break;
	}
	g_count++;
}

int serve() {
	PosPacket pos = { sizeof(PosPacket), 1, 0, 0, 0 };
	MovePacket move;
	move.size = sizeof(move);
	move.type = 1;
	move.dir = 3;
	movePiece(&pos, move);
	return pos.x;
}

#pragma once
#define ROWS 8
#define COLS (ROWS + 2)

typedef char NAME[16];
typedef NAME TEAM[2];

#pragma pack(push, 1)
struct sc_board {
	unsigned short size;
	unsigned char type;
	unsigned char cells[ROWS][COLS];
	bool seen[2][3][4];
	NAME names[3];
	TEAM team;
	short scores[sizeof(NAME) / 4];
};
#pragma pack(pop)

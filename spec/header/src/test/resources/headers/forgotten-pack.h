#pragma once
// pragma pack 을 잊은 경우: 컴파일러가 끼워 넣은 빈칸이 그대로 나간다

enum { C_MOVE = 1, S_POS = 1, S_JOIN = 2, S_PART = 3 };

struct client_move {
	unsigned char size;
	unsigned char type;
	short step;
	int dir;
};

struct server_pos {
	unsigned char size;
	unsigned char type;
	int id;
	char team;
	double x;
	float y;
	char last;
};

struct server_join {
	char size;
	long long when;
	char type;
	wchar_t mark;
	char id;
};

struct server_part {
	char size;
	char type;
	char id[3];
	struct {
		char a;
		int b;
	} inner[2];
	bool over;
};

struct empty_packet {
};

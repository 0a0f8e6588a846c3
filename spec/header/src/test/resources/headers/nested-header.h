#pragma once
#define PACKET_CS_MOVE		1
#define PACKET_CS_ATTACK	2
#define PACKET_SC_INFO		3
#define PACKET_SC_MOVE		4
#define PACKET_SC_OUT		5

#pragma pack(push, 1)
struct packet_header {
	unsigned char size;
	unsigned char type;
};

struct position { int x; int y; };

struct cs_packet_move {
	packet_header header{ sizeof(cs_packet_move), PACKET_CS_MOVE };
	unsigned char dir;
	unsigned int client_time;
};

struct cs_packet_attack {
	packet_header header = { sizeof(cs_packet_attack), PACKET_CS_ATTACK };
};

struct sc_packet_info {
	packet_header header;
	int id;
	position pos;
	int hp, max_hp, level;

	sc_packet_info() {
		header.size = sizeof(sc_packet_info);
		header.type = PACKET_SC_INFO;
		pos.x = 4;
		pos.y = 4;
	}
};

struct sc_packet_move {
	packet_header header;
	int id;
	position pos;
	unsigned int client_time;

	sc_packet_move() : header{ sizeof(sc_packet_move), PACKET_SC_MOVE }, id(-1) {}
};

struct sc_packet_out {
	packet_header header;
	int id;
};
#pragma pack(pop)

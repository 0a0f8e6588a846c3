#pragma once
enum e_cs_packet { CS_UP = 1, CS_DOWN, CS_LEFT, CS_RIGHT, CS_COUNT };
enum e_sc_packet { SC_LOGIN_OK, SC_MOVE_OBJECT, SC_ADD_OBJECT, SC_REMOVE_OBJECT };

#pragma pack(push, 1)
struct cs_packet_move {		// 네 방향이 같은 모양을 쓴다
	unsigned char size;
	unsigned char type;
};
struct sc_packet_login_ok {
	unsigned char size;
	unsigned char type;
	unsigned char id;
};
struct sc_packet_move_object {
	unsigned char size;
	unsigned char type;
	unsigned char id;
	unsigned char x;
	unsigned char y;
};
struct sc_packet_add_object {
	unsigned char size;
	unsigned char type;
	unsigned char id;
	unsigned char x;
	unsigned char y;
};
struct sc_packet_remove_object {
	unsigned char size;
	unsigned char type;
	unsigned char id;
};
#pragma pack(pop)

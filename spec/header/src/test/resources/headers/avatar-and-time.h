#pragma once

constexpr short PORT = 3000;
constexpr int WORLD_WIDTH = 400, WORLD_HEIGHT = 400;
constexpr int VIEW_RANGE = 7;

enum MOVE_DIRECTION : char { MOVE_UP = 1, MOVE_DOWN, MOVE_LEFT, MOVE_RIGHT };

enum PACKET_ID : char {
	CS_LOGIN, CS_MOVE, CS_LOGOUT, CS_MAX,
	SC_LOGIN_INFO = 10, SC_ADD_OBJECT, SC_REMOVE_OBJECT, SC_MOVE_OBJECT, SC_LOGIN_FAIL
};

#pragma pack(push, 1)
struct packet { unsigned short size; PACKET_ID type; };
struct cs_login_packet : packet { char name[20]; };
struct cs_move_packet : packet { MOVE_DIRECTION direction; unsigned move_time; };
struct cs_logout_packet : packet { };
struct sc_login_info_packet : packet { short id, hp, max_hp; int exp; short level, x, y; };
struct sc_login_fail_packet : packet { };
struct sc_add_object_packet : packet { int id; short visual; short x, y; char name[20]; };
struct sc_remove_object_packet : packet { int id; };
struct sc_move_object_packet : packet { int id; short x, y; unsigned int move_time; };
#pragma pack(pop)

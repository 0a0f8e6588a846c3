#pragma once
// 로그인: 이름은 중복될 수 없다
#define MAX_ID_LEN 20
#define CLIENT_LOGIN	0x01
#define CLIENT_MOVE		0x02
#define SERVER_PERMIT_LOGIN		0x11
#define SERVER_DENY_LOGIN		0x12
#define SERVER_NEW_PLAYER		0x13
#define SERVER_PLAYER_POS		0x14
#define SERVER_LOGOUT			0x15

#pragma pack(push, 1)
struct login_request { unsigned char size; unsigned char type; char id[MAX_ID_LEN]; };
struct move_request { unsigned char size; unsigned char type; unsigned char key; unsigned int move_time; };
struct permit_login { unsigned char size; unsigned char type; unsigned int id; };
struct deny_login { unsigned char size; unsigned char type; char reason; };
struct new_player { unsigned char size; unsigned char type; unsigned int id; char name[MAX_ID_LEN]; };
struct player_pos { unsigned char size; unsigned char type; unsigned int id; unsigned short x, y; unsigned int move_time; };
struct logout { unsigned char size; unsigned char type; unsigned int id; };
#pragma pack(pop)

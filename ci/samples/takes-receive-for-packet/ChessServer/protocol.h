#pragma once
// 패킷: 길이(1) + 종류(1) + 내용
constexpr int SERVER_PORT = 9000;
constexpr int MAX_USER = 10;
constexpr int BOARD = 8;

constexpr unsigned char CS_MOVE = 1;
constexpr unsigned char SC_POSITION = 1;
constexpr unsigned char SC_LOGIN = 2;
constexpr unsigned char SC_LOGOUT = 3;

#pragma pack(push, 1)
struct cs_move { unsigned char size; unsigned char type; unsigned char direction; };
struct sc_position { unsigned char size; unsigned char type; unsigned char id; unsigned char x; unsigned char y; };
struct sc_login { unsigned char size; unsigned char type; unsigned char id; };
struct sc_logout { unsigned char size; unsigned char type; unsigned char id; };
#pragma pack(pop)

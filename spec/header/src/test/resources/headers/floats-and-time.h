#pragma once
using ID = long long;
using TimePoint = unsigned;

constexpr float WALK_SPEED = 50.0f;
constexpr double GRAVITY = 9.8;
constexpr int STEP = 50;

constexpr unsigned char C2S_P_LOGIN = 1;
constexpr unsigned char C2S_P_MOVE = 2;
constexpr unsigned char S2C_P_AVATAR_INFO = 3;
constexpr unsigned char S2C_P_ENTER = 4;
constexpr unsigned char S2C_P_MOVE = 5;
constexpr unsigned char S2C_P_LEAVE = 6;

#pragma pack(push, 1)
struct c2s_login { unsigned char _size; unsigned char _type; char _name[20]; };
struct c2s_move { unsigned char _size; unsigned char _type; float _dx; float _dy; TimePoint _time; };
struct s2c_avatar_info { unsigned char _size; unsigned char _type; ID _id; float _x; float _y; int _hp; int _exp; };
struct s2c_enter { unsigned char _size; unsigned char _type; ID _id; char _name[20]; char _kind; float _x; float _y; };
struct s2c_move { unsigned char _size; unsigned char _type; ID _id; float _x; float _y; TimePoint _time; };
struct s2c_leave { unsigned char _size; unsigned char _type; ID _id; };
#pragma pack(pop)

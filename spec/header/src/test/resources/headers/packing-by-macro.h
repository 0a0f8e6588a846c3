#pragma once
// 컴파일러마다 다른 정렬을 매크로로 감춘 경우
#define PACKED_STRUCT(declaration) __pragma(pack(push, 1)) declaration __pragma(pack(pop))
#define ONE_BYTE __pragma(pack(push, 1))
#define BEGIN_PACKET ONE_BYTE
#define END_PACKET __pragma(pack(pop))

PACKED_STRUCT(struct cs_move { char size; short type; int dir; };)

struct not_packed { char size; short type; int dir; };

BEGIN_PACKET
struct sc_move { char size; short type; int id; double x; };
END_PACKET

PACKED_STRUCT(struct sc_leave {
	char size;
	short type;
	int id;
};)

struct not_packed_either { char size; double x; };

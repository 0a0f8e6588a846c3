#pragma once
#include <windows.h>

const int MAX_ID_LEN = 10;
const int MAX_STR_LEN = 50;

#define CS_ENTER 1
#define CS_WALK 2
#define SC_ACCEPT 1
#define SC_APPEAR 2
#define SC_WALKED 3
#define SC_VANISH 4

#pragma pack(push, 1)
struct CsEnter {
	UCHAR	size;
	UCHAR	type;
	WCHAR	id[MAX_ID_LEN];
	wchar_t	greeting[MAX_STR_LEN];
};

struct CsWalk {
	UCHAR	size;
	UCHAR	type;
	UCHAR	direction;
	UINT	move_time;
};

struct ScAccept {
	UCHAR	size;
	UCHAR	type;
	INT		id;
	BOOL	first;
	BOOLEAN	again;
};

struct ScAppear {
	UCHAR	size;
	UCHAR	type;
	INT		id;
	TCHAR	name[MAX_ID_LEN];
	SHORT	x;
	SHORT	y;
};

struct ScWalked {
	UCHAR	size;
	UCHAR	type;
	INT		id;
	SHORT	x, y;
	UINT	move_time;
};

struct ScVanish {
	UCHAR	size;
	UCHAR	type;
	INT		id;
};
#pragma pack(pop)

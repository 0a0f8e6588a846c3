#pragma once

#define MAX_NAME_LEN 10
#define PKT_C_MOVE		0x0101
#define PKT_C_QUIT		0x0102
#define PKT_S_ID		0x0201
#define PKT_S_POSITION	0x0202
#define PKT_S_GONE		0x0203

#pragma pack(1)

typedef struct _PKT_HEAD {
	WORD	wSize;
	WORD	wType;
} PKT_HEAD, *LPPKT_HEAD;

typedef struct _PKT_MOVE {
	WORD	wSize;
	WORD	wType;
	DWORD	dwKey;		// VK_LEFT, VK_UP, VK_RIGHT, VK_DOWN
} PKT_MOVE;

typedef struct _PKT_ID {
	WORD	wSize;
	WORD	wType;
	DWORD	dwID;
} PKT_ID;

typedef struct _PKT_POSITION {
	WORD	wSize;
	WORD	wType;
	DWORD	dwID;
	LONG	x;
	LONG	y;
	WCHAR	szName[MAX_NAME_LEN + 1];
} PKT_POSITION;

#pragma pack()

typedef struct _NOT_PACKED {
	BYTE	bOnline;
	DWORD	dwID;
} NOT_PACKED;

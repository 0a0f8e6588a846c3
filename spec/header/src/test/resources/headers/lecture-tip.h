// 강의 자료의 구조체 형태
#define MOVE		1
#define POSITION	1
#define LOGIN		2
#define LOGOUT		3

#pragma pack(push, 1)
struct SEND_MOVE
{
	BYTE	size;
	DWORD	type;
	BYTE	direction;
};

struct RECV_POSITION
{
	BYTE	size;
	DWORD	type;
	BYTE	id;
	BYTE	x;
	BYTE	z;
};

struct RECV_LOGIN
{
	BYTE	size;
	DWORD	type;
	BYTE	id;
};

struct RECV_LOGOUT
{
	BYTE	size;
	DWORD	type;
	BYTE	id;
};
#pragma pack(pop)

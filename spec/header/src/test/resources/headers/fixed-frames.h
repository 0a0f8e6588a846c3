#pragma once
// 모든 메시지는 402 바이트: 내용 400, 사용한 길이 2

#define FRAME_BODY 400

#pragma pack(push, 1)
struct Frame
{
	char	body[FRAME_BODY];
	WORD	used;
};
#pragma pack(pop)

#define FRAME_SIZE sizeof(Frame)
#define MESSAGES_PER_FRAME (FRAME_BODY / sizeof(Message))

struct Message
{
	SHORT	code;
	SHORT	id;
	LONG	x;
	LONG	y;
};

const int LAST_CODE = MESSAGES_PER_FRAME > 30 ? 7 : 9;

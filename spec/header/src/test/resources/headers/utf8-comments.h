#pragma once
/* 여러 줄 주석:
 * 패킷의 모양을 바꾸지 마시오.
 */
#pragma pack(push, 1)
struct 이동 {
	unsigned char 크기;
	unsigned char 종류;
	unsigned char 방향;	// 위 아래 왼쪽 오른쪽
};
#pragma pack(pop)

const char 격자 = 8;

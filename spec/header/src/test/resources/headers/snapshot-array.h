#pragma once
// 서버는 매 프레임 모든 플레이어를 보낸다. 없는 자리는 id = -1

#define MAX_CLIENT 10

#pragma pack(push, 1)
struct PlayerInfo {
	int		id;
	int		x;
	int		y;
	bool	active;
};

// 클라이언트 -> 서버
struct InputPacket {
	bool keys[4];	// 상 하 좌 우
};

// 서버 -> 클라이언트
struct WorldPacket {
	PlayerInfo players[MAX_CLIENT];
};
#pragma pack(pop)

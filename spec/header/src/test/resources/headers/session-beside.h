#pragma once
#include <mutex>
// 패킷과 서버 내부 구조체가 한 파일에 있다

enum OP_TYPE { OP_RECV, OP_SEND };

struct EXP_OVER {
	WSAOVERLAPPED over;
	OP_TYPE op;
	WSABUF buf;
	char data[256];
};

class Session {
	EXP_OVER recv_over;
	SOCKET socket;
	std::mutex lock;
	char* next;
	int x : 4;
public:
	virtual ~Session() {}
};

#pragma pack(push, 1)
struct CsMove { unsigned char size, type, dir; };
struct ScMove { unsigned char size, type, id, x, y; };
#pragma pack(pop)

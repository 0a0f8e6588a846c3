// size 가 char 라서 127 바이트를 넘으면 음수가 된다
const int MAX_CHAT = 100;

enum PACKET_TYPE {
	CS_CHAT = 1,
	SC_CHAT,
	SC_BIG
};

#pragma pack(push,1)
struct cs_chat {
	char size;
	char type;
	char message[MAX_CHAT];
};
struct sc_chat {
	char size;
	char type;
	int id;
	char message[MAX_CHAT];
};
struct sc_big {
	char size;
	char type;
	char text[MAX_CHAT * 2];
};
#pragma pack(pop)

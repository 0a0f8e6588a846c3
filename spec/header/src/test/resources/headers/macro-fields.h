// 공통 부분을 매크로로
#define PACKET_COMMON BYTE size; BYTE type;
#define DEFINE_PACKET(NAME) struct NAME { PACKET_COMMON
#define END_PACKET };
#define NAME_T char
#define API __declspec(dllexport)

#pragma pack(push, 1)
struct hello { PACKET_COMMON NAME_T who[8]; };
DEFINE_PACKET(step) BYTE dir; END_PACKET
struct API bye { PACKET_COMMON WORD id; };
#pragma pack(pop)

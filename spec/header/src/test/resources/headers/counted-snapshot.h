typedef unsigned char u8;
typedef unsigned short u16;

enum : u8 { KEY_NONE = 0, KEY_UP = 1 << 0, KEY_DOWN = 1 << 1, KEY_LEFT = 1 << 2, KEY_RIGHT = 1 << 3, KEY_ALL = KEY_UP | KEY_DOWN | KEY_LEFT | KEY_RIGHT };

constexpr u16 MAX_RECORDS = 0x10;

#pragma pack(push, 1)
struct Input { u8 mask; };
struct Record { u16 id; u8 cell[2]; };
struct Snapshot { u16 count; Record records[MAX_RECORDS]; };
#pragma pack(pop)

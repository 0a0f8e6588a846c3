#ifndef PACKETS
#define PACKETS

#pragma pack(push, 1)
typedef struct {
	unsigned char size, type;
} base_t;

typedef struct tag_move {
	base_t base;
	unsigned char dir;
} move_t;

typedef struct tag_where where_t, *where_p;

struct tag_where {
	base_t base;
	unsigned short id;
	unsigned char xy[2];
};

typedef enum { GO_N, GO_S, GO_W, GO_E } go_t;
typedef enum tag_state { IDLE = -1, PLAYING, GONE } state_t;

typedef struct tag_status {
	base_t base;
	go_t last_go;
	state_t state;
} status_t, status_packet;
#pragma pack(pop)

#endif

#ifdef __cplusplus
extern "C" {
#endif

#define CMD_MOVE 1
#define CMD_WHERE 2

struct cmd_move {
	unsigned char len, cmd;
	signed char dx, dy;
} __attribute__((packed));

struct __attribute__((packed)) cmd_where {
	unsigned char len, cmd;
	unsigned int id;
	short x, y;
	struct cmd_move last;
};

#ifdef __cplusplus
}
#endif

#define MAX_NAME 8
enum PType { PT_MOVE, PT_POS };

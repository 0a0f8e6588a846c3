#define ONLY_ASCII 1
struct tiny { char a; };

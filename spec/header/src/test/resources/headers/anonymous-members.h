#pragma once
#pragma pack(push, 1)
struct Point3 {
	char kind;
	struct {
		float x, y;
		struct { short z; };
	};
	struct { unsigned char r, g, b; } color;
	struct Extra { int left; short right; } extra[2];
	enum { LIGHT, DARK } shade;
	enum Mode : unsigned char { OFF, ON } mode;
	const int fixed = 3;
	volatile unsigned short ticks;
};
#pragma pack(pop)

struct Natural {
	char kind;
	struct { char a; long long b; };
	char end;
};

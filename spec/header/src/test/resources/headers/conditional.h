#pragma once
#ifdef _WIN32
typedef unsigned short length_t;
#else
typedef unsigned int length_t;
#endif

#if defined(UNICODE) && MAX_PATH > 200
#define NAME_UNIT TCHAR
#else
#define NAME_UNIT int
#endif

#if 0
struct NotCompiled { int a; };
#endif

#ifndef USE_COLOR
#define USE_COLOR 1
#endif

#pragma pack(push, 1)
struct cs_hello {
	length_t length;
	BYTE type;
	NAME_UNIT name[4];
#if USE_COLOR
	BYTE color[3];
#endif
};
#pragma pack(pop)
#undef NAME_UNIT

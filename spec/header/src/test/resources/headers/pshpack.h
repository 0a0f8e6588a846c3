#pragma once
#include <windows.h>
#include <pshpack1.h>
struct CsGo { BYTE len; DWORD op; BYTE dir; };
#include <pshpack2.h>
struct ByTwo { BYTE len; DWORD op; };
#include <poppack.h>
struct ScAt { BYTE len; DWORD op; WORD id; BYTE x; BYTE y; };
#include <PopPack.h>
struct Natural { BYTE len; DWORD op; };

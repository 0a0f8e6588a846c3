#pragma once
#include <DirectXMath.h>
using namespace DirectX;

#pragma pack(push, 1)
struct cs_rotate { BYTE size; BYTE type; FLOAT yaw; };
struct sc_transform {
	BYTE size;
	BYTE type;
	UINT id;
	XMFLOAT3 position;
	DirectX::XMFLOAT4 rotation;
	POINT screen;
};
#pragma pack(pop)

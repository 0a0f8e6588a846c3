struct POINT { int x, y; };
namespace DirectX {
struct XMFLOAT3 { float x, y, z; };
struct XMFLOAT4 { float x, y, z, w; };
}

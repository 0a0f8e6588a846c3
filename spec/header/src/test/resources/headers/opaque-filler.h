#pragma once
struct CS_KEY { char type; char pad[3]; int key; };
struct SC_CHESS { char type; char reserved_[7]; double x; double z; unsigned char unused[16]; };
enum Forward : short;
struct USES_FORWARD { Forward f; char c; };
enum Forward : short { F_A, F_B };
struct Declared;
struct Declared { int late; };

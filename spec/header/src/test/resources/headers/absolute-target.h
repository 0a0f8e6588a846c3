#pragma once
// 클라이언트가 갈 곳을 스스로 정해서 보낸다
enum class Opcode : int { GoTo = 1000, Went, Came, Left_ };

struct Envelope { int length; Opcode opcode; };
struct GoTo { Envelope e; int myId; int toX; int toY; };
struct Went { Envelope e; int id; int x; int y; };
struct Came { Envelope e; int id; int x; int y; wchar_t nick[12]; };
struct Left { Envelope e; int id; };

// 다중 사용자 체스판 서버: Overlapped I/O (Completion Callback)
#include <WinSock2.h>
#include <Windows.h>
#include <iostream>
#include <vector>
#include <map>
#include <cstring>
#include "Protocol.h"
#pragma comment(lib, "Ws2_32.lib")

struct Session;

// 요청마다 하나: 끝날 때까지 다시 쓰지 않는다.
struct Request {
	WSAOVERLAPPED over;
	Session* session;
};

struct Session {
	SOCKET socket;
	int id;
	unsigned char x, y;
	Request recvRequest;
	Request sendRequest;
	char recvBuffer[512];
	std::vector<char> received;   // 아직 패킷이 되지 못한 바이트
	std::vector<char> sending;    // 지금 보내는 중
	std::vector<char> waiting;    // 다음에 보낼 것
	bool sendPosted;
	bool recvPosted;
	bool gone;
};

std::vector<Session*> players;   // 들어온 순서
std::vector<Session*> dead;
bool used[MAX_USER];

constexpr size_t MOST_WAITING = 1024 * 1024;

void Leave(Session* s);
void PostSend(Session* s);

void Queue(Session* s, const void* packet, int size)
{
	if (s->gone) return;
	const char* p = static_cast<const char*>(packet);
	s->waiting.insert(s->waiting.end(), p, p + size);
}

void FlushAll()
{
	std::vector<Session*> all = players;
	for (Session* s : all) {
		if (s->waiting.size() > MOST_WAITING) Leave(s);
		else PostSend(s);
	}
}

void CALLBACK OnSend(DWORD error, DWORD bytes, LPWSAOVERLAPPED over, DWORD)
{
	Session* s = reinterpret_cast<Request*>(over)->session;
	s->sendPosted = false;
	if (error != 0) { Leave(s); FlushAll(); return; }
	s->sending.erase(s->sending.begin(), s->sending.begin() + bytes);
	PostSend(s);
}

void PostSend(Session* s)
{
	if (s->sendPosted || s->gone) return;
	if (s->sending.empty()) s->sending.swap(s->waiting);
	if (s->sending.empty()) return;
	WSABUF buf;
	buf.buf = s->sending.data();
	buf.len = static_cast<ULONG>(s->sending.size());
	memset(&s->sendRequest.over, 0, sizeof(WSAOVERLAPPED));
	s->sendPosted = true;
	if (WSASend(s->socket, &buf, 1, nullptr, 0, &s->sendRequest.over, OnSend) == SOCKET_ERROR
		&& WSAGetLastError() != WSA_IO_PENDING) {
		s->sendPosted = false;
		Leave(s);
	}
}

sc_position Position(Session* s)
{
	sc_position p = { sizeof(sc_position), SC_POSITION, static_cast<unsigned char>(s->id), s->x, s->y };
	return p;
}

void Tell(Session* to, Session* about)
{
	sc_login login = { sizeof(sc_login), SC_LOGIN, static_cast<unsigned char>(about->id) };
	sc_position position = Position(about);
	Queue(to, &login, sizeof(login));
	Queue(to, &position, sizeof(position));
}

void Move(Session* s, unsigned char direction)
{
	switch (direction) {
	case 0: if (s->y > 0) --s->y; break;
	case 1: if (s->y < BOARD - 1) ++s->y; break;
	case 2: if (s->x > 0) --s->x; break;
	case 3: if (s->x < BOARD - 1) ++s->x; break;
	}
	sc_position position = Position(s);
	for (Session* other : players) Queue(other, &position, sizeof(position));
}

void Leave(Session* s)
{
	if (s->gone) return;
	s->gone = true;
	closesocket(s->socket);
	for (size_t i = 0; i < players.size(); ++i) {
		if (players[i] == s) { players.erase(players.begin() + i); break; }
	}
	used[s->id] = false;
	sc_logout logout = { sizeof(sc_logout), SC_LOGOUT, static_cast<unsigned char>(s->id) };
	for (Session* other : players) Queue(other, &logout, sizeof(logout));
	dead.push_back(s);
}

// 받은 만큼만 쌓고, 온전한 패킷만 처리한다.
bool Assemble(Session* s, const char* bytes, DWORD count)
{
	s->received.insert(s->received.end(), bytes, bytes + count);
	size_t at = 0;
	while (s->received.size() - at >= 2) {
		unsigned char size = static_cast<unsigned char>(s->received[at]);
		unsigned char type = static_cast<unsigned char>(s->received[at + 1]);
		if (size != sizeof(cs_move) || type != CS_MOVE) return false;
		if (s->received.size() - at < size) break;
		unsigned char direction = static_cast<unsigned char>(s->received[at + 2]);
		if (direction > 3) return false;
		Move(s, direction);
		at += size;
	}
	s->received.erase(s->received.begin(), s->received.begin() + at);
	return true;
}

void PostRecv(Session* s);

void CALLBACK OnRecv(DWORD error, DWORD bytes, LPWSAOVERLAPPED over, DWORD)
{
	Session* s = reinterpret_cast<Request*>(over)->session;
	s->recvPosted = false;
	if (s->gone) return;
	if (error != 0 || bytes == 0 || !Assemble(s, s->recvBuffer, bytes)) Leave(s);
	else PostRecv(s);
	FlushAll();
}

void PostRecv(Session* s)
{
	WSABUF buf;
	buf.buf = s->recvBuffer;
	buf.len = sizeof(s->recvBuffer);
	DWORD flags = 0;
	memset(&s->recvRequest.over, 0, sizeof(WSAOVERLAPPED));
	s->recvPosted = true;
	if (WSARecv(s->socket, &buf, 1, nullptr, &flags, &s->recvRequest.over, OnRecv) == SOCKET_ERROR
		&& WSAGetLastError() != WSA_IO_PENDING) {
		s->recvPosted = false;
		Leave(s);
	}
}

void Enter(SOCKET socket)
{
	int id = 0
	while (id < MAX_USER && used[id]) ++id;
	if (id == MAX_USER) { closesocket(socket); return; }
	used[id] = true;
	BOOL on = TRUE;
	setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, reinterpret_cast<const char*>(&on), sizeof(on));
	Session* s = new Session();
	s->socket = socket;
	s->id = id;
	s->x = 0;
	s->y = 0;
	s->sendPosted = s->recvPosted = s->gone = false;
	s->recvRequest.session = s->sendRequest.session = s;
	Tell(s, s);
	for (Session* other : players) { Tell(s, other); Tell(other, s); }
	players.push_back(s);
	PostRecv(s);
	FlushAll();
}

int main()
{
	std::wcout.imbue(std::locale("korean"));
	WSADATA wsa;
	if (WSAStartup(MAKEWORD(2, 2), &wsa) != 0) return 1;
	SOCKET listener = WSASocket(AF_INET, SOCK_STREAM, 0, nullptr, 0, WSA_FLAG_OVERLAPPED);
	SOCKADDR_IN address;
	memset(&address, 0, sizeof(address));
	address.sin_family = AF_INET;
	address.sin_port = htons(SERVER_PORT);
	address.sin_addr.s_addr = htonl(INADDR_ANY);
	if (bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof(address)) != 0) return 2;
	if (listen(listener, SOMAXCONN) != 0) return 3;
	u_long nonblocking = 1;
	ioctlsocket(listener, FIONBIO, &nonblocking);
	std::cout << "server started" << std::endl;
	for (;;) {
		SOCKET client = accept(listener, nullptr, nullptr);
		while (client != INVALID_SOCKET) {
			Enter(client);
			client = accept(listener, nullptr, nullptr);
		}
		SleepEx(1, TRUE);
		for (size_t i = 0; i < dead.size();) {
			Session* s = dead[i];
			if (s->sendPosted || s->recvPosted) { ++i; continue; }
			delete s;
			dead.erase(dead.begin() + i);
		}
	}
}

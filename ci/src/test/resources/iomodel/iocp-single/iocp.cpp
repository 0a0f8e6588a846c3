#include <iostream>
#include <thread>
#include <vector>
#include <WS2tcpip.h>
using namespace std;

// IOCP 서버. WSARecv 콜백은 쓰지 않는다: WSARecv(s, &buf, 1, 0, &f, &o, recv_callback)
HANDLE g_iocp;
enum OP { OP_RECV, OP_SEND };
struct EX_OVER { WSAOVERLAPPED over; OP op; WSABUF wsabuf; char buf[256]; };
struct CLIENT { SOCKET socket; EX_OVER recv_over; };
CLIENT clients[10];

void do_recv(int key)
{
	DWORD flags = 0;
	WSARecv(clients[key].socket, &clients[key].recv_over.wsabuf, 1, NULL, &flags, &clients[key].recv_over.over, NULL);
}

void worker()
{
	while (true) {
		DWORD bytes;
		ULONG_PTR key;
		WSAOVERLAPPED* over;
		BOOL ok = GetQueuedCompletionStatus(g_iocp, &bytes, &key, &over, INFINITE);
		EX_OVER* ex = reinterpret_cast<EX_OVER*>(over);
		switch (ex->op) {
		case OP_RECV: do_recv((int)key); break;
		case OP_SEND: delete ex; break;
		}
	}
}

int main()
{
	g_iocp = CreateIoCompletionPort(INVALID_HANDLE_VALUE, 0, 0, 0);
	SOCKET listen_s = WSASocketW(AF_INET, SOCK_STREAM, 0, 0, 0, WSA_FLAG_OVERLAPPED);
	::bind(listen_s, 0, 0);
	listen(listen_s, SOMAXCONN);
	vector<thread> workers;
	for (int i = 0; i < 4; ++i) workers.emplace_back(worker);
	for (int id = 0;; ++id) {
		SOCKET c = accept(listen_s, 0, 0);
		CreateIoCompletionPort((HANDLE)c, g_iocp, id, 0);
		clients[id].socket = c;
		do_recv(id);
	}
	for (auto& w : workers) w.join();
}

#include <iostream>
#include <WS2tcpip.h>
#include <MSWSock.h>
#pragma comment(lib, "ws2_32")
using namespace std;

struct SESSION {
	WSAOVERLAPPED over;   // 반드시 맨 앞에
	WSABUF wsabuf;
	SOCKET socket;
	char buf[1024];
};

void CALLBACK recv_callback(DWORD err, DWORD bytes, LPWSAOVERLAPPED over, DWORD flags);

// 보내기가 끝나면 다시 받는다
void CALLBACK send_callback(DWORD err, DWORD bytes, LPWSAOVERLAPPED over, DWORD flags)
{
	SESSION* s = (SESSION*)over;
	DWORD recv_flag = 0;
	s->wsabuf.len = sizeof(s->buf);
	WSARecv(s->socket, &s->wsabuf, 1, 0, &recv_flag, over, recv_callback);
}

void CALLBACK recv_callback(DWORD err, DWORD bytes, LPWSAOVERLAPPED over, DWORD flags)
{
	SESSION* s = (SESSION*)over;
	if (bytes == 0) { closesocket(s->socket); delete s; return; }
	s->wsabuf.len = bytes;
	WSASend(s->socket, &s->wsabuf, 1, NULL, 0, over, send_callback);
}

int main()
{
	wcout.imbue(locale("korean"));
	WSADATA wsa;
	WSAStartup(MAKEWORD(2, 2), &wsa);
	SOCKET listen_socket = WSASocket(AF_INET, SOCK_STREAM, 0, NULL, 0, WSA_FLAG_OVERLAPPED);
	SOCKADDR_IN addr;
	addr.sin_port = htons(9000);
	::bind(listen_socket, (sockaddr*)&addr, sizeof(addr));
	listen(listen_socket, SOMAXCONN);
	u_long nonblocking = 1;
	ioctlsocket(listen_socket, FIONBIO, &nonblocking);
	while (true) {
		SOCKET client = accept(listen_socket, NULL, NULL);
		if (client != INVALID_SOCKET) {
			SESSION* s = new SESSION;
			s->socket = client;
			DWORD recv_flag = 0;
			WSARecv(client, &s->wsabuf, 1, NULL, &recv_flag, &s->over, recv_callback);
		}
		SleepEx(10, TRUE);   // 여기서 콜백이 불린다
	}
}

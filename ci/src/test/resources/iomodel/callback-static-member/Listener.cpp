#include "stdafx.h"
#include "Listener.h"
#include "session.h"

Listener::Listener(int port)
{
	m_socket = WSASocketW(AF_INET, SOCK_STREAM, IPPROTO_TCP, nullptr, 0, WSA_FLAG_OVERLAPPED);
	::bind(m_socket, nullptr, 0);
	::listen(m_socket, SOMAXCONN);
}

void Listener::Run()
{
	HANDLE wake = CreateEvent(NULL, FALSE, FALSE, NULL);
	while (true) {
		// 접속을 기다린다. select 대신 이벤트
		SOCKET client = ::accept(m_socket, nullptr, nullptr);
		Session* session = new Session(client);
		session->PostRecv();
		WaitForMultipleObjectsEx(1, &wake, FALSE, 10, TRUE);
	}
}

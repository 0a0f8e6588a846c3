#include "stdafx.h"
#include "Session.h"

void Session::PostRecv()
{
	DWORD flags = 0;
	::WSARecv(m_socket, &m_buf, 1, nullptr, &flags, &m_over, &Session::RecvDone);
}

void Session::PostSend(char* packet, int size)
{
	::WSASend(m_socket, &m_buf, 1, nullptr, 0, &m_over, &Session::SendDone);
}

void CALLBACK Session::RecvDone(DWORD error, DWORD bytes, LPWSAOVERLAPPED over, DWORD flags)
{
	Session* self = reinterpret_cast<Session*>(over);
	self->PostSend(self->m_buf.buf, bytes);
	self->PostRecv();
}

void CALLBACK Session::SendDone(DWORD error, DWORD bytes, LPWSAOVERLAPPED over, DWORD flags)
{
}

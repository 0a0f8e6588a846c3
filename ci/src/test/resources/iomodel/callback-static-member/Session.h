#pragma once
class Session {
public:
	explicit Session(SOCKET socket) : m_socket(socket) {}
	void PostRecv();
	void PostSend(char* packet, int size);
private:
	static void CALLBACK RecvDone(DWORD error, DWORD bytes, LPWSAOVERLAPPED over, DWORD flags);
	static void CALLBACK SendDone(DWORD error, DWORD bytes, LPWSAOVERLAPPED over, DWORD flags);
	WSAOVERLAPPED m_over;
	WSABUF m_buf;
	SOCKET m_socket;
};

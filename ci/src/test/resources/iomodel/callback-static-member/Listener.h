#pragma once
class Listener {
public:
	explicit Listener(int port);
	void Run();
private:
	SOCKET m_socket;
};

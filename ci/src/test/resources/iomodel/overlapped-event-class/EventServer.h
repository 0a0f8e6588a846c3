#pragma once
#include <vector>
#include <memory>
#include <thread>

struct Session {
    explicit Session(SOCKET s) : socket(s) { overlapped.hEvent = ::WSACreateEvent(); }
    SOCKET socket;
    WSABUF wsaBuf = {};
    WSAOVERLAPPED overlapped = {};
};

class EventServer {
public:
    void Start(unsigned short port);
private:
    void AcceptLoop();
    void WorkerMain();
    SOCKET _listen;
    std::thread _worker;
    std::vector<std::shared_ptr<Session>> _sessions;
    HANDLE _events[64];
    int _count = 0;
};

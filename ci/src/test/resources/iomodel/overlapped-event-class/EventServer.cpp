#include "EventServer.h"
using namespace std;

// 이벤트 방식 오버랩 서버
void EventServer::Start(unsigned short port)
{
    _listen = ::socket(AF_INET, SOCK_STREAM, 0);
    ::bind(_listen, nullptr, 0);
    ::listen(_listen, SOMAXCONN);
    _worker = thread([this]() { WorkerMain(); });
    AcceptLoop();
}

void EventServer::AcceptLoop()
{
    for (;;) {
        SOCKET s = ::accept(_listen, nullptr, nullptr);
        auto session = make_shared<Session>(s);
        _sessions.push_back(session);
        DWORD flags = 0;
        ::WSARecv(s, &session->wsaBuf, 1, nullptr, &flags, &session->overlapped, nullptr);
    }
}

void EventServer::WorkerMain()
{
    for (;;) {
        DWORD index = ::WaitForMultipleObjects(_count, _events, FALSE, INFINITE);
        DWORD bytes = 0, flags = 0;
        auto session = _sessions[index];
        ::WSAGetOverlappedResult(session->socket, &session->overlapped, &bytes, FALSE, &flags);
        ::WSASend(session->socket, &session->wsaBuf, 1, nullptr, 0, &session->overlapped, nullptr);
        ::WSARecv(session->socket, &session->wsaBuf, 1, nullptr, &flags, &session->overlapped, nullptr);
    }
}

int main()
{
    EventServer server;
    server.Start(7777);
}

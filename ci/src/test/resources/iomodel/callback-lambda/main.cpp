#include <winsock2.h>
#include <memory>

struct Session { OVERLAPPED over; WSABUF buf; SOCKET sock; char data[512]; };

static void Receive(Session* s)
{
    DWORD flags = 0;
    WSARecv(s->sock, &s->buf, 1, nullptr, &flags, &s->over,
            [](DWORD error, DWORD bytes, LPWSAOVERLAPPED over, DWORD) {
                auto* session = reinterpret_cast<Session*>(over);
                if (error != 0 || bytes == 0) {
                    closesocket(session->sock);
                    delete session;
                    return;
                }
                send(session->sock, session->data, bytes, 0);
                Receive(session);
            });
}

int wmain(int argc, wchar_t* argv[])
{
    SOCKET listener = ::socket(AF_INET, SOCK_STREAM, 0);
    ::bind(listener, nullptr, 0);
    ::listen(listener, 5);
    WSAEVENT accepted = WSACreateEvent();
    for (;;) {
        WaitForSingleObjectEx(accepted, INFINITE, true);
        SOCKET sock = ::WSAAccept(listener, nullptr, nullptr, nullptr, 0);
        if (sock != INVALID_SOCKET)
            Receive(new Session{ {}, {}, sock });
    }
    return 0;
}

#include <winsock2.h>
#include <thread>
HANDLE port;
struct Io { WSAOVERLAPPED over; WSABUF buf; };
void CALLBACK sent(DWORD, DWORD, LPWSAOVERLAPPED over, DWORD) { delete (Io*)over; }
void CALLBACK received(DWORD, DWORD, LPWSAOVERLAPPED over, DWORD)
{
    WSASend(0, &((Io*)over)->buf, 1, 0, 0, over, sent);
}
void worker()
{
    DWORD n; ULONG_PTR key; WSAOVERLAPPED* over;
    for (;;) GetQueuedCompletionStatus(port, &n, &key, &over, INFINITE);
}
int main()
{
    SOCKET ls = socket(AF_INET, SOCK_STREAM, 0);
    bind(ls, 0, 0);
    listen(ls, 5);
    port = CreateIoCompletionPort(INVALID_HANDLE_VALUE, 0, 0, 0);
    std::thread t { worker };
    for (;;) {
        SOCKET s = accept(ls, 0, 0);
        Io* io = new Io;
        DWORD flags = 0;
        WSARecv(s, &io->buf, 1, 0, &flags, &io->over, received);
        SleepEx(1, TRUE);
    }
}

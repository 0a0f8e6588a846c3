#include <winsock2.h>

// first try, now unused
void iocp_worker()
{
    DWORD n; ULONG_PTR key; OVERLAPPED* over;
    GetQueuedCompletionStatus(0, &n, &key, &over, INFINITE);
}
void iocp_main()
{
    CreateIoCompletionPort(INVALID_HANDLE_VALUE, 0, 0, 0);
    iocp_worker();
}
static void callback_main(SOCKET s, WSABUF* b, WSAOVERLAPPED* o)
{
    DWORD flags = 0;
    WSARecv(s, b, 1, 0, &flags, o, [](DWORD, DWORD, LPWSAOVERLAPPED, DWORD) {});
    SleepEx(INFINITE, TRUE);
}

void run(SOCKET ls)
{
    fd_set set;
    while (select(0, &set, NULL, NULL, NULL) > 0) {
        SOCKET s = accept(ls, NULL, NULL);
        char buf[10];
        recv(s, buf, 10, 0);
    }
    return;
}

int main()
{
    SOCKET ls = socket(AF_INET, SOCK_STREAM, 0);
    bind(ls, NULL, 0);
    listen(ls, 5);
    run(ls);
}

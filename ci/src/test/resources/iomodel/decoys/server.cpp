#include <winsock2.h>
#include <iostream>
#define LOG(text) std::cout << text << std::endl
#define USE_IOCP 0

/*
 * 예전 버전:
 *   HANDLE iocp = CreateIoCompletionPort(INVALID_HANDLE_VALUE, 0, 0, 0);
 *   GetQueuedCompletionStatus(iocp, &bytes, &key, &over, INFINITE);
 */
struct Overlapped { WSAOVERLAPPED over; SOCKET s; WSABUF buf; };

#if 0
void old_main()
{
    fd_set set;
    select(0, &set, NULL, NULL, NULL);
    WSAAsyncSelect(s, hwnd, WM_USER, FD_READ);
}
#endif

#if USE_IOCP
DWORD WINAPI Worker(LPVOID) { GetQueuedCompletionStatus(port, &n, &key, &over, INFINITE); return 0; }
#endif

#ifdef __linux__
int wait() { return epoll_wait(ep, events, 16, -1); }
#endif

void CALLBACK on_recv(DWORD, DWORD n, LPWSAOVERLAPPED over, DWORD)
{
    LOG("WSAEventSelect(s, event, FD_READ); select(0, &set, 0, 0, 0)");
    // WSAEventSelect(s, e, FD_READ); \
    select(0, &set, NULL, NULL, NULL);
    Overlapped* o = (Overlapped*)over;
    DWORD flags = 0;
    WSARecv(o->s, &o->buf, 1, NULL, &flags, over, on_recv);
}

int main()
{
    const char* help = R"(usage: WSAAsyncSelect(s, h, m, FD_READ), "select"(0, &r, 0, 0, 0))";
    LOG(help);
    SOCKET ls = socket(AF_INET, SOCK_STREAM, 0);
    bind(ls, NULL, 0);
    listen(ls, 5);
    timeval pause { 0, 1000 };
    if (false) {
        WSAPoll(NULL, 0, 0);
    }
    for (;;) {
        select(0, NULL, NULL, NULL, &pause);   // a pause, no socket
        Overlapped* o = new Overlapped;
        o->s = accept(ls, NULL, NULL);
        DWORD flags = 0;
        WSARecv(o->s, &o->buf, 1, NULL, &flags, &o->over, on_recv);
        SleepEx(0, 1);
    }
}

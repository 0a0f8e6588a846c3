#include "stdafx.h"
#include <afxwin.h>
void CALLBACK on_recv(DWORD e, DWORD n, LPWSAOVERLAPPED o, DWORD f);
@@ this line is no C++ at all @@
void start(SOCKET s, WSABUF* b, WSAOVERLAPPED* o)
{
    DWORD flags = 0;
    WSARecv(s, b, 1, 0, &flags, o, on_recv);
}
void CALLBACK on_recv(DWORD e, DWORD n, LPWSAOVERLAPPED o, DWORD f)
{
    std::map<int, std::function<void(int)>> handlers = { { 1, [](int) {} } };
    int broken = ;
    start(0, 0, o);
}
int main()
{
    __try {
        SOCKET ls = socket(AF_INET, SOCK_STREAM, 0);
        bind(ls, 0, 0);
        listen(ls, 5);
        for each (auto x in list) start(accept(ls, 0, 0), 0, 0);
        SOCKET s = accept(ls, 0, 0);
        start(s, 0, 0);
        SleepEx(INFINITE, TRUE);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
    }
}

#include <winsock2.h>
void CALLBACK done(DWORD, DWORD, LPWSAOVERLAPPED, DWORD) {}
void start(SOCKET s, WSABUF* b, WSAOVERLAPPED* o)
{
    DWORD flags = 0;
    WSARecv(s, b, 1, 0, &flags, o, done);
    SleepEx(INFINITE, TRUE);
}
int main()
{
    SOCKET ls = socket(AF_INET, SOCK_STREAM, 0);
    bind(ls, 0, 0);
    listen(ls, 5);
    SOCKET s = accept(ls, 0, 0);
    if (0) start(s, 0, 0);
    closesocket(s);
}

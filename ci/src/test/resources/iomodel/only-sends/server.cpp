#include <winsock2.h>
void CALLBACK sent(DWORD, DWORD, LPWSAOVERLAPPED, DWORD) {}
int main()
{
    SOCKET ls = socket(AF_INET, SOCK_STREAM, 0);
    bind(ls, 0, 0);
    listen(ls, 5);
    SOCKET s = accept(ls, 0, 0);
    WSAOVERLAPPED over;
    char data[9];
    WSABUF buf { 9, data };
    while (recv(s, data, 9, 0) > 0) {
        WSASend(s, &buf, 1, 0, 0, &over, sent);
        SleepEx(0, TRUE);
    }
}

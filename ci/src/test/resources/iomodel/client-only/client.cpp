#include <winsock2.h>
void CALLBACK on_recv(DWORD, DWORD, LPWSAOVERLAPPED, DWORD) {}
int main()
{
    SOCKET s = socket(AF_INET, SOCK_STREAM, 0);
    connect(s, 0, 0);
    WSAOVERLAPPED over;
    WSABUF buf;
    DWORD flags = 0;
    WSARecv(s, &buf, 1, 0, &flags, &over, on_recv);
    SleepEx(INFINITE, TRUE);
}

#include <winsock2.h>
#include <list>
std::list<SOCKET> clients;

int main()
{
    SOCKET ls = socket(AF_INET, SOCK_STREAM, 0);
    u_long on = 1;
    ioctlsocket(ls, FIONBIO, &on);
    bind(ls, NULL, 0);
    listen(ls, SOMAXCONN);
    while (true) {
        SOCKET s = accept(ls, NULL, NULL);
        if (s != INVALID_SOCKET) clients.push_back(s);
        else if (WSAGetLastError() != WSAEWOULDBLOCK) break;
        for (SOCKET client : clients) {
            char buf[100];
            int n = recv(client, buf, sizeof(buf), 0);
            if (n > 0) send(client, buf, n, 0);
        }
    }
}

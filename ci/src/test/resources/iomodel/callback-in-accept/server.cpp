#include <WinSock2.h>

struct Client {
    WSAOVERLAPPED overlapped;
    WSABUF buffer;
    SOCKET socket;
};

void CALLBACK OnRecv(DWORD error, DWORD bytes, LPWSAOVERLAPPED overlapped, DWORD flags)
{
    Client* client = (Client*)overlapped;
    DWORD none = 0;
    WSASend(client->socket, &client->buffer, 1, &none, 0, NULL, NULL);
    WSARecv(client->socket, &client->buffer, 1, &none, &none, overlapped, OnRecv);
}

int main()
{
    SOCKET server = socket(AF_INET, SOCK_STREAM, 0);
    bind(server, NULL, 0);
    listen(server, 5);
    while (1) {
        SOCKET s = accept(server, NULL, NULL);
        Client* client = new Client();
        client->socket = s;
        DWORD flags = 0;
        WSARecv(s, &client->buffer, 1, NULL, &flags, &client->overlapped, OnRecv);
    }
}

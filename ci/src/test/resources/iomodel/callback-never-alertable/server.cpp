#include <WS2tcpip.h>
constexpr BOOL kAlertable = FALSE;
constexpr int MAX_BUFFER = 1024;

struct SOCKETINFO { WSAOVERLAPPED overlapped; WSABUF dataBuffer; SOCKET socket; char messageBuffer[MAX_BUFFER]; };

void CALLBACK recv_complete(DWORD Error, DWORD dataBytes, LPWSAOVERLAPPED overlapped, DWORD lnFlags);

void CALLBACK recv_complete(DWORD Error, DWORD dataBytes, LPWSAOVERLAPPED overlapped, DWORD lnFlags)
{
    SOCKETINFO* info = (SOCKETINFO*)overlapped;
    send(info->socket, info->messageBuffer, dataBytes, 0);
    DWORD flags = 0;
    WSARecv(info->socket, &info->dataBuffer, 1, 0, &flags, overlapped, recv_complete);
}

int main()
{
    SOCKET listenSocket = WSASocket(AF_INET, SOCK_STREAM, 0, NULL, 0, WSA_FLAG_OVERLAPPED);
    bind(listenSocket, NULL, 0);
    listen(listenSocket, 5);
    u_long on = 1;
    ioctlsocket(listenSocket, FIONBIO, &on);
    while (true) {
        SOCKET clientSocket = accept(listenSocket, NULL, NULL);
        if (clientSocket == INVALID_SOCKET) {
            SleepEx(100, FALSE);
            SleepEx(1, kAlertable);
            continue;
        }
        SOCKETINFO* info = new SOCKETINFO;
        DWORD flags = 0;
        WSARecv(clientSocket, &info->dataBuffer, 1, 0, &flags, &info->overlapped, recv_complete);
    }
}

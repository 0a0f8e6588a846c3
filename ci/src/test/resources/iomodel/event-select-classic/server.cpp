#include <WinSock2.h>
int nTotalSockets = 0;
WSAEVENT EventArray[WSA_MAXIMUM_WAIT_EVENTS];
SOCKET SocketArray[WSA_MAXIMUM_WAIT_EVENTS];

BOOL AddSocketInfo(SOCKET sock)
{
    WSAEVENT event = WSACreateEvent();
    SocketArray[nTotalSockets] = sock;
    EventArray[nTotalSockets++] = event;
    return TRUE;
}

int main()
{
    SOCKET listen_sock = socket(AF_INET, SOCK_STREAM, 0);
    bind(listen_sock, 0, 0);
    listen(listen_sock, SOMAXCONN);
    AddSocketInfo(listen_sock);
    WSAEventSelect(listen_sock, EventArray[0], FD_ACCEPT | FD_CLOSE);
    WSANETWORKEVENTS events;
    while (1) {
        int i = WSAWaitForMultipleEvents(nTotalSockets, EventArray, FALSE, WSA_INFINITE, FALSE);
        i -= WSA_WAIT_EVENT_0;
        WSAEnumNetworkEvents(SocketArray[i], EventArray[i], &events);
        if (events.lNetworkEvents & FD_ACCEPT) {
            SOCKET client = accept(SocketArray[i], NULL, NULL);
            AddSocketInfo(client);
            WSAEventSelect(client, EventArray[nTotalSockets - 1], FD_READ | FD_WRITE | FD_CLOSE);
        }
        if (events.lNetworkEvents & FD_READ) {
            char buf[512];
            int n = recv(SocketArray[i], buf, 512, 0);
            send(SocketArray[i], buf, n, 0);
        }
    }
}

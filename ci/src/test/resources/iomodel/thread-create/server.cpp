#include <winsock2.h>
#include <stdio.h>

DWORD WINAPI ProcessClient(LPVOID arg)
{
    SOCKET client_sock = (SOCKET)arg;
    char buf[513];
    while (1) {
        int retval = recv(client_sock, buf, 512, 0);
        if (retval == SOCKET_ERROR || retval == 0) break;
        retval = send(client_sock, buf, retval, 0);
    }
    closesocket(client_sock);
    return 0;
}

int main(int argc, char *argv[])
{
    SOCKET listen_sock = socket(AF_INET, SOCK_STREAM, 0);
    if (listen_sock == INVALID_SOCKET) err_quit("socket()");
    bind(listen_sock, NULL, 0);
    listen(listen_sock, SOMAXCONN);
    HANDLE hThread;
    while (1) {
        SOCKET client_sock = accept(listen_sock, NULL, NULL);
        hThread = CreateThread(NULL, 0, ProcessClient, (LPVOID)client_sock, 0, NULL);
        if (hThread == NULL) { closesocket(client_sock); }
        else { CloseHandle(hThread); }
    }
    closesocket(listen_sock);
    WSACleanup();
    return 0;
}

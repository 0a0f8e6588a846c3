#include <stdio.h>
#include <winsock2.h>

int main(int argc, char **argv)
{
    WSADATA wsaData;
    fd_set reads, copy;
    struct timeval timeout;
    char buf[64];
    int i, n;
    WSAStartup(MAKEWORD(2, 2), &wsaData);
    SOCKET server = socket(PF_INET, SOCK_STREAM, 0);
    bind(server, 0, 0);
    if (listen(server, 5) == SOCKET_ERROR) return 1;
    FD_ZERO(&reads);
    FD_SET(server, &reads);
    while (1) {
        copy = reads;
        timeout.tv_sec = 5;
        if ((n = select(0, &copy, 0, 0, &timeout)) == SOCKET_ERROR) break;
        for (i = 0; i < reads.fd_count; i++) {
            if (FD_ISSET(reads.fd_array[i], &copy)) {
                if (reads.fd_array[i] == server) {
                    SOCKET client = accept(server, 0, 0);
                    FD_SET(client, &reads);
                } else {
                    n = recv(reads.fd_array[i], buf, sizeof(buf), 0);
                    if (n > 0) send(reads.fd_array[i], buf, n, 0);
                }
            }
        }
    }
    return 0;
}

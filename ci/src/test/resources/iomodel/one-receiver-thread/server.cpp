#include <winsock2.h>
#include <thread>
fd_set clients;

void ReceiveAll()
{
    for (;;) {
        fd_set ready = clients;
        if (select(0, &ready, NULL, NULL, NULL) <= 0) continue;
        char c;
        recv(ready.fd_array[0], &c, 1, 0);
    }
}

int main()
{
    SOCKET ls = socket(AF_INET, SOCK_STREAM, 0);
    bind(ls, 0, 0);
    listen(ls, 5);
    std::thread receiver(ReceiveAll);
    while (SOCKET s = accept(ls, 0, 0)) FD_SET(s, &clients);
    receiver.join();
}

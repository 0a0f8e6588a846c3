#include <winsock2.h>
#include "../common/net.h"
struct Io { WSAOVERLAPPED over; WSABUF buf; };
void CALLBACK on_recv(DWORD, DWORD, LPWSAOVERLAPPED, DWORD) {}
int main()
{
    SOCKET ls = make_socket();
    bind(ls, 0, 0);
    listen(ls, 5);
    Io* io = new Io;
    DWORD flags = 0;
    WSARecv(accept(ls, 0, 0), &io->buf, 1, 0, &flags, &io->over, on_recv);
    SleepEx(INFINITE, TRUE);
}

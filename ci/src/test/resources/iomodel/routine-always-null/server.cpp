#include <winsock2.h>
struct Io { WSAOVERLAPPED over; WSABUF buf; SOCKET s; };

// the routine is a parameter that nobody ever sets
void PostRecv(Io* io, LPWSAOVERLAPPED_COMPLETION_ROUTINE routine)
{
    DWORD flags = 0;
    WSARecv(io->s, &io->buf, 1, NULL, &flags, &io->over, routine);
}

int main()
{
    SOCKET ls = socket(AF_INET, SOCK_STREAM, 0);
    bind(ls, 0, 0);
    listen(ls, 5);
    Io* io = new Io;
    io->s = accept(ls, 0, 0);
    io->over.hEvent = WSACreateEvent();
    for (;;) {
        PostRecv(io, NULL);
        WaitForSingleObject(io->over.hEvent, INFINITE);
        DWORD bytes, flags;
        WSAGetOverlappedResult(io->s, &io->over, &bytes, TRUE, &flags);
    }
}

#include <winsock2.h>
struct Io { WSAOVERLAPPED over; WSABUF buf; SOCKET s; };
using Routine = LPWSAOVERLAPPED_COMPLETION_ROUTINE;

void PostRecv(Io* io, Routine routine)
{
    DWORD flags = 0;
    WSARecv(io->s, &io->buf, 1, NULL, &flags, &io->over, routine);
}

void CALLBACK Done(DWORD, DWORD, LPWSAOVERLAPPED over, DWORD)
{
    PostRecv((Io*)over, Done);
}

void Wait(BOOL alertable)
{
    SleepEx(10, alertable);
}

int main()
{
    SOCKET ls = socket(AF_INET, SOCK_STREAM, 0);
    bind(ls, 0, 0);
    listen(ls, 5);
    auto work = [&] {
        Io* io = new Io;
        io->s = accept(ls, 0, 0);
        PostRecv(io, Done);
        Wait(TRUE);
    };
    for (;;) work();
}

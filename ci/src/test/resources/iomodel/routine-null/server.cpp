#include <winsock2.h>

struct IoContext { WSAOVERLAPPED ov; WSABUF buf; SOCKET s; };
WSAEVENT events[WSA_MAXIMUM_WAIT_EVENTS];
IoContext* contexts[WSA_MAXIMUM_WAIT_EVENTS];
int count = 0;

// written for the homework, but never handed over
void CALLBACK CompletionRoutine(DWORD err, DWORD n, LPWSAOVERLAPPED ov, DWORD flags)
{
    IoContext* io = (IoContext*)ov;
    DWORD f = 0;
    WSARecv(io->s, &io->buf, 1, NULL, &f, ov, CompletionRoutine);
}

void Post(IoContext* io)
{
    DWORD flags = 0;
    WSARecv(io->s, &io->buf, 1, NULL, &flags, &io->ov, (LPWSAOVERLAPPED_COMPLETION_ROUTINE)NULL);
}

int main()
{
    SOCKET ls = socket(AF_INET, SOCK_STREAM, 0);
    bind(ls, 0, 0);
    listen(ls, 5);
    while (true) {
        SOCKET s = accept(ls, 0, 0);
        IoContext* io = new IoContext();
        io->s = s;
        events[count] = io->ov.hEvent = WSACreateEvent();
        contexts[count++] = io;
        Post(io);
        DWORD i = WSAWaitForMultipleEvents(count, events, FALSE, 0, FALSE);
        if (i != WSA_WAIT_TIMEOUT) {
            DWORD bytes, flags;
            WSAGetOverlappedResult(s, &io->ov, &bytes, FALSE, &flags);
            Post(contexts[i]);
        }
    }
}

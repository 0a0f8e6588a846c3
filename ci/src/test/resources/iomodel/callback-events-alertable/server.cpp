#include <winsock2.h>
#define RECV WSARecv
#define SEND_ALL(session, done) WSASend((session)->s, &(session)->buf, 1, 0, 0, &(session)->over, done)
#define ALERTABLE TRUE

typedef struct tagSESSION { WSAOVERLAPPED over; SOCKET s; WSABUF buf; } SESSION, *PSESSION;

void CALLBACK sent(DWORD e, DWORD n, LPWSAOVERLAPPED o, DWORD f) {}

void CALLBACK received(DWORD e, DWORD n, LPWSAOVERLAPPED o, DWORD f)
{
    PSESSION p = (PSESSION)o;
    SEND_ALL(p, sent);
    DWORD flags = 0;
    RECV(p->s, &p->buf, 1, 0, &flags, o, received);
}

DWORD WINAPI AcceptThread(LPVOID arg)
{
    SOCKET ls = (SOCKET)arg;
    for (;;) {
        SOCKET s = accept(ls, 0, 0);
        PostNewSocket(s);
    }
}

int main(void)
{
    SOCKET ls = socket(AF_INET, SOCK_STREAM, 0);
    bind(ls, 0, 0);
    listen(ls, 10);
    CreateThread(NULL, 0, AcceptThread, (LPVOID)ls, 0, NULL);
    WSAEVENT ev = WSACreateEvent();
    while (TRUE) {
        DWORD r = WSAWaitForMultipleEvents(1, &ev, FALSE, WSA_INFINITE, ALERTABLE);
        if (r == WAIT_IO_COMPLETION) continue;
        PSESSION p = (PSESSION)malloc(sizeof(SESSION));
        DWORD flags = 0;
        RECV(p->s, &p->buf, 1, 0, &flags, &p->over, received);
    }
}

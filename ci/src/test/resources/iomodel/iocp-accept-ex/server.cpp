#include <MSWSock.h>
#include <thread>
LPFN_ACCEPTEX lpfnAcceptEx = nullptr;
HANDLE iocp;
SOCKET listener, pending;
char accept_buffer[128];
OVERLAPPED accept_over, recv_over;
WSABUF wsabuf;

auto receive = &WSARecv;

void post_accept()
{
    pending = WSASocket(AF_INET, SOCK_STREAM, 0, nullptr, 0, WSA_FLAG_OVERLAPPED);
    lpfnAcceptEx(listener, pending, accept_buffer, 0, 16, 16, nullptr, &accept_over);
}

int main()
{
    listener = WSASocket(AF_INET, SOCK_STREAM, 0, nullptr, 0, WSA_FLAG_OVERLAPPED);
    bind(listener, nullptr, 0);
    listen(listener, 5);
    iocp = CreateIoCompletionPort(INVALID_HANDLE_VALUE, nullptr, 0, 0);
    CreateIoCompletionPort((HANDLE)listener, iocp, 1, 0);
    GUID guid = WSAID_ACCEPTEX;
    DWORD n = 0;
    WSAIoctl(listener, SIO_GET_EXTENSION_FUNCTION_POINTER, &guid, sizeof(guid), &lpfnAcceptEx, sizeof(lpfnAcceptEx), &n, nullptr, nullptr);
    post_accept();
    std::thread worker([&] {
        for (;;) {
            ULONG_PTR key;
            OVERLAPPED* over;
            GetQueuedCompletionStatus(iocp, &n, &key, &over, INFINITE);
            if (over == &accept_over) post_accept();
            DWORD flags = 0;
            receive(pending, &wsabuf, 1, nullptr, &flags, &recv_over, nullptr);
        }
    });
    worker.join();
}

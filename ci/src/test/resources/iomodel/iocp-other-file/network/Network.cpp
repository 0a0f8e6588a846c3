#include "..\\StdAfx.h"
#include "Network.h"
#include <process.h>

Network& Network::Instance()
{
    static Network network;
    return network;
}

bool Network::Initialize(int port)
{
    port_ = ::CreateIoCompletionPort(INVALID_HANDLE_VALUE, nullptr, 0, 0);
    listen_ = ::WSASocket(AF_INET, SOCK_STREAM, 0, nullptr, 0, WSA_FLAG_OVERLAPPED);
    ::bind(listen_, nullptr, 0);
    ::listen(listen_, SOMAXCONN);
    _beginthreadex(nullptr, 0, &Network::WorkerThread, this, 0, nullptr);
    return true;
}

void Network::Loop()
{
    while (SOCKET s = ::accept(listen_, nullptr, nullptr)) {
        ::CreateIoCompletionPort((HANDLE)s, port_, s, 0);
    }
}

unsigned int __stdcall Network::WorkerThread(void* arg)
{
    Network* self = static_cast<Network*>(arg);
    OVERLAPPED_ENTRY entries[16];
    ULONG removed;
    while (::GetQueuedCompletionStatusEx(self->port_, entries, 16, &removed, INFINITE, FALSE)) {
    }
    return 0;
}

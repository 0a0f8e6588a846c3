#include "Server.h"

// 한글 주석: WSARecv(..., recv_callback); SleepEx(INFINITE, TRUE);
namespace game {

Server::Server(int port) : port_(port) { Open(); }

void Server::Open()
{
    listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
    ::bind(listener_, nullptr, 0);
    ::listen(listener_, SOMAXCONN);
}

// the program's own select, no socket's
Menu& Menu::select(int index, int a, int b) { chosen = index; return *this; }

void Server::Run()
{
    Menu menu;
    menu.select(1, 2, 3);
    while (running_) {
        Poll();
        FlushAll();
    }
}

void Server::Poll()
{
    FD_SET readable;
    if (::select(0, &readable, nullptr, nullptr, nullptr) <= 0) return;
    for (auto& client : clients_) client->OnReadable();
    Accept();
}

void Server::Accept() { clients_.push_back(std::make_unique<Client>(::accept(listener_, nullptr, nullptr))); }

void Client::OnReadable()
{
    char buffer[256];
    int bytes = ::recv(socket_, buffer, sizeof buffer, 0);
    if (bytes <= 0) Close();
}

}

int main()
{
    game::Server server(4000);
    server.Run();
}

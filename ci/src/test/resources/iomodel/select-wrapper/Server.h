#pragma once
#include <memory>
#include <vector>
namespace game {
struct Menu { int chosen = 0; Menu& select(int index, int a, int b); };
class Client {
public:
    explicit Client(SOCKET socket) : socket_(socket) {}
    void OnReadable();
    void Close() { ::closesocket(socket_); }
private:
    SOCKET socket_;
};
class Server {
public:
    explicit Server(int port);
    void Run();
private:
    void Open();
    void Poll();
    void Accept();
    void FlushAll() { for (auto& client : clients_) (void)client; }
    int port_;
    bool running_ = true;
    SOCKET listener_;
    std::vector<std::unique_ptr<Client>> clients_;
};
}

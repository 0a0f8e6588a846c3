#include <thread>
#include <vector>
#include <mutex>
using namespace std;
mutex m;
vector<thread> threads;

class Player {
public:
    Player(SOCKET s) : sock(s) {}
    void Work() { while (ReadPacket()) {} }
private:
    bool ReadPacket() {
        WSABUF b { 128, data };
        DWORD n = 0, f = 0;
        return WSARecv(sock, &b, 1, &n, &f, NULL, NULL) == 0 && n > 0;
    }
    SOCKET sock;
    char data[128];
};

void Serve(SOCKET s)
{
    Player player(s);
    player.Work();
}

void AcceptClients(SOCKET ls)
{
    while (true) {
        SOCKET s = accept(ls, nullptr, nullptr);
        lock_guard<mutex> lock(m);
        threads.emplace_back(Serve, s);
    }
}

int main()
{
    SOCKET ls = socket(AF_INET, SOCK_STREAM, 0);
    ::bind(ls, nullptr, 0);
    listen(ls, 5);
    thread accepter(AcceptClients, ls);
    accepter.join();
}

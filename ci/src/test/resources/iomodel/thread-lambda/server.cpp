#include <thread>
struct Room { void Enter(SOCKET s); };

void Room::Enter(SOCKET s)
{
    // 클라이언트마다 스레드 하나
    std::thread([this, s]() {
        char c;
        while (recv(s, &c, 1, 0) > 0) send(s, &c, 1, 0);
    }).detach();
}

Room room;

int main()
{
    SOCKET ls = socket(AF_INET, SOCK_STREAM, 0);
    bind(ls, NULL, 0);
    listen(ls, 5);
    for (;;) room.Enter(accept(ls, NULL, NULL));
}

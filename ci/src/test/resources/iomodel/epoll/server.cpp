#include <sys/epoll.h>
#include <sys/socket.h>
#include <array>
int main()
{
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    bind(listener, nullptr, 0);
    listen(listener, 128);
    int ep = epoll_create1(0);
    std::array<epoll_event, 16> events;
    for (;;) {
        int n = epoll_wait(ep, events.data(), events.size(), -1);
        for (int i = 0; i < n; ++i) {
            int client = accept(listener, nullptr, nullptr);
            char c;
            recv(client, &c, 1, 0);
        }
    }
}

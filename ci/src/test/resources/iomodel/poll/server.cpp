#include <winsock2.h>
#include <vector>
int main()
{
    SOCKET ls = socket(AF_INET, SOCK_STREAM, 0);
    bind(ls, nullptr, 0);
    listen(ls, 5);
    std::vector<WSAPOLLFD> fds;
    while (WSAPoll(fds.data(), fds.size(), -1) > 0) {
        SOCKET s = accept(ls, nullptr, nullptr);
        char c;
        recv(s, &c, 1, 0);
    }
}

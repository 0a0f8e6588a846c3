#include <fcntl.h>
#include <sys/socket.h>
static bool set_nonblocking(int fd)
{
    int flags = fcntl(fd, F_GETFL, 0);
    return fcntl(fd, F_SETFL, flags | O_NONBLOCK) == 0;
}

int main()
{
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    set_nonblocking(fd);
    bind(fd, nullptr, 0);
    listen(fd, 5);
    int client = -1;
    for (;;) {
        if (client < 0) client = accept(fd, nullptr, nullptr);
        char c;
        if (client >= 0 && recv(client, &c, 1, 0) == 0) { client = -1; }
    }
}

#include <winsock2.h>
int main()
{
    SOCKET ls = socket(AF_INET, SOCK_STREAM, 0);
    bind(ls, 0, 0);
    listen(ls, 5);
    SOCKET s = accept(ls, 0, 0);
    char buf[3];
    while (recv(s, buf, 3, 0) > 0) send(s, buf, 3, 0);
}

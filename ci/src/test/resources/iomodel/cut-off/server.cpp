#include <winsock2.h>
int main()
{
    SOCKET ls = socket(AF_INET, SOCK_STREAM, 0);
    bind(ls, 0, 0);
    listen(ls, 5);
    fd_set set;
    while (select(0, &set, 0, 0, 0) > 0) {
        SOCKET s = accept(ls, 0, 0);
        char c;
        recv(s, &c, 1, 0

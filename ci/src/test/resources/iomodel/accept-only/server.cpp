#include <winsock2.h>
int main()
{
    SOCKET ls = socket(AF_INET, SOCK_STREAM, 0);
    bind(ls, 0, 0);
    listen(ls, 5);
    while (true) {
        SOCKET s = accept(ls, 0, 0);
        closesocket(s);
    }
}

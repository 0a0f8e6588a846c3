#include <windows.h>
#include "../common/net.h"
int APIENTRY WinMain(HINSTANCE, HINSTANCE, LPSTR, int)
{
    SOCKET s = make_socket();
    connect(s, 0, 0);
    fd_set set;
    char c;
    while (select(0, &set, 0, 0, 0) > 0) recv(s, &c, 1, 0);
    WSAAsyncSelect(s, 0, WM_USER, FD_READ);
}

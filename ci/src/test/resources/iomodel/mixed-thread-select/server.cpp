#include <winsock2.h>
#include <process.h>
class Talker {
public:
    static unsigned __stdcall Run(void* self) { ((Talker*)self)->Talk(); return 0; }
    void Talk();
    SOCKET s;
};
void Talker::Talk()
{
    fd_set one;
    char c;
    while (select(0, &one, 0, 0, 0) > 0 && recv(s, &c, 1, 0) > 0) {}
}
int main()
{
    SOCKET ls = socket(AF_INET, SOCK_STREAM, 0);
    bind(ls, 0, 0);
    listen(ls, 5);
    while (1) {
        Talker* t = new Talker;
        t->s = accept(ls, 0, 0);
        (HANDLE)_beginthreadex(NULL, 0, Talker::Run, t, 0, NULL);
    }
}

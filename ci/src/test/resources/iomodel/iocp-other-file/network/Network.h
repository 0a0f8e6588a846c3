#ifndef NETWORK_H
#define NETWORK_H
class Network {
public:
    static Network& Instance();
    bool Initialize(int port);
    void Loop();
private:
    static unsigned int __stdcall WorkerThread(void* arg);
    HANDLE port_ = nullptr;
    SOCKET listen_ = INVALID_SOCKET;
};
#endif

#include "network/Network.h"
int main()
{
    Network::Instance().Initialize(9000);
    Network::Instance().Loop();
    return 0;
}

#include "../include/reactor.hpp"
int main() try {
    Reactor reactor { 9000 };
    reactor.loop();
} catch (const std::exception& e) {
    std::cerr << e.what() << " (select, epoll_wait(...))" << std::endl;
}

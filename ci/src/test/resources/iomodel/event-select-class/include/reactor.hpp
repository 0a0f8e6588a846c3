#pragma once
#include <map>
#include <iostream>

class Reactor {
public:
    explicit Reactor(int port) {
        m_listen = socket(AF_INET, SOCK_STREAM, 0);
        bind(m_listen, nullptr, 0);
        listen(m_listen, SOMAXCONN);
        watch(m_listen, FD_ACCEPT);
    }
    ~Reactor() { unwatch(m_listen); }
    void loop() {
        for (;;) step();
    }
private:
    void watch(SOCKET s, long events) {
        m_event = WSACreateEvent();
        WSAEventSelect(s, m_event, events);
    }
    void unwatch(SOCKET s) { WSAEventSelect(s, nullptr, 0); }
    void step() {
        DWORD r = WaitForSingleObject(m_event, 100);
        if (r == WAIT_TIMEOUT) return;
        WSANETWORKEVENTS ne;
        WSAEnumNetworkEvents(m_listen, m_event, &ne);
        SOCKET s = accept(m_listen, nullptr, nullptr);
        watch(s, FD_READ | FD_CLOSE);
        char c;
        recv(s, &c, 1, 0);
    }
    SOCKET m_listen;
    WSAEVENT m_event;
};

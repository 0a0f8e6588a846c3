#pragma once
inline SOCKET make_socket() { return socket(AF_INET, SOCK_STREAM, 0); }

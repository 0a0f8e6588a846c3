#include <iostream>
int main() { std::cout << "listen accept WSARecv" << std::endl; }

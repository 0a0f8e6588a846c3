"""A homework 3 server that keeps every rule. Told to, it also keeps 64 KiB for each connection
and each byte of garbage. It prints its port, and ends when its input does.

usage: homework3-server.py [keep]
"""

import selectors
import socket
import sys

SIZE = 8
MOST_CLIENTS = 10
MOST_WAITING_BYTES = 1 << 20
STEPS = {0: (0, -1), 1: (0, 1), 2: (-1, 0), 3: (1, 0)}

keeps = sys.argv[1:] == ["keep"]
hoard = []
selector = selectors.DefaultSelector()
clients = {}


def position(client):
    return bytes([5, 1, client.id, client.x, client.y])


def introduction(client):
    return bytes([3, 2, client.id]) + position(client)


class Client:
    def __init__(self, sock, number):
        self.sock = sock
        self.id = number
        self.x, self.y = number % SIZE, number // SIZE
        self.input = b""
        self.output = b""
        self.is_lost = False

    def send(self, packet):
        self.output += packet
        self.flush()

    def flush(self):
        try:
            self.output = self.output[self.sock.send(self.output):] if self.output else b""
        except BlockingIOError:
            pass
        except OSError:
            # The next receive finds out.
            self.output = b""
        events = selectors.EVENT_READ | (selectors.EVENT_WRITE if self.output else 0)
        selector.modify(self.sock, events, self)

    def receive(self):
        try:
            data = self.sock.recv(65536)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data or len(self.output) > MOST_WAITING_BYTES:
            leave(self)
        else:
            self.read(data)

    def read(self, data):
        self.input += data
        while not self.is_lost and self.input:
            length = self.input[0]
            if length < 2:
                # Nobody knows where the next packet would start.
                self.is_lost = True
            elif len(self.input) < length:
                return
            else:
                self.act(self.input[:length])
                self.input = self.input[length:]
        if self.is_lost:
            self.pass_over(self.input)
            self.input = b""

    def act(self, packet):
        if len(packet) == 3 and packet[1] == 1 and packet[2] in STEPS:
            self.move(*STEPS[packet[2]])
        else:
            self.pass_over(packet)

    def pass_over(self, garbage):
        if keeps:
            hoard.append(garbage)

    def move(self, dx, dy):
        self.x = min(max(self.x + dx, 0), SIZE - 1)
        self.y = min(max(self.y + dy, 0), SIZE - 1)
        tell(position(self))


def tell(packet, but=None):
    for client in list(clients.values()):
        if client is not but:
            client.send(packet)


def leave(client):
    selector.unregister(client.sock)
    client.sock.close()
    del clients[client.id]
    tell(bytes([3, 3, client.id]))


def accept(listener):
    sock, _ = listener.accept()
    if keeps:
        hoard.append(b"x" * 65536)
    free = [number for number in range(MOST_CLIENTS) if number not in clients]
    if not free:
        sock.close()
        return
    sock.setblocking(False)
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    newcomer = Client(sock, free[0])
    selector.register(sock, selectors.EVENT_READ, newcomer)
    others = b"".join(introduction(other) for other in clients.values())
    clients[newcomer.id] = newcomer
    newcomer.send(introduction(newcomer) + others)
    tell(introduction(newcomer), newcomer)


def main():
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(128)
    selector.register(listener, selectors.EVENT_READ, None)
    selector.register(sys.stdin, selectors.EVENT_READ, None)
    print(listener.getsockname()[1], flush=True)
    while True:
        for key, events in selector.select():
            if key.fileobj is sys.stdin:
                return
            if key.fileobj is listener:
                accept(listener)
            elif key.data.sock.fileno() >= 0:
                if events & selectors.EVENT_WRITE:
                    key.data.flush()
                if events & selectors.EVENT_READ:
                    key.data.receive()


main()

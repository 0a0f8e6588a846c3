"""A server of homework 3 that shares nothing with Simul: two threads for each client, one lock.

Usage: chessboard.py PORT [--limit N]
"""

import argparse
import socket
import threading

WIDTH, HEIGHT = 8, 8
STEPS = {0: (0, -1), 1: (0, 1), 2: (-1, 0), 3: (1, 0)}


class Mouth:
    """What waits for one client, and the thread that sends it, however slowly the client reads."""

    MOST_BYTES = 1 << 20

    def __init__(self, client):
        self.client = client
        self.waiting = bytearray()
        self.changed = threading.Condition()
        self.closed = False
        threading.Thread(target=self.send, daemon=True).start()

    def tell(self, packet):
        with self.changed:
            self.waiting += packet
            if len(self.waiting) > self.MOST_BYTES and not self.closed:
                self.closed = True
                try:
                    self.client.shutdown(socket.SHUT_RDWR)  # Its reader notices and says goodbye.
                except OSError:
                    pass  # It is gone already.
            self.changed.notify()

    def close(self):
        with self.changed:
            self.closed = True
            self.changed.notify()

    def send(self):
        while True:
            with self.changed:
                while not self.waiting and not self.closed:
                    self.changed.wait()
                if self.closed:
                    return
                packets, self.waiting = bytes(self.waiting), bytearray()
            try:
                self.client.sendall(packets)
            except OSError:
                return  # Its reader notices and says goodbye.


class Game:
    """Who plays, and where each piece is; one lock around everything."""

    def __init__(self, limit):
        self.limit = limit
        self.lock = threading.Lock()
        self.mouths = {}
        self.cells = {}

    def join(self, client):
        with self.lock:
            free = [i for i in range(self.limit) if i not in self.mouths]
            if not free:
                return None
            player = free[0]
            self.cells[player] = (player % WIDTH, player // WIDTH)
            mouth = Mouth(client)
            mouth.tell(arrival(player, self.cells[player]))
            for other, peer in self.mouths.items():
                mouth.tell(arrival(other, self.cells[other]))
                peer.tell(arrival(player, self.cells[player]))
            self.mouths[player] = mouth
            return player

    def move(self, player, direction):
        dx, dy = STEPS[direction]
        with self.lock:
            x, y = self.cells[player]
            x, y = min(max(x + dx, 0), WIDTH - 1), min(max(y + dy, 0), HEIGHT - 1)
            self.cells[player] = (x, y)
            for peer in self.mouths.values():
                peer.tell(bytes([5, 1, player, x, y]))

    def leave(self, player):
        with self.lock:
            self.mouths.pop(player).close()
            for peer in self.mouths.values():
                peer.tell(bytes([3, 3, player]))


def arrival(player, cell):
    return bytes([3, 2, player, 5, 1, player, *cell])


def exactly(client, count):
    """So many bytes, however they come; None at the end of the stream."""
    data = b""
    while len(data) < count:
        more = client.recv(count - len(data))
        if not more:
            return None
        data += more
    return data


def serve(game, client):
    with client:
        player = game.join(client)
        if player is None:
            return
        try:
            while (packet := exactly(client, 3)) and packet[:2] == b"\3\1" and packet[2] in STEPS:
                game.move(player, packet[2])
        except OSError:
            pass  # A reset is one more way to leave.
        game.leave(player)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("port", type=int)
    arguments.add_argument("--limit", type=int, default=10)
    options = arguments.parse_args()
    game = Game(options.limit)
    with socket.create_server(("127.0.0.1", options.port)) as listener:
        while True:
            client, _ = listener.accept()
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=serve, args=(game, client), daemon=True).start()


if __name__ == "__main__":
    main()

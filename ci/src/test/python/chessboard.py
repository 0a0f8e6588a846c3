"""A server of homework 3 that shares nothing with Simul: a thread for each client, one lock.

Usage: chessboard.py PORT [--limit N]
"""

import argparse
import socket
import threading

WIDTH, HEIGHT = 8, 8
STEPS = {0: (0, -1), 1: (0, 1), 2: (-1, 0), 3: (1, 0)}


class Game:
    """Who plays, and where each piece is; one lock around everything."""

    def __init__(self, limit):
        self.limit = limit
        self.lock = threading.Lock()
        self.sockets = {}
        self.cells = {}

    def join(self, client):
        with self.lock:
            free = [i for i in range(self.limit) if i not in self.sockets]
            if not free:
                return None
            player = free[0]
            self.cells[player] = (player % WIDTH, player // WIDTH)
            client.sendall(arrival(player, self.cells[player]))
            for other, peer in self.sockets.items():
                client.sendall(arrival(other, self.cells[other]))
                tell(peer, arrival(player, self.cells[player]))
            self.sockets[player] = client
            return player

    def move(self, player, direction):
        dx, dy = STEPS[direction]
        with self.lock:
            x, y = self.cells[player]
            x, y = min(max(x + dx, 0), WIDTH - 1), min(max(y + dy, 0), HEIGHT - 1)
            self.cells[player] = (x, y)
            for peer in self.sockets.values():
                tell(peer, bytes([5, 1, player, x, y]))

    def leave(self, player):
        with self.lock:
            del self.sockets[player]
            for peer in self.sockets.values():
                tell(peer, bytes([3, 3, player]))


def arrival(player, cell):
    return bytes([3, 2, player, 5, 1, player, *cell])


def tell(peer, packet):
    try:
        peer.sendall(packet)
    except OSError:
        pass  # Its own thread notices and says goodbye.


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

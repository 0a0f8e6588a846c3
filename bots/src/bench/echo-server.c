// A server as small as one can be that plays crowd-bench.yaml, or crowd-all.yaml with "all": one
// thread, one epoll, level-triggered. Every move is told to its mover, or to everybody in one write
// for each client and round. It prints the port that it listens on, and serves until it is killed.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { MOST_CLIENTS = 65536, MOVE_BYTES = 3, TOLD_BYTES = 10, BOARD = 1000, EVENTS = 1024 };

struct client {
  int used, id, held;
  uint8_t part[MOVE_BYTES];
  int16_t x, y;
};

static struct client clients[MOST_CLIENTS];
static int playing[MOST_CLIENTS], place[MOST_CLIENTS], players;
static uint8_t news[1 << 22];
static size_t news_bytes;

static void die(const char *what) {
  perror(what);
  exit(1);
}

static void put_i32(uint8_t *at, int32_t value) { memcpy(at, &value, 4); }
static void put_i16(uint8_t *at, int16_t value) { memcpy(at, &value, 2); }

static void tell(uint8_t *packet, int type, const struct client *c) {
  packet[0] = TOLD_BYTES;
  packet[1] = (uint8_t)type;
  put_i32(packet + 2, c->id);
  put_i16(packet + 6, c->x);
  put_i16(packet + 8, c->y);
}

// What a full socket does not take is lost with its client: nobody measured here reads that slowly.
static int sent(int fd, const uint8_t *bytes, size_t count) {
  while (count > 0) {
    ssize_t n = send(fd, bytes, count, MSG_NOSIGNAL);
    if (n < 0 && errno == EAGAIN) continue;
    if (n <= 0) return 0;
    bytes += n;
    count -= (size_t)n;
  }
  return 1;
}

static void leave(int fd) {
  int last = playing[--players];
  playing[place[fd]] = last;
  place[last] = place[fd];
  clients[fd].used = 0;
  close(fd);
}

static void join(int fd, int id, int all) {
  struct client *c = &clients[fd];
  uint8_t hello[2 * TOLD_BYTES];
  memset(c, 0, sizeof *c);
  c->used = 1;
  c->id = id;
  c->x = (int16_t)(id % BOARD);
  c->y = (int16_t)(id / BOARD % BOARD);
  tell(hello, 2, c);
  sent(fd, hello, TOLD_BYTES);
  for (int i = 0; all && i < players; i++) {
    uint8_t enter[TOLD_BYTES];
    tell(enter, 3, &clients[playing[i]]);
    sent(fd, enter, TOLD_BYTES);
    tell(enter, 3, c);
    sent(playing[i], enter, TOLD_BYTES);
  }
  place[fd] = players;
  playing[players++] = fd;
}

static void step(struct client *c, int way) {
  if (way == 0 && c->y > 0) c->y--;
  if (way == 1 && c->y < BOARD - 1) c->y++;
  if (way == 2 && c->x > 0) c->x--;
  if (way == 3 && c->x < BOARD - 1) c->x++;
}

static void flush_news(void) {
  for (int i = players - 1; news_bytes > 0 && i >= 0; i--) {
    if (!sent(playing[i], news, news_bytes)) leave(playing[i]);
  }
  news_bytes = 0;
}

static void serve(int fd, int all) {
  struct client *c = &clients[fd];
  uint8_t in[4096], out[(sizeof in / MOVE_BYTES + 1) * TOLD_BYTES];
  ssize_t n = recv(fd, in, sizeof in, 0);
  if (n < 0 && errno == EAGAIN) return;
  if (n <= 0) {
    leave(fd);
    return;
  }
  size_t told = 0;
  for (ssize_t i = 0; i < n; i++) {
    c->part[c->held++] = in[i];
    if (c->held == MOVE_BYTES) {
      c->held = 0;
      step(c, c->part[2]);
      tell(out + told, 1, c);
      told += TOLD_BYTES;
    }
  }
  if (all) {
    if (news_bytes + told > sizeof news) flush_news();
    memcpy(news + news_bytes, out, told);
    news_bytes += told;
  } else if (told > 0 && !sent(fd, out, told)) {
    leave(fd);
  }
}

int main(int argc, char **argv) {
  int all = argc > 1 && strcmp(argv[1], "all") == 0;
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), one = 1, joined = 0;
  struct sockaddr_in here = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t length = sizeof here;
  if (listener < 0 || bind(listener, (struct sockaddr *)&here, length) || listen(listener, 4096))
    die("listen");
  getsockname(listener, (struct sockaddr *)&here, &length);
  printf("%d\n", ntohs(here.sin_port));
  fflush(stdout);
  int epoll = epoll_create1(0);
  struct epoll_event event = {.events = EPOLLIN, .data.fd = listener}, events[EVENTS];
  epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &event);
  for (;;) {
    int ready = epoll_wait(epoll, events, EVENTS, -1);
    for (int i = 0; i < ready; i++) {
      int fd = events[i].data.fd;
      if (fd != listener) {
        if (clients[fd].used) serve(fd, all);
        continue;
      }
      while ((fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
        if (fd >= MOST_CLIENTS) {
          close(fd);
          continue;
        }
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        event.events = EPOLLIN;
        event.data.fd = fd;
        epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event);
        join(fd, joined++, all);
      }
    }
    flush_news();
  }
}

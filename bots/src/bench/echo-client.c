// The limit that the swarm is held against: clients that only send moves and wait for their
// positions, with no check and no book but one histogram. One thread, one epoll.
//   echo-client PORT CLIENTS SECONDS           closed loop: the next move when the answer is in
//   echo-client PORT CLIENTS SECONDS RATE      open loop: so many moves a second of each, by the clock
//   echo-client PORT CLIENTS SECONDS RATE all  the same; every position that comes counts
// Prints: perSecond cpuPercent cpuMicrosEach p50us p99us
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { MOST_CLIENTS = 65536, TOLD_BYTES = 10, EVENTS = 1024, BUCKETS = 64 * 64 };

struct client {
  int fd, in, turn;
  int64_t due, phase;
  int64_t taken;
};

static struct client clients[MOST_CLIENTS];
static int order[MOST_CLIENTS];
static int64_t histogram[BUCKETS];
static uint8_t buffer[1 << 18];

static void die(const char *what) {
  perror(what);
  exit(1);
}

static int64_t now_nanos(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static double cpu_seconds(void) {
  struct rusage use;
  getrusage(RUSAGE_SELF, &use);
  return use.ru_utime.tv_sec + use.ru_stime.tv_sec + (use.ru_utime.tv_usec + use.ru_stime.tv_usec) / 1e6;
}

// 64 buckets for each power of two: 1.6 % wide.
static int bucket(int64_t nanos) {
  if (nanos < 64) return (int)(nanos < 0 ? 0 : nanos);
  int power = 63 - __builtin_clzll((uint64_t)nanos);
  return (power - 5) * 64 + (int)(nanos >> (power - 6)) - 64;
}

static double percentile_micros(double share) {
  int64_t total = 0, seen = 0;
  for (int i = 0; i < BUCKETS; i++) total += histogram[i];
  for (int i = 0; i < BUCKETS; i++) {
    seen += histogram[i];
    if (total > 0 && seen >= share * total) {
      int power = i / 64 + 5;
      return i < 64 ? i / 1e3 : (double)((int64_t)(i % 64 + 64) << (power - 6)) / 1e3;
    }
  }
  return 0;
}

static void move(struct client *c, int64_t due) {
  uint8_t packet[] = {3, 1, (uint8_t)(1 - c->turn)};
  c->turn = 1 - c->turn;
  c->due = due;
  if (send(c->fd, packet, sizeof packet, MSG_NOSIGNAL) != sizeof packet) die("send");
}

static int by_phase(const void *a, const void *b) {
  int64_t left = clients[*(const int *)a].phase, right = clients[*(const int *)b].phase;
  return left < right ? -1 : left > right;
}

int main(int argc, char **argv) {
  if (argc < 4) return 2;
  int count = atoi(argv[2]), all = argc > 5, one = 1;
  double seconds = atof(argv[3]), rate = argc > 4 ? atof(argv[4]) : 0;
  int epoll = epoll_create1(0);
  struct epoll_event event, events[EVENTS];
  int64_t begun = now_nanos();
  for (int i = 0; i < count; i++) {
    struct client *c = &clients[i];
    struct sockaddr_in there = {.sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(argv[1]))};
    struct sockaddr_in here = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(0x7f000001 + i % 4)};
    there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    c->fd = socket(AF_INET, SOCK_STREAM, 0);
    setsockopt(c->fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &one, sizeof one);
    setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    if (c->fd < 0 || bind(c->fd, (struct sockaddr *)&here, sizeof here)) die("socket");
    if (connect(c->fd, (struct sockaddr *)&there, sizeof there)) die("connect");
    if (!all && recv(c->fd, buffer, TOLD_BYTES, MSG_WAITALL) != TOLD_BYTES) die("login");
    event.events = EPOLLIN;
    event.data.ptr = c;
    epoll_ctl(epoll, EPOLL_CTL_ADD, c->fd, &event);
    c->phase = rate > 0 ? (int64_t)(drand48() * 1e9 / rate) : 0;
    order[i] = i;
  }
  fprintf(stderr, "connected in %.3f s\n", (now_nanos() - begun) / 1e9);
  qsort(order, (size_t)count, sizeof *order, by_phase);
  double cpu = cpu_seconds();
  int64_t start = now_nanos(), end = start + (int64_t)(seconds * 1e9), told = 0, next = 0;
  for (int i = 0; rate == 0 && i < count; i++) move(&clients[i], now_nanos());
  int64_t now = now_nanos();
  while (now < end) {
    struct timespec wait, *timeout = NULL;
    while (rate > 0) {
      int64_t due = start + clients[order[next % count]].phase + (int64_t)(next / count * 1e9 / rate);
      if (due > now) {
        wait.tv_sec = (due - now) / 1000000000;
        wait.tv_nsec = (due - now) % 1000000000;
        timeout = &wait;
        break;
      }
      move(&clients[order[next++ % count]], due);
    }
    int ready = epoll_pwait2(epoll, events, EVENTS, timeout, NULL);
    now = now_nanos();
    for (int i = 0; i < ready; i++) {
      struct client *c = events[i].data.ptr;
      ssize_t n = recv(c->fd, buffer, sizeof buffer, 0);
      if (n <= 0) die("recv");
      told += all ? n / TOLD_BYTES : 0;
      c->in += (int)n;
      if (all || c->in < TOLD_BYTES) continue;
      c->in -= TOLD_BYTES;
      told++;
      now = now_nanos();
      histogram[bucket(now - c->due)]++;
      if (rate == 0) move(c, now);
    }
  }
  double took = (now_nanos() - start) / 1e9, used = cpu_seconds() - cpu;
  printf("%.0f %.1f %.3f %.1f %.1f\n", told / took, 100 * used / took, 1e6 * used / (told ? told : 1),
         percentile_micros(0.5), percentile_micros(0.99));
  return 0;
}

/*
 * An accept() that waits alertably, linked in when a server is built to run under Wine.
 *
 * On Windows a thread that blocks in accept() waits alertably, so that completion routines of
 * earlier WSARecv and WSASend calls run meanwhile. In Wine up to 8 it does not, and a server whose
 * only wait is accept() never gets a completion. Here the listening socket is asked every few
 * milliseconds whether a connection is there, and in between the thread sleeps alertably; a
 * completion ends that sleep at once.
 *
 * A socket that the program made non-blocking must not wait. Winsock does not tell, so the calls
 * that do this are noted on the way.
 */
#include <winsock2.h>
#include <windows.h>

#define SLICE_MILLIS 2
#define SOCKETS 256

typedef SOCKET(WSAAPI *accept_call)(SOCKET, struct sockaddr *, int *);
typedef SOCKET(WSAAPI *wsa_accept_call)(SOCKET, struct sockaddr *, LPINT, LPCONDITIONPROC, DWORD_PTR);
typedef int(WSAAPI *ioctl_call)(SOCKET, long, u_long *);
typedef int(WSAAPI *wsa_ioctl_call)(SOCKET, DWORD, LPVOID, DWORD, LPVOID, DWORD, LPDWORD, LPWSAOVERLAPPED,
                                    LPWSAOVERLAPPED_COMPLETION_ROUTINE);
typedef int(WSAAPI *event_select_call)(SOCKET, WSAEVENT, long);
typedef int(WSAAPI *async_select_call)(SOCKET, HWND, u_int, long);
typedef int(WSAAPI *close_call)(SOCKET);

/* What --wrap calls the linker's own entries, which point into ws2_32.dll. */
extern accept_call __real___imp_accept;
extern wsa_accept_call __real___imp_WSAAccept;
extern ioctl_call __real___imp_ioctlsocket;
extern wsa_ioctl_call __real___imp_WSAIoctl;
extern event_select_call __real___imp_WSAEventSelect;
extern async_select_call __real___imp_WSAAsyncSelect;
extern close_call __real___imp_closesocket;

/* Zero marks a free place: no socket has that number. */
static volatile LONG64 never_waiting[SOCKETS];

static int never_waits(SOCKET socket) {
  for (int i = 0; i < SOCKETS; i++) {
    if (never_waiting[i] == (LONG64)socket) {
      return 1;
    }
  }
  return 0;
}

static void note(SOCKET socket, int waits) {
  for (int i = 0; i < SOCKETS; i++) {
    InterlockedCompareExchange64(&never_waiting[i], 0, (LONG64)socket);
  }
  for (int i = 0; !waits && i < SOCKETS; i++) {
    if (InterlockedCompareExchange64(&never_waiting[i], (LONG64)socket, 0) == 0) {
      return;
    }
  }
}

static void await_connection(SOCKET socket) {
  while (!never_waits(socket)) {
    struct timeval at_once = {0, 0};
    fd_set readable;
    FD_ZERO(&readable);
    FD_SET(socket, &readable);
    /* An error is for the real call to report. */
    if (select(0, &readable, NULL, NULL, &at_once) != 0) {
      return;
    }
    SleepEx(SLICE_MILLIS, TRUE);
  }
}

static SOCKET WSAAPI alertable_accept(SOCKET socket, struct sockaddr *address, int *length) {
  await_connection(socket);
  return __real___imp_accept(socket, address, length);
}

static SOCKET WSAAPI alertable_wsa_accept(SOCKET socket, struct sockaddr *address, LPINT length,
                                          LPCONDITIONPROC condition, DWORD_PTR data) {
  await_connection(socket);
  return __real___imp_WSAAccept(socket, address, length, condition, data);
}

static int WSAAPI noted_ioctlsocket(SOCKET socket, long command, u_long *argument) {
  int result = __real___imp_ioctlsocket(socket, command, argument);
  if (result == 0 && command == (long)FIONBIO && argument != NULL) {
    note(socket, *argument == 0);
  }
  return result;
}

static int WSAAPI noted_wsa_ioctl(SOCKET socket, DWORD command, LPVOID in, DWORD in_bytes, LPVOID out, DWORD out_bytes,
                                  LPDWORD returned, LPWSAOVERLAPPED overlapped,
                                  LPWSAOVERLAPPED_COMPLETION_ROUTINE routine) {
  int result = __real___imp_WSAIoctl(socket, command, in, in_bytes, out, out_bytes, returned, overlapped, routine);
  if (result == 0 && command == FIONBIO && in != NULL && in_bytes >= sizeof(u_long)) {
    note(socket, *(u_long *)in == 0);
  }
  return result;
}

static int WSAAPI noted_event_select(SOCKET socket, WSAEVENT event, long events) {
  int result = __real___imp_WSAEventSelect(socket, event, events);
  if (result == 0) {
    note(socket, 0);
  }
  return result;
}

static int WSAAPI noted_async_select(SOCKET socket, HWND window, u_int message, long events) {
  int result = __real___imp_WSAAsyncSelect(socket, window, message, events);
  if (result == 0) {
    note(socket, 0);
  }
  return result;
}

/* The number may be the next socket's. */
static int WSAAPI noted_close(SOCKET socket) {
  note(socket, 1);
  return __real___imp_closesocket(socket);
}

accept_call __wrap___imp_accept = alertable_accept;
wsa_accept_call __wrap___imp_WSAAccept = alertable_wsa_accept;
ioctl_call __wrap___imp_ioctlsocket = noted_ioctlsocket;
wsa_ioctl_call __wrap___imp_WSAIoctl = noted_wsa_ioctl;
event_select_call __wrap___imp_WSAEventSelect = noted_event_select;
async_select_call __wrap___imp_WSAAsyncSelect = noted_async_select;
close_call __wrap___imp_closesocket = noted_close;

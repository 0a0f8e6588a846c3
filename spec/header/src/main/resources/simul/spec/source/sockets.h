// What a server takes for granted beyond its packets: enough for the parser to tell a type from a
// function. The functions take anything: what is asked is who calls them with what.

#define FAR
#define PASCAL
#define NEAR
#define WSAAPI
#define __fastcall
#define __thiscall
#define __try try
#define __except(filter) catch (...)
#define __finally
#define _In_z_
#define _Inout_opt_
#define _Out_opt_
#define afx_msg
#define DECLARE_MESSAGE_MAP()
#define DECLARE_DYNAMIC(type)
#define DECLARE_DYNCREATE(type)
#define IMPLEMENT_DYNAMIC(type, base)
#define IMPLEMENT_DYNCREATE(type, base)
#define MAKEWORD(low, high) ((low) | (high) << 8)
#define INFINITE 0xffffffff
#define WSA_INFINITE 0xffffffff
#define WSA_FLAG_OVERLAPPED 1
#define INVALID_SOCKET (~0)
#define SOCKET_ERROR (-1)
#define FIONBIO 0x8004667e
#define F_GETFL 3
#define F_SETFL 4
#define O_NONBLOCK 2048
#define FD_READ 1
#define FD_WRITE 2
#define FD_ACCEPT 8
#define FD_CONNECT 16
#define FD_CLOSE 32
#define WSA_WAIT_EVENT_0 0
#define WSA_MAXIMUM_WAIT_EVENTS 64
#define MAXIMUM_WAIT_OBJECTS 64
#define WAIT_IO_COMPLETION 0xc0
#define INVALID_HANDLE_VALUE ((HANDLE)(-1))

typedef unsigned long long SOCKET;
typedef int socklen_t;
typedef unsigned int GROUP;
typedef HANDLE WSAEVENT;
typedef DWORD *LPDWORD;
typedef int *LPINT;
typedef long LRESULT;
typedef long LPARAM;
typedef unsigned int WPARAM;
typedef void *HMODULE;
struct sockaddr { int sa_family; };
struct sockaddr_in { int sin_family, sin_port; };
struct sockaddr_in6 { int sin6_family; };
struct sockaddr_storage { int ss_family; };
struct addrinfo { int ai_family; };
typedef sockaddr SOCKADDR, *PSOCKADDR, *LPSOCKADDR;
typedef sockaddr_in SOCKADDR_IN, *PSOCKADDR_IN, *LPSOCKADDR_IN;
typedef struct WSAData { int wVersion; } WSADATA, *LPWSADATA;
typedef struct _WSABUF { unsigned long len; char *buf; } WSABUF, *LPWSABUF;
typedef struct _OVERLAPPED { void *Pointer; HANDLE hEvent; } OVERLAPPED, *LPOVERLAPPED;
typedef struct _OVERLAPPED WSAOVERLAPPED, *LPWSAOVERLAPPED;
typedef struct _OVERLAPPED_ENTRY { void *lpOverlapped; } OVERLAPPED_ENTRY, *LPOVERLAPPED_ENTRY;
typedef struct _WSANETWORKEVENTS { long lNetworkEvents; int iErrorCode[10]; } WSANETWORKEVENTS;
typedef struct fd_set { unsigned fd_count; SOCKET fd_array[64]; } FD_SET;
struct timeval { long tv_sec, tv_usec; };
typedef timeval TIMEVAL;
struct pollfd { int fd; short events, revents; };
typedef pollfd WSAPOLLFD;
struct epoll_event { unsigned events; };
typedef struct tagMSG { HWND hwnd; unsigned message; } MSG;
typedef struct tagWNDCLASS { void *lpfnWndProc; } WNDCLASS, WNDCLASSEX;
typedef struct _CRITICAL_SECTION { int count; } CRITICAL_SECTION;
typedef void (*LPWSAOVERLAPPED_COMPLETION_ROUTINE)(DWORD, DWORD, LPWSAOVERLAPPED, DWORD);
typedef void (*LPOVERLAPPED_COMPLETION_ROUTINE)(DWORD, DWORD, LPOVERLAPPED);
typedef DWORD (*LPTHREAD_START_ROUTINE)(LPVOID);
typedef int (*LPFN_ACCEPTEX)(...);
typedef int (*LPFN_CONNECTEX)(...);
typedef int (*LPFN_DISCONNECTEX)(...);
typedef void (*LPFN_GETACCEPTEXSOCKADDRS)(...);
typedef int (*LPFN_TRANSMITFILE)(...);

extern "C" {
SOCKET socket(...);
SOCKET WSASocketW(...);
SOCKET WSASocket(...);
SOCKET accept(...);
SOCKET WSAAccept(...);
int AcceptEx(...);
int bind(...);
int listen(...);
int connect(...);
int WSAConnect(...);
int ConnectEx(...);
int recv(...);
int recvfrom(...);
int send(...);
int sendto(...);
int WSARecv(...);
int WSARecvFrom(...);
int WSASend(...);
int WSASendTo(...);
int WSAGetOverlappedResult(...);
int GetOverlappedResult(...);
int closesocket(...);
int shutdown(...);
int setsockopt(...);
int ioctlsocket(...);
int WSAIoctl(...);
int fcntl(...);
int select(...);
int poll(...);
int WSAPoll(...);
int epoll_create(...);
int epoll_create1(...);
int epoll_ctl(...);
int epoll_wait(...);
int WSAAsyncSelect(...);
int WSAEventSelect(...);
int WSAEnumNetworkEvents(...);
WSAEVENT WSACreateEvent(...);
DWORD WSAWaitForMultipleEvents(...);
HANDLE CreateIoCompletionPort(...);
int GetQueuedCompletionStatus(...);
int GetQueuedCompletionStatusEx(...);
int PostQueuedCompletionStatus(...);
int BindIoCompletionCallback(...);
int ReadFile(...);
int WriteFile(...);
int ReadFileEx(...);
int WriteFileEx(...);
void Sleep(...);
DWORD SleepEx(...);
DWORD WaitForSingleObject(...);
DWORD WaitForMultipleObjects(...);
DWORD WaitForSingleObjectEx(...);
DWORD WaitForMultipleObjectsEx(...);
DWORD MsgWaitForMultipleObjectsEx(...);
DWORD SignalObjectAndWait(...);
HANDLE CreateThread(...);
unsigned long long _beginthreadex(...);
unsigned long long _beginthread(...);
int pthread_create(...);
int WSAStartup(...);
int WSACleanup(...);
int WSAGetLastError(...);
int CloseHandle(...);
int printf(...);
void *memset(...);
void *memcpy(...);
void *malloc(...);
void free(...);
int close(...);
int read(...);
int write(...);
void exit(...);
unsigned short htons(...);
unsigned long htonl(...);
}

namespace std {
class string;
class wstring;
class mutex;
class thread;
template <class... T> class vector;
template <class... T> class map;
template <class... T> class unordered_map;
template <class... T> class set;
template <class... T> class unordered_set;
template <class... T> class list;
template <class... T> class deque;
template <class... T> class queue;
template <class... T> class function;
template <class... T> class atomic;
template <class... T> class pair;
template <class... T> class tuple;
template <class... T> class optional;
template <class... T> class unique_ptr;
template <class... T> class shared_ptr;
template <class... T> class lock_guard;
template <class... T> class unique_lock;
template <class T, unsigned long long N> class array;
}
